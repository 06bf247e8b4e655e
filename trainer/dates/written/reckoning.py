"""From a relative date and what it is reckoned from to a date."""

from __future__ import annotations

from dataclasses import replace

from trainer.dates.calendars import from_day_number, weekday
from trainer.dates.dates import Date, Precision, make_date, precision, shift, single_day
from trainer.dates.edtf import Moment, Qualification, century_of, parse_edtf
from trainer.dates.names import WEEKDAYS
from trainer.dates.written.model import Direction, Point, Relative, Unit

_HOURS_IN_A_DAY = 24
_WEEK = 7
_SHIFTS = {Unit.DAY: "days", Unit.WEEK: "weeks", Unit.MONTH: "months", Unit.YEAR: "years"}


def reckon(says: Relative, anchor: Date) -> Date | None:
    """Return the date that lies as told to `anchor`; None where how far is not told.

    The same unit as the anchor's is its day; of others see `unit_around`.

    Raises:
        DateError: a span of days is reckoned from a month or year, and the like.
    """
    if says.direction is Direction.SAME:
        return anchor if precision(anchor) is Precision.DAY else None
    if says.weekday is not None:
        return _weekday(says, anchor)
    first = _moved(says, says.count, anchor)
    if first is None:
        return None
    if says.most is not None:
        last = _moved(says, says.most, anchor)
        assert last is not None
        ends = sorted((first.edtf, last.edtf))
        return make_date(f"[{ends[0]}..{ends[1]}]", anchor.calendar)
    if says.throughout:
        ends = [anchor.edtf, first.edtf]
        if says.direction is Direction.BEFORE:
            ends.reverse()
        return make_date("/".join(ends), anchor.calendar)
    return _roughly(first) if says.approximate else first


def unit_around(unit: Unit, anchor: Date) -> Point | None:
    """Return the month, year or century in which `anchor` lies; None where it does not tell that."""
    moment = parse_edtf(anchor.edtf)
    if not isinstance(moment, Moment) or moment.last_year != moment.year:
        return None
    match unit:
        case Unit.MONTH if moment.month is not None:
            return Point(month=moment.month, year=moment.year)
        case Unit.YEAR:
            return Point(year=moment.year)
        case Unit.CENTURY:
            return Point(century=century_of(moment.year))
        case _:
            return None


def _moved(says: Relative, count: int | None, anchor: Date) -> Date | None:
    if count is None:
        return None
    size = count if says.direction is Direction.AFTER else -count
    if says.unit is Unit.HOUR and size % _HOURS_IN_A_DAY == 0:
        return shift(anchor, days=size // _HOURS_IN_A_DAY)
    if says.unit not in _SHIFTS:
        return None
    return shift(anchor, **{_SHIFTS[says.unit]: size})


def _weekday(says: Relative, anchor: Date) -> Date | None:
    """Return the nearest such weekday after or before a day."""
    day = single_day(anchor)
    if day is None or says.weekday is None or says.count != 1:
        return None
    wanted = WEEKDAYS.index(says.weekday)
    if says.direction is Direction.AFTER:
        day += (wanted - weekday(day) - 1) % _WEEK + 1
    else:
        day -= (weekday(day) - wanted - 1) % _WEEK + 1
    return make_date(str(Moment(*from_day_number(day, anchor.calendar))), anchor.calendar)


def _roughly(date: Date) -> Date:
    moment = parse_edtf(date.edtf)
    assert isinstance(moment, Moment)
    return replace(date, edtf=str(replace(moment, qualification=Qualification.APPROXIMATE)))
