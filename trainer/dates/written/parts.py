"""What "early", "the middle of", "the first week of" and the seasons mean, as bounds.

Early, middle and late are thirds, and approximate, as are the first and last days; halves and weeks are exact.
"""

from __future__ import annotations

from trainer.dates.calendars import Calendar, days_in_month
from trainer.dates.edtf import Moment, Qualification
from trainer.dates.written.model import Part, Season

Ends = tuple[Moment, Moment]

# Bounds of the days in a month; what is not positive counts from its end, 0 being the last.
_DAYS = {
    Part.EARLY: (1, 10),
    Part.MIDDLE: (11, 20),
    Part.LATE: (21, 0),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 0),
    Part.FIRST_DAYS: (1, 5),
    Part.LAST_DAYS: (-4, 0),
    Part.FIRST_WEEK: (1, 7),
    Part.SECOND_WEEK: (8, 14),
    Part.THIRD_WEEK: (15, 21),
    Part.LAST_WEEK: (-6, 0),
}
# Bounds of the months in a year, and of a span of years in hundredths of its length.
_MONTHS = {
    Part.EARLY: (1, 4),
    Part.MIDDLE: (5, 8),
    Part.LATE: (9, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
}
_HUNDREDTHS = {
    Part.EARLY: (0, 33),
    Part.MIDDLE: (33, 67),
    Part.LATE: (67, 100),
    Part.FIRST_HALF: (0, 50),
    Part.SECOND_HALF: (50, 100),
}
_LAST_PARTS = {Part.LAST_DAYS, Part.LAST_WEEK}
_ROUGH = {Part.EARLY, Part.MIDDLE, Part.LATE, Part.FIRST_DAYS, Part.LAST_DAYS}
# By the calendar of the northern hemisphere; a winter belongs to two years.
_SEASONS = {Season.SPRING: (3, 5), Season.SUMMER: (6, 8), Season.AUTUMN: (9, 11)}


def part_of_month(part: Part, year: int, month: int, calendar: Calendar) -> Ends | None:
    """Return the first and last day of a part of a month; None if a month has no such part."""
    if part not in _DAYS:
        return None
    length = days_in_month(year, month, calendar)
    first, last = (day if day > 0 else length + day for day in _DAYS[part])
    rough = Qualification.APPROXIMATE if part in _ROUGH else None
    return (Moment(year, month, first, rough), Moment(year, month, last, rough))


def part_of_year(part: Part, year: int, calendar: Calendar) -> Ends | None:
    """Return the first and last month of a part of a year, or days of its first or last month."""
    if part in _MONTHS:
        rough = Qualification.APPROXIMATE if part in _ROUGH else None
        first, last = _MONTHS[part]
        return (Moment(year, first, None, rough), Moment(year, last, None, rough))
    return part_of_month(part, year, 12 if part in _LAST_PARTS else 1, calendar)


def part_of_years(part: Part, first: int, count: int) -> Ends | None:
    """Return the first and last year of a part of so many years: a decade or a century."""
    if part not in _HUNDREDTHS:
        return None
    start, stop = (round(count * share / 100) for share in _HUNDREDTHS[part])
    rough = Qualification.APPROXIMATE if part in _ROUGH else None
    return (Moment(first + start, None, None, rough), Moment(first + stop - 1, None, None, rough))


def season_months(season: Season, year: int) -> Ends | None:
    """Return the first and last month of a season; None of a winter."""
    if season not in _SEASONS:
        return None
    first, last = _SEASONS[season]
    return (Moment(year, first), Moment(year, last))
