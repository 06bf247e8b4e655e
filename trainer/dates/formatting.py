"""Dates in natural English.

Years before 100 bear CE or BCE; decades and centuries never name a calendar, since a fortnight
is nothing to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from trainer.dates.calendars import Calendar, day_number
from trainer.dates.calendars import weekday as weekday_of
from trainer.dates.dates import Date, Precision, precision, twin
from trainer.dates.edtf import (
    DateSet,
    Edtf,
    Interval,
    Moment,
    Qualification,
    SetKind,
    Unspecified,
    century_of,
    parse_edtf,
)
from trainer.dates.names import MONTHS, WEEKDAYS, year_name

if TYPE_CHECKING:
    from collections.abc import Sequence

CalendarName: TypeAlias = Literal["none", "short", "long"]

_STYLES: dict[CalendarName, dict[Calendar, str]] = {
    "none": {Calendar.JULIAN: "", Calendar.GREGORIAN: ""},
    "short": {Calendar.JULIAN: " (O.S.)", Calendar.GREGORIAN: " (N.S.)"},
    "long": {Calendar.JULIAN: " (Old Style)", Calendar.GREGORIAN: " (New Style)"},
}

_PREFIXES = {
    None: "",
    Qualification.APPROXIMATE: "about ",
    Qualification.UNCERTAIN: "perhaps ",
    Qualification.UNCERTAIN_AND_APPROXIMATE: "perhaps about ",
}


def format_date(
    date: Date, *, weekday: bool = False, calendar_name: CalendarName = "none", year: bool = True
) -> str:
    """Say a date: "3 April 1901", "about 1820", "14–22 April 1901", "3 or 5 April 1901".

    `weekday` puts the weekday before each day. `year=False` leaves the year out where the date is
    within one year and has a month to say. An interval across the change of calendars names both,
    in short form if `calendar_name` is "none".
    """
    value = parse_edtf(date.edtf)
    if date.end_calendar is not None and isinstance(value, Interval):
        styles = _STYLES["short" if calendar_name == "none" else calendar_name]
        return " – ".join(
            _Words(calendar, weekday=weekday, year=True).say(end) + styles[calendar]
            for calendar, end in zip((date.calendar, date.end_calendar), _ends(value), strict=True)
        )
    one_year = len(_years(value)) == 1
    words = _Words(date.calendar, weekday=weekday, year=year or not one_year)
    if precision(date) in {Precision.DECADE, Precision.CENTURY}:
        calendar_name = "none"
    return words.say(value) + _STYLES[calendar_name][date.calendar]


def format_both(date: Date) -> str:
    """Say a date in its own calendar and then in the other: "3 April 1901 (Old Style), 16 April New Style".

    The year is repeated only when it differs. A date without a twin is said once.
    """
    own = format_date(date, calendar_name="long")
    other = twin(date)
    if other is None:
        return own
    same_year = _years(parse_edtf(date.edtf)) == _years(parse_edtf(other.edtf))
    style = _STYLES["long"][other.calendar].strip(" ()")
    return f"{own}, {format_date(other, year=not same_year)} {style}"


class _Words:
    """Says dates of one calendar, in one manner."""

    def __init__(self, calendar: Calendar, *, weekday: bool, year: bool) -> None:
        self._calendar = calendar
        self._weekday = weekday
        self._year = year

    def say(self, value: Edtf) -> str:
        match value:
            case Moment():
                return _PREFIXES[value.qualification] + self._moment(value, year=self._year)
            case Interval():
                return self._interval(value)
            case DateSet():
                return self._set(value)

    def _moment(self, moment: Moment, *, year: bool, month: bool = True) -> str:
        if moment.month is None:
            return _year_or_longer(moment)
        words = []
        if moment.unspecified is Unspecified.DAY:
            words.append("a day in")
        if moment.day is not None:
            if self._weekday:
                number = day_number(moment.year, moment.month, moment.day, self._calendar)
                words.append(WEEKDAYS[weekday_of(number)])
            words.append(str(moment.day))
        if month:
            words.append(MONTHS[moment.month - 1])
            if year:
                words.append(year_name(moment.year))
        return " ".join(words)

    def _interval(self, interval: Interval) -> str:
        start, end = interval.start, interval.end
        if start is None or end is None:
            return self._open(interval, "until {}", "from {} on")
        if start == end:
            return self.say(start)
        if _is_alike(start, end) and start.qualification is end.qualification:
            return _PREFIXES[start.qualification] + self._span(start, end)
        return f"{self.say(start)} – {self.say(end)}"

    def _span(self, start: Moment, end: Moment) -> str:
        """Say two days, two months or two years, what they share only once."""
        if start.month is None:
            return _year_span(start.year, end.year)
        month, year = _shared([start, end])
        first = self._moment(start, year=self._year and not year, month=not month)
        last = self._moment(end, year=self._year)
        # A dash without spaces joins single words only: 14–22 April, but 29 March – 3 April.
        return f"{first} – {last}" if " " in first else f"{first}–{last}"

    def _set(self, dates: DateSet) -> str:
        if len(dates.members) == 1:
            return self._only_member(dates)
        # What the members share is said once, after the last; a qualification belongs to one only.
        moments = [m for member in dates.members for m in _ends(member)]
        plain = _is_alike(*moments) and all(m.qualification is None for m in moments)
        month, year = _shared(moments) if plain else (False, False)
        said = [
            self._member(member, dates.kind, year=self._year and not year, month=not month)
            for member in dates.members[:-1]
        ]
        said.append(self._member(dates.members[-1], dates.kind, year=self._year, month=True))
        joint = " or " if dates.kind is SetKind.ONE_OF else " and "
        return joint.join([", ".join(said[:-1]), said[-1]])

    def _member(self, member: Moment | Interval, kind: SetKind, *, year: bool, month: bool) -> str:
        words = _Words(self._calendar, weekday=self._weekday, year=year)
        if isinstance(member, Moment):
            prefix = _PREFIXES[member.qualification]
            return prefix + self._moment(member, year=year, month=month)
        if member.start is None or member.end is None:
            return words._open_range(member, kind)
        if not month:
            days = [self._moment(end, year=False, month=False) for end in _ends(member)]
            return (" – " if self._weekday else "–").join(days)
        return words.say(member)

    def _only_member(self, dates: DateSet) -> str:
        member = dates.members[0]
        if isinstance(member, Moment):
            return self.say(member)
        if member.start is None or member.end is None:
            return self._open_range(member, dates.kind)
        if dates.kind is SetKind.ALL_OF or member.start == member.end:
            return self.say(member)
        return f"some time in {self.say(member)}"

    def _open_range(self, member: Interval, kind: SetKind) -> str:
        if kind is SetKind.ALL_OF:
            return self.say(member)
        return self._open(member, "{} or earlier", "{} or later")

    def _open(self, interval: Interval, until: str, since: str) -> str:
        (end,) = _ends(interval)
        return (until if interval.start is None else since).format(self.say(end))


def _is_alike(*moments: Moment) -> bool:
    """Tell whether all are days, or months, or years, with no digit unspecified."""
    grains = {(m.month is None, m.day is None, m.unspecified) for m in moments}
    return len(grains) == 1 and moments[0].unspecified is None


def _shared(moments: Sequence[Moment]) -> tuple[bool, bool]:
    """Tell whether days or months share month and year, and whether they share the year."""
    year = moments[0].month is not None and len({m.year for m in moments}) == 1
    month = year and moments[0].day is not None and len({m.month for m in moments}) == 1
    return month, year


def _ends(member: Moment | Interval) -> list[Moment]:
    if isinstance(member, Moment):
        return [member]
    return [end for end in (member.start, member.end) if end is not None]


def _years(value: Edtf) -> set[int]:
    members = value.members if isinstance(value, DateSet) else (value,)
    return {year for member in members for m in _ends(member) for year in (m.year, m.last_year)}


def _year_or_longer(moment: Moment) -> str:
    match moment.unspecified:
        case Unspecified.YEAR_OF_DECADE:
            return _decade(moment)
        case Unspecified.YEAR_OF_CENTURY:
            return _century(moment)
        case Unspecified.MONTH:
            return f"a month in {year_name(moment.year)}"
        case Unspecified.MONTH_AND_DAY:
            return f"a day in {year_name(moment.year)}"
        case _:
            return year_name(moment.year)


def _decade(moment: Moment) -> str:
    # "The 1900s" would be heard as the century, and no decade before 100 has a common name.
    if moment.year >= 100 and moment.year % 100:  # noqa: PLR2004
        return f"the {moment.year}s"
    return f"the years {_year_span(moment.year, moment.last_year)}"


def _century(moment: Moment) -> str:
    century = century_of(moment.last_year)
    return f"the {_ordinal(abs(century))} century{' BCE' if century < 0 else ''}"


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 20  # noqa: PLR2004
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _year_span(first: int, last: int) -> str:
    if last <= 0:
        return f"{1 - first}–{1 - last} BCE"
    if first <= 0:
        return f"{1 - first} BCE – {last} CE"
    return f"{first}–{last}" if first >= 100 else f"{first}–{last} CE"  # noqa: PLR2004
