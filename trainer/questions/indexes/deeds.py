"""What persons did and were, by its words and by its place in the record."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Part
from trainer.questions.cards import deeds_by_subject
from trainer.questions.gate import shaky
from trainer.questions.indexes.circles import Circles
from trainer.questions.indexes.records import grouped
from trainer.questions.words import fold

if TYPE_CHECKING:
    from trainer.chapters.record import Deed


class Deeds(Circles):
    """The deeds and offices of persons."""

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
    def told_by(self) -> dict[str, list[Event]]:
        """The events that the chapter has from somebody, by whose word they are."""
        return grouped(
            (event.asserted_by, event) for event in self.chapter.events if event.asserted_by
        )

    @cached_property
    def holders(self) -> dict[str, set[str]]:
        """Who held a role, by its words."""
        found: dict[str, set[str]] = defaultdict(set)
        for person in self.chapter.persons:
            for office in person.offices:
                found[fold(office.role)].add(person.id)
        return found

    @cached_property
    def told_of(self) -> dict[str, list[str]]:
        """What each person did or held, in the words of the record."""
        deeds = ((d.person, d.deed) for event in self.chapter.events for d in event.people)
        told = grouped((person, deed) for person, deed in deeds if deed)
        for statement in self.chapter.statements:
            told.setdefault(statement.speaker, []).append(statement.position)
        return told

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

    def deeds_near(self, event: Event, reach: int) -> list[tuple[Event, tuple[Deed, ...]]]:
        """Return up to `reach` of them recorded on either side of an event."""
        place = self._deed_places.get(event.id, 0)
        return self.deeds_told[max(0, place - reach) : place + reach + 1]

    @cached_property
    def _deed_places(self) -> dict[str, int]:
        return {event.id: place for place, (event, _) in enumerate(self.deeds_told)}

    def deeds_of_side(self, person: str) -> list[tuple[Event, tuple[Deed, ...]]]:
        """Return what those did who share a side with a person, in the order of the record."""
        return self._deeds_of_sides[self._is_of_main_circle(person)]

    @cached_property
    def _deeds_of_sides(self) -> dict[bool, list[tuple[Event, tuple[Deed, ...]]]]:
        sides: dict[bool, list[tuple[Event, tuple[Deed, ...]]]] = {False: [], True: []}
        for event, deeds in self.deeds_told:
            sides[self._is_of_main_circle(deeds[0].person)].append((event, deeds))
        return sides
