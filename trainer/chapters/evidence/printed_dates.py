"""The dates that the tokens of a fact print, each token read by the one grammar of dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.dates.written import Point, Relative, Span, find_dates
from trainer.text.numerals import read_numeral
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.dates.written import WrittenDate

# "first", "second" and "third" alone count what was said, not days.
_LAST_ADVERB = 3


@dataclass(frozen=True, slots=True)
class PrintedDates:
    """Everything about dates that the tokens of a fact print.

    A point of `days` lacks its month only where no token prints one; `months` has every point that
    tells a month, and `spans` what is told by its distance: "nine days later", "a week".
    """

    days: tuple[Point, ...] = ()
    months: tuple[Point, ...] = ()
    years: frozenset[int] = frozenset()
    spans: tuple[Relative | Span, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()


def printed_dates(items: Sequence[Sequence[str]]) -> PrintedDates:
    """Return the dates that items of evidence print, each item a sequence of tokens.

    A day takes its month from its own token, else from the item that it stands in, else from an
    earlier item.
    """
    found = [[date for token in tokens for date in _dates(token)] for tokens in items]
    points = tuple(
        _with_months([[point for date in item for point in date.points] for item in found])
    )
    return PrintedDates(
        days=tuple(point for point in points if point.day is not None),
        months=tuple(point for point in points if point.month is not None),
        years=frozenset(
            year for point in points for year in (point.year, point.decade) if year is not None
        ),
        spans=tuple(
            date.says for item in found for date in item if isinstance(date.says, Relative | Span)
        ),
        words=tuple(words(token) for tokens in items for token in tokens),
    )


def _dates(token: str) -> tuple[WrittenDate, ...]:
    """Return the dates of a token, which may be cut out of "on the ninth" without its first words."""
    printed = words(token)
    article = printed[:1] == ("the",)
    numeral = read_numeral(printed, int(article))
    if numeral is None or not numeral.ordinal or not (article or numeral.value > _LAST_ADVERB):
        return find_dates(token)
    return find_dates(f"on {token}" if article else f"on the {token}")


def _with_months(items: Sequence[Sequence[Point]]) -> Iterator[Point]:
    """Yield the points of each item, days without a month with that of the one before, or of their item."""
    carried: int | None = None
    for points in items:
        first = next((point.month for point in points if point.month is not None), None)
        month = carried or first
        for point in points:
            month = point.month or month
            yield point if point.day is None else replace(point, month=month)
        carried = month
