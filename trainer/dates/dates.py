"""A date as the record keeps it: EDTF and the calendar it is told in.

The twin in the other calendar is derived, never stored. Before the Gregorian reform of 1582 it
is proleptic: a name for the day that nobody used at the time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from trainer.dates.calendars import Calendar, day_number, days_in_month, from_day_number
from trainer.dates.edtf import DateSet, Edtf, Interval, Moment, Unspecified, parse_edtf
from trainer.dates.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Date:
    """Plain data; `make_date` checks it. `end_calendar` is for an interval across the change."""

    edtf: str
    calendar: Calendar
    end_calendar: Calendar | None = None

    def __hash__(self) -> int:
        """By the text alone, which keeps its hash: dates are looked up by the million."""
        return hash(self.edtf)


class Precision(StrEnum):
    """How narrowly a date is told; an interval with an open end is `open`."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    SET = "set"
    OPEN = "open"


_COARSE = {Precision.DECADE, Precision.CENTURY}


class Bounds(NamedTuple):
    """The first and the last day that are meant, as Julian day numbers; None is an open end."""

    first: int | None
    last: int | None


def make_date(edtf: str, calendar: Calendar, end_calendar: Calendar | None = None) -> Date:
    """Return a date that is known to exist, its EDTF in canonical form.

    Raises:
        EdtfError: The text is not EDTF (a DateError too).
        DateError: A day does not exist in its calendar, a year is out of range, an interval ends
            before it begins, or an end calendar is given to what is not a closed interval.
    """
    value = parse_edtf(edtf)
    if end_calendar is not None and not _is_closed_interval(value):
        what = f"{edtf!r} is not an interval with two ends, yet its end has a calendar"
        raise DateError(what, "leave the end's calendar out")
    date = Date(str(value), calendar, None if end_calendar is calendar else end_calendar)
    bounds(date)
    return date


def precision(date: Date) -> Precision:
    """Tell how narrowly the date is told: `1901-04-XX` is a month, `1901-XX` a year."""
    match parse_edtf(date.edtf):
        case DateSet():
            return Precision.SET
        case Interval(start, end):
            return Precision.OPEN if start is None or end is None else Precision.INTERVAL
        case Moment() as moment:
            return _moment_precision(moment)


@lru_cache(maxsize=65536)
def bounds(date: Date) -> Bounds:
    """Return the first and last day meant, qualifications apart: `1820~` is the year 1820.

    Raises:
        DateError: As `make_date`, if the date was not made by it.
    """
    value = parse_edtf(date.edtf)
    if not isinstance(value, DateSet):
        return _bounds(value, date.calendar, date.end_calendar)
    members = [_bounds(member, date.calendar) for member in value.members]
    firsts = [member.first for member in members]
    lasts = [member.last for member in members]
    return Bounds(
        None if None in firsts else min(first for first in firsts if first is not None),
        None if None in lasts else max(last for last in lasts if last is not None),
    )


def single_day(date: Date) -> int | None:
    """Return the day number of a date that is one day, None of any other."""
    first, last = bounds(date)
    return first if first == last else None


def is_approximate(date: Date) -> bool:
    """Tell whether any part of the date is marked `~` or `%`."""
    return any(moment.is_approximate for moment in _moments(parse_edtf(date.edtf)))


def is_uncertain(date: Date) -> bool:
    """Tell whether any part of the date is marked `?` or `%`."""
    return any(moment.is_uncertain for moment in _moments(parse_edtf(date.edtf)))


def twin(date: Date) -> Date | None:
    """Return the date in the other calendar, with its qualifications.

    A day gives a day; a month, year or closed interval an interval of days; an open end stays
    open; a set of days is turned member by member. None where there is no fair answer: a decade
    or century, a set of anything but days, an interval that already uses both calendars, and a
    twin whose year is out of range.
    """
    if date.end_calendar is not None:
        return None
    return _converted(date, date.calendar.other)


def in_calendar(date: Date, calendar: Calendar) -> Date | None:
    """Return the date wholly in `calendar`: itself, its twin, or None as for `twin`."""
    if date.end_calendar is None and date.calendar is calendar:
        return date
    return _converted(date, calendar)


def shift(date: Date, *, days: int = 0, weeks: int = 0, months: int = 0, years: int = 0) -> Date:
    """Return the date so much later (or earlier), of the same precision and qualification.

    Months and years come first and clamp to the end of the month (31 January plus a month is the
    last of February); then weeks and days.

    Raises:
        DateError: The precision does not bear it (days on a month, months on a year, anything on
            an interval, set, decade or century), or the result is out of range.
    """
    days += 7 * weeks
    if not (days or months or years):
        return date
    moment = parse_edtf(date.edtf)
    grain = precision(date)
    if not isinstance(moment, Moment) or grain in _COARSE:
        what = f"{date.edtf!r} cannot be moved by a span of time"
        raise DateError(what, "reckon from a day, month or year")
    if days and grain is not Precision.DAY:
        what = f"{date.edtf!r} is a {grain} and cannot be moved by days"
        raise DateError(what, "reckon from a day, or by months or years")
    if months and grain is Precision.YEAR:
        what = f"{date.edtf!r} is a year and cannot be moved by months"
        raise DateError(what, "reckon from a month, or by years")
    moved = _moved_by_months(moment, 12 * years + months, date.calendar)
    first = _first_day(moved, date.calendar)
    if days:
        moved = _day_moment(first + days, date.calendar, moved)
    return make_date(str(moved), date.calendar)


