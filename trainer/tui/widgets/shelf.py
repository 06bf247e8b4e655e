"""The list of what there is to learn, with sizes at the right edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Item

from trainer.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.css.styles import RulesMap
    from textual.style import Style
    from textual.visual import RenderOptions

ROOM_FOR_WORDS = 56  # cells from which on a size is told in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the shelf; a heading cannot be chosen.

    Attributes:
        size: how much there is, in words.
        figure: the same where there is little room.
        apart: whether a blank line stands above it.
    """

    title: str
    size: str = ""
    figure: str = ""
    indent: int = 0
    heading: bool = False
    apart: bool = False


class Row(Visual):
    """A title at the left and a size at the right, on one line of whatever width there is."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry

    def render_strips(
        self,
        width: int,
        height: int | None,  # noqa: ARG002 - lists draw whole lines
        style: Style,
        options: RenderOptions,
    ) -> list[Strip]:
        """Draw the line; a title too long is cut with an ellipsis, the size never."""
        strips = self.content(width).render_strips(width, 1, style, options)
        return [Strip.blank(width, style.rich_style), *strips] if self._entry.apart else strips

    def content(self, width: int) -> Content:
        """Return the line at a width in cells."""
        entry = self._entry
        size = Content(one_line(entry.size if width >= ROOM_FOR_WORDS else entry.figure))
        room = max(width - size.cell_length - (2 if size else 0), 1)
        title = Content(" " * entry.indent + one_line(entry.title))
        if entry.heading or not entry.indent:
            title = title.stylize("bold")
        title = title.truncate(room, ellipsis=True, pad=True)
        return Content.assemble(title, "  " if size else "", size.stylize("$quiet"))

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """Take all the room there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """One line, and the one above it."""
        return 2 if self._entry.apart else 1


class Shelf(OptionList):
    """A click puts the cursor on a line, a second one or Enter selects it."""

    DEFAULT_CSS = """
    Shelf {
        border: none;
        padding: 0;
        background: transparent;
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option { padding: 0 2; }
        & > .option-list--option-highlighted,
        &:focus > .option-list--option-highlighted {
            background: $cursor;
            color: $foreground;
            text-style: none;
        }
        &:nocolor > .option-list--option-highlighted { background: $foreground 30%; }
        & > .option-list--option-disabled { color: $quiet; text-style: none; }
    }
    """

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        super().__init__(*_items(entries))

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show other lines."""
        self.set_options(_items(entries))

    def begin(self) -> None:
        """Take the keys, with the cursor on the first line that can be chosen."""
        self.action_first()
        self.focus()

    async def _on_click(self, event: events.Click) -> None:
        if event.chain == 1 and (place := event.style.meta.get("option")) is not None:
            event.prevent_default()
            if not self.options[place].disabled:
                self.highlighted = place


def _items(entries: Sequence[Entry]) -> list[Item]:
    return [Item(Row(entry), disabled=entry.heading) for entry in entries]
