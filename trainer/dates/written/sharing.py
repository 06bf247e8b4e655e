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

_CENTURY = 100
_TO = {Sort.DASH, Sort.TO, Sort.UNTIL, Sort.SLASH}


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
    completed = _completed_years(members, points, joints)
    if completed is None:
        return None
    points = completed
    _share_months(members, points)
    if any(p.day is not None and p.month is None for p in points) and any(
        p.month is not None or p.has_year for p in points
    ):
        return None
    _share_years(points, is_range=joints[0] in _TO)
    if not {Sort.SLASH, Sort.OPEN} & set(joints) and points[-1].calendar is not None:
        points = [replace(p, calendar=p.calendar or points[-1].calendar) for p in points]
    first, second = points[0], points[1]
    spread = tight or members[0].point != replace(first, calendar=members[0].point.calendar)
    if joints[0] in _TO and spread and not (second.approximate or second.uncertain):
        points[1] = replace(second, approximate=first.approximate, uncertain=first.uncertain)
    return points


def _under(point: Point, told: Point) -> Point:
    """Return a point with what it lacks of `told`."""
    found = point
    for name in ("month", "year", "short_year", "calendar"):
        if getattr(found, name) is None:
            found = replace(found, **{name: getattr(told, name)})
    return found


def _completed_years(
    members: Sequence[Member], points: list[Point], joints: Sequence[Sort | None]
) -> list[Point] | None:
    """Read lone numbers that are years or centuries by their neighbours: 1911-12, 30-39 CE, the 18th and 19th centuries."""
    found = list(points)
    first, last = members[0], members[-1]
    if last.form is Form.CENTURY:
        before = last.point.century is not None and last.point.century < 0
        for index, member in enumerate(members[:-1]):
            if member.form is Form.BARE and member.number is None and points[index].day:
                century = points[index].day or 0
                found[index] = replace(points[index], day=None, century=-century if before else century)
        return found
    if last.form is Form.YEAR and last.era is not None:
        for index, member in enumerate(members[:-1]):
            if member.form is Form.BARE and member.number is not None:
                year = 1 - member.number if last.era is Sort.BEFORE_ERA else member.number
                found[index] = replace(points[index], day=None, year=year)
        return found
    for index, (member, joint) in enumerate(zip(members[1:], joints, strict=True), 1):
        before_it = found[index - 1]
        if member.number is None or member.form is not Form.BARE:
            continue
        if before_it.year is None or before_it.month is not None or before_it.year < _CENTURY:
            if points[index].day is None:
                return None
            continue
        year = before_it.year - before_it.year % _CENTURY + member.number
        if joint not in _TO or year <= before_it.year or member.number >= _CENTURY:
            return None
        found[index] = replace(points[index], day=None, year=year)
        if before_it.season is Season.WINTER:
            # One winter, whose months are the least that is meant by it.
            found[index - 1] = replace(before_it, season=None, month=12)
            found[index] = replace(found[index], month=2)
    if first.form is Form.BARE and points[0].day is None and found[0].year is None:
        return None
    return found


def _share_months(members: Sequence[Member], points: list[Point]) -> None:
    """Give days without a month that of the day after them, or of one before that begins with its month."""
    for index in range(len(points) - 2, -1, -1):
        following = points[index + 1]
        takes = points[index].day is not None and points[index].month is None
        if takes and following.month is not None and following.day is not None and not members[index + 1].month_first:
            points[index] = _under(points[index], replace(following, calendar=None))
    for index in range(1, len(points)):
        before = points[index - 1]
        if points[index].day is not None and points[index].month is None and before.day is not None:
            points[index] = _under(points[index], replace(before, calendar=None))
            if points[index].has_year and not before.has_year:
                points[index - 1] = _under(before, replace(points[index], calendar=None))


def _share_years(points: list[Point], *, is_range: bool) -> None:
    for index in range(len(points) - 2, -1, -1):
        point, following = points[index], points[index + 1]
        if not point.has_year and (point.month or point.season) and following.year is not None:
            year = following.year
            if is_range and _later_in_year(point, following):
                year -= 1
            points[index] = replace(point, year=year)
        elif not point.has_year and following.short_year is not None:
            points[index] = replace(point, short_year=following.short_year)
    for index in range(1, len(points)):
        before, point = points[index - 1], points[index]
        if is_range and not point.has_year and point.month and before.year is not None:
            year = before.year + (1 if _later_in_year(before, point) else 0)
            points[index] = replace(point, year=year)


def _later_in_year(point: Point, other: Point) -> bool:
    return (point.month or 0, point.day or 0) > (other.month or 0, other.day or 99)
