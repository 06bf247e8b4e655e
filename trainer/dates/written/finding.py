"""Every date that a running text prints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.dates.written.chains import Chain, read_chain
from trainer.dates.written.model import Ambiguous, DateList, Dual, Point, Range, WrittenDate
from trainer.dates.written.pieces import Piece, pieces
from trainer.dates.written.points import Form
from trainer.dates.written.relative import Found, read_relative
from trainer.dates.written.rules import shape
from trainer.dates.written.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEADS_TO_DAY = {Sort.ON, Sort.BY, Sort.UNTIL, Sort.SINCE, Sort.FROM, Sort.AFTER}
_PREPOSITIONS = _LEADS_TO_DAY | {Sort.IN, Sort.OF, Sort.TO, Sort.BETWEEN, Sort.AT, Sort.ABOUT}
_ENDS_DAY = {
    Sort.COMMA,
    Sort.SIGN,
    Sort.CLOSE,
    Sort.DASH,
    Sort.AND,
    Sort.OR,
    Sort.IN,
    Sort.AT,
    Sort.BY,
    Sort.FROM,
    Sort.TO,
    Sort.THE,
    Sort.A,
    Sort.ON,
    Sort.AFTER,
    Sort.UNTIL,
    Sort.THAT,
}
# Words that are no noun, so that what stands before them is not its adjective.
_FUNCTION_WORDS = frozenset(
    "he she it they we I you who which what when where while as if but for with without was were is are "
    "had has have did does do would could should must might may can will shall there then thus also not "
    "no now nor so yet still already only even because before into against under over his her their its our "
    "my your these those such than until till upon".split()
)
_MORE_PREPOSITIONS = frozenset({"for", "with", "without", "against", "into", "within", "upon", "than"})
_ALSO_VERBS = frozenset({"May", "March", "MAY", "MARCH"})
_FIRST_PLAIN_YEAR, _LAST_PLAIN_YEAR = 1400, 2099


def find_dates(text: str) -> tuple[WrittenDate, ...]:
    """Return all dates in a text, from left to right, not overlapping, each as long as can be."""
    return find_in(text, pieces(text))


def find_in(text: str, found: Sequence[Piece]) -> tuple[WrittenDate, ...]:
    """Return all dates in a text that was read into pieces."""
    drawn = shape(found)
    dates = []
    at = 0
    while at < len(found):
        date = _longest(text, drawn, found, at)
        if date is None:
            at += 1
            continue
        says, stop = date.says, date.stop
        start, end = found[at].start, found[stop - 1].stop
        dates.append(WrittenDate(start, end, text[start:end], says))
        at = stop
    return tuple(dates)


def _longest(text: str, drawn: str, found: Sequence[Piece], at: int) -> Chain | Found | None:
    if found[at].sort in {Sort.WORD, Sort.NAME, Sort.SIGN, Sort.IDIOM, Sort.COMMA, Sort.DASH}:
        return None
    chain = read_chain(drawn, found, at)
    if chain is not None:
        chain = _in_context(text, found, chain)
    relative = read_relative(text, drawn, found, at)
    if chain is None or (relative is not None and relative.stop > chain.stop):
        return relative
    return chain


def _in_context(text: str, found: Sequence[Piece], chain: Chain) -> Chain | None:
    """Return the chain if what stands around it lets it be a date, marked if it names something."""
    says = chain.says
    before = found[chain.start - 1] if chain.start else None
    after = found[chain.stop] if chain.stop < len(found) else None
    around = _Around(text, found, chain, before, after)
    if isinstance(says, Ambiguous | Dual):
        return chain
    points = _points(says)
    if any(node.member.form is Form.DAMAGED for node in chain.nodes[:1]):
        return None
    if all(_is_bare_day(point) for point in points):
        return chain if around.makes_a_day() else None
    if any(_is_bare_day(point) or point == Point() for point in points):
        return None
    for point in points[:1]:
        if not around.lets_be(point):
            return None
    if len(points) == 1 and around.is_attributive(points[0]):
        # "until the July storm", "told about the July storm": the first word is not of the date.
        led = found[chain.start].sort in {Sort.UNTIL, Sort.SINCE, Sort.ABOUT}
        return None if led else replace(chain, says=replace(points[0], attributive=True))
    return chain


def _points(says: Point | Range | DateList) -> list[Point]:
    match says:
        case Point():
            return [says]
        case Range(start, end):
            return [point for point in (start, end) if point is not None]
        case DateList(_, members):
            return [point for member in members for point in _points(member)]


def _is_bare_day(point: Point) -> bool:
    return (
        point.day is not None
        and point.month is None
        or (point == Point(approximate=point.approximate, uncertain=point.uncertain))
    )


class _Around:
    """What stands around a chain."""

    def __init__(
        self,
        text: str,
        found: Sequence[Piece],
        chain: Chain,
        before: Piece | None,
        after: Piece | None,
    ) -> None:
        self._text = text
        self._chain = chain
        self._inside = found[chain.start : chain.stop]
        self._sorts = {piece.sort for piece in self._inside}
        self._before = before
        self._after = after

    def makes_a_day(self) -> bool:
        """Tell whether ordinals without a month are days: "on the ninth, …", "the night of the third"."""
        if Sort.ORDINAL not in self._sorts or self._sorts & {Sort.FIGURE, Sort.NUMBER}:
            return False
        if not self._ends_here():
            return False
        led = Sort.DAYTIME in self._sorts and Sort.OF in self._sorts
        head = self._inside[0].sort in {Sort.FROM, Sort.BETWEEN, Sort.UNTIL, Sort.SINCE}
        before = self._before is not None and self._before.sort in _LEADS_TO_DAY
        before = before or Sort.ABOUT in self._sorts or self._is_than()
        weekday = Sort.WEEKDAY in self._sorts
        return led or weekday or (Sort.THE in self._sorts and (head or before))

    def _is_than(self) -> bool:
        """Tell "not later than the fifth"."""
        return self._before is not None and self._word(self._before) == "than"

    def _ends_here(self) -> bool:
        return self._after is None or self._after.sort in _ENDS_DAY or self._is_function(self._after)

    def _word(self, piece: Piece) -> str:
        return self._text[piece.start : piece.stop]

    def _is_function(self, piece: Piece) -> bool:
        return self._word(piece) in _FUNCTION_WORDS

    def lets_be(self, point: Point) -> bool:
        """Tell whether a month, a year, a season or a decade is one, and no name or number."""
        if point.day is not None or point.weekday is not None:
            return True
        if point.month is not None:
            return point.has_year or self._is_month()
        if point.season is not None:
            return point.has_year or point.part is not None or self._is_led()
        if point.short_decade is not None:
            return Sort.THE in self._sorts
        if point.year is not None:
            return self._is_year(point.year)
        return point.short_year is None or self._is_led()

    def _is_led(self) -> bool:
        before = self._before
        return Sort.THE in self._sorts or (
            before is not None and before.sort in _PREPOSITIONS | {Sort.LAST, Sort.THAT, Sort.WHICH}
        )

    def _is_month(self) -> bool:
        """Tell April from a person's name, and the month from "May it …", "March on!"."""
        before, after = self._before, self._after
        (word, *rest) = self._inside
        named = before is not None and before.sort is Sort.NAME and before.stop < word.start
        if named and word.sort is Sort.MONTH:
            return False
        if rest or self._word(word) not in _ALSO_VERBS:
            return True
        begins = before is None or before.sort is Sort.SIGN
        return not (begins and after is not None and self._follows_verb(after))

    def _follows_verb(self, after: Piece) -> bool:
        if after.sort is Sort.NAME:
            return self._word(self._inside[0]).casefold() == "may"
        return after.sort in {Sort.THE, Sort.A, Sort.ON, Sort.TO, Sort.THAT} or self._is_function(after)

    def _is_year(self, year: int) -> bool:
        """Tell a year from a number of things: 1200 sacks."""
        if len(self._inside) > 1:
            return True
        led = self._before is not None and self._before.sort in _PREPOSITIONS | {Sort.THE}
        plain = _FIRST_PLAIN_YEAR <= year <= _LAST_PLAIN_YEAR
        if not plain and not led:
            return False
        after = self._after
        if after is None or after.sort not in {Sort.WORD, Sort.UNIT}:
            return True
        word = self._text[after.start : after.stop]
        counts = word.endswith("s") and word not in _FUNCTION_WORDS and self._inside[0].stop < after.start
        return not counts or (led and plain and year % 50 != 0)

    def is_attributive(self, point: Point) -> bool:
        """Tell whether a month or year is the adjective of what follows: the March conference."""
        after, before = self._after, self._before
        if point.day is not None or point.part is not None or after is None:
            return False
        if after.sort not in {Sort.WORD, Sort.NAME, Sort.UNIT} or self._is_function(after):
            return False
        if self._inside[-1].stop == after.start:
            return False
        if Sort.THE in self._sorts:
            return True
        if before is None or self._word(before).casefold() in _MORE_PREPOSITIONS:
            return False
        return before.sort not in _PREPOSITIONS | {Sort.COMMA, Sort.LAST}
