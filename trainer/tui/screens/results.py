"""Results: how it went, what was missed, and what to do about it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Button, Footer

from trainer.quizzes.scoring import score, score_by_kind
from trainer.text.plurals import counted
from trainer.tui.screens.asking import Page
from trainer.tui.start import Flash, Quiz
from trainer.tui.typed_app import trainer_app
from trainer.tui.widgets.bar import Bar
from trainer.tui.widgets.evidence import EvidenceLine
from trainer.tui.widgets.grades import GRADES
from trainer.tui.widgets.kind import KindLabel
from trainer.tui.widgets.meter import Meter
from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from trainer.chapters.record import Evidence
    from trainer.decks.opening import OpenedDeck
    from trainer.quizzes.attempt import Attempt
    from trainer.quizzes.flashing import FlashRound

ALL_RIGHT = "Nothing was missed."


class Miss(Vertical):
    """Something missed: what was asked, what is right, what was said instead, and where it stands."""

    def __init__(
        self, *, kind: str, prompt: str, right: str, said: str, evidence: Iterable[Evidence]
    ) -> None:
        super().__init__()
        self._kind = kind
        self._prompt = prompt
        self._right = right
        self._said = said
        self._evidence = tuple(evidence)

    def compose(self) -> ComposeResult:
        """One above the other."""
        yield KindLabel()
        yield Words(self._prompt, classes="prompt")
        if self._said:
            yield Words(f"✗ {self._said}", classes="said")
        yield Words(f"✓ {self._right}", classes="right")
        yield EvidenceLine()

    def on_mount(self) -> None:
        """Fill what depends on the kind."""
        self.query_one(KindLabel).show(self._kind)
        self.query_one(EvidenceLine).cite(self._evidence)


class ResultsScreen(Screen[None]):
    """A headline, the misses, and three ways on."""

    CSS_PATH = "../styles/results.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,f5", "retry", "Retry missed", id="results.retry", show=False),
        Binding("a,f6", "again", "Again", id="results.again", show=False),
        Binding("escape,f9", "home", "Home", id="results.home", key_display="Esc"),
        Binding("left", "app.focus_previous", "Button before", id="results.left", show=False),
        Binding("right", "app.focus_next", "Button after", id="results.right", show=False),
        Binding("up", "turn(-1)", "Scroll up", id="results.up", show=False),
        Binding("down", "turn(1)", "Scroll down", id="results.down", show=False),
    ]
    AUTO_FOCUS = "Button"

    def __init__(self, title: str, headline: str, share: float, details: str) -> None:
        super().__init__()
        self._title = title
        self._headline = headline
        self._share = share
        self._details = details

    def compose(self) -> ComposeResult:
        """What counts first, what can be done always in sight."""
        yield Bar(self._title)
        misses = list(self.misses())
        with Page(classes="page"), Vertical(classes="column"):
            yield Words(self._headline, id="headline")
            yield Meter(id="share")
            yield Words(self._details, id="details")
            yield Words("Missed" if misses else ALL_RIGHT, id="misses")
            yield from misses
        with Vertical(id="hand"), Horizontal(classes="column"):
            if misses:
                yield Button(f"Retry missed ({len(misses)})", id="retry", compact=True)
            yield Button("Again", id="again", compact=True)
            yield Button("Home", id="home", compact=True)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Draw the line."""
        self.query_one("#share", Meter).share = self._share
        self.query_one("#details").display = bool(self._details)

    def misses(self) -> Iterable[Miss]:
        """Return what was missed."""
        raise NotImplementedError

    def retry_screen(self) -> Screen[None] | None:
        """Return a session of what was missed, or None if nothing was."""
        raise NotImplementedError

    def again_screen(self) -> Screen[None]:
        """Return the same session, drawn afresh."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a retry only where something was missed."""
        if action == "retry":
            return bool(list(self.misses()))
        return super().check_action(action, parameters)

    def on_button_pressed(self, message: Button.Pressed) -> None:
        """Do what the button says."""
        {"retry": self.action_retry, "again": self.action_again, "home": self.action_home}[
            message.button.id or ""
        ]()

    def action_retry(self) -> None:
        """Ask what was missed once more."""
        if (screen := self.retry_screen()) is not None:
            self.app.switch_screen(screen)

    def action_again(self) -> None:
        """Draw afresh from the same deck."""
        self.app.switch_screen(self.again_screen())

    def action_home(self) -> None:
        """Go home."""
        self.app.pop_screen()

    def action_turn(self, direction: int) -> None:
        """Scroll."""
        self.query_one(Page).turn(direction)


