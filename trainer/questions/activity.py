"""Who was about at a time, and what they did then, as far as the record tells."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Part, Statement, Vote, Work
from trainer.dates import Calendar, bounds, from_day_number
from trainer.questions.gate import shaky
from trainer.questions.wording import (
    as_known,
    beside,
    by_whose_word,
    called,
    full_stop,
    on_issue,
    scene_of,
    upper_first,
    with_year,
    wrote_or_gave,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from trainer.chapters.record import Dating, Fact
    from trainer.dates import Date
    from trainer.questions.index import Index

# In days: who did something a month before or after could have done this too.
ABOUT_THAT_TIME = 31

# In days: where a fact is dated by its year alone, two years are about that time.
ABOUT_THOSE_YEARS = 730

# A longer span tells the year of a fact, but not when in it.
LONGEST_MOMENT = 62

# What somebody did on the same issue is worth telling from farther away.
_SAME_ISSUE = 400

LONGEST_REASON = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What somebody did or held; `predicate` follows their name, `when` is the scene or ""."""

    fact: str
    lesson: str | None
    issue: str | None
    span: tuple[int, int] | None
    when: str
    predicate: str


class Activity:
    """The dated facts of each person; what is not needed is not gathered."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def about(self, people: Iterable[str], lesson: str | None, date: Date | None) -> set[str]:
        """Return those who had a part in a fact of about that time.

        Where there is no date, it is about the days of the lesson; a lesson without days tells by its persons.
        """
        undated: Container[str] = self._undated.get(lesson, ())
        span = _span(date) or self._days_of_lessons.get(lesson)
        if span is None:
            lessons = self._index.lessons_of_person
            return {who for who in people if who in undated or lesson in lessons.get(who, ())}
        return {who for who in people if who in undated or self._has_a_day(who, span)}

    def come(self, people: Iterable[str], date: Date | None) -> set[str]:
        """Return those whom an event or a list has shown before the end of a date in the chapter's year.

        Earlier they may still have been far away, even if they wrote. At other times nobody is left out.
        """
        span = _span(date)
        if (
            span is None
            or from_day_number(span[0], Calendar.GREGORIAN)[0] != self._index.chapter.year
        ):
            return set(people)
        shown = self._first_shown
        return {who for who in people if who in shown and shown[who] <= span[1]}

    def day_of(self, lesson: str | None) -> int | None:
        """Return the day on which who has no part any more is left out of a lesson's undated facts.

        That is its first; of a lesson that lies wholly after the chapter's year the last, by which many were dead.
        """
        first, last = self._bounds_of_lessons.get(lesson, (None, None))
        if first is None:
            return None
        if from_day_number(first, Calendar.GREGORIAN)[0] > self._index.chapter.year:
            return last
        days = self._days_of_lessons.get(lesson)
        return days[0] if days else None

    @cached_property
    def _bounds_of_lessons(self) -> dict[str | None, tuple[int, int]]:
        found: dict[str | None, tuple[int, int]] = {}
        for fact in self._index.chapter.facts():
            if span := _span_of(fact):
                first, last = found.get(fact.lesson, span)
                found[fact.lesson] = (min(first, span[0]), max(last, span[1]))
        return found

    @cached_property
    def _first_shown(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for fact in (*self._index.chapter.events, *self._index.chapter.votes):
            span = _span_of(fact)
            if span is not None and span[1] - span[0] <= LONGEST_MOMENT:
                for person in _present(fact):
                    found[person] = min(span[0], found.get(person, span[0]))
        return found

    def body_was_about(self, body: str, lesson: str | None, date: Date | None) -> bool:
        """Tell the same of a body, or that it did something both before and after.

        One that the record dates nowhere may have sat at any time.
        """
        span = _span(date) or self._days_of_lessons.get(lesson)
        days = self._days.get(body)
        if span is None or days is None:
            return True
        return days[0] <= span[0] <= days[-1] or self._has_a_day(body, span)

    def _has_a_day(self, who: str, span: tuple[int, int]) -> bool:
        first, last = span
        close = last - first <= LONGEST_MOMENT
        days = (self._moments if close else self._days).get(who, [])
        reach = ABOUT_THAT_TIME if close else ABOUT_THOSE_YEARS
        place = bisect_left(days, first - reach)
        return place < len(days) and days[place] <= last + reach

    def reason(self, person: str, fact: Fact) -> str | None:
        """Say who somebody is and what they did nearest to a fact, None if nothing near is told."""
        record = self._index.persons[person]
        names = [f"{record.name}, {record.gloss},"] if record.gloss else []
        for doing in self._nearest(person, fact):
            did = with_year(doing.predicate, doing.when, self._index)
            when = upper_first(beside(doing.when, did))
            for who in (*names, record.name):
                said = full_stop(f"{when} {who} {did}".strip())
                if len(said) <= LONGEST_REASON:
                    return said
        return None

    def _nearest(self, person: str, fact: Fact) -> list[Doing]:
        """Return what somebody did near a fact, the nearest first, and first of all on the same issue."""
        span = _span_of(fact) or self._days_of_lessons.get(fact.lesson)
        issue = fact.issue if isinstance(fact, Statement) else None
        ranked = []
        for doing in self._doings.get(person, ()):
            if doing.fact == fact.id:
                continue
            same = issue is not None and doing.issue == issue
            gap = _gap(doing.span, span)
            if gap is None:
                if doing.lesson != fact.lesson:
                    continue
                gap = ABOUT_THAT_TIME
            reach = max(_reach(span, doing.span), _SAME_ISSUE if same else 0)
            if gap <= reach:
                ranked.append((not same, gap, doing.fact, doing.predicate, doing))
        return [row[4] for row in sorted(ranked, key=lambda row: row[:4])]

    @cached_property
    def _doings(self) -> dict[str, list[Doing]]:
        found: dict[str, list[Doing]] = defaultdict(list)
        for fact in self._index.chapter.facts():
            if not isinstance(fact, (Event, Statement, Work)) or shaky(fact):
                continue
            for person, predicate in _predicates(fact, self._index):
                found[person].append(
                    Doing(
                        fact=fact.id,
                        lesson=fact.lesson,
                        issue=fact.issue if isinstance(fact, Statement) else None,
                        span=_span_of(fact),
                        when=scene_of(fact, self._index),
                        predicate=predicate,
                    )
                )
        return found

    @cached_property
    def _days(self) -> dict[str, list[int]]:
        """The first days of the facts in which each person or body has a part, in order."""
        return self._first_days(None)

    @cached_property
    def _moments(self) -> dict[str, list[int]]:
        """The same for closely dated facts only."""
        return self._first_days(LONGEST_MOMENT)

    def _first_days(self, longest: int | None) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for fact in self._index.chapter.facts():
            span = _span_of(fact)
            if span is not None and (longest is None or span[1] - span[0] <= longest):
                for who in (*_present(fact), *_sitting(fact)):
                    found[who].append(span[0])
        return {person: sorted(days) for person, days in found.items()}

    @cached_property
    def _undated(self) -> dict[str | None, set[str]]:
        """Who has a part in an undated fact of each lesson."""
        found: dict[str | None, set[str]] = defaultdict(set)
        for fact in self._index.chapter.facts():
            if isinstance(fact, (Event, Statement, Vote)) and fact.when is None:
                found[fact.lesson].update(_present(fact))
        return found

    @cached_property
    def _days_of_lessons(self) -> dict[str | None, tuple[int, int]]:
        """The first and the last day on which each lesson puts anything that is closely dated."""
        found: dict[str | None, tuple[int, int]] = {}
        for fact in self._index.chapter.facts():
            span = _span_of(fact)
            if span is not None and span[1] - span[0] <= LONGEST_MOMENT:
                first, last = found.get(fact.lesson, span)
                found[fact.lesson] = (min(first, span[0]), max(last, span[1]))
        return found


def _predicates(fact: Fact, index: Index) -> Iterator[tuple[str, str]]:
    """Yield what each person did or held by a fact, as far as it may be told plainly."""
    match fact:
        case Event():
            for deed in fact.people:
                plain = by_whose_word(as_known(fact, (deed,)), index) is None
                if plain and deed.deed and deed.part is not Part.ABSENT:
                    yield deed.person, deed.deed
        case _ if by_whose_word(fact, index) is not None:
            return
        case Statement():
            issue = on_issue(index, fact.issue)
            on = f", on {issue}," if issue else ""
            yield fact.speaker, f"held{on} that {fact.position}"
        case Work():
            several = len(fact.authors) > 1
            did = "was one of the authors of" if several else wrote_or_gave(fact)
            for author in fact.authors:
                yield author, f"{did} {called(fact)}"
        case _:
            return


def _present(fact: Fact) -> Iterator[str]:
    """Yield who must have been about when a fact came to be; its targets and opponents need not."""
    match fact:
        case Event():
            for deed in fact.people:
                if deed.part in {Part.ACTOR, Part.COMPANION, Part.PRESENT}:
                    yield deed.person
        case Statement():
            yield fact.speaker
        case Work():
            yield from fact.authors
        case Vote():
            for roll in (fact.members, fact.elected):
                yield from roll.ids() if roll is not None else ()
        case _:
            return


def _sitting(fact: Fact) -> Iterator[str]:
    """Yield which bodies did something."""
    match fact:
        case Event():
            yield from fact.organizations
        case Vote():
            yield from (body for body in (fact.organization, fact.session) if body)
        case _:
            return


def _span_of(fact: Fact) -> tuple[int, int] | None:
    dating: Dating | None = getattr(fact, "when", None)
    return _span(dating.date) if dating else None


def _span(date: Date | None) -> tuple[int, int] | None:
    first, last = bounds(date) if date else (None, None)
    return None if first is None or last is None else (first, last)


def _gap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int | None:
    """Return how many days lie between two spans, 0 if they touch, None if either is unknown."""
    if one is None or other is None:
        return None
    return max(0, one[0] - other[1], other[0] - one[1])


def _reach(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    wide = any(span and span[1] - span[0] > LONGEST_MOMENT for span in (one, other))
    return ABOUT_THOSE_YEARS if wide else 2 * ABOUT_THAT_TIME
