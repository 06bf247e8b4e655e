"""What stands before somebody who studies: something to read, a question in any form, and what follows an answer."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Input

from trainer.questions.question import Form
from trainer.tui.widgets.choices import Choices
from trainer.tui.widgets.feedback import Feedback
from trainer.tui.widgets.kind import KindLabel
from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from trainer.chapters.record import Lesson
    from trainer.questions.question import Question
    from trainer.study.asking import Answered


class Stage(Enum):
    """What the learner has before them."""

    OPENING = auto()
    READING = auto()  # a stretch of their own text
    LESSON = auto()  # its gist and question
    CHOICE = auto()
    TYPED = auto()
    RECALL = auto()
    REVEALED = auto()  # to be graded
    ANSWERED = auto()


_READ = {Stage.READING, Stage.LESSON}


class Paper(Vertical):
    """Shows one thing after another; knows nothing of sessions and schedules."""

    DEFAULT_CSS = """
    Paper {
        height: auto;
        #typed { height: 1; border: none; padding: 0 1; margin-bottom: 1; background: $panel; }
        #typed:focus { border: none; }
        #text { margin-bottom: 1; }
        #doubt { color: $accent; }
        #notes { margin-top: 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage.OPENING

    def compose(self) -> ComposeResult:
        """All that there may be; what does not belong to the stage is hidden."""
        yield KindLabel(id="kind")
        yield Words("Making the questions …", id="prompt")
        yield Words(id="text")
        yield Choices()
        yield Input(id="typed", placeholder="Type the answer", select_on_focus=False)
        yield Words(id="doubt")
        yield Feedback()
        yield Words(id="notes")

    def on_mount(self) -> None:
        """Begin with nothing but that something comes."""
        self._become(Stage.OPENING)

    def read(self, heading: str, text: str) -> None:
        """Show what is to be read before its questions."""
        self._show_page(Stage.READING, "Read first", heading, text)

    def introduce(self, lesson: Lesson) -> None:
        """Show what a lesson is about, and the question that guides it."""
        text = f"{lesson.gist}\n\nAsk yourself: {lesson.question}"
        self._show_page(Stage.LESSON, "A new lesson", lesson.title, text)

    async def ask(self, question: Question) -> None:
        """Ask a question in its form."""
        self.query_one(KindLabel).show(question.kind.value)
        self.query_one("#prompt", Words).show(question.prompt)
        self.query_one(Input).value = ""
        match question.form:
            case Form.CHOICE:
                await self.query_one(Choices).ask(question.options)
                self._become(Stage.CHOICE)
            case Form.RECALL:
                self._become(Stage.RECALL)
            case _:
                self._become(Stage.TYPED)

    def doubt(self, words: str) -> None:
        """Say what has to be added before the answer can be judged."""
        self._say("#doubt", words)

    def reveal(self, question: Question) -> None:
        """Show the answer of what was to be recalled."""
        self._become(Stage.REVEALED)
        self.query_one(Feedback).show(
            right=True,
            verdict=question.answer.text,
            explanation=question.explanation,
            evidence=question.evidence,
            judged=False,
        )

    def explain(self, answered: Answered, verdict: str) -> None:
        """Say how an answer was, and what it is easily taken for."""
        question, contrast = answered.ask.question, answered.ask.contrast
        if question.form is Form.CHOICE and answered.given.answer is not None:
            self.query_one(Choices).explain(answered.given.answer)
        self._become(Stage.ANSWERED)
        self.query_one(Feedback).show(
            right=answered.rating.remembered,
            verdict=verdict,
            explanation=question.explanation,
            evidence=question.evidence,
        )
        notes = []
        if contrast is not None and not question.options:
            notes.append(f"Not to be taken for {contrast.answer}: {contrast.why}")
        if answered.leech:
            notes.append("You have forgotten this card again and again: it is set aside.")
        self._say("#notes", "\n".join(notes))

    def _show_page(self, stage: Stage, sort: str, heading: str, text: str) -> None:
        self.query_one(KindLabel).show(sort)
        self.query_one("#prompt", Words).show(heading)
        self.query_one("#text", Words).show(text)
        self._become(stage)

    def _become(self, stage: Stage) -> None:
        """Show what belongs to a stage; what was chosen or typed stays in sight when it is explained."""
        self.stage = stage
        explaining = stage is Stage.ANSWERED
        choices, typed = self.query_one(Choices), self.query_one(Input)
        self.query_one("#text").display = stage in _READ
        choices.display = stage is Stage.CHOICE or (explaining and choices.display)
        typed.display = stage is Stage.TYPED or (explaining and typed.display)
        typed.disabled = stage is not Stage.TYPED
        self._say("#doubt", "")
        self._say("#notes", "")
        self.query_one(Feedback).hide()
        if stage is Stage.TYPED:
            typed.focus()
        else:
            self.screen.set_focus(None)  # or the keys would go into what cannot be seen

    def _say(self, where: str, words: str) -> None:
        widget = self.query_one(where, Words)
        widget.show(words)
        widget.display = bool(words)
