"""English names of months and weekdays: a table, so that no locale has a say."""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


def year_name(year: int) -> str:
    """Name an astronomical year: 1901, "14 CE", and "44 BCE" for -43 (year 0 is 1 BCE).

    Years before 100 bear their era, since a bare "14" does not read as a year.
    """
    if year <= 0:
        return f"{1 - year} BCE"
    return f"{year} CE" if year < 100 else str(year)  # noqa: PLR2004
