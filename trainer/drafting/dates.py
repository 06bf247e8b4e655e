"""The dates of a text as drafts of events: what print leaves out is filled in from what stands before.

* A day or month without a year has that of the chapter, where the chapter is of one year; else that of the last date
  before it that tells one and, if that is a span, of its end.
* A day without a month has that of the last date before it in the paragraph.
* A date told by its distance (`three days later`) is derived from the last day before it in the paragraph; `the same day`
  and whatever is told by an event are left to the author.

Every date is proved by its own tokens before it is handed over; what they do not prove says how it follows.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from trainer.chapters.evidence.judging_dates import Frame, judge_dating
from trainer.chapters.evidence.printed_dates import printed_dates
from trainer.chapters.evidence.report import Verdict
from trainer.chapters.gaps.dates import without_leads
from trainer.chapters.record import Dating
from trainer.dates import (
    Calendar,
    Date,
    DateError,
    days_in_month,
    make_date,
    moments,
    weekday_name,
)
from trainer.dates.written import (
    Ambiguous,
    Direction,
    Dual,
    Point,
    Range,
    Relative,
    Span,
    Unit,
    find_dates,
    resolve,
)
from trainer.dates.written.parts import season_months
from trainer.drafting.found import FoundDate, Quote
from trainer.drafting.hints import hint_beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.dates.written import Reading, WrittenDate
    from trainer.drafting.pages import Page

_FOLLOWING = re.compile(r"\b(?:following|next)\s+$")
_DAY_OF = re.compile(r"\b(?:the )?(first|last) day of\s+$", re.IGNORECASE)
_SAME = frozenset({Unit.MONTH, Unit.YEAR})
_YEAR = re.compile(r"\b\d{3,4}\b")
# Five years after a day was in that year, and two months in that month: how much of the date is told.
_COARSE = {Unit.MONTH: 7, Unit.YEAR: 4}
_KEYS = {Unit.DAY: "days", Unit.WEEK: "weeks", Unit.MONTH: "months", Unit.YEAR: "years"}
# Years that so few dates tell are asides in a chapter whose other dates tell none.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What holds for all dates of a text.

    Attributes:
        year: of what tells none and follows nothing that does.
        fixed: whether it is that of every date without one.
    """

    year: int
    fixed: bool
    calendar: Calendar


def setting_of(
    pages: Sequence[Page], *, title: str, year: int | None, calendar: Calendar
) -> Setting | None:
    """Return the year that dates without one are in; None where the text tells none at all.

    The one that is given, or the only one that the title tells, is that of all of them; else it is so if most days and
    months are told without a year, and those that tell one mostly tell the same: the one told most often, or followed by
    most of these. A title that tells several years is that of a story of many.
    """
    titled = {point.year for date in find_dates(title) for point in date.points} - {None}
    if year is None and len(titled) == 1:
        (year,) = titled
    if year is not None:
        return Setting(year=year, fixed=True, calendar=calendar)
    points = [point for page in pages for date in page.dates for point in date.points]
    years = Counter(point.year for point in points if point.year is not None)
    years = years or Counter(point.decade for point in points if point.decade is not None)
    if not years:
        return None
    within = [point for point in points if point.month is not None]
    without = sum(not point.has_year for point in within)
    # A year weighs as much as it is told, and as the days and months that follow it without one.
    last: int | None = None
    for point in within:
        if point.year is not None:
            last = point.year
        elif last is not None and not point.has_year:
            years[last] += 1
    usual = min(years, key=lambda told: (-years[told], told))
    with_year = [point.year for point in within if point.year is not None]
    fixed = (
        len(titled) < 2  # noqa: PLR2004 - several
        and without > _MOSTLY * len(within)
        and with_year.count(usual) >= _MOSTLY * len(with_year)
    )
    return Setting(year=usual, fixed=fixed, calendar=calendar)


@dataclass(slots=True)
class _Told:
    """The last date told that a later one may be read by: a day, the last day of a span."""

    date: Date
    found: FoundDate
    at: int


