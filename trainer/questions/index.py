"""A chapter arranged for looking things up, so that making a question never scans all the facts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import log1p
from typing import TYPE_CHECKING, TypeVar

from trainer.chapters.record import Basis, Event, LinkType, Part, Statement, Vote, VoteType, Work
from trainer.chapters.relations import dating_of, parties_to, uses_two_calendars
from trainer.dates import Calendar, Date, Precision, bounds, from_day_number
from trainer.questions.accepted import bare, names_of
from trainer.questions.activity import Activity
from trainer.questions.cards import absent_from, deeds_by_subject, rolls_of
from trainer.questions.clozes import title_in
from trainer.questions.counted import Told, figure_of, numbers_of
from trainer.questions.dating import asked_date, asked_precision, first_day, last_day
from trainer.questions.difficulty import NEITHER
from trainer.questions.gate import closed, shaky
from trainer.questions.links import Links
from trainer.questions.rows import Row, Spans
from trainer.questions.words import fold, name_words_of_person, names_of_person, word_stems

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from trainer.chapters.record import (
        Chapter,
        Dating,
        Deed,
        Fact,
        Organization,
        Person,
        Roll,
        Term,
    )

K = TypeVar("K", bound="Hashable")
T = TypeVar("T")

_NONE: frozenset[str] = frozenset()

# An interval longer than this is no answer to "what happened on that day?".
LONGEST_HAPPENING = 31

# Of so few dates nobody knows what lies outside the story.
FEW_DATES = 4

# So many ends of dates make it certain in which year a lesson plays.
ENOUGH_DATED = 6

# Nobody needs more to choose three distractors from.
LONGEST_ROW = 60

# Surnames that begin with as many letters alike are easily taken for each other; so many are enough to choose from.
_BEGINNING, _ENOUGH_ALIKE = 3, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """An event whose date may be asked or offered, with that date at its grain."""

    event: Event
    date: Date
    grain: Precision
    first: int
    last: int


class Index:
    """Everything about one chapter that families ask for; what is not needed is not built."""

    def __init__(self, chapter: Chapter) -> None:
        self.chapter = chapter
        self.facts: dict[str, Fact] = {fact.id: fact for fact in chapter.facts()}
        self.persons: dict[str, Person] = {person.id: person for person in chapter.persons}
        self.bodies: dict[str, Organization] = {body.id: body for body in chapter.organizations}
        self.lessons = {lesson.id: lesson for lesson in chapter.lessons}
        self.issues = dict(chapter.issues)
        self.events: dict[str, Event] = {event.id: event for event in chapter.events}

    @cached_property
    def two_calendars(self) -> bool:
        """Whether a day needs its calendar named."""
        return uses_two_calendars(self.chapter)

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
        """Return the events of the same grain and calendar: up to `reach` on either side of a date.

        Up to as many again come from beyond so many days before and after, if `apart` is given.
        """
        row = self.timed.get((asked_precision(date), date.calendar), [])

        def outside(days: int) -> tuple[int, int]:
            before = bisect_left(row, first_day(date) - days, key=lambda timed: timed.first)
            return before, bisect_right(row, last_day(date) + days, key=lambda timed: timed.first)

        start, end = outside(0)
        start, end = max(0, start - reach), min(len(row), end + reach)
        before, after = outside(apart)
        return [
            *row[max(0, before - reach) : min(before, start)],
            *row[start:end],
            *row[max(after, end) : after + reach],
        ]

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
    def tied(self) -> Counter[str]:
        """How many links of the record begin or end at each fact."""
        return Counter(
            end for fact in self.facts.values() for link in fact.links for end in (fact.id, link.to)
        )

    @cached_property
    def titles(self) -> Counter[str]:
        """How many events go by a title."""
        return Counter(fold(event.title) for event in self.chapter.events)

    @cached_property
    def work_titles(self) -> dict[str, set[str]]:
        """The ids of the works that go by a title."""
        found: dict[str, set[str]] = defaultdict(set)
        for work in self.chapter.works:
            for title in (work.title, *(name.name for name in work.other_names)):
                found[fold(title)].add(work.id)
        return found

    def works_titled(self, title: str) -> list[Work]:
        """Return the works that go by a title."""
        works = (self.facts[name] for name in sorted(self.work_titles[fold(title)]))
        return [work for work in works if isinstance(work, Work)]

    def works_near(self, work: Work, reach: int) -> Sequence[Work]:
        """Return up to `reach` works recorded on either side of one, itself among them."""
        place = self._work_places[work.id]
        return self.chapter.works[max(0, place - reach) : place + reach]

    @cached_property
    def _work_places(self) -> dict[str, int]:
        return {work.id: place for place, work in enumerate(self.chapter.works)}

    @cached_property
    def doers(self) -> dict[str, set[str]]:
        """Who did a deed, by its words."""
        found: dict[str, set[str]] = defaultdict(set)
        for event in self.chapter.events:
            for deed in event.people:
                if deed.deed and deed.part is not Part.ABSENT:
                    found[fold(deed.deed)].add(deed.person)
        return found

    @cached_property
    def deeds_told(self) -> list[tuple[Event, tuple[Deed, ...]]]:
        """What each person did in each event that may be offered, in the order of the record."""
        return [
            (event, deeds)
            for event in self.chapter.events
            if not shaky(event)
            for deeds in deeds_by_subject(event).values()
            if deeds[0].person in self.persons
        ]

    def deeds_of_side(self, person: str) -> list[tuple[Event, tuple[Deed, ...]]]:
        """Return what those did who share a side with a person, in the order of the record."""
        return self._deeds_of_sides[self._is_of_main_circle(person)]

    @cached_property
    def _deeds_of_sides(self) -> dict[bool, list[tuple[Event, tuple[Deed, ...]]]]:
        sides: dict[bool, list[tuple[Event, tuple[Deed, ...]]]] = {False: [], True: []}
        for event, deeds in self.deeds_told:
            sides[self._is_of_main_circle(deeds[0].person)].append((event, deeds))
        return sides

    @cached_property
    def told_of(self) -> dict[str, list[str]]:
        """What each person did or held, in the words of the record."""
        deeds = ((d.person, d.deed) for event in self.chapter.events for d in event.people)
        told = _grouped((person, deed) for person, deed in deeds if deed)
        for statement in self.chapter.statements:
            told.setdefault(statement.speaker, []).append(statement.position)
        return told

    def deeds_near(self, event: Event, reach: int) -> list[tuple[Event, tuple[Deed, ...]]]:
        """Return up to `reach` of them recorded on either side of an event."""
        place = self._deed_places.get(event.id, 0)
        return self.deeds_told[max(0, place - reach) : place + reach + 1]

    @cached_property
    def _deed_places(self) -> dict[str, int]:
        return {event.id: place for place, (event, _) in enumerate(self.deeds_told)}

    @cached_property
    def holders(self) -> dict[str, set[str]]:
        """Who held a role, by its words."""
        found: dict[str, set[str]] = defaultdict(set)
        for person in self.chapter.persons:
            for office in person.offices:
                found[fold(office.role)].add(person.id)
        return found

    @cached_property
    def statements_on(self) -> dict[str, list[Statement]]:
        """The statements on each issue, in the order of the record."""
        return _grouped((statement.issue, statement) for statement in self.chapter.statements)

    def statements_near(self, statement: Statement, reach: int) -> list[Statement]:
        """Return up to `reach` statements on an issue, recorded before and after one, itself among them."""
        row = self.statements_on[statement.issue]
        start = self._places_on_issue[statement.id] - reach // 2
        start = max(0, min(start, len(row) - reach))
        return row[start : start + reach]

    @cached_property
    def _places_on_issue(self) -> dict[str, int]:
        rows = self.statements_on.values()
        return {statement.id: place for row in rows for place, statement in enumerate(row)}

    @cached_property
    def statements_of(self) -> dict[tuple[str, str], list[Statement]]:
        """The statements of each speaker on each issue, in the order of the record."""
        statements = self.chapter.statements
        return _grouped(((one.issue, one.speaker), one) for one in statements)

    @cached_property
    def statements_against(self) -> dict[tuple[str, str], list[Statement]]:
        """The statements on each issue against each person or body, in the order of the record."""
        return _grouped(
            ((statement.issue, who), statement)
            for statement in self.chapter.statements
            for who in dict.fromkeys(statement.opponents)
        )

    @cached_property
    def replies_to(self) -> dict[str, list[Statement]]:
        """The statements that reply to each fact, in the order of the record."""
        return _grouped(
            (link.to, statement)
            for statement in self.chapter.statements
            for link in statement.links
            if link.type is LinkType.IN_REPLY_TO
        )

    @cached_property
    def sides_taken(self) -> dict[str, frozenset[str]]:
        """Who spoke on each issue, or is told to have been spoken against."""
        return {
            issue: frozenset(
                who for s in told for who in (s.speaker, *s.also_held_by, *s.opponents)
            )
            for issue, told in self.statements_on.items()
        }

    @cached_property
    def adversaries(self) -> dict[str, frozenset[str]]:
        """With whom each person is told to have quarrelled over anything."""
        found: dict[str, set[str]] = defaultdict(set)
        for statement in self.chapter.statements:
            for who in statement.opponents:
                found[statement.speaker].add(who)
                found[who].add(statement.speaker)
        return {person: frozenset(others) for person, others in found.items()}

    @cached_property
    def holders_of_position(self) -> dict[str, set[str]]:
        """Who held a position, by its words."""
        found: dict[str, set[str]] = defaultdict(set)
        for statement in self.chapter.statements:
            found[fold(statement.position)].update((statement.speaker, *statement.also_held_by))
        return found

    @cached_property
    def votes_of(self) -> dict[str, list[Vote]]:
        """The motions of each body, in the order of the record."""
        motions = (vote for vote in self.chapter.votes if vote.type is VoteType.MOTION)
        return _grouped((vote.organization, vote) for vote in motions if vote.organization)

    def votes_about(self, vote: Vote) -> list[Vote]:
        """Return the motions of a vote's body that are not certain to have come before or after it."""
        rows = self._votes_by_time
        row = rows.get(vote.organization or "")
        return row.about(vote) if row is not None else []

    @cached_property
    def _votes_by_time(self) -> dict[str, Spans[Vote]]:
        return {body: Spans(votes) for body, votes in self.votes_of.items()}

    def voted_again(self, vote: Vote) -> bool:
        """Tell whether the body of a vote voted on the same motion at another time, by its words."""
        return self._times_moved[vote.organization, fold(vote.motion or "")] > 1

    @cached_property
    def _times_moved(self) -> Counter[tuple[str | None, str]]:
        """How often each body voted on a motion, by its words."""
        return Counter(
            (body, fold(vote.motion or ""))
            for body, votes in self.votes_of.items()
            for vote in votes
        )

    @cached_property
    def motions(self) -> list[Vote]:
        """The motions that may be offered, in the order of the record."""
        return [
            v for v in self.chapter.votes if v.type is VoteType.MOTION and v.motion and not shaky(v)
        ]

    def motions_near(self, vote: Vote, reach: int) -> list[Vote]:
        """Return up to `reach` motions recorded on either side of a vote."""
        place = self._motion_places.get(vote.id, 0)
        return self.motions[max(0, place - reach) : place + reach + 1]

    @cached_property
    def _motion_places(self) -> dict[str, int]:
        return {vote.id: place for place, vote in enumerate(self.motions)}

    @cached_property
    def votes_told(self) -> int:
        """How many motions with a body there are."""
        return sum(map(len, self.votes_of.values()))

    @cached_property
    def bodies_on_motion(self) -> dict[str, set[str]]:
        """Which bodies voted on a motion, by its words."""
        found: dict[str, set[str]] = defaultdict(set)
        for vote in self.chapter.votes:
            if vote.motion and vote.organization:
                found[fold(vote.motion)].add(vote.organization)
        return found

    @cached_property
    def _voting_bodies(self) -> dict[str, int]:
        """The bodies that voted on a motion, those with most votes first, and which place each has among them."""
        by_votes = sorted(self.votes_of, key=lambda body: (-len(self.votes_of[body]), body))
        return {body: place for place, body in enumerate(by_votes) if body in self.bodies}

    def bodies_voting_near(self, vote: Vote) -> Sequence[str]:
        """Return the bodies that voted on a motion, those with most votes first; of many, those of motions near by."""
        places = self._voting_bodies
        if len(places) <= LONGEST_ROW:
            return tuple(places)
        near = {each.organization or "" for each in self.motions_near(vote, LONGEST_ROW)}
        return sorted(near & places.keys(), key=places.__getitem__)

    @cached_property
    def numbers(self) -> list[Told]:
        """Every number that votes tell, by size."""
        told = (n for vote in self.chapter.votes for n in numbers_of(vote, self.persons))
        return sorted(told, key=lambda number: (number.value, number.fact, number.of))

    def numbers_between(
        self, least: float, most: float, *, first_of: Iterable[str] = ()
    ) -> list[Told]:
        """Return the numbers from `least` to `most`: of many, those of some bodies and a stretch about the middle."""
        rows = [self.numbers, *(self._numbers_of.get(body, []) for body in sorted(first_of))]
        found = [told for row in rows for told in _stretch_between(row, least, most)]
        return list({(told.fact, told.of, told.value): told for told in found}.values())

    @cached_property
    def _numbers_of(self) -> dict[str, list[Told]]:
        """The numbers of each body's votes, by size."""
        return _grouped((body, n) for n in self.numbers for body in sorted(n.bodies))

    @cached_property
    def numbers_told(self) -> dict[tuple[str, int], list[Told]]:
        """What each body's votes tell a number of, by the body and the number."""
        return _grouped(((body, n.value), n) for n in self.numbers for body in sorted(n.bodies))

    @cached_property
    def figures_of_unit(self) -> dict[str, set[int | None]]:
        """The figures that are told of one thing, by its words."""
        found: dict[str, set[int | None]] = defaultdict(set)
        for vote in self.chapter.votes:
            if vote.unit:
                found[fold(vote.unit)].add(figure_of(vote))
        return found

    def wholes_of(self, body: str) -> frozenset[str]:
        """Return a body and the bodies that it is part of."""
        found: set[str] = set()
        part: str | None = body
        while part is not None and part in self.bodies and part not in found:
            found.add(part)
            part = self.bodies[part].parent
        return frozenset(found)

    @cached_property
    def ties(self) -> dict[str, frozenset[str]]:
        """The bodies with which each person has to do in any way that the record tells."""
        found: dict[str, set[str]] = defaultdict(set)
        for person in self.chapter.persons:
            found[person.id].update(
                office.organization for office in person.offices if office.organization
            )
            found[person.id].update(affiliation.organization for affiliation in person.affiliations)
        for body in self.chapter.organizations:
            for member in _ids(body.memberships):
                found[member].add(body.id)
        for vote in self.chapter.votes:
            if vote.organization:
                for roll in rolls_of(vote):
                    for member in _ids(roll):
                        found[member].add(vote.organization)
        return {person: frozenset(bodies) for person, bodies in found.items()}

    def share_a_body(self, one: str, other: str) -> bool:
        """Tell whether two persons have to do with one body."""
        return not self.ties.get(one, _NONE).isdisjoint(self.ties.get(other, _NONE))

    @cached_property
    def matters(self) -> dict[str, frozenset[str]]:
        """Whom, and what, each fact is about: persons, bodies, an issue, a sort of thing."""
        found = {}
        for fact in self.facts.values():
            about = (getattr(fact, field, None) for field in ("issue", "classification"))
            found[fact.id] = parties_to(fact) | {name for name in about if name}
        return found

    @cached_property
    def lessons_of_body(self) -> dict[str, frozenset[str]]:
        """The lessons in whose facts each body has a part."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts.values():
            if fact.lesson:
                for name in self.matters[fact.id] & self.bodies.keys():
                    found[name].add(fact.lesson)
        return {body: frozenset(lessons) for body, lessons in found.items()}

    @cached_property
    def confusables(self) -> dict[str, tuple[str, ...]]:
        """Each person with those whose surnames begin alike, as Krymov's and Krylov's do; a few of very many."""
        people = self.chapter.persons
        by_beginning = _grouped((fold(p.sort_name)[:_BEGINNING], p.id) for p in people)
        parts = (
            row[start : start + _ENOUGH_ALIKE]
            for row in by_beginning.values()
            for start in range(0, len(row), _ENOUGH_ALIKE)
        )
        return {
            name: tuple(other for other in part if not self.is_same_person(name, other))
            for part in parts
            for name in part
        }

    @cached_property
    def answers(self) -> dict[str, Counter[str]]:
        """How often each person is the answer, by aspect: distractors are drawn in the same measure."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for event in self.chapter.events:
            found["who"].update(subject.partition(".")[0] for subject in deeds_by_subject(event))
        for work in self.chapter.works:
            found["author"].update(work.authors)
        found["stance"].update(statement.speaker for statement in self.chapter.statements)
        for statement in self.chapter.statements:
            found["opposed"].update(who for who in statement.opponents if who in self.persons)
        for person in self.chapter.persons:
            found["role"][person.id] = len(person.offices)
        for roll in self._complete_rolls():
            found["member"].update(roll.ids())
        missed: tuple[Event | Vote, ...] = (*self.chapter.events, *self.chapter.votes)
        for fact in missed:
            found["absent"].update(who for who in absent_from(fact) if who in self.persons)
        return found

    def answered(self, aspect: str, person: str) -> int:
        """How often a person is the answer to questions for an aspect."""
        counter = self.answers.get(aspect)
        return counter[person] if counter else 0

    @cached_property
    def answers_in_all(self) -> dict[str, int]:
        """How many answers there are, by aspect."""
        return {aspect: counter.total() for aspect, counter in self.answers.items()}

    @cached_property
    def answerers(self) -> dict[str, tuple[str, ...]]:
        """The persons who are the answer to something, by aspect."""
        return {
            aspect: tuple(person for person, times in counter.items() if times)
            for aspect, counter in self.answers.items()
        }

    def _complete_rolls(self) -> Iterator[Roll]:
        rolls = [body.memberships for body in self.chapter.organizations]
        rolls += [roll for vote in self.chapter.votes for roll in rolls_of(vote)]
        return (roll for roll in rolls if roll is not None and roll.complete)

    @cached_property
    def circles(self) -> dict[str, frozenset[str]]:
        """The parties and factions of each person."""
        return {
            person.id: frozenset(affiliation.organization for affiliation in person.affiliations)
            for person in self.chapter.persons
        }

    @cached_property
    def _main_circle(self) -> str | None:
        """The party or faction to which most persons belong."""
        counted = Counter(circle for circles in self.circles.values() for circle in circles)
        return min(counted, key=lambda circle: (-counted[circle], circle), default=None)

    def share_a_side(self, one: str, other: str) -> bool:
        """Tell whether both or neither of two persons belong to the party that the chapter is about."""
        return self._is_of_main_circle(one) == self._is_of_main_circle(other)

    def side_of(self, person: str) -> tuple[str, ...]:
        """Return the ids of those who share a side with a person and may stand among options."""
        return self._sides[self._is_of_main_circle(person)]

    @cached_property
    def _sides(self) -> dict[bool, tuple[str, ...]]:
        ids = [person.id for person in self.offerable_persons]
        return {
            side: tuple(name for name in ids if self._is_of_main_circle(name) == side)
            for side in (False, True)
        }

    def _is_of_main_circle(self, person: str) -> bool:
        return self._main_circle in self.circles.get(person, _NONE)

    def are_comrades(self, one: str, other: str) -> bool:
        """Tell whether two persons belonged to one party or faction; all do where the record tells of none."""
        return bool(self.circles[one] & self.circles[other]) or not any(self.circles.values())

    def share_a_circle(self, one: str, other: str) -> bool:
        """Tell whether two persons belonged to one party or faction; that both are told of none is no bond."""
        return bool(self.circles[one] & self.circles[other])

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Everybody who wrote a work of the record, sorted."""
        return tuple(sorted({author for work in self.chapter.works for author in work.authors}))

    @cached_property
    def people_of_lesson(self) -> dict[str, list[str]]:
        """The persons in the facts of each lesson, each once, in the order of the record."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for fact in self.chapter.facts():
            if fact.lesson:
                found[fact.lesson].update(dict.fromkeys(_people(fact)))
        return {lesson: list(people) for lesson, people in found.items()}

    @cached_property
    def lessons_of_person(self) -> dict[str, frozenset[str]]:
        """The lessons in whose facts each person has a part."""
        found: dict[str, set[str]] = defaultdict(set)
        for lesson, people in self.people_of_lesson.items():
            for person in people:
                found[person].add(lesson)
        return {person: frozenset(lessons) for person, lessons in found.items()}

    def familiarity(self, *persons: str) -> float:
        """Return how often the first of these that is a person is named, from 0 to 1; a half if none is one.

        By the logarithm of the number of facts that name them: twice as often makes as much difference among the
        rarely named as among the main persons.
        """
        person = next((name for name in persons if name in self.persons), None)
        if person is None:
            return NEITHER
        return log1p(self._mentions[person]) / log1p(self._most_mentions)

    @cached_property
    def _mentions(self) -> Counter[str]:
        """How many facts name each person; their own entry counts."""
        return Counter(
            party
            for fact in self.chapter.facts()
            for party in parties_to(fact)
            if party in self.persons
        )

    @cached_property
    def _most_mentions(self) -> int:
        return max(self._mentions.values())

    @cached_property
    def activity(self) -> Activity:
        """Who was about at a time, and what they did then."""
        return Activity(self)

    @cached_property
    def links(self) -> Links:
        """What led to what, and what went back on what."""
        return Links(self.chapter.facts())

    @cached_property
    def bodies_of_sort(self) -> dict[str | None, list[Organization]]:
        """The bodies, by their sorts."""
        return _grouped((body.classification, body) for body in self.chapter.organizations)

    @cached_property
    def terms_of_sort(self) -> dict[str | None, list[Term]]:
        """The terms that may be offered, by their sorts."""
        terms = (term for term in self.chapter.terms if not closed(term))
        return _grouped((term.classification, term) for term in terms)

    @cached_property
    def terms_saying(self) -> dict[str, list[Term]]:
        """The terms by each beginning of a telling word in their glosses."""
        terms = self.chapter.terms
        return _grouped((stem, term) for term in terms for stem in sorted(word_stems(term.gloss)))

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

    def share_a_lesson(self, one: str, other: str) -> bool:
        """Tell whether two persons meet in a lesson."""
        lessons = self.lessons_of_person
        return bool(lessons.get(one, _NONE) & lessons.get(other, _NONE))

    @cached_property
    def offerable_persons(self) -> tuple[Person, ...]:
        """The persons who may stand among options."""
        return tuple(person for person in self.chapter.persons if not closed(person))

    @cached_property
    def fated(self) -> tuple[Person, ...]:
        """Those of them of whom it is told what became of them."""
        return tuple(person for person in self.offerable_persons if person.fate is not None)

    def is_same_person(self, one: str, other: str) -> bool:
        """Tell whether two ids mean one person, or two that share a name."""
        return one == other or other in self.namesakes.get(one, ())

    @cached_property
    def namesakes(self) -> dict[str, frozenset[str]]:
        """Each person with all those, themselves included, who share a whole name with them."""
        by_name: dict[str, set[str]] = defaultdict(set)
        for person in self.chapter.persons:
            for name in names_of_person(person):
                by_name[name].add(person.id)
        return {
            person.id: frozenset().union(*(by_name[name] for name in names_of_person(person)))
            for person in self.chapter.persons
        }

    @cached_property
    def bearers_of_name(self) -> dict[str, set[str]]:
        """The persons, bodies, works and terms by each of their names, folded and without its article."""
        found: dict[str, set[str]] = defaultdict(set)
        chapter = self.chapter
        for fact in (*chapter.persons, *chapter.organizations, *chapter.works, *chapter.terms):
            for name in names_of(fact):
                found[bare(name)].add(fact.id)
        return found

    @cached_property
    def fillings(self) -> dict[str, set[str]]:
        """By each title or slogan with one word left out, folded: the words that some title has there."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in (*self.chapter.works, *self.chapter.terms):
            for name in names_of(fact):
                said = fold(title_in(name) or name).split()
                for place, word in enumerate(said):
                    found[" ".join((*said[:place], "blank", *said[place + 1 :]))].add(word)
        return found

    @cached_property
    def stories_told(self) -> Counter[str]:
        """How many events are told in a statement, folded."""
        return Counter(fold(event.statement) for event in self.chapter.events if event.statement)

    @cached_property
    def names_said(self) -> frozenset[str]:
        """The words by which persons are called, and the bodies that go without an article."""
        bodies = (fold(body.name).split()[0] for body in self.bodies.values() if not body.article)
        return frozenset(bodies).union(*self.name_words.values())

    @cached_property
    def by_surname(self) -> dict[str, str]:
        """Each person by their surname, where it is one word and nobody else's."""
        found: dict[str, list[str]] = defaultdict(list)
        for person in self.chapter.persons:
            name = fold(person.sort_name)
            if name and " " not in name:
                found[name].append(person.id)
        return {name: people[0] for name, people in found.items() if len(people) == 1}

    @cached_property
    def name_words(self) -> dict[str, frozenset[str]]:
        """The words of all names of each person."""
        return {person.id: name_words_of_person(person) for person in self.chapter.persons}


