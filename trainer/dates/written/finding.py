"""Every date that a running text prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.dates.written.chains import read_chain
from trainer.dates.written.context import in_context
from trainer.dates.written.model import WrittenDate
from trainer.dates.written.pieces import pieces
from trainer.dates.written.relative import read_relative
from trainer.dates.written.rules import shape
from trainer.dates.written.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.dates.written.model import Reading
    from trainer.dates.written.tokens import Piece

# With these no date begins.
_NEVER_FIRST = {Sort.WORD, Sort.NAME, Sort.SIGN, Sort.IDIOM, Sort.COMMA, Sort.DASH, Sort.CLOSE}


def find_dates(text: str) -> tuple[WrittenDate, ...]:
    """Return all dates in a text, from left to right, not overlapping, each as long as can be."""
    found = pieces(text)
    drawn = shape(found)
    dates = []
    at = 0
    while at < len(found):
        date = None if found[at].sort in _NEVER_FIRST else _longest(text, drawn, found, at)
        if date is None:
            at += 1
            continue
        says, stop = date
        start, end = found[at].start, found[stop - 1].stop
        dates.append(WrittenDate(start, end, text[start:end], says))
        at = stop
    return tuple(dates)


def _longest(text: str, drawn: str, found: Sequence[Piece], at: int) -> tuple[Reading, int] | None:
    """Return what the longest date that begins with piece `at` says, and the piece behind it."""
    chain = read_chain(drawn, found, at)
    if chain is not None:
        chain = in_context(text, found, chain)
    relative = read_relative(text, drawn, found, at)
    if chain is not None and (relative is None or relative.stop <= chain.stop):
        return (chain.says, chain.stop)
    return None if relative is None else (relative.says, relative.stop)
