"""The editor of one entry, which indents as those who write YAML expect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import TextArea

if TYPE_CHECKING:
    from textual.events import Key

_STEP = 2

# What a line begins with, and what it says after its dashes and key.
_LINE = re.compile(r"(?P<lead> *(?:-(?: +|$))*)(?P<key>[\w.-]+:(?= |$))? *(?P<said>.*)")
# A value that goes on in deeper lines: none as yet, a block of text, an open bracket.
_GOES_ON = re.compile(r"[|>][+-]?|.*[\[{]|")


class EntryArea(TextArea):
    """Where an entry is written: Enter indents, Tab goes two spaces in and Shift+Tab two out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+tab", "outdent", "Outdent", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as widgets call it
        super().__init__(id=id, tab_behavior="indent", compact=True)
        self.indent_width = _STEP

    def on_key(self, event: Key) -> None:
        """Begin a new line where its key or item is to stand; move several lines that are selected."""
        if self.read_only:
            return
        start, end = sorted(self.selection)
        if event.key == "enter":
            row, column = start
            self.replace("\n" + indent_after(self.document[row][:column]), *self.selection)
        elif event.key == "tab" and start[0] < end[0]:
            for row in range(start[0], end[0] + 1):
                at = (row, 0)
                self.replace(" " * _STEP, at, at, maintain_selection_offset=True)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_outdent(self) -> None:
        """Take up to two spaces from the beginning of each selected line."""
        if self.read_only:
            return
        start, end = sorted(self.selection)
        for row in range(start[0], end[0] + 1):
            line = self.document[row]
            spaces = min(len(line) - len(line.lstrip(" ")), _STEP)
            self.replace("", (row, 0), (row, spaces), maintain_selection_offset=True)


def indent_after(line: str) -> str:
    """Return the spaces that the line after `line` begins with.

    They lead below a key of the same entry or to the next item of a list, and deeper where a key has no value yet.
    """
    found = _LINE.fullmatch(line)
    assert found is not None, "every part of the pattern may be empty"
    lead, key, said = found["lead"], found["key"], found["said"]
    if key is None and said:  # an item that is no mapping, a line of a text
        return " " * (len(lead) - len(lead.lstrip(" ")))
    deeper = _STEP if key and _GOES_ON.fullmatch(said) else 0
    return " " * (len(lead) + lead.endswith("-") + deeper)
