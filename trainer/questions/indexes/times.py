"""When things were: by day, by date and by lesson."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.record import Basis, Event, Statement, Vote
from trainer.chapters.relations import dating_of
from trainer.dates import Calendar, Date, Precision, bounds, from_day_number
from trainer.questions.dating import asked_date, asked_precision, first_day, last_day
from trainer.questions.gate import shaky
from trainer.questions.indexes.records import Records
from trainer.questions.rows import Row

if TYPE_CHECKING:
    from trainer.chapters.record import Dating, Fact

# An interval longer than this is no answer to "what happened on that day?".
LONGEST_HAPPENING = 31

# Of so few dates nobody knows what lies outside the story.
FEW_DATES = 4

# So many times as far from a date as the second nearest one, an event is of another age; not within so many days.
_AGES_APART = 20
_ONE_AGE = 20 * 366

# So many ends of dates make it certain in which year a lesson plays.
ENOUGH_DATED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """An event whose date may be asked or offered, with that date at its grain."""

    event: Event
    date: Date
    grain: Precision
    first: int
    last: int


class Times(Records):
    """What a chapter tells of dates."""

    @cached_property
    def asked(self) -> dict[str, Date | str]:
        """The date of each event at the grain that it is worth, or why it is not asked."""
        return {event.id: asked_date(event) for event in self.chapter.events}

    @cached_property
    def spans(self) -> dict[str, tuple[int, int]]:
        """The first and the last day of each event with a closed date, as told and not as asked."""
        found: dict[str, tuple[int, int]] = {}
        for event in self.chapter.events:
            first, last = bounds(event.when.date) if event.when else (None, None)
            if first is not None and last is not None:
                found[event.id] = (first, last)
        return found

    def lies_outside(self, event: str, first: int, last: int) -> bool:
        """Tell whether it is certain that an event did not fall between two days, these included."""
        span = self.spans.get(event)
        return span is not None and (span[1] < first or last < span[0])

    def year_of(self, fact: Fact) -> str | None:
        """Return the year of an undated fact, if every event and vote that its lesson dates lies in one year.

        What somebody remembers or infers may belong elsewhere, and a view may be held at any time.
        """
        if shaky(fact) or isinstance(fact, Statement):
            return None
        years = self._years_of_lessons.get(fact.lesson, Counter())
        (year, times), *others = years.most_common(2) or [("", 0)]
        return year if year and not others and times >= ENOUGH_DATED else None

    @cached_property
    def _years_of_lessons(self) -> dict[str | None, Counter[str]]:
        """The years of the events and votes of each lesson."""
        found: dict[str | None, Counter[str]] = defaultdict(Counter)
        dated: tuple[Event | Vote, ...] = (*self.chapter.events, *self.chapter.votes)
        for fact in dated:
            dating: Dating | None = fact.when
            if dating is not None:
                for day in bounds(dating.date):
                    year = from_day_number(day, dating.date.calendar)[0] if day else ""
                    found[fact.lesson][str(year)] += 1
        return found

    @cached_property
    def timed(self) -> dict[tuple[Precision, Calendar], list[Timed]]:
        """Events with a date worth offering, by grain and calendar, in order of time."""
        found: dict[tuple[Precision, Calendar], list[Timed]] = defaultdict(list)
        for event in self.chapter.events:
            date = self.asked[event.id]
            if shaky(event) or isinstance(date, str):
                continue
            grain = asked_precision(date)
            timed = Timed(
                event=event, date=date, grain=grain, first=first_day(date), last=last_day(date)
            )
            found[grain, date.calendar].append(timed)
        for row in found.values():
            row.sort(key=lambda timed: (timed.first, timed.last, timed.event.id))
        return found

    @cached_property
    def stories(self) -> dict[tuple[Precision, Calendar], tuple[int, int]]:
        """The first and the last day of the dates of each grain and calendar, where there are several."""
        return {
            key: (row[0].first, max(timed.last for timed in row))
            for key, row in self.timed.items()
            if len(row) > FEW_DATES
        }

    def neighbours_in_time(self, date: Date, reach: int, apart: int = 0) -> list[Timed]:
        """Return the events of the same grain, calendar and age: up to `reach` on either side of a date.

        Up to as many again come from beyond so many days before and after, if `apart` is given.
        """
        row = self.timed.get((asked_precision(date), date.calendar), [])

        def outside(days: int) -> tuple[int, int]:
            before = bisect_left(row, first_day(date) - days, key=lambda timed: timed.first)
            return before, bisect_right(row, last_day(date) + days, key=lambda timed: timed.first)

        start, end = outside(0)
        start, end = max(0, start - reach), min(len(row), end + reach)
        before, after = outside(apart)
        return _of_one_age(
            [
                *row[max(0, before - reach) : min(before, start)],
                *row[start:end],
                *row[max(after, end) : after + reach],
            ],
            first_day(date),
        )

    @cached_property
    def on_day(self) -> dict[int, list[str]]:
        """The ids of events and votes by each day on which they happened."""
        found: dict[int, list[str]] = defaultdict(list)
        facts: tuple[Event | Vote, ...] = (*self.chapter.events, *self.chapter.votes)
        for fact in facts:
            for day in _days(fact.when):
                found[day].append(fact.id)
        return found

    def votes_on(self, date: Date) -> list[Vote]:
        """Return the votes, elections and lists of one day."""
        ids = self.on_day.get(first_day(date), ())
        return [vote for vote in map(self.facts.get, ids) if isinstance(vote, Vote)]

    @cached_property
    def beginnings(self) -> list[int]:
        """The first day of everything on record that has a date, sorted."""
        datings = (dating_of(fact) for fact in self.chapter.facts())
        days = (bounds(dating.date).first for dating in datings if dating is not None)
        return sorted(day for day in days if day is not None)

    @cached_property
    def rows(self) -> dict[type[Fact], Row[Fact]]:
        """The events, the votes and the statements that may be offered, each in order of time."""
        chapter = self.chapter
        facts: tuple[tuple[Fact, ...], ...] = (chapter.events, chapter.votes, chapter.statements)
        return {type(row[0]): Row(row) for row in facts if row}

    @cached_property
    def recorded(self) -> Row[Event]:
        """The events that minutes or documents of the time show, in order of time."""
        return Row(event for event in self.chapter.events if event.basis is Basis.PROTOCOL)


def _days(dating: Dating | None) -> range:
    if dating is None:
        return range(0)
    first, last = bounds(dating.date)
    if first is None or last is None or last - first >= LONGEST_HAPPENING - 3:
        return range(0)
    return range(first, last + 1)


def _of_one_age(row: list[Timed], first: int) -> list[Timed]:
    """Return the events of a row that are not of another age than the day `first`.

    A story may begin with a charter of 1291. That tempts nobody beside dates which lie a few years apart.
    """
    apart = sorted({abs(timed.first - first) for timed in row} - {0})
    far = max(_AGES_APART * apart[1], _ONE_AGE) if len(apart) > 1 else _ONE_AGE
    return [timed for timed in row if abs(timed.first - first) <= far]
