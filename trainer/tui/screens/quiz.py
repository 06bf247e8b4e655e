"""The quiz: one screen, updated in place from question to question."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Footer

from trainer.decks.emptiness import nothing_asked
from trainer.errors import TrainerError
from trainer.quizzes.attempt import Attempt
from trainer.quizzes.drawing import draw
from trainer.quizzes.scoring import score
from trainer.tui.aside import aside
from trainer.tui.screens.asking import CANNOT_OPEN, FLAG_KEY, Page
from trainer.tui.screens.session import SessionScreen
from trainer.tui.widgets.bar import Bar
from trainer.tui.widgets.choices import Choices
from trainer.tui.widgets.feedback import Feedback
from trainer.tui.widgets.kind import KindLabel
from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from trainer.decks.opening import OpenedDeck
    from trainer.questions.question import Question
    from trainer.quizzes.attempt import Marked
    from trainer.tui.start import Quiz

DIGITS = range(1, 10)
SHORT = 40  # characters of a key that is worth repeating in the verdict


class QuizScreen(SessionScreen):
    """Prompt, options, verdict, reasons."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "answer", "Answer", id="quiz.answer", key_display="Enter"),
        Binding("enter,space,right", "next", "Next", id="quiz.next", key_display="Enter"),
        Binding("up", "move(-1)", "Up", id="quiz.up", show=False),
        Binding("down", "move(1)", "Down", id="quiz.down", show=False),
        *(
            Binding(
                str(number),
                f"pick({number})",
                "Answer by number",
                id=f"quiz.pick-{number}",
                show=False,
            )
            for number in DIGITS
        ),
        FLAG_KEY,
        Binding("escape,f9", "leave", "Leave", id="quiz.leave", key_display="Esc"),
    ]

    def __init__(
        self,
        session: Quiz,
        deck: OpenedDeck | None = None,
        questions: tuple[Question, ...] | None = None,
    ) -> None:
        super().__init__(session, deck)
        self._given = questions
        self._attempt = Attempt(())

    def compose(self) -> ComposeResult:
        """A line at the top, all else on a page that scrolls."""
        yield Bar()
        with Page(classes="page"), Vertical(classes="column"):
            yield KindLabel(id="kind")
            yield Words("Making the questions …", id="prompt")
            yield Choices()
            yield Feedback()
        yield Footer(compact=True)

    async def begin(self, deck: OpenedDeck) -> None:
        """Draw the questions and ask the first."""
        questions = self._given
        if questions is None:
            count, seed = self.session.count, self.seed
            questions = await aside(lambda: draw(deck.questions, count, seed))
        if not questions:
            self.stop(CANNOT_OPEN, _nothing(deck, self.session.deck))
            return
        self._attempt = Attempt(questions)
        self.query_one(Bar).entitle(deck.title)
        await self._ask()

    def shown(self) -> Question | None:
        """Return the question that is asked."""
        return self._attempt.current

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer an answer before it is given, and the next question after."""
        waiting = self._attempt.current is not None and self._attempt.marked is None
        if action in {"answer", "pick"}:
            return waiting
        if action == "next":
            return self._attempt.marked is not None
        return super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Move the cursor, or the page where there is more of it to read first."""
        page, choices = self.query_one(Page), self.query_one(Choices)
        if self._attempt.marked is not None:
            page.turn(step)
            return
        goal = choices.highlighted or choices
        top = goal.region.y
        bottom = top + (goal.region.height if goal is not choices else 1)
        window = page.region
        if step > 0 and bottom > window.bottom:
            page.turn(1)
        elif step < 0 and (top < window.y or choices.at_top):
            page.turn(-1)
        else:
            choices.move(step)
            if choices.highlighted is not None:
                page.scroll_to_widget(choices.highlighted, animate=False)

    def action_answer(self) -> None:
        """Choose what is under the cursor."""
        self.query_one(Choices).choose()

    def action_pick(self, number: int) -> None:
        """Choose by number."""
        self.query_one(Choices).pick(number)

    async def action_next(self) -> None:
        """Ask the next question, or show the results."""
        if self._attempt.advance() is None:
            self.show_results()
        else:
            await self._ask()

    def action_leave(self) -> None:
        """Leave early: what was answered counts, and is shown; if nothing was, go home."""
        if self._attempt.answered:
            self.show_results()
        else:
            self.app.pop_screen()

    def on_choices_chosen(self, message: Choices.Chosen) -> None:
        """Write the answer down, then say how it was."""
        if self._attempt.marked is not None:
            return
        marked = self._attempt.judge(message.option_id)
        milliseconds = self.milliseconds()
        if not self.write(lambda log: log.choice(marked.question, marked.chosen, milliseconds)):
            return
        self._attempt.answer(message.option_id)
        self._explain(marked)

    def show_results(self) -> None:
        """Change to the results."""
        from trainer.tui.screens.results import QuizResults  # once a quiz

        assert self.deck is not None, "the quiz has begun"
        self.app.switch_screen(QuizResults(self.session, self.deck, self._attempt))

    async def _ask(self) -> None:
        question = self._attempt.current
        assert question is not None, "there is a question to ask"
        self.query_one(KindLabel).show(question.kind.value)
        self.query_one("#prompt", Words).show(question.prompt)
        self.query_one(Feedback).hide()
        await self.query_one(Choices).ask(question.options)
        self.query_one(Page).scroll_home(animate=False)
        self.measure()
        self.refresh_bindings()
        self.start_clock()

    def _explain(self, marked: Marked) -> None:
        self.query_one(Choices).explain(marked.chosen.id)
        feedback = self.query_one(Feedback)
        feedback.show(
            right=marked.right,
            verdict=verdict(marked),
            explanation=marked.question.explanation,
            evidence=marked.question.evidence,
        )
        self.measure()
        self.refresh_bindings()
        self.query_one(Page).bring(feedback)

    def measure(self) -> None:
        """Show how far it is, and how it goes."""
        progress, result = self._attempt.progress, score(self._attempt.answered)
        figures = f"{progress.position} / {progress.total} · {result.right} right{self.flagged()}"
        self.query_one(Bar).measure(progress.answered, progress.total, figures)


def _nothing(deck: OpenedDeck, name: str) -> TrainerError:
    """Return why there is no quiz, and what else there is."""
    if not (deck.questions or deck.fronts):
        return nothing_asked(deck, name)
    mend = "choose another deck, or its flash cards"
    return TrainerError("there is nothing to ask in it", mend=mend)


def verdict(marked: Marked) -> str:
    """Return how it was, in words; a long key stands among the options and is not repeated."""
    if marked.right:
        return "Right"
    number = marked.question.options.index(marked.key) + 1
    words = f": {marked.key.text}" if len(marked.key.text) <= SHORT else ""
    return f"Wrong – the answer is {number}{words}"
