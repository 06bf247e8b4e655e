"""What the points of a chain share is printed once: each gets its own month and year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.dates.written.model import Season
from trainer.dates.written.points import Form
from trainer.dates.written.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.dates.written.model import Point
    from trainer.dates.written.points import Member

_CENTURY, _TWO = 100, 2
_JANUARY, _DECEMBER = 1, 12
TWIN = {Sort.SLASH, Sort.OPEN}
"""The joints of one day in two calendars."""
TO = {Sort.DASH, Sort.TO, Sort.UNTIL}
"""The joints of a range."""


def share(
    members: Sequence[Member], joints: Sequence[Sort | None], tail: Point | None, *, tight: bool
) -> list[Point] | None:
    """Return the points of a chain, with month, year and era told elsewhere in it; None if they do not fit.

    `tail` is told after the last for all. `tight` says that no space is about the first joint, so
    that "about" before it counts for both: "about 1914-1918".
    """
    points = [member.point for member in members]
    if tail is not None:
        points[-1] = _under(points[-1], tail)
    read = _lone_numbers_read(members, points, joints)
    if read is None:
        return None
    points = read
    _share_months(members, points)
    lone_days = sum(point.day is not None and point.month is None for point in points)
    if lone_days and (lone_days < len(points) or any(point.has_year for point in points)):
        return None
    _share_years(points, joints[0])
    if not TWIN & set(joints):
        points = [replace(p, calendar=p.calendar or points[-1].calendar) for p in points]
    first, second = points[0], points[1]
    spread = tight or members[0].point != replace(first, calendar=members[0].point.calendar)
    if joints[0] in TO and spread and not (second.approximate or second.uncertain):
        points[1] = replace(second, approximate=first.approximate, uncertain=first.uncertain)
    return points


def _under(point: Point, told: Point) -> Point:
    """Return a point with what it lacks of `told`."""
    found = point
    for name in ("month", "year", "short_year", "calendar"):
        if getattr(found, name) is None:
            found = replace(found, **{name: getattr(told, name)})
    return found


def _lone_numbers_read(
    members: Sequence[Member], points: list[Point], joints: Sequence[Sort | None]
) -> list[Point] | None:
    """Read lone numbers that are years or centuries by what stands beside them; None if they are nothing."""
    last = members[-1]
    if last.form is Form.CENTURY:
        found = _centuries(members, points)
    elif (last.form is Form.YEAR and last.era is not None) or members[0].years:
        found = _years_of_an_era(members, points, joints)
    else:
        found = _short_years(members, points, joints)
    for member, point in zip(members, found, strict=True):
        if member.number is not None and point.day is None and point.year is None:
            return None
    return found


def _centuries(members: Sequence[Member], points: Sequence[Point]) -> list[Point]:
    """Read the 18th and 19th centuries."""
    sign = 1 if (members[-1].point.century or 0) > 0 else -1
    return [
        replace(point, day=None, century=sign * point.day)
        if point.day is not None and member.number is None
        else point
        for member, point in zip(members, points, strict=True)
    ]


def _years_of_an_era(
    members: Sequence[Member], points: Sequence[Point], joints: Sequence[Sort | None]
) -> list[Point]:
    """Read 30-39 CE, 44-40 BCE and the years 100-109."""
    found = _short_years(members, points, joints)
    for index, member in enumerate(members):
        year = member.number if found[index].year is None else found[index].year
        if year is None or member.era is not None:
            continue
        if members[-1].era is Sort.BEFORE_ERA:
            year = 1 - year
        found[index] = replace(found[index], day=None, year=year)
    return found


def _short_years(
    members: Sequence[Member], points: Sequence[Point], joints: Sequence[Sort | None]
) -> list[Point]:
    """Read 1911-12, 1911-2 and the winter of 1916-17."""
    found = list(points)
    for index, (member, joint) in enumerate(zip(members[1:], joints, strict=True), 1):
        before = found[index - 1]
        if (
            member.number is None
            or joint not in TO | {Sort.SLASH}
            or before.year is None
            or before.month
        ):
            continue
        turn = 10**member.figures
        year = before.year - before.year % turn + member.number
        if member.figures > _TWO or year <= before.year or before.year < _CENTURY:
            continue
        found[index] = replace(points[index], day=None, year=year)
        if before.season is Season.WINTER:
            # One winter: December and February are the least that is meant by it.
            found[index - 1] = replace(before, season=None, month=12)
            found[index] = replace(found[index], month=2)
    return found


def _share_months(members: Sequence[Member], points: list[Point]) -> None:
    """Give days without a month that of the day after them, or of one before that begins with its month."""
    for index in range(len(points) - 2, -1, -1):
        following = points[index + 1]
        has_both = following.day is not None and following.month is not None
        if _lacks_month(points[index]) and has_both and not members[index + 1].month_first:
            points[index] = _under(points[index], replace(following, calendar=None))
    for index in range(1, len(points)):
        before, point = points[index - 1], points[index]
        if _lacks_month(point) and before.day is not None:
            points[index] = _under(point, replace(before, calendar=None))
            if point.has_year:
                # "October 24-25, 1901": the year behind the last is that of both.
                points[index - 1] = _under(before, replace(points[index], calendar=None))


def _lacks_month(point: Point) -> bool:
    return point.day is not None and point.month is None


def _share_years(points: list[Point], joint: Sort | None) -> None:
    """Give the year of a point to the one before it, and that of the first of a range to its last."""
    for index in range(len(points) - 2, -1, -1):
        point, following = points[index], points[index + 1]
        if point.has_year or (point.month is None and point.season is None):
            continue
        if following.short_year is not None:
            points[index] = replace(point, short_year=following.short_year)
        elif following.year is not None:
            year = following.year - _turns_year(point, following, joint)
            points[index] = replace(point, year=year)
    for index in range(1, len(points)):
        before, point = points[index - 1], points[index]
        if joint in TO and not point.has_year and point.month and before.year is not None:
            points[index] = replace(point, year=before.year + _turns_year(before, point, joint))


def _turns_year(point: Point, following: Point, joint: Sort | None) -> bool:
    """Tell whether the end of a year lies between two points."""
    if joint in TWIN:
        return (point.month, following.month) == (_DECEMBER, _JANUARY)
    return joint in TO and (point.month or 0) > (following.month or 0)