@dataclass(slots=True)
class _Reader:
    """Reads the dates of a text from its beginning to its end."""

    setting: Setting
    year: int | None = None
    year_quote: Quote | None = None
    month: int | None = None
    month_quote: Quote | None = None
    settled: bool = False
    last_day: _Told | None = None

    def read(self, page: Page) -> Iterator[FoundDate]:
        """Yield the dates of a paragraph."""
        self.last_day, self.settled = None, False
        for written in page.dates:
            found = self._one(page, written)
            if found is not None:
                yield found

    def _one(self, page: Page, written: WrittenDate) -> FoundDate | None:
        if isinstance(written.says, Relative):
            return self._relative(page, written, written.says)
        written = replace(written, says=_of_event(written.says))
        written = _day_of_month(page, written, self.year, self.setting.calendar)
        points = written.points
        if not points or isinstance(written.says, Ambiguous | Span):
            return None
        if isinstance(written.says, Point) and (written.says.attributive or _is_bare(written.says)):
            self._remember(page, written, None)
            return None
        inherits = not any(point.has_year for point in points) or any(
            point.short_decade is not None or point.short_year is not None for point in points
        )
        year = self.setting.year if self.setting.fixed else (self.year or self.setting.year)
        if inherits and _FOLLOWING.search(page.text[max(0, written.start - 12) : written.start]):
            year += self._is_past(points[0])
        date = self._resolved(written, year, self.month)
        found = None
        if date is not None:
            earlier = []
            if inherits and not self.setting.fixed:
                earlier.append(self.year_quote)
            if any(point.day is not None and point.month is None for point in points):
                earlier.append(self.month_quote)
            found = _proved(page, written, date, [q for q in earlier if q], self.setting)
        self._remember(page, written, (date, found) if date and found else None)
        return found

    def _is_past(self, point: Point) -> bool:
        """Tell whether the month or season of a point began before the month last told."""
        if point.season is not None:
            ends = season_months(point.season, self.setting.year)
            begins = ends and ends[0].month
            return self.month is None or begins is None or begins <= self.month
        return self.month is None or point.month is None or point.month <= self.month

    def _resolved(self, written: WrittenDate, year: int, month: int | None) -> Date | None:
        says = written.says
        # Where the two names of a day do not fit each other, the first is as it is printed.
        for told in (says, says.first) if isinstance(says, Dual) else (says,):
            try:
                date = resolve(told, year=year, month=month, calendar=self.setting.calendar)
            except DateError:
                continue
            if date is not None:
                return date
        return None

    def _remember(
        self, page: Page, written: WrittenDate, told: tuple[Date, FoundDate] | None
    ) -> None:
        points = written.points
        last = points[-1] if not isinstance(written.says, Dual) else points[0]
        years = [point.year for point in points if point.year is not None]
        if years and not (isinstance(written.says, Point) and written.says.attributive):
            within = any(p.month is not None or p.season is not None for p in points)
            # After a day of this paragraph a bare year is told in passing ("four lived in 1861").
            if within or not self.settled:
                self.year, self.settled = years[-1], within
                printed = [match[0] for match in _YEAR.finditer(written.text)]
                token = printed[-1] if printed else None
                self.year_quote = Quote(
                    page.number, (token,) if token else page.tokens(written.start, written.stop)
                )
        if last.month is not None and not last.attributive:
            self.month = last.month
            self.month_quote = Quote(
                page.number,
                page.tokens(without_leads(written, page.contents.paragraph), written.stop)[:1],
            )
        if told is not None:
            date, found = told
            end, calendar = list(moments(date))[-1]
            if end.day is not None:
                self.last_day = _Told(make_date(str(end), calendar), found, written.stop)

    def _relative(self, page: Page, written: WrittenDate, says: Relative) -> FoundDate | None:
        known = self.last_day
        if known is not None and says.count == 0 and says.unit in _SAME and not says.deictic:
            return self._same(page, written, known)
        if (
            known is None
            or not says.count
            or says.most is not None
            or says.deictic
            or says.throughout
            or says.approximate
            or says.anchor is not None
            or says.unit not in _KEYS
        ):
            return None
        try:
            date = resolve(written, anchor=known.date)
        except DateError:
            return None
        if date is None:
            return None
        if (length := _COARSE.get(says.unit)) is not None:
            date = make_date(date.edtf[:length], date.calendar)
        return FoundDate(
            paragraph=page.number,
            start=written.start,
            stop=written.stop,
            value=_reckoned(written, says, known, date),
            edtf=date.edtf,
            quotes=(Quote(page.number, page.tokens(written.start, written.stop)),),
            hint=hint_beside(page, written.start, written.stop),
        )

    def _same(self, page: Page, written: WrittenDate, known: _Told) -> FoundDate | None:
        """Return `the same month` or `that year` as the month or year of the last day told."""
        try:
            date = resolve(written, anchor=known.date)
        except DateError:
            return None
        if date is None:
            return None
        return _proved(page, written, date, known.found.quotes, self.setting)


def _reckoned(written: WrittenDate, says: Relative, known: _Told, date: Date) -> dict[str, Any]:
    """Return a date as so many days or weeks from another, where that is a day; else as what is reckoned."""
    if says.unit in _COARSE or says.weekday is not None or known.found.edtf != known.date.edtf:
        note = f"as “{' '.join(written.text.split())}” is reckoned"
        return {"edtf": date.edtf, "status": "derived", "note": note}
    assert says.count is not None, "how far is told"
    many = says.count if says.direction is Direction.AFTER else -says.count
    return {"derived": {"from": known.found, _KEYS[says.unit]: many}}