def _people(fact: Fact) -> Iterator[str]:
    match fact:
        case Event():
            yield from (deed.person for deed in fact.people if deed.part is not Part.ABSENT)
        case _:
            for field in (
                "speaker",
                "authors",
                "opponents",
                "also_held_by",
                "candidates",
                "members",
                "elected",
                "memberships",
            ):
                yield from _as_ids(getattr(fact, field, None))


def _as_ids(value: object) -> Iterable[str]:
    match value:
        case None:
            return ()
        case str():
            return (value,)
        case tuple():
            return tuple(item if isinstance(item, str) else item.person for item in value)
        case _:
            return value.ids()  # type: ignore[attr-defined, no-any-return]  # a Roll


def _ids(roll: Roll | None) -> Sequence[str]:
    return () if roll is None else roll.ids()


def _days(dating: Dating | None) -> range:
    if dating is None:
        return range(0)
    first, last = bounds(dating.date)
    if first is None or last is None or last - first >= LONGEST_HAPPENING - 3:
        return range(0)
    return range(first, last + 1)


def _stretch_between(numbers: list[Told], least: float, most: float) -> list[Told]:
    """Return the numbers from `least` to `most`: of many, a stretch about the middle."""
    start = bisect_left(numbers, least, key=lambda number: number.value)
    end = bisect_right(numbers, most, key=lambda number: number.value)
    spare = max(0, end - start - 2 * LONGEST_ROW)
    return numbers[start + spare // 2 : end - (spare + 1) // 2]


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
