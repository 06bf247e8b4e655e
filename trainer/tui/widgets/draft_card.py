"""A draft as a list of what it says, and the passage beside it with the words that prove it marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from trainer.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trainer.drafting.confirming.passages import Passage

# Told elsewhere: above the list, or beside it.
_ELSEWHERE = frozenset({"id", "type", "status", "evidence"})
MARKED = "bold $accent"


def card(data: Mapping[str, Any]) -> Content:
    """Return what an entry says, a line a key; text from data is shown letter by letter."""
    lines = []
    for key, value in data.items():
        if key not in _ELSEWHERE:
            lines.append(Content.assemble((one_line(key), "$quiet"), "  ", _told(value)))
    return Content("\n").join(lines)


def _told(value: Any) -> Content:
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return Content("").join(Content.assemble("\n  ", _row(one)) for one in value)
    return _row(value)


def _row(value: Any) -> Content:
    if isinstance(value, dict):
        pairs = (
            Content.assemble((one_line(str(key)), "$quiet"), " ", _row(one))
            for key, one in value.items()
        )
        return Content(" · ").join(pairs)
    if isinstance(value, list):
        return Content(", ").join(_row(one) for one in value)
    return Content(one_line("" if value is None else str(value)))


def passage_content(passages: Sequence[Passage], *, has_text: bool) -> Content:
    """Return paragraphs with their tokens marked; without a text, the tokens to look for."""
    return Content("\n\n").join(_paragraphs(passages, has_text=has_text))


def _paragraphs(passages: Sequence[Passage], *, has_text: bool) -> Iterable[Content]:
    for passage in passages:
        number = Content.styled(f"¶ {passage.number}", "$quiet")
        missing = " ".join(f"“{one_line(token)}”" for token in passage.missing)
        if passage.text is None:
            why = " is not in this text: " if has_text else "  "
            yield Content.assemble(number, why, missing)
            continue
        # Highlighting counts characters, so each stays one: `printable` replaces one by one.
        text = Content(printable(passage.text))
        for start, stop in passage.marked:
            text = text.stylize(MARKED, start, stop)
        lacking = Content.styled(f"\nnot printed here: {missing}", "$error") if missing else ""
        yield Content.assemble(number, "  ", text, lacking)


def rows_above_mark(shown: Content, width: int) -> int:
    """Return how many rows of so many cells stand above the first words that are marked."""
    first = min((span.start for span in shown.spans if span.style == MARKED), default=0)
    above = shown.plain[:first].split("\n")
    return sum(max(-(-len(line) // max(width, 1)), 1) for line in above)
