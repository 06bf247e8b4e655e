"""Dates told by other dates, and spans of time: the rules, and what a match of them says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.dates.written.anchors import anchor_after
from trainer.dates.written.model import Direction, Relative, Span, Unit
from trainer.dates.written.rules import compile_rules
from trainer.dates.written.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trainer.dates.written.tokens import Piece

_PARTS = {
    "figures": "cardinal | figure | number",
    "how_many": "few? figures ((or | to | dash) figures)? word? | few word? | half | a",
    "counted": "((quite | about) (quite | about)?)? the? how_many dash? unit (or cardinal)?",
}
_DATES = {
    # three days later, two weeks before, a year ago, weeks later
    "distance": "(counted | unit) (later | ago | after | which)",
    # the next day, the very next evening, the past two weeks, the ensuing four dramatic days
    "which_one": "the? very? which ((figures | few) word?)? (unit | daytime | weekday)",
    # last night, the last few days, the last week preceding
    "last_one": "the? last (figures | few)? (unit | daytime | weekday) which?",
    # that night, that very day
    "that_one": "that (unit | daytime)",
    # the day before, the very day after, the Monday after
    "beside": "the very? (unit | daytime | weekday) after",
    # yesterday evening
    "adverb_of_time": "adverb daytime?",
    # on the eve of
    "eve_of": "the very? eve | on eve",
    # on the day of, on the very day when, the day the
    "day_when": "on? the very? unit",
    # the end of the month
    "part_of_unit": "the? very? part (the | that) which? (unit | century)",
    # twenty-two days
    "span": "counted",
}
_RULES = compile_rules(_PARTS | _DATES)

_FIGURES = {Sort.CARDINAL, Sort.FIGURE, Sort.NUMBER}
_MONTHS_IN_HALF_A_YEAR = 6
# "A day" and "one day" are a span only behind such a word: a day of joy lasts as long as it likes.
_LEADS_TO_SPAN = re.compile(
    r"\b(?:for|in|within|after|than|about|every|only|just|fully|of)\s+$", re.IGNORECASE
)
_LEADS_BACK = 12
# What follows "the day" and "on the day" where they date something.
_CLAUSE = re.compile(r"\s+(?:when\b|on which\b|the\s)")
_OF = re.compile(r"\s*of ")
_CLAUSE_AFTER_ON = re.compile(r"\s+(?:of\s|when\b|that\b|on which\b|the\s|[A-Z])")


@dataclass(frozen=True, slots=True)
class Found:
    """What was read, up to before piece `stop`."""

    says: Relative | Span
    stop: int


def read_relative(text: str, shape: str, pieces: Sequence[Piece], at: int) -> Found | None:
    """Return the longest relative date or span of time that begins with piece `at`."""
    best: Found | None = None
    for rule in _DATES:
        match = _RULES[rule].match(shape, at)
        if match is None or (best is not None and match.end() <= best.stop):
            continue
        found = _Match(text, pieces[at : match.end()])
        says = _SAYS[rule](found) if found.unit is not None else None
        if says is not None:
            best = Found(says, match.end())
    return best


class _Match:
    """The pieces of a match, and what they say together."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self.text = text
        self.pieces = pieces
        self.sorts = {piece.sort for piece in pieces}
        self.start, self.stop = pieces[0].start, pieces[-1].stop
        self.says: dict[str, Any] = {}
        for piece in pieces:
            self.says |= piece.says
        for name in ("day", "uncertain"):
            self.says.pop(name, None)
        self.unit = self._unit()
        self._count()

    def _unit(self) -> Unit | None:
        """Return what is counted; None where a half is not of a year."""
        unit: Unit = self.says.get("unit", Unit.DAY)
        if Sort.CENTURY in self.sorts:
            unit = Unit.CENTURY
        elif "weekday" in self.says:
            unit = Unit.WEEK
        if Sort.HALF in self.sorts:
            if unit is not Unit.YEAR:
                return None
            unit = Unit.MONTH
        self.says["unit"] = unit
        return unit

    def _count(self) -> None:
        """Put in how many units there are: a number, the 1 of "next", or None of "several"."""
        times = self.says.pop("times", 1)
        numbers = [piece.number for piece in self.pieces if piece.sort in _FIGURES]
        few = [piece.says.get("count") for piece in self.pieces if piece.sort is Sort.FEW]
        if Sort.HALF in self.sorts:
            counts: list[int | None] = [_MONTHS_IN_HALF_A_YEAR]
        elif Sort.A in self.sorts:
            counts = [1, *numbers]
        else:
            counts = numbers or few or [self.says.get("count")]
        many = [None if count is None else count * times for count in counts]
        self.says["count"] = many[0]
        if len(many) > 1:
            self.says["most"] = many[-1]

    @property
    def is_numbered(self) -> bool:
        """Whether a number of units is told, if only that they are several."""
        return bool(self.sorts & (_FIGURES | {Sort.FEW}))

    def word(self, sort: Sort) -> str:
        """Return the first piece of a sort as it is printed; "" if there is none."""
        found = next((piece for piece in self.pieces if piece.sort is sort), None)
        return "" if found is None else self.text[found.start : found.stop].casefold()

    def is_plural(self) -> bool:
        return self.word(Sort.UNIT).endswith("s")

    def relative(self, *, anchored: bool = False, **more: Any) -> Relative:
        says = self.says | more
        return Relative(**says, anchor=anchor_after(self.text, self.stop) if anchored else None)


