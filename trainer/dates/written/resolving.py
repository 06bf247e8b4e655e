"""From what is written to a date of the record: what is left out is filled in, nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.dates.calendars import Calendar
from trainer.dates.comparison import days_between
from trainer.dates.dates import Date, make_date, shift
from trainer.dates.edtf import Moment, Qualification, SetKind, Unspecified
from trainer.dates.errors import DateError
from trainer.dates.formatting import format_date
from trainer.dates.written.model import (
    Ambiguous,
    DateList,
    Direction,
    Dual,
    Part,
    Point,
    Range,
    Relative,
    Unit,
    WrittenDate,
)
from trainer.dates.written.parts import part_of_month, part_of_year, part_of_years, season_months
from trainer.dates.written.reckoning import reckon, unit_around

if TYPE_CHECKING:
    from trainer.dates.written.model import Reading
    from trainer.dates.written.parts import Ends

_DECADE, _CENTURY = 10, 100
_JANUARY, _DECEMBER = 1, 12
_OPEN_IN_YEAR = {
    None: None,
    Part.SOME_DAY: Unspecified.MONTH_AND_DAY,
    Part.SOME_MONTH: Unspecified.MONTH,
}
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
        case Relative() if anchor is not None:
            return _reckoned(says, anchor)
        case Ambiguous(readings):
            fitting = [point for point in readings if month in {None, point.month}]
            return _point(fitting[0], frame) if len(fitting) == 1 else None
        case Dual():
            return _dual(says, frame)
        case DateList():
            return _list(says, frame)
        case Point() | Range():
            return _point_or_range(says, frame)
        case _:
            return None


def _reckoned(says: Relative, anchor: Date) -> Date | None:
    if says.direction is not Direction.SAME or says.unit is Unit.DAY:
        return reckon(says, anchor)
    point = unit_around(says.unit, anchor)
    frame = _Frame(None, None, anchor.calendar)
    return None if point is None else _point(replace(point, part=says.part), frame)


def _point_or_range(says: Point | Range, frame: _Frame) -> Date | None:
    return _point(says, frame) if isinstance(says, Point) else _range(says, frame)


def _point(point: Point, frame: _Frame) -> Date | None:
    calendar = point.calendar or frame.calendar
    ends = None if calendar is None else _ends(point, frame, calendar)
    if ends is None or calendar is None:
        return None
    first, last = ends
    return make_date(str(first) if first == last else f"{first}/{last}", calendar)


def _ends(point: Point, frame: _Frame, calendar: Calendar) -> Ends | None:
    """Return the first and the last moment that a point means, the same where it is one."""
    year = _year(point, frame)
    if _is_of_many_years(point):
        found = _ends_of_years(point, frame)
    elif year is None:
        found = None
    elif point.season is not None:
        found = season_months(point.season, year) if point.part is None else None
    else:
        found = _ends_within_year(point, year, frame.month, calendar)
    qualification = _QUALIFICATIONS[point.approximate, point.uncertain]
    if found is None or qualification is None:
        return found
    first, last = found
    return (replace(first, qualification=qualification), replace(last, qualification=qualification))


def _is_of_many_years(point: Point) -> bool:
    return {point.century, point.decade, point.short_decade} != {None}


def _ends_of_years(point: Point, frame: _Frame) -> Ends | None:
    """Return the ends of a decade or a century, or of a part of one."""
    count, first = _DECADE, point.decade
    unspecified = Unspecified.YEAR_OF_DECADE
    if point.century is not None:
        count, unspecified = _CENTURY, Unspecified.YEAR_OF_CENTURY
        # The earliest year that EDTF's open digits mean: 1800, and -199 of the second century BCE.
        first = _CENTURY * (point.century - 1 if point.century > 0 else point.century)
        first += point.century < 0
    elif point.short_decade is not None:
        first = _in_century(point.short_decade, frame)
    if first is None:
        return None
    if point.part is not None:
        return part_of_years(point.part, first, count)
    return _once(Moment(first, unspecified=unspecified))


def _ends_within_year(
    point: Point, year: int, given_month: int | None, calendar: Calendar
) -> Ends | None:
    """Return the ends of a day, a month, a year, or a part of these."""
    month = point.month or (None if point.day is None else given_month)
    if month is None:
        return _ends_of_year(point, year, calendar)
    if point.damaged and point.day is None:
        return None
    if point.day is not None or point.part is None:
        return _once(Moment(year, month, point.day))
    if point.part is Part.SOME_DAY:
        return _once(Moment(year, month, unspecified=Unspecified.DAY))
    return part_of_month(point.part, year, month, calendar)


def _ends_of_year(point: Point, year: int, calendar: Calendar) -> Ends | None:
    if point.day is not None or not point.has_year:
        return None
    if point.part is None or point.part in _OPEN_IN_YEAR:
        return _once(Moment(year, unspecified=_OPEN_IN_YEAR[point.part]))
    return part_of_year(point.part, year, calendar)


def _once(moment: Moment) -> Ends:
    return (moment, moment)


def _year(point: Point, frame: _Frame) -> int | None:
    if point.short_year is not None:
        return _in_century(point.short_year, frame)
    return frame.year if point.year is None else point.year


def _in_century(figures: int, frame: _Frame) -> int | None:
    """Return a year told by its last figures, in the century of the frame's year."""
    return None if frame.year is None else frame.year - frame.year % _CENTURY + figures


