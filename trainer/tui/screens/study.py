"""Studying: one card after another, in the form that it has come to, until the minutes are over."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button, Input

from trainer.answers.judging import judge_of
from trainer.answers.verdict import AskAgain
from trainer.errors import TrainerError
from trainer.questions.question import Form
from trainer.study.asking import Ask, Ending, Given
from trainer.study.beginning import begin
from trainer.study.days import study_day
from trainer.study.entries import EntryType
from trainer.study.grades import Rating, Verdict
from trainer.study.verdicts import verdict_of
from trainer.tui.aside import aside
from trainer.tui.screens.asking import (
    CANNOT_LOG,
    CANNOT_OPEN,
    CANNOT_SAVE,
    FLAG_KEY,
    AskingScreen,
    Page,
)
from trainer.tui.screens.message import MessageScreen
from trainer.tui.typed_app import trainer_app
from trainer.tui.widgets.bar import Bar
from trainer.tui.widgets.choices import Choices
from trainer.tui.widgets.feedback import Feedback
from trainer.tui.widgets.grades import Grades
from trainer.tui.widgets.keys import Keys
from trainer.tui.widgets.paper import Paper, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from trainer.answers.verdict import Verdict as Judged
    from trainer.decks.opening import OpenedDeck
    from trainer.questions.question import Question
    from trainer.study.asking import Answered
    from trainer.study.session import StudySession
    from trainer.study.wish import Study

T = TypeVar("T")

MEASURED_EVERY_SECONDS = 10
SHORT = 40  # characters of a key that is worth repeating in the verdict


_ASKED = frozenset({Stage.CHOICE, Stage.TYPED, Stage.RECALL, Stage.REVEALED, Stage.ANSWERED})

# At which stages an action is offered at all.
_OFFERED = {
    "choose": {Stage.CHOICE},
    "pick": {Stage.CHOICE, Stage.REVEALED},
    "reveal": {Stage.RECALL},
    "grade": {Stage.REVEALED},
    "grades": {Stage.REVEALED},
    "next": {Stage.READING, Stage.LESSON, Stage.ANSWERED},
    "overrule": {Stage.ANSWERED},
    "regrade": {Stage.ANSWERED},
    "bury": _ASKED,
    "suspend": _ASKED,
}


class StudyScreen(AskingScreen):
    """Lesson, question, answer, verdict; the session below it keeps what is to be kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Answer", id="study.answer", key_display="Enter"),
        Binding("space,enter", "reveal", "Show", id="study.reveal", key_display="Space"),
        Binding("enter,space", "grade", "Grade", id="study.grade", key_display="Enter"),
        Binding("enter,space,right", "next", "Next", id="study.next", key_display="Enter"),
        Binding("exclamation_mark,o", "overrule", "I was right", id="study.right", key_display="!"),
        Binding("h", "regrade('hard')", "Hard", id="study.hard"),
        Binding("e", "regrade('easy')", "Easy", id="study.easy"),
        Binding("u,f5", "undo", "Undo", id="study.undo", key_display="F5"),
        FLAG_KEY,
        Binding("escape,f9", "leave", "Leave", id="study.leave", key_display="Esc"),
        Binding("b,f6", "bury", "Not today", id="study.bury", key_display="F6"),
        Binding("s,f7", "suspend", "Not again", id="study.suspend", key_display="F7"),
        Binding("up", "move(-1)", "Up", id="study.up", show=False),
        Binding("down", "move(1)", "Down", id="study.down", show=False),
        Binding("left", "grades(-1)", "Lower grade", id="study.lower", show=False),
        Binding("right", "grades(1)", "Higher grade", id="study.higher", show=False),
        *(
            Binding(
                str(number), f"pick({number})", "By number", id=f"study.pick-{number}", show=False
            )
            for number in range(1, 10)
        ),
    ]
    AUTO_FOCUS = None

    class Opened(Message):
        """The deck was opened."""

        def __init__(self, deck: OpenedDeck, passage: tuple[str, ...]) -> None:
            super().__init__()
            self.deck, self.passage = deck, passage

    class Failed(Message):
        """The deck could not be opened."""

        def __init__(self, error: TrainerError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._session: StudySession | None = None
        self._ask: Ask | None = None
        self._judge: Callable[[Question, str], Judged] | None = None

    @property
    def _stage(self) -> Stage:
        return self.query_one(Paper).stage

    def compose(self) -> ComposeResult:
        """A line at the top, all else on a page that scrolls, what one grades by always in sight."""
        yield Bar()
        with Page(classes="page"), Vertical(classes="column"):
            yield Paper()
        with Vertical(id="hand"), Vertical(classes="column"):
            yield Button("Show the answer", id="reveal", compact=True)
            yield Grades()
        yield Keys(compact=True)

    def on_mount(self) -> None:
        """Open what the learner knows, then the deck."""
        self._follow()
        try:
            learner = trainer_app(self).learner()
            memories = learner.store.memories()
        except TrainerError as error:
            self.stop(CANNOT_LOG, error)
            return
        day = study_day(trainer_app(self).now(), learner.settings.rollover_hour)
        library, study = trainer_app(self).library, self._study

        def open_deck() -> tuple[OpenedDeck, tuple[str, ...]]:
            return library.open_to_study(study, memories, day)

        self._open(open_deck)
        self.set_interval(MEASURED_EVERY_SECONDS, self.measure)

    @work(exclusive=True)
    async def _open(self, open_deck: Callable[[], tuple[OpenedDeck, tuple[str, ...]]]) -> None:
        try:
            deck, passage = await aside(open_deck)
        except TrainerError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Opened(deck, passage))

    def on_study_screen_failed(self, message: Failed) -> None:
        """Say why there is no session."""
        self.stop(CANNOT_OPEN, message.error)

    async def on_study_screen_opened(self, message: Opened) -> None:
        """Begin; who cannot write is asked nothing."""
        app, deck = trainer_app(self), message.deck
        try:
            self._flagging = app.flagging(deck)
            learner = app.learner()
            self._session = begin(self._study, deck, learner.store, learner.settings, app.now)
        except TrainerError as error:
            self.stop(CANNOT_OPEN, error)
            return
        self._judge = judge_of(deck.chapters)
        self.query_one(Bar).entitle(deck.title)
        preparation = self._session.preparation
        read = [*(preparation.lines() if preparation else ()), *message.passage]
        if read:
            self.query_one(Paper).read(deck.title, "\n\n".join(read))
            self._follow()
        else:
            await self._go_on()

    def shown(self) -> Question | None:
        """Return the question that stands before the learner."""
        return self._ask.question if self._ask is not None and self._stage in _ASKED else None

    def measure(self) -> None:
        """Show what is left of the time and of the cards."""
        session = self._session
        if session is None:
            return
        minutes = max(-(-int(session.seconds_left) // 60), 0)
        left = f"{session.left} left · {minutes} min{self.flagged()}"
        self.query_one(Bar).measure(
            round(session.seconds - session.seconds_left), round(session.seconds), left
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits what is there."""
        if action in _OFFERED and self._stage not in _OFFERED[action]:
            return False
        last = self._session.answers[-1] if self._session and self._session.answers else None
        match action:
            case "undo":
                return last is not None
            case "overrule":
                unjudged = {Form.CHOICE, Form.RECALL}
                return not (
                    last is None or last.rating.remembered or last.ask.question.form in unjudged
                )
            case "regrade":
                return last is not None and last.rating.remembered
        return super().check_action(action, parameters)

    async def action_next(self) -> None:
        """Go on from a page or a verdict."""
        if self._stage is Stage.LESSON:
            await self._show_question()
        else:
            await self._go_on()

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        self.query_one(Choices).choose()

    def action_pick(self, number: int) -> None:
        """Choose an option or a grade by number."""
        if self._stage is Stage.CHOICE:
            self.query_one(Choices).pick(number)
        else:
            self.query_one(Grades).pick(number)

    def action_grades(self, step: int) -> None:
        """Move between the grades."""
        self.query_one(Grades).move(step)

    def action_grade(self) -> None:
        """Give the grade under the cursor."""
        self.query_one(Grades).choose()

    def action_move(self, step: int) -> None:
        """Move the cursor among the options, or the page."""
        page, choices = self.query_one(Page), self.query_one(Choices)
        if self._stage is not Stage.CHOICE:
            page.turn(step)
            return
        choices.move(step)
        if choices.highlighted is not None:
            page.scroll_to_widget(choices.highlighted, animate=False)

    def on_button_pressed(self) -> None:
        """Reveal by mouse."""
        self.action_reveal()

    def action_reveal(self) -> None:
        """Show the answer of what was to be recalled."""
        assert self._ask is not None, "something is asked"
        self.query_one(Paper).reveal(self._ask.question)
        self.query_one(Grades).ask()
        self._follow(to_the_answer=True)

    def on_grades_given(self, message: Grades.Given) -> None:
        """Take the learner's own grade, and go on at once: the answer was read before."""
        if self._stage is Stage.REVEALED:
            given = self._given(None, Verdict.UNGRADED, Rating(message.grade))
            if self._answer(given) is not None:
                self.call_later(self._go_on)

    def on_choices_chosen(self, message: Choices.Chosen) -> None:
        """Write the choice down, then say how it was."""
        if self._stage is not Stage.CHOICE or self._ask is None:
            return
        question = self._ask.question
        chosen = next(each for each in question.options if each.id == message.option_id)
        verdict = Verdict.RIGHT if chosen.correct else Verdict.WRONG
        answered = self._answer(self._given(chosen.id, verdict))
        if answered is None:
            return
        number = question.options.index(question.key) + 1
        words = f": {question.key.text}" if len(question.key.text) <= SHORT else ""
        self._explain(
            answered, "Right" if chosen.correct else f"Wrong – the answer is {number}{words}"
        )

    @on(Input.Submitted)
    def _typed(self, message: Input.Submitted) -> None:
        """Judge what was typed; what is not clear is asked again, and is no attempt."""
        message.stop()
        typed = message.value.strip()
        if self._stage is not Stage.TYPED or self._ask is None or not typed:
            return
        assert self._judge is not None, "the session has begun"
        judged = self._judge(self._ask.question, typed)
        if isinstance(judged, AskAgain):
            self.query_one(Paper).doubt(judged.message)
            return
        verdict = verdict_of(judged)
        answered = self._answer(self._given(typed, verdict))
        if answered is None:
            return
        told = judged.message.rstrip(".")
        if verdict is not Verdict.RIGHT:
            told = f"{told} – the answer is {self._ask.question.answer.text}"
        self._explain(answered, told)

    def action_overrule(self) -> None:
        """Count the last answer as right."""
        self._regrade("It counts as right", overruled=True)

    def action_regrade(self, rating: str) -> None:
        """Make the last answer hard or easy."""
        self._regrade(f"It counts as {rating}", said=Rating(rating))

    async def action_undo(self) -> None:
        """Take the last answer back, and ask once more."""
        assert self._session is not None, "offered only then"
        back = self._kept(self._session.undo)
        if back is not None:
            self._ask = back
            await self._show_question()

    async def action_bury(self) -> None:
        """Leave the card for another day."""
        await self._set_aside(EntryType.BURY)

    async def action_suspend(self) -> None:
        """Ask the card no more."""
        await self._set_aside(EntryType.SUSPEND)

    def action_leave(self) -> None:
        """Leave early: what was answered counts, and is told; if nothing was, go home."""
        self._finish("")

    async def _go_on(self) -> None:
        assert self._session is not None, "the session has begun"
        ask = self._session.next()
        if isinstance(ask, Ending):
            time = "The time is over" if ask is Ending.TIME else "Nothing more is due for now"
            self._finish(time)
            return
        self._ask = ask
        if ask.begins is not None:
            self.query_one(Paper).introduce(ask.begins)
            self._follow()
        else:
            await self._show_question()

    async def _show_question(self) -> None:
        assert self._ask is not None, "something is asked"
        await self.query_one(Paper).ask(self._ask.question)
        self._follow()
        self.start_clock()

    def _follow(self, *, to_the_answer: bool = False) -> None:
        """Have what is around the paper follow it: the keys, the grades, the figures, the place on the page."""
        stage, page = self._stage, self.query_one(Page)
        self.query_one("#hand").display = stage in {Stage.RECALL, Stage.REVEALED}
        self.query_one("#reveal").display = stage is Stage.RECALL
        self.query_one(Grades).display = stage is Stage.REVEALED
        if to_the_answer:
            page.bring(self.query_one(Feedback))
        else:
            page.scroll_home(animate=False)
        self.measure()
        self.refresh_bindings()

    def _given(self, answer: str | None, verdict: Verdict, said: Rating | None = None) -> Given:
        return Given(answer=answer, verdict=verdict, milliseconds=self.milliseconds(), said=said)

    def _answer(self, given: Given) -> Answered | None:
        """Write an answer down before anything is said of it."""
        assert self._session is not None, "the session has begun"
        assert self._ask is not None, "something is asked"
        session, ask = self._session, self._ask
        return self._kept(lambda: session.answer(ask, given))

    def _kept(self, write: Callable[[], T]) -> T | None:
        """Return what writing something down gives; if it fails, end the session and return None."""
        try:
            return write()
        except TrainerError as error:
            self.stop(CANNOT_SAVE, error)
            return None

    def _explain(self, answered: Answered, verdict: str) -> None:
        self.query_one(Paper).explain(answered, verdict)
        self._follow(to_the_answer=True)

    def _regrade(self, told: str, *, said: Rating | None = None, overruled: bool = False) -> None:
        assert self._session is not None, "the session has begun"
        session = self._session
        answered = self._kept(lambda: session.regrade(said=said, overruled=overruled))
        if answered is not None:
            self._explain(answered, told)

    async def _set_aside(self, sort: EntryType) -> None:
        assert self._session is not None, "the session has begun"
        assert self._ask is not None, "something is asked"
        session, card = self._session, self._ask.card.id
        try:
            session.set_aside(card, sort)
        except TrainerError as error:
            self.stop(CANNOT_SAVE, error)
            return
        await self._go_on()

    def _finish(self, why: str) -> None:
        """End the session, and say what it moved."""
        if self._session is None:
            self.app.pop_screen()
            return
        summary = self._kept(self._session.end)
        if summary is None:
            return
        if not (why or summary.answers):
            self.app.pop_screen()
            return
        self.app.switch_screen(MessageScreen(why or "Studied", "\n".join(summary.lines())))
