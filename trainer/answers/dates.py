"""Judging a typed date.

A date without a calendar counts in the one that was asked. If it would be right in the other, the judge asks which
was meant, whatever else happened on that day by the calendar asked. A date that is coarser than asked asks for more,
a finer one is right if it lies inside. No year is ever guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.answers.calendar_days import happening
from trainer.answers.verdict import AskAgain, Doubt, PartlyRight, Right, Verdict, Wrong
from trainer.chapters.relations import dating_of
from trainer.dates import (
    Calendar,
    Date,
    DateError,
    Precision,
    bounds,
    format_date,
    from_day_number,
    is_approximate,
    precision,
    twin,
)
from trainer.dates.written import (
    Ambiguous,
    DateList,
    Dual,
    NoDate,
    Point,
    Range,
    Relative,
    Span,
    read_date,
    resolve,
)

if TYPE_CHECKING:
    from trainer.answers.directory import Directory
    from trainer.answers.expected import When
    from trainer.chapters.record import Fact

_LONGEST = 120

# In days: "about 1820" may be two years earlier or later.
_ABOUT = 2 * 366
_HALF = 0.5

STYLES = {Calendar.JULIAN: "Old Style", Calendar.GREGORIAN: "New Style"}

# The most days that an answer of a grain may span without being coarser than asked.
_SPANS = {Precision.DAY: 1, Precision.MONTH: 31, Precision.YEAR: 366}
_GRAINS = {
    Precision.DAY: "Give the day: one date, with its month.",
    Precision.MONTH: "Give the month: that is longer than one.",
    Precision.YEAR: "Give the year: that is longer than one.",
    Precision.INTERVAL: "Give the first and the last day.",
}
_MISSED = {
    Precision.DAY: "That is not the day.",
    Precision.MONTH: "That is not the month.",
    Precision.YEAR: "That is not the year.",
    Precision.INTERVAL: "Those are not the dates.",
}

_NOT_UNDERSTOOD = AskAgain(
    Doubt.NOT_UNDERSTOOD, "That is not understood as a date: type one like 12 May, or 12 May 1871."
)
_BY_ANOTHER = AskAgain(
    Doubt.NOT_UNDERSTOOD, "Give the date itself, and not how far it lies from another."
)
_TWO_DAYS = AskAgain(
    Doubt.NOT_UNDERSTOOD,
    "Those two are not one day in two calendars: correct one, or give one alone.",
)
_DAY_OR_MONTH = AskAgain(
    Doubt.DAY_OR_MONTH_FIRST, "Is the day or the month first? Write the month as a word."
)
_STYLE = AskAgain(Doubt.OLD_OR_NEW_STYLE, "Old or New Style? Add O.S. or N.S. to the date.")
_SEVERAL = AskAgain(Doubt.MORE_SPECIFIC, "Those are several dates: give the one that you mean.")
_MONTH = AskAgain(Doubt.MORE_SPECIFIC, "In which month? Give the day with its month.")
_YEAR = AskAgain(Doubt.MORE_SPECIFIC, "In which year? Give the date with its year.")


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed, as dated in the calendar asked, and in the other where it names neither."""

    date: Date
    other: Date | None
    marked: bool


def judge_date(expected: When, typed: str, directory: Directory) -> Verdict:
    """Judge a date; a wrong one that belongs to another fact says to which."""
    if len(typed) > _LONGEST:
        return _NOT_UNDERSTOOD
    read = _read(expected, typed)
    if isinstance(read, AskAgain):
        return read
    return _judged(expected, read, directory)


def _read(expected: When, typed: str) -> _Typed | AskAgain:
    written = read_date(typed)
    if isinstance(written, NoDate):
        return _NOT_UNDERSTOOD
    says = written.says
    match says:
        case Relative() | Span():
            return _BY_ANOTHER
        case Ambiguous():
            return _DAY_OR_MONTH
        case DateList():
            return _SEVERAL
        case Point() | Range() | Dual():
            return _dated(expected, says)


def _dated(expected: When, says: Point | Range | Dual) -> _Typed | AskAgain:
    if isinstance(says, Dual):
        says = _with_years(expected, says)
    marks = {point.calendar for point in _points(says) if point.calendar is not None}
    asked = expected.date.calendar
    own = asked if isinstance(says, Dual) or not marks else _only(marks, asked)
    try:
        date = resolve(says, year=_year(expected, own), calendar=own)
    except DateError as error:
        return _TWO_DAYS if isinstance(says, Dual) else _no_such_date(error)
    if date is None:
        return _incomplete(says)
    return _Typed(date, None if marks else _in_other(expected, says), marked=bool(marks))


def _with_years(expected: When, dual: Dual) -> Dual:
    """Fill in the implied year of each calendar, where neither day has one."""
    if dual.first.has_year or dual.second.has_year:
        return dual
    first, second = (
        point if point.calendar is None else replace(point, year=_year(expected, point.calendar))
        for point in (dual.first, dual.second)
    )
    return Dual(first, second)


def _in_other(expected: When, says: Point | Range | Dual) -> Date | None:
    other = expected.date.calendar.other
    try:
        return resolve(says, year=_year(expected, other), calendar=other)
    except DateError:
        return None


def _year(expected: When, calendar: Calendar) -> int | None:
    """Return the implied year as the calendar counts it: 25 December (O.S.) lies in the next year (N.S.)."""
    if expected.year is None or calendar is expected.date.calendar:
        return expected.year
    turned = twin(expected.date)
    if turned is None:
        return expected.year
    return expected.year + _first_year(turned) - _first_year(expected.date)


def _first_year(date: Date) -> int:
    first = bounds(date).first
    return 0 if first is None else from_day_number(first, date.calendar)[0]


