"""Flash cards: think, turn over, say how well it was known."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Footer

from trainer.decks.emptiness import nothing_asked
from trainer.errors import TrainerError
from trainer.quizzes.drawing import draw_fronts
from trainer.quizzes.flashing import FlashRound
from trainer.study.grades import Rating
from trainer.tui.aside import aside
from trainer.tui.screens.asking import CANNOT_OPEN, FLAG_KEY, Page
from trainer.tui.screens.session import SessionScreen
from trainer.tui.widgets.bar import Bar
from trainer.tui.widgets.evidence import EvidenceLine
from trainer.tui.widgets.grades import GRADES, Grades
from trainer.tui.widgets.kind import KindLabel
from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from trainer.decks.opening import OpenedDeck
    from trainer.questions.question import Front
    from trainer.tui.start import Flash


class FlashScreen(SessionScreen):
    """Front, back, grades."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "reveal", "Show", id="flash.reveal", key_display="Space"),
        Binding("enter,space", "grade", "Grade", id="flash.grade", key_display="Enter"),
        Binding("left", "choose(-1)", "Lower grade", id="flash.lower", show=False),
        Binding("right", "choose(1)", "Higher grade", id="flash.higher", show=False),
        Binding("up", "turn(-1)", "Scroll up", id="flash.up", show=False),
        Binding("down", "turn(1)", "Scroll down", id="flash.down", show=False),
        *(
            Binding(
                str(number),
                f"pick({number})",
                f"{word.capitalize()}",
                id=f"flash.{word}",
                show=False,
            )
            for number, word in enumerate(GRADES, 1)
        ),
        FLAG_KEY,
        Binding("escape,f9", "leave", "Leave", id="flash.leave", key_display="Esc"),
    ]

    def __init__(
        self,
        session: Flash,
        deck: OpenedDeck | None = None,
        fronts: tuple[Front, ...] | None = None,
    ) -> None:
        super().__init__(session, deck)
        self._given = fronts
        self._round = FlashRound(())

    def compose(self) -> ComposeResult:
        """A line at the top, the card on a page that scrolls, the grades always in sight."""
        yield Bar()
        with Page(classes="page"), Vertical(classes="column"):
            yield KindLabel(id="kind")
            yield Words("Making the cards …", id="prompt")
            with Vertical(id="back"):
                yield Words(id="answer")
                yield Words(id="explanation")
                yield EvidenceLine()
        with Vertical(id="hand"), Vertical(classes="column"):
            yield Button("Show the answer", id="reveal", compact=True)
            yield Grades()
        yield Footer(compact=True)

    async def begin(self, deck: OpenedDeck) -> None:
        """Shuffle the cards and show the first."""
        fronts = self._given
        if fronts is None:
            count, seed = self.session.count, self.seed
            fronts = await aside(lambda: draw_fronts(deck.fronts, count, seed))
        if not fronts:
            self.stop(CANNOT_OPEN, _nothing(deck, self.session.deck))
            return
        self._round = FlashRound(fronts)
        self.query_one(Bar).entitle(deck.title)
        self._show()

    def shown(self) -> Front | None:
        """Return the card that is asked."""
        return self._round.current

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to turn over first, and to grade after."""
        if action == "reveal":
            return self._round.current is not None and not self._round.revealed
        if action in {"grade", "choose", "pick"}:
            return self._round.revealed
        return super().check_action(action, parameters)

    def on_button_pressed(self) -> None:
        """Turn over by mouse."""
        self.action_reveal()

    def action_reveal(self) -> None:
        """Turn the card over."""
        self._round.reveal()
        self._turn_over()
        self.query_one(Page).bring(self.query_one("#back"))

    def action_turn(self, direction: int) -> None:
        """Scroll."""
        self.query_one(Page).turn(direction)

    def action_choose(self, step: int) -> None:
        """Move between the grades."""
        self.query_one(Grades).move(step)

    def action_grade(self) -> None:
        """Give the grade under the cursor."""
        self.query_one(Grades).choose()

    def action_pick(self, number: int) -> None:
        """Give a grade by its number."""
        self.query_one(Grades).pick(number)

    def action_leave(self) -> None:
        """Leave early: what was graded is kept, and shown; if nothing was, go home."""
        if self._round.graded:
            self.show_results()
        else:
            self.app.pop_screen()

    def on_grades_given(self, message: Grades.Given) -> None:
        """Write the grade down, then show the next card."""
        front = self._round.current
        if front is None or not self._round.revealed:
            return
        rating, milliseconds = Rating(message.grade), self.milliseconds()
        if not self.write(lambda log: log.recall(front, rating, milliseconds)):
            return
        self._round.grade(message.grade, known=rating is not Rating.AGAIN)
        if self._round.current is None:
            self.show_results()
        else:
            self._show()

    def show_results(self) -> None:
        """Change to the results."""
        from trainer.tui.screens.results import FlashResults  # once a round

        assert self.deck is not None, "the round has begun"
        self.app.switch_screen(FlashResults(self.session, self.deck, self._round))

    def _show(self) -> None:
        front = self._round.current
        assert front is not None, "there is a card to show"
        self.query_one(KindLabel).show(front.card.kind.value)
        self.query_one("#prompt", Words).show(front.stem)
        self.query_one("#answer", Words).show(front.answer)
        self.query_one("#explanation", Words).show(front.explanation)
        self.query_one("#explanation").display = bool(front.explanation)
        self.query_one(EvidenceLine).cite(front.evidence)
        self.query_one(Grades).ask()
        self._turn_over()
        self.query_one(Page).scroll_home(animate=False)
        self.measure()
        self.start_clock()

    def measure(self) -> None:
        """Show how far it is."""
        done, total = self._round.done, self._round.total
        self.query_one(Bar).measure(done, total, f"{done + 1} / {total}{self.flagged()}")

    def _turn_over(self) -> None:
        self.set_class(self._round.revealed, "-revealed")
        self.set_class(not self._round.revealed, "-front")
        self.refresh_bindings()


def _nothing(deck: OpenedDeck, name: str) -> TrainerError:
    """Return why there are no cards, and what else there is."""
    if not (deck.questions or deck.fronts):
        return nothing_asked(deck, name)
    return TrainerError("it has no flash cards", mend="choose another deck, or its quiz")