def _distance(found: _Match) -> Relative | None:
    bare = found.pieces[0].sort is Sort.UNIT
    if bare and not found.is_plural():  # "day after day"
        return None
    anchored = found.pieces[-1].sort in {Sort.AFTER, Sort.WHICH}
    # The direction of "following" counts, not its number.
    return found.relative(anchored=anchored, **({"count": None} if bare else {}))


def _which_one(found: _Match) -> Relative | None:
    several = found.is_numbered or found.is_plural()
    past_hour = found.word(Sort.WHICH) == "past" and Sort.UNIT not in found.sorts
    if found.unit is Unit.HOUR or past_hour:  # "the same hours", "past midnight"
        return None
    count = found.says["count"] if found.is_numbered or not several else None
    return found.relative(count=count, throughout=several)


def _last_one(found: _Match) -> Relative | None:
    count = found.says["count"] if found.is_numbered or not found.is_plural() else None
    return found.relative(
        anchored=Sort.WHICH in found.sorts,
        count=count,
        throughout=Sort.UNIT in found.sorts,
        deictic=not found.sorts & {Sort.THE, Sort.WHICH},
    )


def _that_one(found: _Match) -> Relative | None:
    return None if found.unit is Unit.HOUR or found.is_plural() else found.relative()


def _beside(found: _Match) -> Relative | None:
    return None if found.is_plural() else found.relative(anchored=True, count=1)


def _adverb_of_time(found: _Match) -> Relative:
    return found.relative()


def _eve_of(found: _Match) -> Relative:
    return found.relative(anchored=_OF.match(found.text, found.stop) is not None)


def _day_when(found: _Match) -> Relative | None:
    clause = _CLAUSE_AFTER_ON if found.pieces[0].sort is Sort.ON else _CLAUSE
    dates = found.unit is Unit.DAY and not found.is_plural()
    if not dates or not clause.match(found.text, found.stop):
        return None
    return found.relative(anchored=True, count=0, direction=Direction.SAME)


def _part_of_unit(found: _Match) -> Relative:
    return found.relative(count=0, direction=Direction.SAME)


def _span(found: _Match) -> Span | None:
    says = found.says
    one = found.unit in {Unit.DAY, Unit.HOUR} and says["count"] == 1 and "most" not in says
    before = found.text[max(found.start - _LEADS_BACK, 0) : found.start]
    if one and Sort.QUITE not in found.sorts and not _LEADS_TO_SPAN.search(before):
        return None
    return Span(
        count=says["count"],
        unit=says["unit"],
        most=says.get("most"),
        approximate=says.get("approximate", False),
    )


_SAYS: dict[str, Callable[[_Match], Relative | Span | None]] = {
    "distance": _distance,
    "which_one": _which_one,
    "last_one": _last_one,
    "that_one": _that_one,
    "beside": _beside,
    "adverb_of_time": _adverb_of_time,
    "eve_of": _eve_of,
    "day_when": _day_when,
    "part_of_unit": _part_of_unit,
    "span": _span,
}
