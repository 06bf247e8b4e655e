"""From what is written to a date of the record: what is left out is filled in, nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.dates.calendars import Calendar
from trainer.dates.dates import Date, make_date, single_day
from trainer.dates.edtf import Moment, Qualification, SetKind, Unspecified
from trainer.dates.errors import DateError
from trainer.dates.written.model import (
    Ambiguous,
    DateList,
    Dual,
    Part,
    Point,
    Range,
    Relative,
    Span,
    WrittenDate,
)
from trainer.dates.written.parts import part_of_month, part_of_year, part_of_years, season_months
from trainer.dates.written.reckoning import reckon

if TYPE_CHECKING:
    from trainer.dates.written.model import Reading
    from trainer.dates.written.parts import Ends

_DECADE, _CENTURY = 10, 100
_QUALIFICATIONS = {
    (False, False): None,
    (True, False): Qualification.APPROXIMATE,
    (False, True): Qualification.UNCERTAIN,
    (True, True): Qualification.UNCERTAIN_AND_APPROXIMATE,
}


@dataclass(frozen=True, slots=True)
class _Frame:
    """What fills in for what is not written."""

    year: int | None
    month: int | None
    calendar: Calendar | None


def resolve(
    written: WrittenDate | Reading,
    *,
    year: int | None = None,
    month: int | None = None,
    calendar: Calendar | None = None,
    anchor: Date | None = None,
) -> Date | None:
    """Return what is written as a date; None where too little is told for one.

    Args:
        written: as found or read.
        year: astronomical; where the text tells none, or only its last two figures.
        month: 1 to 12; where a day is told without its month, and to choose between two readings.
        calendar: in which the text counts where it does not say so; and of a day that is told in
            two calendars, the one to return.
        anchor: what a relative date is reckoned from.

    "Early", "middle" and "late" are thirds, with approximate ends; spring to autumn are three whole
    months each from March on, and a winter is dated only where both its years are told.

    Raises:
        DateError: the day does not exist, the two days of a dual date are not one, a range ends
            before it begins, or days are reckoned from what is no day.
    """
    says = written.says if isinstance(written, WrittenDate) else written
    frame = _Frame(year, month, calendar)
    match says:
        case Relative():
            return None if anchor is None else reckon(says, anchor)
        case Ambiguous(readings):
            fitting = [point for point in readings if month in {None, point.month}]
            return _point(fitting[0], frame) if len(fitting) == 1 else None
        case Point():
            return _point(says, frame)
        case Dual():
            return _dual(says, frame)
        case Range():
            return _range(says, frame)
        case DateList():
            return _list(says, frame)
        case Span():
            return None


def _point(point: Point, frame: _Frame) -> Date | None:
    calendar = point.calendar or frame.calendar
    ends = None if calendar is None else _ends(point, frame, calendar)
    if ends is None or calendar is None:
        return None
    first, last = ends
    return make_date(str(first) if first == last else f"{first}/{last}", calendar)


def _ends(point: Point, frame: _Frame, calendar: Calendar) -> Ends | None:
    """Return the first and the last moment that a point means, the same where it is one."""
    found = _bare_ends(point, frame, calendar)
    qualification = _QUALIFICATIONS[point.approximate, point.uncertain]
    if found is None or qualification is None:
        return found
    first, last = found
    return (replace(first, qualification=qualification), replace(last, qualification=qualification))


def _bare_ends(point: Point, frame: _Frame, calendar: Calendar) -> Ends | None:
    if point.century is not None:
        return _years(_first_of_century(point.century), _CENTURY, point.part)
    if point.decade is not None:
        return _years(point.decade, _DECADE, point.part)
    if point.short_decade is not None:
        first = _in_century(point.short_decade, frame)
        return None if first is None else _years(first, _DECADE, point.part)
    year = _year(point, frame)
    if year is None:
        return None
    if point.season is not None:
        return season_months(point.season, year) if point.part is None else None
    month = point.month or (frame.month if point.day is not None else None)
    if month is None:
        return _whole_year(point, year, calendar)
    if point.day is not None:
        moment = Moment(year, month, point.day)
        return (moment, moment)
    if point.part is None or point.part is Part.SOME_DAY:
        moment = Moment(year, month, unspecified=Unspecified.DAY if point.part else None)
        return (moment, moment)
    return part_of_month(point.part, year, month, calendar)


def _whole_year(point: Point, year: int, calendar: Calendar) -> Ends | None:
    if point.day is not None or not point.has_year:
        return None
    match point.part:
        case None:
            moment = Moment(year)
        case Part.SOME_DAY:
            moment = Moment(year, unspecified=Unspecified.MONTH_AND_DAY)
        case Part.SOME_MONTH:
            moment = Moment(year, unspecified=Unspecified.MONTH)
        case _:
            return part_of_year(point.part, year, calendar)
    return (moment, moment)


def _years(first: int, count: int, part: Part | None) -> Ends | None:
    if part is not None:
        return part_of_years(part, first, count)
    unspecified = Unspecified.YEAR_OF_DECADE if count == _DECADE else Unspecified.YEAR_OF_CENTURY
    moment = Moment(first, unspecified=unspecified)
    return (moment, moment)


def _first_of_century(century: int) -> int:
    """Return the earliest year that EDTF's two open digits mean: 1800, and -199 of the second BCE."""
    return _CENTURY * (century - 1) if century > 0 else _CENTURY * century + 1


