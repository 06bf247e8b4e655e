"""The whole of a short text as one date: what a learner typed, or one cell of a sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.dates.written.chains import read_chain
from trainer.dates.written.model import Ambiguous, Point, Relative, WrittenDate
from trainer.dates.written.numeric import read_lone_figures
from trainer.dates.written.pieces import pieces
from trainer.dates.written.relative import read_relative
from trainer.dates.written.rules import shape
from trainer.dates.written.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.dates.written.chains import Chain
    from trainer.dates.written.model import Reading
    from trainer.dates.written.tokens import Piece

_LEADS = {Sort.ON, Sort.IN, Sort.AT, Sort.BY, Sort.OF}
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class NoDate:
    """Why a text is not one date: a clause without a full stop."""

    reason: str


def read_date(text: str) -> WrittenDate | NoDate:
    """Return the whole of a short text as one date, in any case of letters, or why it is none.

    "on 3 april", "the third", "16 April New Style", "mid-April" and "two days before the fair" are
    dates; what can be read in two ways is one that says `Ambiguous`. Whether its day exists is for
    `resolve` to tell.
    """
    bare = text.strip()
    start = text.find(bare)
    readings = read_lone_figures(bare)
    if readings:
        says = readings[0] if len(readings) == 1 else Ambiguous(readings)
        return WrittenDate(start, start + len(bare), bare, says)
    found = pieces(text, any_case=True)
    first, last = _trimmed(found)
    if first >= last:
        return NoDate("nothing is written" if not bare else f"“{bare}” is no date")
    drawn = shape(found)
    stop = first
    for at in (first, 0):
        date = _whole(text, drawn, found[:last], at)
        if not isinstance(date, int):
            return date
        stop = max(stop, date)
    strange = next((p for p in found[stop:last] if p.sort in {Sort.WORD, Sort.NAME}), None)
    if strange is not None:
        return NoDate(f"“{text[strange.start : strange.stop]}” is no part of a date")
    if stop > first:
        rest = text[found[stop].start : found[last - 1].stop]
        return NoDate(
            f"“{rest}” does not go with “{text[found[first].start : found[stop - 1].stop]}”"
        )
    return NoDate(f"“{bare}” is no date")


def _trimmed(found: Sequence[Piece]) -> tuple[int, int]:
    """Return the pieces between a preposition at the beginning and a full stop at the end."""
    first, last = 0, len(found)
    while last and found[last - 1].sort in {Sort.SIGN, Sort.COMMA}:
        last -= 1
    while first < last and found[first].sort in {Sort.SIGN, Sort.COMMA}:
        first += 1
    if first < last and found[first].sort in _LEADS:
        first += 1
    return (first, last)


def _whole(text: str, drawn: str, found: Sequence[Piece], at: int) -> WrittenDate | int:
    """Return the date that reaches from piece `at` to the end, or how far one reaches."""
    stop, last = at, len(found)
    chain = read_chain(drawn[:last], found, at)
    if chain is not None:
        says = _with_lone_year(chain)
        if chain.stop == last and says is not None:
            return _written(text, found, at, says)
        stop = at if chain.nodes[0].member.number is not None else chain.stop
    relative = read_relative(text, drawn[:last], found, at)
    if relative is None:
        return stop
    anchored = isinstance(relative.says, Relative) and relative.says.anchor is not None
    if relative.stop == last or anchored:
        return _written(text, found, at, relative.says)
    return max(stop, relative.stop)


def _with_lone_year(chain: Chain) -> Reading | None:
    """Return what is said, a number beyond days being a year; None of a misprinted figure alone."""
    says, number = chain.says, chain.nodes[0].member.number
    if not isinstance(says, Point):
        return says
    if number is not None and number > _LAST_DAY:
        return replace(says, year=number)
    return None if says == Point(damaged=says.damaged) else says


def _written(text: str, found: Sequence[Piece], at: int, says: Reading) -> WrittenDate:
    start, stop = found[at].start, found[-1].stop
    return WrittenDate(start, stop, text[start:stop], says)