def _day_of_month(
    page: Page, written: WrittenDate, year: int | None, calendar: Calendar
) -> WrittenDate:
    """Return `the last day of October` as that day."""
    says = written.says
    lead = _DAY_OF.search(page.text, max(0, written.start - 20), written.start)
    if lead is None or not isinstance(says, Point) or says.day is not None or says.month is None:
        return written
    told = says.year or year
    if lead[1].casefold() == "first":
        day = 1
    elif told is not None:
        day = days_in_month(told, says.month, calendar)
    else:
        return written
    return replace(
        written,
        start=lead.start(),
        text=page.text[lead.start() : written.stop],
        says=replace(says, day=day),
    )


def _of_event(says: Reading) -> Reading:
    """Return a date as that of an event: `since 1825` it is so, in 1825 it began."""
    match says:
        case Range(start=None, end=Point() as end):
            return end
        case Range(start=Point() as start, end=None):
            return start
        case _:
            return says


def find_events(pages: Sequence[Page], setting: Setting) -> tuple[FoundDate, ...]:
    """Return the dates of a text in order; one that a paragraph tells twice is told once."""
    reader = _Reader(setting)
    found: list[FoundDate] = []
    for page in pages:
        seen: set[str] = set()
        for date in reader.read(page):
            if date.edtf not in seen:
                seen.add(date.edtf)
                found.append(date)
    return tuple(found)


def count_undated(pages: Sequence[Page], found: Sequence[FoundDate]) -> int:
    """Return how many dates told by others (`that night`) are left to the author."""
    drafted = {(date.paragraph, date.start) for date in found}
    return sum(
        isinstance(date.says, Relative) and (page.number, date.start) not in drafted
        for page in pages
        for date in page.dates
    )


def _is_bare(point: Point) -> bool:
    """Tell whether a point tells too little to be a date: a weekday, a time of day."""
    return point.day is None and point.month is None and not point.has_year and point.season is None


def _proved(
    page: Page,
    written: WrittenDate,
    date: Date,
    earlier: Sequence[Quote],
    setting: Setting,
) -> FoundDate:
    start = without_leads(written, page.contents.paragraph)
    own = Quote(page.number, _tokens(page, written, start))
    quotes = tuple(dict.fromkeys((*earlier, own)))
    value: dict[str, Any] = {"edtf": date.edtf}
    if date.end_calendar is not None:
        value["calendar"] = [date.calendar.value, date.end_calendar.value]
    elif date.calendar is not setting.calendar:
        value["calendar"] = date.calendar.value
    says = written.says
    if isinstance(says, Point):
        if says.weekday is not None and _is_weekday(date, says.weekday):
            value["weekday"] = says.weekday
        if says.time_of_day is not None:
            value["time_of_day"] = says.time_of_day.value
    if not _is_proved(date, quotes, setting):
        value |= {"status": "derived", "note": f"as “{' '.join(written.text.split())}” is read"}
    elif len(quotes) > 1:
        value["note"] = f"what is not told there as in ¶ {quotes[0].paragraph}"
    return FoundDate(
        paragraph=page.number,
        start=start,
        stop=written.stop,
        value=value,
        edtf=date.edtf,
        quotes=quotes,
        hint=hint_beside(page, written.start, written.stop),
    )


def _is_weekday(date: Date, weekday: str) -> bool:
    """Tell whether a date has the weekday that is printed; a wrong one is left to the author."""
    return weekday_name(date) == weekday


def _tokens(page: Page, written: WrittenDate, start: int) -> tuple[str, ...]:
    """Return a date as tokens; a long span is parted at the word between its ends."""
    whole = page.tokens(start, written.stop)
    if len(whole) == 1 or not isinstance(written.says, Range):
        return whole
    middle = re.search(r"\s+(?:to|until|and|till)\s+|\s*[–—]\s*", page.text[start : written.stop])
    if middle is None:
        return whole
    left = page.tokens(start, start + middle.start())
    return (*left, *page.tokens(start + middle.end(), written.stop))


def _is_proved(date: Date, quotes: Sequence[Quote], setting: Setting) -> bool:
    printed = printed_dates([quote.tokens for quote in quotes])
    dating = Dating(date=date)
    findings = judge_dating(dating, printed, Frame(setting.year, setting.calendar), "date")
    return all(finding.verdict is Verdict.PROVED for finding in findings)
