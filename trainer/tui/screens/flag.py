"""Flagging: a few words on what is wrong with a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Input

from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

HEADING = "What is wrong with this question?"
KEPT = "Your words are kept for its author; trainer flags -o FILE writes them to a file."
TAKEN_BACK = "It is flagged. Empty the line to take that back."


class FlagScreen(ModalScreen[str | None]):
    """One line to write in; closes with what is in it, or None where all stays as it is.

    Args:
        reason: why the question is flagged; empty where it is not.
    """

    CSS_PATH = "../styles/message.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "Keep", id="flag.keep", key_display="Enter"),
        Binding("escape", "leave", "Leave it", id="flag.leave", key_display="Esc"),
    ]

    def __init__(self, reason: str) -> None:
        super().__init__()
        self._reason = reason

    def compose(self) -> ComposeResult:
        """Heading, line, and what becomes of it."""
        with VerticalScroll(can_focus=False):
            yield Words(HEADING, classes="heading")
            yield Input(self._reason, placeholder="in a few words, then Enter", compact=True)
            yield Words(TAKEN_BACK if self._reason else KEPT, classes="note")
        yield Footer(compact=True)

    def on_input_submitted(self) -> None:
        """Keep it."""
        self.action_keep()

    def action_keep(self) -> None:
        """Close with what was written; a flag without a reason is none."""
        words = self.query_one(Input).value.strip()
        self.dismiss(None if words == self._reason else words)

    def action_leave(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)
