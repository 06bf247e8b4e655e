"""The Julian and the Gregorian calendar, by integer arithmetic on day numbers.

Years are astronomical: 0 is 1 BCE, -43 is 44 BCE. Both calendars are proleptic: they are
counted back evenly past their introduction (45 BCE and 1582), whatever was used at the time.

Formulae: E. G. Richards, "Calendars", in S. E. Urban and P. K. Seidelmann (eds.), Explanatory
Supplement to the Astronomical Almanac, 3rd ed. (2013), section 15.11, algorithms 3 and 4.
"""

from __future__ import annotations

from enum import StrEnum

from trainer.dates.errors import DateError
from trainer.dates.names import MONTHS, year_name

FIRST_YEAR = -999
LAST_YEAR = 2999

_FEBRUARY = 2
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Calendar(StrEnum):
    """How a day is named; in Russia Julian (Old Style) until 31 January 1918."""

    JULIAN = "julian"
    GREGORIAN = "gregorian"

    @property
    def other(self) -> Calendar:
        """The other one of the two."""
        return Calendar.GREGORIAN if self is Calendar.JULIAN else Calendar.JULIAN


def is_leap_year(year: int, calendar: Calendar) -> bool:
    """Tell whether the astronomical year has a 29 February."""
    if calendar is Calendar.JULIAN:
        return year % 4 == 0
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int, calendar: Calendar) -> int:
    """Return 28 to 31; `month` counts from 1.

    Raises:
        DateError: There is no such month.
    """
    if not 1 <= month <= len(_LENGTHS):
        what, mend = f"there is no month {month}", "months run from 1 to 12"
        raise DateError(what, mend)
    leap_day = month == _FEBRUARY and is_leap_year(year, calendar)
    return _LENGTHS[month - 1] + leap_day


def day_number(year: int, month: int, day: int, calendar: Calendar) -> int:
    """Return the Julian day number at noon of the day (Richards, algorithm 4).

    Raises:
        DateError: The day does not exist in its calendar, or its year is not within -999 to 2999.
    """
    _require_year(year)
    length = days_in_month(year, month, calendar)
    if not 1 <= day <= length:
        raise _no_such_day(year, month, day, calendar)
    # The year is made to begin in March, so that the leap day is its last.
    months_since_march = (month - 3) % 12
    shifted_year = year + 4716 - (14 - month) // 12
    number = 1461 * shifted_year // 4 + (153 * months_since_march + 2) // 5 + day - 1402
    if calendar is Calendar.GREGORIAN:
        number -= 3 * ((shifted_year + 184) // 100) // 4 - 38
    return number


def from_day_number(number: int, calendar: Calendar) -> tuple[int, int, int]:
    """Return year, month and day of a Julian day number (Richards, algorithm 3).

    Raises:
        DateError: The year is not within -999 to 2999.
    """
    days = number + 1401
    if calendar is Calendar.GREGORIAN:
        days += (4 * number + 274277) // 146097 * 3 // 4 - 38
    quarter_days = 4 * days + 3
    fifths = 5 * (quarter_days % 1461 // 4) + 2
    day = fifths % 153 // 5 + 1
    month = (fifths // 153 + 2) % 12 + 1
    year = quarter_days // 1461 - 4716 + (14 - month) // 12
    _require_year(year)
    return year, month, day


def weekday(number: int) -> int:
    """Return the weekday of a Julian day number: 0 is Monday, in either calendar."""
    return number % 7


def _require_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        what = f"the year {year} is out of range"
        mend = f"give a year from {FIRST_YEAR:05} to {LAST_YEAR} (0000 is 1 BCE)"
        raise DateError(what, mend)


def _no_such_day(year: int, month: int, day: int, calendar: Calendar) -> DateError:
    name = MONTHS[month - 1]
    if (month, day) != (_FEBRUARY, 29):
        length = days_in_month(year, month, calendar)
        return DateError(
            f"{day} {name} does not exist",
            f"{name} {year_name(year)} has {length} days: correct the day or the month",
        )
    what = f"29 February {year_name(year)} does not exist in the {calendar.title()} calendar"
    if is_leap_year(year, calendar.other):
        mend = f"it exists in the {calendar.other.title()} one: correct the calendar or the day"
        return DateError(what, mend)
    return DateError(what, "write 28 February or 1 March, or correct the year")
