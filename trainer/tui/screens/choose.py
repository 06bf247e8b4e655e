"""Choosing one of many: type to narrow, Enter takes the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList
from textual.widgets.option_list import Option

from trainer.text.folding import fold
from trainer.tui.widgets.words import Words, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class ChooseScreen(ModalScreen[int | None]):
    """A list with a line to type in; closes with the place of what was chosen, or None."""

    CSS_PATH = "../styles/confirm.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Choose", id="choose.take", key_display="Enter"),
        Binding("up", "move(-1)", "Up", id="choose.up", show=False, priority=True),
        Binding("down", "move(1)", "Down", id="choose.down", show=False, priority=True),
        Binding("escape", "leave", "Leave it", id="choose.leave", key_display="Esc"),
    ]

    def __init__(self, heading: str, names: Sequence[str]) -> None:
        super().__init__()
        self._heading = heading
        self._names = names
        self._shown = list(range(len(names)))

    def compose(self) -> ComposeResult:
        """Heading, line, list."""
        with Vertical(id="choose"):
            yield Words(self._heading, classes="heading")
            yield Input(placeholder="type to narrow, Enter to choose", compact=True)
            yield OptionList(*self._options())
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Put the cursor on the likeliest."""
        self.query_one(OptionList).action_first()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what has all the words that were typed."""
        wanted = fold(message.value).split()
        self._shown = [
            at for at, name in enumerate(self._names) if all(word in fold(name) for word in wanted)
        ]
        options = self.query_one(OptionList)
        options.set_options(self._options())
        options.action_first()

    def on_input_submitted(self) -> None:
        """Take what is under the cursor."""
        self.action_take()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Take what was clicked."""
        self.dismiss(self._shown[message.option_index])

    def action_take(self) -> None:
        """Take what is under the cursor."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.dismiss(self._shown[at])

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def _options(self) -> list[Option]:
        return [Option(line(self._names[at])) for at in self._shown]
