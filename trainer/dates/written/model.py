"""What a written date says, as data: only what stands there, nothing filled in."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from trainer.dates.calendars import Calendar
    from trainer.dates.edtf import SetKind


class Part(StrEnum):
    """Which part of a month, year, decade or century is meant."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_DAYS = "first days"
    LAST_DAYS = "last days"
    FIRST_WEEK = "first week"
    SECOND_WEEK = "second week"
    THIRD_WEEK = "third week"
    LAST_WEEK = "last week"
    SOME_DAY = "some day"
    SOME_MONTH = "some month"


class Season(StrEnum):
    """A season of the year."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class TimeOfDay(StrEnum):
    """A time within a day, as people name it."""

    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    MIDNIGHT = "midnight"


class Unit(StrEnum):
    """What a span of time is counted in; a fortnight counts as two weeks, a decade as ten years."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    CENTURY = "century"


class Direction(StrEnum):
    """How a relative date lies to what it is reckoned from."""

    BEFORE = "before"
    AFTER = "after"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Point:
    """A day, month, year, decade or century; what is None is not told there.

    `year` is astronomical (0 is 1 BCE). `decade` is its first year, `century` counts from 1, below 0
    before our era. `short_year` is the 17 of "3.4.17" and `short_decade` the 20 of "the twenties",
    whose century is not told. `weekday` is its English name. `attributive` marks what names something by its
    date ("the March conference"); `damaged`, that a figure is misprinted.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    decade: int | None = None
    century: int | None = None
    short_year: int | None = None
    short_decade: int | None = None
    season: Season | None = None
    part: Part | None = None
    weekday: str | None = None
    time_of_day: TimeOfDay | None = None
    calendar: Calendar | None = None
    approximate: bool = False
    uncertain: bool = False
    attributive: bool = False
    damaged: bool = False

    @property
    def years(self) -> tuple[int | None, ...]:
        """What is told of its year, alike for two points that share a year."""
        return (self.year, self.decade, self.century, self.short_year, self.short_decade)

    @property
    def has_year(self) -> bool:
        """Whether anything is told of its year."""
        return any(told is not None for told in self.years)

    def __repr__(self) -> str:
        """Show only what is told."""
        return _shown(self)


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another, both included; None is an end that is left open."""

    start: Point | None
    end: Point | None


@dataclass(frozen=True, slots=True)
class DateList:
    """Several dates in one breath: all of them ("3 and 5 April") or one of them ("3 or 5 April")."""

    kind: SetKind
    members: tuple[Point | Range, ...]


@dataclass(frozen=True, slots=True)
class Dual:
    """One day in two calendars, in the order of print: "3/16 April", "June 25 (12)".

    Each has its calendar where it is printed or where only one order of the two can be.
    """

    first: Point
    second: Point


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """What can be read in more than one way: 03/04/1901."""

    readings: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A length of time that lies nowhere: "twenty-two days", "a month or two", "several weeks".

    `count` is None where it is not told how many; `most` is the larger number of two.
    """

    count: int | None
    unit: Unit
    most: int | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Relative:
    """A date told by another: "three days later", "the next evening", "on the eve of the fair".

    `count` and `most` as in a span; `count` is 0 where the unit is the same ("that night").
    `deictic` is reckoned from when it was said or written ("yesterday", "two years ago"), all else
    from what is being told. `throughout` means the whole span, not its end ("the next two months").
    `anchor` holds the words that say what it is reckoned from, where they follow.
    """

    count: int | None
    unit: Unit
    direction: Direction
    most: int | None = None
    deictic: bool = False
    throughout: bool = False
    approximate: bool = False
    part: Part | None = None
    weekday: str | None = None
    time_of_day: TimeOfDay | None = None
    anchor: str | None = None

    def __repr__(self) -> str:
        """Show only what is told."""
        return _shown(self)


Reading: TypeAlias = Point | Range | DateList | Dual | Ambiguous | Relative | Span


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text: where (offsets of characters), its words, and what they say."""

    start: int
    stop: int
    text: str
    says: Reading

    @property
    def points(self) -> tuple[Point, ...]:
        """Every day, month and year that is told, in the order of print; none of a relative date."""
        return points_of(self.says)

    @property
    def is_absolute(self) -> bool:
        """Whether it tells a day, month or year and not a distance from another."""
        return not isinstance(self.says, Relative | Span)


def points_of(says: Reading) -> tuple[Point, ...]:
    """Return every point of what is said, in the order of print."""
    match says:
        case Point():
            return (says,)
        case Range(start, end):
            return tuple(point for point in (start, end) if point is not None)
        case DateList(_, members):
            return tuple(point for member in members for point in points_of(member))
        case Dual(first, second):
            return (first, second)
        case Ambiguous(readings):
            return readings
        case Relative() | Span():
            return ()


def marked(says: Point | Range, calendar: Calendar) -> Point | Range:
    """Return what is said with a calendar for each of its points."""
    if isinstance(says, Point):
        return replace(says, calendar=calendar)
    return Range(*(point and replace(point, calendar=calendar) for point in (says.start, says.end)))


def _shown(data: Point | Relative) -> str:
    told = ((entry.name, getattr(data, entry.name)) for entry in fields(data))
    listed = ", ".join(
        f"{name}={value!r}" for name, value in told if value is not None and value is not False
    )
    return f"{type(data).__name__}({listed})"
