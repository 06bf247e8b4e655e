"""Whether what stands around lets something be a date: what is one alone may be a name or a number.

* An ordinal without a month is a day where words of dates lead to it and no noun follows: "on the ninth, …", "the
  night of the third", but not "the third speaker".
* A month is none behind a name ("Theresa May") or where it is a verb at the beginning of a sentence ("May it rain!").
* A year is none where it counts things: "1200 sacks".
* A season and a decade without a year need an article or a preposition.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.dates.written.model import Ambiguous, Dual, points_of
from trainer.dates.written.points import Form
from trainer.dates.written.vocabulary import Sort
from trainer.text.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.dates.written.chains import Chain
    from trainer.dates.written.model import Point
    from trainer.dates.written.tokens import Piece

_LEADS_TO_DAY = {Sort.ON, Sort.BY, Sort.UNTIL, Sort.SINCE, Sort.FROM, Sort.AFTER}
_PREPOSITIONS = _LEADS_TO_DAY | {Sort.IN, Sort.OF, Sort.TO, Sort.BETWEEN, Sort.AT, Sort.ABOUT}
_LEADS_TO_SEASON = _PREPOSITIONS | {Sort.LAST, Sort.THAT, Sort.WHICH}
# What is no noun, so that an ordinal before it is not its adjective.
_ENDS_DAY = (_PREPOSITIONS - {Sort.OF}) | {
    Sort.COMMA,
    Sort.SIGN,
    Sort.CLOSE,
    Sort.DASH,
    Sort.AND,
    Sort.OR,
    Sort.THE,
    Sort.A,
    Sort.THAT,
}
_FOLLOWS_VERB = {Sort.THE, Sort.A, Sort.ON, Sort.TO, Sort.THAT}
_ALSO_VERBS = {"may", "march"}
_PREPOSITIONAL_WORDS = frozenset(
    {"for", "with", "without", "against", "into", "within", "upon", "than"}
)
_FIRST_PLAIN_YEAR, _LAST_PLAIN_YEAR = 1400, 2099
# Things are counted in round numbers, and seldom by so many that they look like a year.
_ROUND = 50


def in_context(text: str, pieces: Sequence[Piece], chain: Chain) -> Chain | None:
    """Return the chain if it can be a date where it stands, marked if it names something by its date."""
    says = chain.says
    if isinstance(says, Ambiguous | Dual):
        return chain
    if chain.nodes[0].member.form is Form.DAMAGED:
        return None
    points = points_of(says)
    around = _Around(text, pieces, chain.start, chain.stop)
    bare = [point.month is None and not _tells_more_than_a_day(point) for point in points]
    if any(bare):
        return chain if all(bare) and around.makes_a_day() else None
    if not around.lets_be(points[0]):
        return None
    if len(points) == 1 and around.is_attributive(points[0]):
        # "until the July storm", "told about the July storm": the first word is not of the date.
        led = pieces[chain.start].sort in {Sort.UNTIL, Sort.SINCE, Sort.ABOUT}
        return None if led else replace(chain, says=replace(points[0], attributive=True))
    return chain


def _tells_more_than_a_day(point: Point) -> bool:
    """Tell a point from a bare day and from a lone number."""
    if point.day is None and point.weekday is not None:
        return True
    return point.has_year or point.season is not None


def _is_early(decade: int | None) -> bool:
    return decade is not None and decade < _FIRST_PLAIN_YEAR


class _Around:
    """The pieces of a chain, and the pieces before and after it."""

    def __init__(self, text: str, pieces: Sequence[Piece], start: int, stop: int) -> None:
        self._text = text
        self._inside = pieces[start:stop]
        self._sorts = {piece.sort for piece in self._inside}
        self._before = pieces[start - 1] if start else None
        self._after = pieces[stop] if stop < len(pieces) else None

    def makes_a_day(self) -> bool:
        """Tell whether ordinals without a month are days."""
        if Sort.ORDINAL not in self._sorts or self._sorts & {Sort.FIGURE, Sort.NUMBER}:
            return False
        if self._after is not None and not self._ends_day(self._after):
            return False
        by_itself = (
            self._sorts & {Sort.WEEKDAY, Sort.UNIT} or {Sort.DAYTIME, Sort.OF} <= self._sorts
        )
        return bool(by_itself) or (Sort.THE in self._sorts and self._is_led_to_day())

    def _is_led_to_day(self) -> bool:
        leads = {Sort.FROM, Sort.BETWEEN, Sort.UNTIL, Sort.SINCE, Sort.ABOUT}
        if self._inside[0].sort in leads:
            return True
        before = self._before
        return before is not None and (before.sort in _LEADS_TO_DAY or self._word(before) == "than")

    def _ends_day(self, piece: Piece) -> bool:
        return piece.sort in _ENDS_DAY or self._word(piece) in FUNCTION_WORDS

    def lets_be(self, point: Point) -> bool:
        """Tell whether a month, a year, a season or a decade is one, and no name or number."""
        if point.day is not None or point.weekday is not None:
            return True
        if point.month is not None:
            return point.has_year or self._is_month()
        if point.season is not None:
            return point.has_year or point.part is not None or self._is_led()
        if point.short_decade is not None or _is_early(point.decade):
            return Sort.THE in self._sorts
        if point.year is not None:
            return self._is_year(point.year)
        return point.short_year is None or self._is_led()

    def _is_led(self) -> bool:
        before = self._before
        return Sort.THE in self._sorts or (before is not None and before.sort in _LEADS_TO_SEASON)

    def _is_month(self) -> bool:
        before, first = self._before, self._inside[0]
        if first.sort is Sort.MONTH and before is not None and before.sort is Sort.NAME:
            close = before.stop < first.start
            if close and self._word(before) not in FUNCTION_WORDS:
                return False
        begins = before is None or before.sort is Sort.SIGN
        alone = len(self._inside) == 1 and self._word(first) in _ALSO_VERBS
        return not (begins and alone and self._after is not None and self._is_verb(self._after))

    def _is_verb(self, after: Piece) -> bool:
        if after.sort is Sort.NAME:
            return self._word(self._inside[0]) == "may"
        return after.sort in _FOLLOWS_VERB or self._word(after) in FUNCTION_WORDS

    def _is_year(self, year: int) -> bool:
        if len(self._inside) > 1:
            return True
        led = self._before is not None and self._before.sort in _PREPOSITIONS | {Sort.THE}
        plain = _FIRST_PLAIN_YEAR <= year <= _LAST_PLAIN_YEAR
        if not self._counts_things(year):
            return plain or led
        return plain and led and year % _ROUND != 0

    def _counts_things(self, year: int) -> bool:
        after = self._after
        if after is None or after.sort not in {Sort.WORD, Sort.UNIT}:
            return False
        word = self._word(after)
        spaced = self._inside[0].stop < after.start
        plural = word.endswith("s") or (year % _ROUND == 0 and not self._is_led())
        return spaced and plural and word not in FUNCTION_WORDS

    def is_attributive(self, point: Point) -> bool:
        """Tell whether a month or year is the adjective of what follows: the March conference."""
        before, after = self._before, self._after
        if point.day is not None or point.part is not None or after is None:
            return False
        noun = after.sort in {Sort.WORD, Sort.NAME, Sort.UNIT, Sort.DAYTIME}
        if not noun or self._word(after) in FUNCTION_WORDS or self._inside[-1].stop == after.start:
            return False
        if Sort.THE in self._sorts:
            return True
        if before is None or self._word(before) in _PREPOSITIONAL_WORDS:
            return False
        return before.sort not in _PREPOSITIONS | {Sort.COMMA, Sort.LAST}

    def _word(self, piece: Piece) -> str:
        return self._text[piece.start : piece.stop].casefold()
