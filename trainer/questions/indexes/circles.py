"""Who belongs together: by party or faction, by body, by lesson."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Part
from trainer.questions.cards import ids_of, rolls_of
from trainer.questions.gate import closed
from trainer.questions.indexes.records import Records, grouped
from trainer.questions.offices import turn_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Fact, Organization, Person

_NONE: frozenset[str] = frozenset()


class Circles(Records):
    """The parties, bodies and lessons of persons, and bodies within bodies."""

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

    def _is_of_main_circle(self, person: str) -> bool:
        return self._main_circle in self.circles.get(person, _NONE)

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

    def are_comrades(self, one: str, other: str) -> bool:
        """Tell whether two persons belonged to one party or faction; all do where the record tells of none."""
        return bool(self.circles[one] & self.circles[other]) or not any(self.circles.values())

    def share_a_circle(self, one: str, other: str) -> bool:
        """Tell whether two persons belonged to one party or faction; that both are told of none is no bond."""
        return bool(self.circles[one] & self.circles[other])

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
            for member in ids_of(body.memberships):
                found[member].add(body.id)
        for vote in self.chapter.votes:
            if vote.organization:
                for roll in rolls_of(vote):
                    for member in ids_of(roll):
                        found[member].add(vote.organization)
        return {person: frozenset(bodies) for person, bodies in found.items()}

    def share_a_body(self, one: str, other: str) -> bool:
        """Tell whether two persons have to do with one body."""
        return not self.ties.get(one, _NONE).isdisjoint(self.ties.get(other, _NONE))

    def wholes_of(self, body: str) -> frozenset[str]:
        """Return a body and the bodies that it is part of."""
        found: set[str] = set()
        part: str | None = body
        while part is not None and part in self.bodies and part not in found:
            found.add(part)
            part = self.bodies[part].parent
        return frozenset(found)

    @cached_property
    def bodies_of_sort(self) -> dict[str | None, list[Organization]]:
        """The bodies, by their sorts."""
        return grouped((body.classification, body) for body in self.chapter.organizations)

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
    def people_of_lesson(self) -> dict[str, list[str]]:
        """The persons in the facts of each lesson, each once, in the order of the record."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for fact in self.chapter.facts():
            if fact.lesson:
                found[fact.lesson].update(dict.fromkeys(people_of(fact)))
        return {lesson: list(people) for lesson, people in found.items()}

    @cached_property
    def lessons_of_person(self) -> dict[str, frozenset[str]]:
        """The lessons in whose facts each person has a part."""
        found: dict[str, set[str]] = defaultdict(set)
        for lesson, people in self.people_of_lesson.items():
            for person in people:
                found[person].add(lesson)
        return {person: frozenset(lessons) for person, lessons in found.items()}

    def share_a_lesson(self, one: str, other: str) -> bool:
        """Tell whether two persons meet in a lesson."""
        lessons = self.lessons_of_person
        return bool(lessons.get(one, _NONE) & lessons.get(other, _NONE))

    @cached_property
    def offerable_persons(self) -> tuple[Person, ...]:
        """The persons who may stand among options."""
        return tuple(person for person in self.chapter.persons if not closed(person))

    @cached_property
    def held_in_turn(self) -> dict[str, list[tuple[str, str]]]:
        """Who of them held an office in turn with others, and in which role, by the office."""
        return grouped(
            (turn.office, (person.id, office.role))
            for person in self.offerable_persons
            for office in person.offices
            if (turn := turn_of(office.role)) is not None
        )

    @cached_property
    def fated(self) -> tuple[Person, ...]:
        """Those of them of whom it is told what became of them."""
        return tuple(person for person in self.offerable_persons if person.fate is not None)


def people_of(fact: Fact) -> Iterator[str]:
    """Yield the persons of a fact, as far as they were there, spoke or are on its lists; some more than once."""
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
