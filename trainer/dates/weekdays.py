"""The weekday of a day, and whether one that is printed is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.dates.calendars import weekday
from trainer.dates.dates import single_day
from trainer.dates.names import WEEKDAYS

if TYPE_CHECKING:
    from trainer.dates.dates import Date

_SHORTEST_ABBREVIATION = 3


def weekday_name(date: Date) -> str | None:
    """Return "Monday" to "Sunday" for a single day, None for any other date."""
    number = single_day(date)
    return None if number is None else WEEKDAYS[weekday(number)]


def check_weekday(date: Date, name: str) -> str | None:
    """Return the right weekday if `name` is wrong; None if it is right or the date is no single day.

    Case does not matter, and "Tues." will do for "Tuesday".
    """
    right = weekday_name(date)
    if right is None:
        return None
    given = name.strip().removesuffix(".").casefold()
    if len(given) >= _SHORTEST_ABBREVIATION and right.casefold().startswith(given):
        return None
    return right