def sort_key(date: Date) -> tuple[bool, int, bool, int, str, str]:
    """Return a key that sorts any dates by first day, then last, then as they are written.

    An open start comes before, and an open end after, every day.
    """
    first, last = bounds(date)
    return (first is not None, first or 0, last is None, last or 0, date.edtf, date.calendar.value)


def _is_closed_interval(value: Edtf) -> bool:
    return isinstance(value, Interval) and None not in {value.start, value.end}


def moments(date: Date) -> Iterator[tuple[Moment, Calendar]]:
    """Yield what a date is made of, each with its calendar: ends of an interval, members of a set."""
    value = parse_edtf(date.edtf)
    end = value.end if isinstance(value, Interval) else None
    for moment in _moments(value):
        other = date.end_calendar if moment is end else None
        yield (moment, other or date.calendar)


def _moments(value: Edtf) -> Iterator[Moment]:
    match value:
        case Moment():
            yield value
        case Interval(start, end):
            yield from (moment for moment in (start, end) if moment is not None)
        case DateSet(_, members):
            for member in members:
                yield from _moments(member)


def _moment_precision(moment: Moment) -> Precision:
    match moment.unspecified:
        case Unspecified.YEAR_OF_DECADE:
            return Precision.DECADE
        case Unspecified.YEAR_OF_CENTURY:
            return Precision.CENTURY
        case _ if moment.day is not None:
            return Precision.DAY
        case _ if moment.month is not None:
            return Precision.MONTH
        case _:
            return Precision.YEAR


def _first_day(moment: Moment, calendar: Calendar) -> int:
    return day_number(moment.year, moment.month or 1, moment.day or 1, calendar)


def _last_day(moment: Moment, calendar: Calendar) -> int:
    year, month = moment.last_year, moment.month or 12
    day = moment.day or days_in_month(year, month, calendar)
    return day_number(year, month, day, calendar)


def _bounds(
    value: Moment | Interval, calendar: Calendar, end_calendar: Calendar | None = None
) -> Bounds:
    if isinstance(value, Moment):
        return Bounds(_first_day(value, calendar), _last_day(value, calendar))
    first = None if value.start is None else _first_day(value.start, calendar)
    last = None if value.end is None else _last_day(value.end, end_calendar or calendar)
    if first is not None and last is not None and last < first:
        what = f"{value.end} comes before {value.start}"
        raise DateError(what, "put the earlier end first, or correct a calendar")
    return Bounds(first, last)


def _day_moment(number: int, calendar: Calendar, like: Moment) -> Moment:
    """Name a day, as sure as `like` is."""
    return Moment(*from_day_number(number, calendar), like.qualification)


def _converted(date: Date, calendar: Calendar) -> Date | None:
    value = parse_edtf(date.edtf)
    if any(_moment_precision(moment) in _COARSE for moment in _moments(value)):
        return None
    try:
        converted = _converted_value(value, date, calendar)
    except DateError:  # the year before the first or after the last
        return None
    return None if converted is None else Date(str(converted), calendar)


def _converted_value(value: Edtf, date: Date, calendar: Calendar) -> Edtf | None:
    if isinstance(value, DateSet):
        if any(moment.day is None for moment in _moments(value)):
            return None
        members = (_converted_member(member, date, calendar) for member in value.members)
        return DateSet(value.kind, tuple(members))
    return _converted_member(value, date, calendar)


def _converted_member(
    member: Moment | Interval, date: Date, calendar: Calendar
) -> Moment | Interval:
    if isinstance(member, Moment) and member.day is not None:
        return _day_moment(_first_day(member, date.calendar), calendar, member)
    interval = Interval(member, member) if isinstance(member, Moment) else member
    first, last = _bounds(interval, date.calendar, date.end_calendar)
    return Interval(
        _converted_end(interval.start, first, calendar),
        _converted_end(interval.end, last, calendar),
    )


def _converted_end(end: Moment | None, number: int | None, calendar: Calendar) -> Moment | None:
    return None if end is None or number is None else _day_moment(number, calendar, end)


def _moved_by_months(moment: Moment, months: int, calendar: Calendar) -> Moment:
    if moment.month is None:
        return replace(moment, year=moment.year + months // 12)
    year, month = divmod(12 * moment.year + moment.month - 1 + months, 12)
    month += 1
    day = moment.day and min(moment.day, days_in_month(year, month, calendar))
    return replace(moment, year=year, month=month, day=day)
