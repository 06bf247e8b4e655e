from __future__ import annotations

import pytest

from trainer.drafting.confirming.sheets import Sheet
from trainer.errors import ContentError

FILES = [
    "",
    "# only a comment\n",
    "- id: a\n- id: b",
    "# head\n---\n- id: a\n  text: >-\n    one\n\n    - two\n\n# between\n\n-\n  id: b\n- id: c\n  # inside\n# end\n...\n",
    "  - id: a\n    list:\n    - x\n    - y\n  - {id: b}\n",
    "- id: \"a😀\"\r\n  x: 'it''s'\r\n\r\n- id: b\r\n",
    "\ufeff- id: a\n- - 1\n- b\n-\n",
]


@pytest.mark.parametrize("text", FILES)
def test_a_file_cut_and_put_together_is_the_same(text: str) -> None:
    sheet = Sheet.of("events.yaml", text.encode(), "events.yaml")
    assert sheet.content == text.encode()


def test_lines_of_old_computers_are_refused_in_words() -> None:
    with pytest.raises(ContentError, match="1:8: a line that ends with a carriage return alone"):
        Sheet.of("events.yaml", b"- id: a\r- id: b\r", "events.yaml")


def test_what_stands_between_two_entries_goes_with_the_one_above() -> None:
    sheet = Sheet.of("events.yaml", FILES[3].encode(), "events.yaml")
    assert [item.id for item in sheet.items] == ["a", "b", "c"]
    assert sheet.items[0].own == "- id: a\n  text: >-\n    one\n\n    - two\n"
    assert sheet.items[0].rest == "\n# between\n\n"
    assert sheet.items[2].own == "- id: c\n"


def test_comments_outlive_the_entry_above_them() -> None:
    sheet = Sheet.of("events.yaml", FILES[3].encode(), "events.yaml")
    while sheet.items:
        sheet = sheet.without(sheet.items[0])
    assert sheet.content.decode() == "# head\n---\n\n# between\n\n  # inside\n# end\n...\n"


@pytest.mark.parametrize(
    "end", ["...\n", "...", "# note\n...\n", "... # done\n# after\n", "...\r\n"]
)
def test_a_file_that_says_where_it_ends_can_be_read_when_its_last_entry_is_gone(end: str) -> None:
    sheet = Sheet.of("events.yaml", f"# head\n- id: a\n{end}".encode(), "events.yaml")
    emptied = sheet.without(sheet.items[0]).content
    assert Sheet.of("events.yaml", emptied, "events.yaml").items == ()
    kept = [line for line in end.splitlines() if not line.startswith("...")]
    assert emptied.decode().splitlines() == ["# head", *kept]
