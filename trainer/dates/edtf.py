"""The part of EDTF (ISO 8601-2:2019, Extended Date/Time Format) that history needs.

Level 0 dates without a time of day; `?`, `~`, `%` at the end of a date; unspecified digits from
the right (`191X`, `19XX`, `1901-XX`, `1901-04-XX`); intervals `a/b` with open ends `..`; sets
`[a,b]` (one of) and `{a,b}` (all of), with ranges `a..b` of plain days, months or years inside.

EDTF knows one calendar and the trainer two, so whether a day exists is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from trainer.dates.errors import EdtfError


class Qualification(StrEnum):
    """How sure a date is, by EDTF's sign for it."""

    UNCERTAIN = "?"
    APPROXIMATE = "~"
    UNCERTAIN_AND_APPROXIMATE = "%"


class Unspecified(StrEnum):
    """Which digits of a date are left open, by an example of it."""

    YEAR_OF_DECADE = "191X"
    YEAR_OF_CENTURY = "19XX"
    MONTH = "1901-XX"
    MONTH_AND_DAY = "1901-XX-XX"
    DAY = "1901-04-XX"


class SetKind(StrEnum):
    """What a set of dates says of its members."""

    ONE_OF = "one of"
    ALL_OF = "all of"


def century_of(year: int) -> int:
    """Return the century of an astronomical year, from 1, and from -1 before our era.

    As the open digits of `19XX` count: the years 1900 to 1999 are the 20th.
    """
    return year // 100 + 1 if year > 0 else -(-year // 100) - 1


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, year, decade or century.

    `year` is astronomical, and the earliest where its digits are unspecified: 1910 for `191X`,
    -49 for `-004X`. `month` and `day` are None where they are absent or unspecified.
    """

    year: int
    month: int | None = None
    day: int | None = None
    qualification: Qualification | None = None
    unspecified: Unspecified | None = None

    @property
    def last_year(self) -> int:
        """The latest year that is meant; differs from `year` in a decade or century only."""
        match self.unspecified:
            case Unspecified.YEAR_OF_DECADE:
                return self.year + 9
            case Unspecified.YEAR_OF_CENTURY:
                return self.year + 99
            case _:
                return self.year

    @property
    def is_approximate(self) -> bool:
        """Whether it is marked `~` or `%`."""
        return self.qualification in {
            Qualification.APPROXIMATE,
            Qualification.UNCERTAIN_AND_APPROXIMATE,
        }

    @property
    def is_uncertain(self) -> bool:
        """Whether it is marked `?` or `%`."""
        return self.qualification in {
            Qualification.UNCERTAIN,
            Qualification.UNCERTAIN_AND_APPROXIMATE,
        }

    def __str__(self) -> str:
        """Write it as EDTF."""
        # By the size of the year: the earliest of a decade before 0 ends in 9, not in 0.
        year = f"{'-' if self.year < 0 else ''}{abs(self.year):04}"
        match self.unspecified:
            case Unspecified.YEAR_OF_DECADE:
                text = f"{year[:-1]}X"
            case Unspecified.YEAR_OF_CENTURY:
                text = f"{year[:-2]}XX"
            case Unspecified.MONTH:
                text = f"{year}-XX"
            case Unspecified.MONTH_AND_DAY:
                text = f"{year}-XX-XX"
            case _:
                text = year
                if self.month is not None:
                    text += f"-{self.month:02}"
                if self.day is not None:
                    text += f"-{self.day:02}"
                if self.unspecified is Unspecified.DAY:
                    text += "-XX"
        return text + (self.qualification or "")


@dataclass(frozen=True, slots=True)
class Interval:
    """From the beginning of `start` to the end of `end`, both included; None is an open end."""

    start: Moment | None
    end: Moment | None

    def __str__(self) -> str:
        """Write it as EDTF, as it stands outside a set."""
        return f"{self.start or '..'}/{self.end or '..'}"


@dataclass(frozen=True, slots=True)
class DateSet:
    """One of, or all of, its members; an interval among them is a range `a..b`."""

    kind: SetKind
    members: tuple[Moment | Interval, ...]

    def __str__(self) -> str:
        """Write it as EDTF."""
        inner = ",".join(
            str(member)
            if isinstance(member, Moment)
            else f"{member.start or ''}..{member.end or ''}"
            for member in self.members
        )
        return f"[{inner}]" if self.kind is SetKind.ONE_OF else f"{{{inner}}}"


Edtf: TypeAlias = Moment | Interval | DateSet

_MOMENT = re.compile(
    r"(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX))"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<qualification>[?~%])?"
)

_BRACKETS = {"[": ("]", SetKind.ONE_OF), "{": ("}", SetKind.ALL_OF)}

_MONTHS_IN_YEAR = 12
_LONGEST_MONTH = 31

_WRITE = "write the year first: 1901-04-03, 1901-04 or 1901; about 1901 as 1901~, a span as 1901-04/1901-06"

# What people write instead, each with what to write: the first that fits is told.
_USUAL_MISTAKES = (
    (r"\s*", "the date is empty", "write it as 1901-04-03, 1901-04 or 1901"),
    (
        r".*[A-TVWYZa-tvwyz][a-z].*",
        "{0!r} is no date as it is written here",
        _WRITE,
    ),
    (r".*\s.*", "there is a space in {0!r}", "write it without"),
    (
        r".*[\u2012-\u2015\u2212].*",
        "there is a dash in {0!r}",
        "write hyphens in a date, a slash in an interval",
    ),
    (r".*[0-9]T[0-9].*", "{0!r} has a time of day", "write the day alone"),
    (r".*[xu].*", "{0!r} has a letter", "write X for a digit that is not known"),
    (
        r"-?[0-9]{1,4}-[0-9]-.*|.*-[0-9][?~%]?",
        "{0!r} lacks a zero",
        "write 1901-04-03, not 1901-4-3",
    ),
    (r"[0-9]{1,2}[./].*", "{0!r} is no date as it is written here", _WRITE),
    (r"[?~%].*|.*[?~%].+", "the sign stands amiss in {0!r}", "write ?, ~ or % once, at the end"),
    (
        r"-?[0-9]{1,3}",
        "the year in {0!r} is too short",
        "write four digits, such as 0900; a month is 1901-04",
    ),
    (r"Y?-?[0-9]{5,}.*", "the year in {0!r} is too long", "write four digits"),
    (
        r"-?X+.*|.*[0-9]X[0-9].*",
        "X stands amiss in {0!r}",
        "write X in the last digits: 191X, 19XX",
    ),
    (r".*-([0-9]X|X[0-9])(-.*)?", "X stands amiss in {0!r}", "write XX for the month or the day"),
    (r".*", "{0!r} is no date as it is written here", _WRITE),
)


@lru_cache(maxsize=65536)
def parse_edtf(text: str) -> Edtf:
    """Read an EDTF text; `str()` of the result is its canonical form.

    Raises:
        EdtfError: The text is not in the part of EDTF that the module describes.
    """
    if text[:1] in _BRACKETS:
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    if text == "..":
        what, mend = "'..' alone is no date", "write 1901/.. or ../1901"
        raise EdtfError(what, mend)
    if ".." in text:
        what = f"the range {text!r} stands outside a set"
        raise EdtfError(what, "write an interval a/b, or [a..b] for one date within")
    return _parse_moment(text)


def _parse_interval(text: str) -> Interval:
    start, _, end = text.partition("/")
    if "/" in end:
        # Most likely 3/4/1901, which deserves better than "too many slashes".
        raise _mistake(text)
    if not start or not end:
        what = f"an end of {text!r} is missing"
        raise EdtfError(what, "write .. for an end that is open")
    if start == end == "..":
        what = f"both ends of {text!r} are open"
        raise EdtfError(what, "give at least one of them")
    return Interval(
        start=None if start == ".." else _parse_moment(start),
        end=None if end == ".." else _parse_moment(end),
    )


def _parse_set(text: str) -> DateSet:
    closing, kind = _BRACKETS[text[0]]
    if len(text) < 2 or text[-1] != closing:  # noqa: PLR2004 - two brackets
        what = f"the set {text!r} does not end with {closing!r}"
        raise EdtfError(what, "write [a,b] for one of them, {a,b} for all of them")
    parts = [part.removeprefix(" ") for part in text[1:-1].split(",")]
    members = tuple(_parse_member(part, text) for part in parts)
    for member in members[1:]:
        if isinstance(member, Interval) and member.start is None:
            what = f"an open range does not come first in {text!r}"
            raise EdtfError(what, "write ..a at the beginning of a set only")
    for member in members[:-1]:
        if isinstance(member, Interval) and member.end is None:
            what = f"an open range does not come last in {text!r}"
            raise EdtfError(what, "write a.. at the end of a set only")
    if len(set(members)) < len(members):
        what = f"a date stands twice in {text!r}"
        raise EdtfError(what, "write it once")
    return DateSet(kind, members)


def _parse_member(part: str, whole: str) -> Moment | Interval:
    if not part:
        what = f"a member of {whole!r} is empty"
        raise EdtfError(what, "write dates with one comma between them")
    if "/" in part:
        what = f"there is an interval in the set {whole!r}"
        raise EdtfError(what, "write a range inside a set as a..b")
    if ".." not in part:
        return _parse_moment(part)
    start, _, end = part.partition("..")
    if not start and not end:
        what = f"a range in {whole!r} has no ends"
        raise EdtfError(what, "give at least one of them")
    interval = Interval(
        start=_parse_moment(start) if start else None,
        end=_parse_moment(end) if end else None,
    )
    ends = [moment for moment in (interval.start, interval.end) if moment is not None]
    if any(moment.qualification or moment.unspecified for moment in ends):
        what = f"an end of the range {part!r} is not plain"
        raise EdtfError(what, "write whole years, months or days without a sign in a range")
    if len({(moment.month is None, moment.day is None) for moment in ends}) > 1:
        what = f"the ends of the range {part!r} are not alike"
        raise EdtfError(what, "write two years, two months or two days")
    return interval


def _parse_moment(text: str) -> Moment:
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise _mistake(text)
    year, month, day = found["year"], found["month"], found["day"]
    qualification = Qualification(found["qualification"]) if found["qualification"] else None
    if "X" in year:
        if month is not None:
            what = f"{text!r} has a month in an unknown year"
            raise EdtfError(what, "write all digits of the year, or leave the month out")
        return _decade_or_century(year, qualification)
    if year == "-0000":
        what, mend = "there is no year -0000", "write 0000 for 1 BCE, -0001 for 2 BCE"
        raise EdtfError(what, mend)
    if month == "XX" and day not in {None, "XX"}:
        what = f"{text!r} has a day in an unknown month"
        raise EdtfError(what, "write the month, or XX for the day as well")
    if month == "XX":
        unspecified = Unspecified.MONTH if day is None else Unspecified.MONTH_AND_DAY
        return Moment(int(year), None, None, qualification, unspecified)
    if month is not None and not 1 <= int(month) <= _MONTHS_IN_YEAR:
        what = f"there is no month {month}"
        mend = "write 01 to 12; for a season, the interval of its months with status: derived and a note"
        raise EdtfError(what, mend)
    if day not in {None, "XX"} and not 1 <= int(day) <= _LONGEST_MONTH:
        what = f"there is no day {day}"
        raise EdtfError(what, "write 01 to 31")
    return Moment(
        int(year),
        None if month is None else int(month),
        None if day in {None, "XX"} else int(day),
        qualification,
        Unspecified.DAY if day == "XX" else None,
    )


def _decade_or_century(year: str, qualification: Qualification | None) -> Moment:
    # Before year 0 the digits count backwards: the earliest year of -004X is -0049.
    earliest = int(year.replace("X", "9" if year.startswith("-") else "0"))
    century = year.endswith("XX")
    unspecified = Unspecified.YEAR_OF_CENTURY if century else Unspecified.YEAR_OF_DECADE
    return Moment(earliest, None, None, qualification, unspecified)


def _mistake(text: str) -> EdtfError:
    what, mend = next(
        (what, mend)
        for pattern, what, mend in _USUAL_MISTAKES
        if re.fullmatch(pattern, text, re.DOTALL)
    )
    from trainer.dates.written.meaning import edtf_of  # which reads this module

    meant = edtf_of(text)
    return EdtfError(what.format(text), f"write {meant}" if meant else mend)
