"""Something that must be read before going on: an error with its mend, or a list of problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer

from trainer.tui.widgets.bar import Bar
from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from trainer.errors import TrainerError


class MessageScreen(Screen[None]):
    """A heading and a text; any of the usual keys goes back."""

    CSS_PATH = "../styles/message.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,escape", "back", "Back", id="message.back", key_display="Enter"),
    ]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, heading: str, text: str) -> None:
        super().__init__()
        self._heading = heading
        self._text = text

    @classmethod
    def of(cls, heading: str, error: TrainerError) -> MessageScreen:
        """Return the screen that tells every problem of an error."""
        return cls(heading, "\n\n".join(map(str, error.problems)))

    def compose(self) -> ComposeResult:
        """Heading above text."""
        yield Bar("Chapter Trainer")
        with VerticalScroll(classes="page"):
            yield Words(self._heading, classes="heading column")
            yield Words(self._text, classes="text column")
        yield Footer(compact=True)

    def action_back(self) -> None:
        """Go back to where it came from."""
        self.app.pop_screen()
