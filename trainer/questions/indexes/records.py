"""What a chapter records, by its ids: what all indexes begin with."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from trainer.chapters.relations import parties_to, uses_two_calendars

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from trainer.chapters.record import Chapter, Event, Fact, Organization, Person

K = TypeVar("K", bound="Hashable")
T = TypeVar("T")

# Nobody needs more to choose three distractors from.
LONGEST_ROW = 60


class Records:
    """A chapter, and its facts by their ids."""

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
    def tied(self) -> Counter[str]:
        """How many links of the record begin or end at each fact."""
        return Counter(
            end for fact in self.facts.values() for link in fact.links for end in (fact.id, link.to)
        )

    @cached_property
    def matters(self) -> dict[str, frozenset[str]]:
        """Whom, and what, each fact is about: persons, bodies, an issue, a sort of thing."""
        found = {}
        for fact in self.facts.values():
            about = (getattr(fact, field, None) for field in ("issue", "classification"))
            found[fact.id] = parties_to(fact) | {name for name in about if name}
        return found


def grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, list[T]]:
    """Return the values by their keys, each row in the order given."""
    found: dict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
