"""How well a card was known: four grades in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.message import Message

from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

GRADES = ("again", "hard", "good", "easy")
USUAL = GRADES.index("good")


class Grade(Words):
    """One grade, to click on."""

    class Picked(Message):
        """The grade was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int, word: str) -> None:
        super().__init__(f"{number} {word.capitalize()}", classes=f"-{word}")
        self._number = number

    def on_click(self, event: events.Click) -> None:
        """Tell the row."""
        event.stop()
        self.post_message(self.Picked(self._number))


class Grades(Horizontal):
    """Says which grade was given and knows nothing of schedules."""

    DEFAULT_CSS = """
    Grades {
        height: 1;
        Grade {
            width: 1fr;
            text-align: center;
            background: $panel;
            margin-right: 1;
            &:hover { background: $cursor; }
            &.-cursor { background: $primary; color: $background; text-style: bold; }
        }
    }
    """

    class Given(Message):
        """A grade was given."""

        def __init__(self, grade: str) -> None:
            super().__init__()
            self.grade = grade

    def __init__(self) -> None:
        super().__init__()
        self._cursor = USUAL

    def compose(self) -> ComposeResult:
        """A cell a grade."""
        for number, word in enumerate(GRADES, 1):
            yield Grade(number, word)

    def ask(self) -> None:
        """Start afresh from the usual grade."""
        self._cursor = USUAL
        self._point()

    def move(self, step: int) -> None:
        """Move the cursor by a step, without leaving the row."""
        self._cursor = min(max(self._cursor + step, 0), len(GRADES) - 1)
        self._point()

    def choose(self) -> None:
        """Give the grade under the cursor."""
        self.pick(self._cursor + 1)

    def pick(self, number: int) -> None:
        """Give a grade by its number; other numbers do nothing."""
        if 1 <= number <= len(GRADES):
            self.post_message(self.Given(GRADES[number - 1]))

    def on_grade_picked(self, message: Grade.Picked) -> None:
        """Give what was clicked."""
        message.stop()
        self.pick(message.number)

    def _point(self) -> None:
        for place, grade in enumerate(self.query_children(Grade)):
            grade.set_class(place == self._cursor, "-cursor")