class QuizResults(ResultsScreen):
    """How a quiz went."""

    def __init__(self, session: Quiz | Flash, deck: OpenedDeck, attempt: Attempt) -> None:
        result = score(attempt.answered)
        headline = f"{result.right} of {result.answered} right · {result.percent or 0} %"
        if left := len(attempt.questions) - result.answered:
            headline += f" · {counted(left, 'question')} not asked"
        kinds = score_by_kind(attempt.answered)
        details = " · ".join(
            f"{kind.capitalize()} {of.right} of {of.answered}" for kind, of in kinds.items()
        )
        super().__init__(
            deck.title, headline, result.share or 0.0, details if len(kinds) > 1 else ""
        )
        self._session = session
        self._deck = deck
        self._attempt = attempt

    def misses(self) -> Iterable[Miss]:
        """Return what was answered wrong."""
        for marked in self._attempt.missed:
            yield Miss(
                kind=marked.question.kind.value,
                prompt=marked.question.prompt,
                right=marked.key.text,
                said=marked.chosen.text,
                evidence=marked.question.evidence,
            )

    def retry_screen(self) -> Screen[None] | None:
        """Return a quiz of what was missed."""
        from trainer.tui.screens.quiz import QuizScreen  # it imports this module

        missed = self._attempt.retry_missed().questions
        session = Quiz(deck=self._session.deck, lesson=self._session.lesson)
        return QuizScreen(session, self._deck, missed) if missed else None

    def again_screen(self) -> Screen[None]:
        """Return a new quiz of the deck."""
        session = Quiz(
            deck=self._session.deck, lesson=self._session.lesson, count=self._session.count
        )
        return trainer_app(self).session_screen(session)


class FlashResults(ResultsScreen):
    """How a round of flash cards went."""

    def __init__(self, session: Quiz | Flash, deck: OpenedDeck, played: FlashRound) -> None:
        grades = Counter(graded.grade for graded in played.graded)
        cards = len({graded.front.card.id for graded in played.graded})
        known = cards - len(played.missed)
        headline = f"{known} of {counted(cards, 'card')} known"
        details = " · ".join(f"{grade.capitalize()} {grades[grade]}" for grade in GRADES)
        super().__init__(deck.title, headline, known / cards if cards else 0.0, details)
        self._session = session
        self._deck = deck
        self._round = played

    def misses(self) -> Iterable[Miss]:
        """Return the cards that were not known the first time."""
        for front in self._round.missed:
            yield Miss(
                kind=front.card.kind.value,
                prompt=front.stem,
                right=front.answer,
                said="",
                evidence=front.evidence,
            )

    def retry_screen(self) -> Screen[None] | None:
        """Return a round of what was not known."""
        from trainer.tui.screens.flash import FlashScreen  # it imports this module

        session = Flash(deck=self._session.deck, lesson=self._session.lesson)
        missed = self._round.missed
        return FlashScreen(session, self._deck, missed) if missed else None

    def again_screen(self) -> Screen[None]:
        """Return a new round of the deck."""
        session = Flash(
            deck=self._session.deck, lesson=self._session.lesson, count=self._session.count
        )
        return trainer_app(self).session_screen(session)
