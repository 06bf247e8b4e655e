"""Dates at the grain that they are worth asking at."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from trainer.chapters.record import Grain
from trainer.dates import (
    Calendar,
    Date,
    DateError,
    Precision,
    bounds,
    format_date,
    from_day_number,
    is_approximate,
    is_uncertain,
    precision,
    twin,
)
from trainer.dates.names import MONTHS

if TYPE_CHECKING:
    from trainer.chapters.record import Event

STYLES = {Calendar.JULIAN: "Old Style", Calendar.GREGORIAN: "New Style"}

# What is told only about, or of a whole decade, is asked in words of its own.
_LOOSE = {Precision.DECADE, Precision.YEAR}

# A date of the chapter is met many times as key and distractor.
_CACHED = 4096

# Nobody is asked for a decade or for "before April" as if it were a date.
_ASKABLE = {Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.INTERVAL}
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_YEAR = re.compile(r"\b[12]\d{3}\b")
_YEAR_AND_MONTH = re.compile(r"(-?\d{4})(?:-(\d\d))?")


def asked_date(event: Event) -> Date | str:
    """Return the event's date at its grain, or why its date is not asked."""
    if event.when is None:
        return "it has no date"
    date, grain = event.when.date, event.ask_grain
    if grain in {Grain.PHASE, Grain.ORDER}:
        return f"its date is worth no more than its {grain}"
    if is_approximate(date) or is_uncertain(date):
        return "its date is not certain"
    if precision(date) not in _ASKABLE or date.end_calendar is not None:
        return f"its date is too loose to ask ({date.edtf})"
    cut = {
        Grain.DAY: date.edtf,
        Grain.MONTH: _cut(date, months=True),
        Grain.YEAR: _cut(date, months=False),
    }
    edtf = cut[grain]
    if edtf is None:
        return f"its date ({date.edtf}) does not lie within one {grain}"
    return Date(edtf, date.calendar)


def loose_date(event: Event) -> Date | str:
    """Return a date that is asked more loosely than `asked_date` asks, or why it is not.

    That is "about 1820", a decade, or the months or years from and to which something lasted.
    """
    date = asked_date(event)
    if isinstance(date, Date):
        return "its date is asked exactly"
    if event.when is None or event.ask_grain not in {Grain.MONTH, Grain.YEAR}:
        return date
    told = event.when.date
    if is_uncertain(told) or told.end_calendar is not None:
        return date
    if precision(told) in _LOOSE:
        return told
    if is_approximate(told) or precision(told) is not Precision.INTERVAL:
        return date
    ends = [_cut_end(end, months=event.ask_grain is Grain.MONTH) for end in told.edtf.split("/")]
    return Date("/".join(ends), told.calendar) if len({*map(len, ends)}) == 1 else date


@lru_cache(maxsize=_CACHED)
def asked_precision(date: Date) -> Precision:
    """Return the precision of a date made by `asked_date`."""
    return precision(date)


@lru_cache(maxsize=_CACHED)
def in_words(date: Date) -> str:
    """Say a date as an option does, its calendar being named in the stem."""
    return format_date(date)


@lru_cache(maxsize=_CACHED)
def with_style(date: Date, *, named: bool = True) -> str:
    """Say a date with its calendar, except a bare year: "3 April 1901 (Old Style)"."""
    named = named and precision(date) is not Precision.YEAR
    return format_date(date, calendar_name="long" if named else "none")


@lru_cache(maxsize=_CACHED)
def confusable_texts(date: Date) -> frozenset[str]:
    """Return the options beside which a date must not stand: its twins, and the days around it."""
    return twin_texts(date) | near_texts(date)


def twin_texts(date: Date) -> frozenset[str]:
    """Return the options beside which a date must not stand.

    That is its twin in the other calendar, and the date whose twin it looks like: beside 3 April
    (Old Style) neither 16 April, which is its twin, nor 21 March, of which it looks like the twin.
    """
    if precision(date) is not Precision.DAY:
        return frozenset()
    found = set()
    for reading in (date, Date(date.edtf, date.calendar.other)):
        try:
            other = twin(reading)
        except DateError:  # a 29 February that the other calendar lacks
            continue
        if other is not None:
            found.add(format_date(other))
    return frozenset(found)


def near_texts(date: Date) -> frozenset[str]:
    """Return the days beside which a day among the options would be wasted or a trap."""
    if precision(date) is not Precision.DAY:
        return frozenset()
    return frozenset(
        format_date(_day(first_day(date) + days, date.calendar)) for days in (-2, -1, 1, 2)
    )


def has_days(date: Date) -> bool:
    """Tell whether a date is told to the day."""
    return all(precision(Date(end, date.calendar)) is Precision.DAY for end in date.edtf.split("/"))


@lru_cache(maxsize=_CACHED)
def first_day(date: Date) -> int:
    """Return the first day of a closed date as a Julian day number."""
    first = bounds(date).first
    assert first is not None, "only closed dates are asked"
    return first


@lru_cache(maxsize=_CACHED)
def last_day(date: Date) -> int:
    """Return the last day of a closed date as a Julian day number."""
    last = bounds(date).last
    assert last is not None, "only closed dates are asked"
    return last


def years_in(text: str) -> list[str]:
    """Return the years from 1000 on that a text names."""
    return _YEAR.findall(text)


@lru_cache(maxsize=_CACHED)
def month_names_in(text: str) -> frozenset[str]:
    """Return the months that a text names."""
    return frozenset(_MONTH.findall(text))


def gives_away(title: str, date: Date) -> bool:
    """Tell whether a title names the date that it is asked for: its day, its year, its month."""
    spoken = format_date(date).split()
    numbers = set(re.findall(r"\d+", title))
    grain = precision(date)
    if grain is Precision.YEAR:
        return bool(numbers & set(re.findall(r"\d+", format_date(date))))
    if grain is Precision.MONTH:
        return bool(month_names_in(title) & set(spoken))
    days = {part for part in re.findall(r"\d+", format_date(date)) if len(part) < 3}  # noqa: PLR2004
    ordinals = {re.sub(r"\D", "", o) for o in re.findall(r"\b\d+(?:st|nd|rd|th)\b", title)}
    return bool(days & (numbers | ordinals))


def _day(number: int, calendar: Calendar) -> Date:
    year, month, day = from_day_number(number, calendar)
    sign = "-" if year < 0 else ""
    return Date(f"{sign}{abs(year):04}-{month:02}-{day:02}", calendar)


def _cut(date: Date, *, months: bool) -> str | None:
    """Cut a date down to its month or year; None if it reaches beyond one."""
    cuts = {_cut_end(end, months=months) for end in date.edtf.split("/")}
    return cuts.pop() if len(cuts) == 1 else None


def _cut_end(end: str, *, months: bool) -> str:
    match = _YEAR_AND_MONTH.match(end)
    assert match, "an askable date begins with a year"
    year, month = match.groups()
    return f"{year}-{month}" if months and month else str(year)