def _judged(expected: When, typed: _Typed, directory: Directory) -> Verdict:
    grain = precision(expected.date)
    if _is_coarser(expected.date, typed.date, grain):
        return AskAgain(Doubt.MORE_SPECIFIC, _GRAINS.get(grain, "Tell it more narrowly."))
    if _answers(expected, typed.date, directory):
        return Right(f"Right: {_said(expected.date, directory)}.")
    if (
        directory.two_calendars
        and typed.other is not None
        and _answers(expected, typed.other, directory)
    ):
        return _STYLE
    return _missed(expected, typed, grain, directory)


def _is_coarser(asked: Date, typed: Date, grain: Precision) -> bool:
    """Tell whether a date is told too roughly; a day, where first and last are asked, is too little too."""
    first, last = bounds(typed)
    if first is None or last is None:
        return True
    if grain is Precision.INTERVAL:
        return precision(typed) is not Precision.INTERVAL
    return last - first >= _SPANS.get(grain, _length(asked))


def _length(date: Date) -> int:
    first, last = bounds(date)
    return 1 << 30 if first is None or last is None else last - first + 1


def _answers(expected: When, typed: Date, directory: Directory) -> bool:
    """Tell whether a date is the one expected, or lies inside of it, or is its month in the other calendar."""
    grain = precision(expected.date)
    if bounds(typed) == bounds(expected.date):
        return True
    if grain is Precision.INTERVAL:
        return _ends_within(typed, expected.date)
    if _within(typed, expected.date) or _is_about(typed, expected.date):
        return True
    # A month of the other calendar is right if the day of the fact lies in it.
    dating = dating_of(directory.facts[expected.fact])
    return (
        grain in {Precision.MONTH, Precision.YEAR}
        and precision(typed) is grain
        and typed.calendar is not expected.date.calendar
        and dating is not None
        and _within(dating.date, typed)
    )


def _ends_within(typed: Date, asked: Date) -> bool:
    """Tell whether a span begins and ends within the days, months or years that are asked for."""
    ends = zip(typed.edtf.split("/"), asked.edtf.split("/"), strict=True)
    return all(_within(Date(own, typed.calendar), Date(end, asked.calendar)) for own, end in ends)


def _is_about(typed: Date, asked: Date) -> bool:
    """Tell whether a date lies so near to one that the chapter tells only about that it may be meant."""
    (first, last), (begin, end) = bounds(typed), bounds(asked)
    if not is_approximate(asked) or None in {first, last, begin, end}:
        return False
    assert first is not None
    assert last is not None
    assert begin is not None
    assert end is not None
    return begin - _ABOUT <= first and last <= end + _ABOUT


def _within(inner: Date, outer: Date) -> bool:
    (first, last), (begin, end) = bounds(inner), bounds(outer)
    if first is None or last is None:
        return False
    return (begin is None or begin <= first) and (end is None or last <= end)


def _missed(expected: When, typed: _Typed, grain: Precision, directory: Directory) -> Verdict:
    """Say whose date it was; else give half for a near miss."""
    whose = directory.days.whose(typed.date, expected.fact)
    if whose is not None:
        return Wrong(
            _belongs(whose, typed.date, named=typed.marked and directory.two_calendars), whose.id
        )
    if typed.other is not None and directory.two_calendars:
        whose = directory.days.whose(typed.other, expected.fact)
        if whose is not None and happening(whose) is not None:
            return Wrong(_belongs(whose, typed.other, named=True), whose.id)
    off = _off(expected, typed.date, directory)
    if off:
        days = "a day" if off == 1 else f"{off} days"
        return PartlyRight(_HALF, f"It was {_said(expected.date, directory)}: you are {days} off.")
    return Wrong(_MISSED.get(grain, "That is not the date."))


def _belongs(whose: Fact, date: Date, *, named: bool) -> str:
    that = f"In the {STYLES[date.calendar]} that" if named else "That"
    return f"{that} is the date of {happening(whose) or 'something else'}."


def _off(expected: When, typed: Date, directory: Directory) -> int | None:
    """Return by how many days a date misses narrowly; None where it is too far, or nearer to another of its lesson."""
    (first, last), (begin, end) = bounds(typed), bounds(expected.date)
    grain = precision(expected.date)
    if grain not in {Precision.DAY, Precision.INTERVAL} or None in {first, last, begin, end}:
        return None
    assert first is not None
    assert last is not None
    assert begin is not None
    assert end is not None
    off = max(abs(first - begin), abs(last - end))
    gap = directory.days.nearest_of_lesson(directory.facts[expected.fact], begin, end)
    if off > expected.tolerance or (gap is not None and 2 * off >= gap):
        return None
    return off


def _incomplete(says: Point | Range | Dual) -> AskAgain:
    """Ask for what a date lacks."""
    if any(point.day is not None and point.month is None for point in _points(says)):
        return _MONTH
    if any(point.weekday and point.day is None for point in _points(says)):
        return AskAgain(Doubt.MORE_SPECIFIC, _GRAINS[Precision.DAY])
    return _YEAR


def _no_such_date(error: DateError) -> AskAgain:
    return AskAgain(Doubt.NOT_UNDERSTOOD, f"There is no such date: {error}.")


def _points(says: Point | Range | Dual) -> tuple[Point, ...]:
    match says:
        case Point():
            return (says,)
        case Range():
            return tuple(end for end in (says.start, says.end) if end is not None)
        case Dual():
            return (says.first, says.second)


def _only(marks: set[Calendar], asked: Calendar) -> Calendar:
    return next(iter(marks)) if len(marks) == 1 else asked


def _said(date: Date, directory: Directory) -> str:
    named = directory.two_calendars and precision(date) is not Precision.YEAR
    return format_date(date, calendar_name="long" if named else "none")
