"""What stands in quotation marks, or between the underscores and asterisks of plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.text.folding import plain_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

# A mark opens or closes by what stands beside it, not by its shape: scans and typists mix the shapes up.
_MARKS = "\"'"
_EMPHASIS = re.compile(r"(?<!\w)([_*])(?=[^\s_*])([^_*]*[^\s_*])\1(?!\w)")
_BEFORE_OPENING = frozenset("([{–-/")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is quoted, without its marks: characters `start` to before `stop`."""

    start: int
    stop: int
    text: str


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return what a paragraph quotes, in the order in which it opens; what is quoted within a quotation too.

    A quotation that is never closed runs to the end of the paragraph.
    """
    plain = plain_marks(text)
    spans = [
        *_between(plain, '"', open_ended=True),
        *_between(plain, "'", open_ended=False),
        *(match.span(2) for match in _EMPHASIS.finditer(plain)),
    ]
    found = [Quotation(start, stop, text[start:stop]) for start, stop in spans]
    return tuple(sorted(found, key=lambda quotation: (quotation.start, -quotation.stop)))


def _between(text: str, mark: str, *, open_ended: bool) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for index, sign in enumerate(text):
        if sign != mark:
            continue
        opens, closes = _can_open(text, index), _can_close(text, index)
        if opens and (start is None or not closes):
            start = index + 1
        elif start is not None and (closes or open_ended):
            yield from _trimmed(text, start, index)
            start = None
    if start is not None and open_ended:
        yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield (start, stop)


def _can_open(text: str, index: int) -> bool:
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    outside = not before or before.isspace() or before in _BEFORE_OPENING or before in _MARKS
    return outside and bool(after) and not after.isspace() and after not in ",.;:!?)]}"


def _can_close(text: str, index: int) -> bool:
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if not before or before.isspace() or before in "([{":
        return False
    return not (after.isalnum() and before.isalnum())