def _year(point: Point, frame: _Frame) -> int | None:
    if point.short_year is not None:
        return _in_century(point.short_year, frame)
    return frame.year if point.year is None else point.year


def _in_century(figures: int, frame: _Frame) -> int | None:
    """Return a year told by its last figures, in the century of the frame's year."""
    return None if frame.year is None else frame.year - frame.year % _CENTURY + figures


def _dual(dual: Dual, frame: _Frame) -> Date | None:
    year = dual.first.year or dual.second.year or frame.year
    days = []
    for point in (dual.first, dual.second):
        if point.calendar is None:
            return None
        date = _point(replace(point, year=point.year or year, weekday=None), frame)
        if date is None:
            return None
        days.append(date)
    first, second = days
    if first.calendar is second.calendar:
        return None
    apart = _apart(first, second)
    if apart is not None and abs(apart) > 300:  # noqa: PLR2004 - over the end of a year
        moved = dual.second.month or 0
        second = _with_year(second, +1 if moved < (dual.first.month or 0) else -1)
        apart = _apart(first, second)
    if apart != 0:
        what = f"{first.edtf} ({first.calendar}) and {second.edtf} ({second.calendar}) are not one day"
        raise DateError(what, "correct one of them")
    return second if frame.calendar is second.calendar else first


def _apart(first: Date, second: Date) -> int | None:
    a, b = single_day(first), single_day(second)
    return None if a is None or b is None else b - a


def _with_year(date: Date, years: int) -> Date:
    return make_date(f"{int(date.edtf[:4]) + years:04}{date.edtf[4:]}", date.calendar)


def _range(says: Range, frame: _Frame) -> Date | None:
    start, end = says.start, says.end
    if start is not None and end is not None and not (start.has_year or end.has_year):
        if frame.year is None:
            return None
        over = (start.month or 0, start.day or 0) > (end.month or 0, end.day or 99)
        end = replace(end, year=frame.year + over)
    styles = [point.calendar or frame.calendar for point in (start, end) if point is not None]
    texts = []
    for point, side in ((start, 0), (end, 1)):
        if point is None:
            texts.append("..")
            continue
        calendar = point.calendar or frame.calendar
        ends = None if calendar is None else _ends(point, frame, calendar)
        if ends is None:
            return None
        texts.append(str(ends[side]))
    first, last = styles[0], styles[-1]
    assert first is not None
    return make_date("/".join(texts), first, last if len(styles) > 1 and last is not first else None)


def _list(says: DateList, frame: _Frame) -> Date | None:
    texts = []
    calendars = set()
    for member in says.members:
        date = _point(member, frame) if isinstance(member, Point) else _range(member, frame)
        if date is None or date.end_calendar is not None:
            return None
        start, slash, end = date.edtf.partition("/")
        # An open end and a range are written otherwise within a set, and without approximation.
        ends = [text.replace("..", "").rstrip("~") if slash else text for text in (start, end)]
        texts.append("..".join(ends) if slash else start)
        calendars.add(date.calendar)
    if len(calendars) != 1:
        return None
    inner = ",".join(texts)
    return make_date(f"[{inner}]" if says.kind is SetKind.ONE_OF else f"{{{inner}}}", calendars.pop())