def _dual(dual: Dual, frame: _Frame) -> Date | None:
    """Return one of the two days, in the calendar asked for or as the first is printed."""
    told = dual.first.year if dual.second.year is None else dual.second.year
    if {dual.first.calendar, dual.second.calendar} != set(Calendar):
        return None
    year = frame.year if told is None else told
    first, second = (
        _point(point if point.has_year else replace(point, year=year), frame)
        for point in (dual.first, dual.second)
    )
    if first is None or second is None:
        return None
    if told is None or dual.first.year == dual.second.year:
        second = _over_the_turn(dual, second)
    if days_between(first, second) != 0:
        what = f"{format_date(first)} ({first.calendar}) is not {format_date(second)} ({second.calendar})"
        raise DateError(what, "correct one of them")
    return second if frame.calendar is second.calendar else first


def _over_the_turn(dual: Dual, second: Date) -> Date:
    """Move the second day by a year where only one of the two lies in January."""
    months = (dual.first.month, dual.second.month)
    if months == (_DECEMBER, _JANUARY):
        return shift(second, years=1)
    return shift(second, years=-1) if months == (_JANUARY, _DECEMBER) else second


def _range(says: Range, frame: _Frame) -> Date | None:
    start, end = says.start, says.end
    if start is not None and end is not None and not (start.has_year or end.has_year):
        if frame.year is None:
            return None
        turns = (start.month or 0) > (end.month or 0)
        end = replace(end, year=frame.year + turns)
    texts = ["..", ".."]
    calendars = []
    for side, point in enumerate((start, end)):
        if point is None:
            continue
        calendar = point.calendar or frame.calendar
        ends = None if calendar is None else _ends(point, frame, calendar)
        if ends is None or calendar is None:
            return None
        texts[side] = str(ends[side])
        calendars.append(calendar)
    first, last = calendars[0], calendars[-1]
    return make_date("/".join(texts), first, None if first is last else last)


def _list(says: DateList, frame: _Frame) -> Date | None:
    dates = [_point_or_range(member, frame) for member in says.members]
    known = [date for date in dates if date is not None and date.end_calendar is None]
    calendars = {date.calendar for date in known}
    if len(known) < len(dates) or len(calendars) != 1:
        return None
    inner = ",".join(_within_set(date.edtf) for date in known)
    edtf = f"[{inner}]" if says.kind is SetKind.ONE_OF else f"{{{inner}}}"
    return make_date(edtf, calendars.pop())


def _within_set(edtf: str) -> str:
    """Write an interval as the range that it is within a set, where it has no signs and open ends are empty."""
    if "/" not in edtf:
        return edtf
    return "..".join(end.replace("..", "").rstrip("~") for end in edtf.split("/"))
