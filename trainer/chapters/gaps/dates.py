"""Whether the dates that a paragraph prints are on record.

* A day, month or year is, if a fact with evidence in the paragraph holds just that: its own date, one of its ends, a
  membership's, an office's, a fate's. What print leaves out, such as the year or the calendar, is as the fact has it.
* If the fact's date only lies within what is printed (a day in `the March conference`), or the other way round, or the fact
  has it in its words, or corrects it, then it must quote the date in its evidence there.
* The chapter's own year, with no month or day, is on record by the chapter itself.
* A date told by another (`three days later`, `that night`) must be quoted by a fact that has a date.
* All days of a list, both ends of a span and both names of a day in two calendars have to be on record; what is too
  damaged to be read is taken for what stands beside it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from trainer.chapters.gaps.contents import Found
from trainer.chapters.record import GapClass, Status
from trainer.dates import (
    Calendar,
    Date,
    DateError,
    bounds,
    century_of,
    day_number,
    from_day_number,
    moments,
)
from trainer.dates.written import Ambiguous
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.gaps.claims import Claim
    from trainer.chapters.gaps.contents import Cited, Contents
    from trainer.chapters.gaps.paragraph import Paragraph
    from trainer.chapters.record import Dating
    from trainer.dates.written import Point, WrittenDate


_DECADE = 10
_CENTURY = 100


# Words that lead to a date and are no part of it for whoever quotes it.
_LEADS = frozenset(
    words("the a an on in at by from since until till to of during about around between")
)


def find_dates(contents: Contents) -> Iterator[Found]:
    """Yield the dates of a paragraph."""
    for date in contents.dates:
        yield Found(
            class_=GapClass.DATE,
            start=without_leads(date, contents.paragraph),
            stop=date.stop,
            recorded=_is_year(date, contents.year) or _is_on_record(date, contents),
        )


def without_leads(date: WrittenDate, paragraph: Paragraph) -> int:
    """Return where a date begins in a paragraph but for the small words that lead to it."""
    at = paragraph.indices(date.start, date.stop)
    own = (index for index in at if paragraph.words[index] not in _LEADS)
    return next((paragraph.located[index].start for index in own), date.start)


def _is_year(date: WrittenDate, year: int) -> bool:
    """Tell whether a date is no more than a year, and that one."""
    (point, *others) = date.points or (None,)
    return (
        point is not None
        and not others
        and point.year == year
        and point.month is None
        and point.season is None
    )


def _is_on_record(date: WrittenDate, contents: Contents) -> bool:
    """Tell whether one of the facts with evidence in the paragraph has a date on record."""
    claims = [cited.claim for cited in contents.cited]
    quoting = [cited.claim for cited in contents.cited if _quotes(cited, date, contents.paragraph)]
    points = [point for point in date.points if _tells_day_month_or_year(point)]
    if not points:
        return any(claim.datings for claim in quoting)
    if any(dating.status is Status.CORRECTED for claim in quoting for dating in claim.datings):
        return True
    judged = (
        any(_holds(claim, point) for claim in claims)
        or any(_touches(claim, point) or _says(claim, point) for claim in quoting)
        for point in points
    )
    return any(judged) if isinstance(date.says, Ambiguous) else all(judged)


def _tells_day_month_or_year(point: Point) -> bool:
    return point.day is not None or point.month is not None or point.has_year


def _quotes(cited: Cited, date: WrittenDate, paragraph: Paragraph) -> bool:
    """Tell whether a token prints at least half of the words of a date where it stands."""
    at = set(paragraph.indices(date.start, date.stop))
    return any(
        2 * len(at.intersection(paragraph.indices(place.start, place.stop))) >= len(at)
        for place in cited.places
    )


class _Face(NamedTuple):
    """A day, month, year, decade or century that a fact holds, as one of the two calendars names it."""

    calendar: Calendar
    year: int
    last_year: int
    month: int | None
    day: int | None


def _holds(claim: Claim, point: Point) -> bool:
    """Tell whether a fact holds a printed day, month or year as such."""
    return any(
        _agrees(face, point)
        and (face.day is None) == (point.day is None)
        and (face.month is None) == (point.month is None and point.day is None)
        and face.last_year - face.year == _width(point)
        for dating in claim.datings
        for face in _faces(dating.date)
    )


def _touches(claim: Claim, point: Point) -> bool:
    """Tell whether a fact's date lies within a printed one, or a printed day within a fact's date."""
    return any(
        any(_agrees(face, point) for face in _faces(dating.date)) or _lies_within(dating, point)
        for dating in claim.datings
    )


def _says(claim: Claim, point: Point) -> bool:
    """Tell whether the fact's own words have a printed date."""
    told = (point.day, point.month, *point.years)
    return any(
        told == (other.day, other.month, *other.years)
        for date in claim.dates_in_words
        for other in date.points
    )


def _agrees(face: _Face, point: Point) -> bool:
    """Tell whether everything that is printed of a date is so in a fact's date."""
    return (
        point.calendar in {None, face.calendar}
        and point.day in {None, face.day}
        and point.month in {None, face.month}
        and _year_agrees(face, point)
    )


def _year_agrees(face: _Face, point: Point) -> bool:
    if point.year is not None:
        return face.year <= point.year <= face.last_year
    if point.short_year is not None:
        return face.year % _CENTURY == point.short_year
    decade = face.year - face.year % _DECADE
    if point.decade is not None:
        return decade == point.decade
    if point.short_decade is not None:
        return decade % _CENTURY == point.short_decade
    if point.century is not None:
        return century_of(face.last_year) == point.century
    return True


def _width(point: Point) -> int:
    if point.day is not None or point.month is not None or point.year is not None:
        return 0
    if point.decade is not None or point.short_decade is not None:
        return _DECADE - 1
    return _CENTURY - 1 if point.century is not None else 0


def _lies_within(dating: Dating, point: Point) -> bool:
    """Tell whether a printed day is one of those between the ends of a fact's date."""
    if point.day is None or point.month is None:
        return False
    first, last = bounds(dating.date)
    known = [edge for edge in (first, last) if edge is not None]
    calendar = point.calendar or dating.date.calendar
    years = {point.year} if point.year is not None else {_year(edge, calendar) for edge in known}
    return any(
        (first is None or first <= number) and (last is None or number <= last)
        for year in years
        for number in _day_numbers(year, point.month, point.day, calendar)
    )


def _day_numbers(year: int, month: int, day: int, calendar: Calendar) -> Iterator[int]:
    try:
        yield day_number(year, month, day, calendar)
    except DateError:
        return


def _year(number: int, calendar: Calendar) -> int:
    return from_day_number(number, calendar)[0]


@lru_cache(maxsize=4096)
def _faces(date: Date) -> tuple[_Face, ...]:
    """Return the days, months and years that make up a date; of a day, both its names."""
    faces = []
    for moment, calendar in moments(date):
        faces.append(_Face(calendar, moment.year, moment.last_year, moment.month, moment.day))
        if moment.month is not None and moment.day is not None:
            number = day_number(moment.year, moment.month, moment.day, calendar)
            year, month, day = from_day_number(number, calendar.other)
            faces.append(_Face(calendar.other, year, year, month, day))
    return tuple(faces)
