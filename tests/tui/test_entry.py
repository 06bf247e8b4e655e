from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App

from tests.tui.waiting import type_keys
from trainer.tui.widgets.entry import EntryArea, indent_after

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Writing(App[None]):
    def compose(self) -> ComposeResult:
        yield EntryArea(id="entry")


@pytest.mark.parametrize(
    ("line", "spaces"),
    [
        ("- id: ida-fenn", 2),
        ("  name: Ida Fenn", 2),
        ("  offices:", 4),
        ("    - role: clerk", 6),
        ("  - - a: b", 6),
        ("  -", 4),
        ("  - evidence:", 6),
        ('    - {paragraph: 2, prints: ["Ida Fenn"]}', 4),
        ("    - ida-fenn", 4),
        ("  note: >-", 4),
        ("  people: [", 4),
        ("  # a comment: of mine", 2),
        ("  date: {edtf: 1888-03-03}", 2),
        ("  title: “at nine:”", 2),
        ("    goes on here", 4),
        ("  ", 2),
        ("", 0),
    ],
)
def test_a_new_line_begins_where_its_key_or_item_is_to_stand(line: str, spaces: int) -> None:
    assert indent_after(line) == " " * spaces


@pytest.mark.parametrize(
    ("text", "keys", "becomes"),
    [
        ("- id: a", "end enter g colon enter b", "- id: a\n  g:\n    b"),
        ("- id: a", "end enter shift+tab -", "- id: a\n-"),
        ("  a", "tab", "    a"),
        (" a\nb", "shift+tab down shift+tab", "a\nb"),
        ("a\nb\nc", "shift+down tab", "  a\n  b\nc"),
        ("    a\n    b", "shift+down shift+tab", "  a\n  b"),
        ("  a\n  b", "shift+down enter", "\n  b"),
    ],
)
async def test_keys_indent(text: str, keys: str, becomes: str) -> None:
    app = Writing()
    async with app.run_test() as pilot:
        area = app.query_one(EntryArea)
        area.load_text(text)
        area.focus()
        await type_keys(pilot, keys)
        assert area.text == becomes
