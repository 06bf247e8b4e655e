"""One day named in two calendars: whether two days can be that, and which is which."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.dates.calendars import Calendar, day_number, from_day_number
from trainer.dates.errors import DateError
from trainer.dates.written.model import Dual

if TYPE_CHECKING:
    from trainer.dates.written.model import Point

# The Julian calendar fell behind by so many days between 1582 and 2100.
_LAG = range(10, 14)
# A common and a leap year after the last change of the lag: 13 days.
_ANY_YEARS = (1903, 1904)
_MONTHS = 12


def make_dual(first: Point, second: Point) -> Dual | None:
    """Return the two days as one, each in its calendar; None if they cannot be.

    A month that only one of them tells is that of the other, or the next or the last: 28 March/10
    is 10 April. A calendar that is printed stays as it is printed, right or wrong.
    """
    if first.day is None or second.day is None or (first.month or second.month) is None:
        return None
    months = [(first.month or m, second.month or m) for m in _near(first.month or second.month)]
    for first_month, second_month in months:
        for early, late in ((0, 1), (1, 0)):
            days = ((first_month, first.day), (second_month, second.day))
            if _lag_fits(days[early], days[late], first.year or second.year):
                styles = [Calendar.JULIAN, Calendar.GREGORIAN][:: 1 if early == 0 else -1]
                return _marked(
                    replace(first, month=first_month), replace(second, month=second_month), styles
                )
    if first.calendar and second.calendar and first.calendar is not second.calendar:
        return Dual(first, second)
    return None


def _near(month: int | None) -> list[int]:
    assert month is not None
    return [month, month % _MONTHS + 1, (month - 2) % _MONTHS + 1]


def _lag_fits(julian: tuple[int, int], gregorian: tuple[int, int], year: int | None) -> bool:
    for any_year in _ANY_YEARS if year is None else (year - 1, year):
        try:
            number = day_number(any_year, *julian, Calendar.JULIAN)
            lag = number - day_number(any_year, *julian, Calendar.GREGORIAN)
        except DateError:
            continue
        lags = _LAG if year is None else (lag,)
        for days in lags:
            if from_day_number(number - lag + days, Calendar.GREGORIAN)[1:] == gregorian:
                return True
    return False


def _marked(first: Point, second: Point, styles: list[Calendar]) -> Dual:
    for printed, style in zip((first, second), styles, strict=True):
        if printed.calendar not in {None, style}:
            return Dual(first, second)
    return Dual(replace(first, calendar=styles[0]), replace(second, calendar=styles[1]))
