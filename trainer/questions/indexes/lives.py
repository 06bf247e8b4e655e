"""When persons and facts belong, within a story that may be longer than a life."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.record import Person, Vote
from trainer.chapters.relations import dating_of
from trainer.dates import bounds
from trainer.questions.indexes.circles import people_of
from trainer.questions.indexes.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Dating, Fact

# In days: what lies farther away belongs to another generation.
_GENERATION = 25 * 365


class Lives(Records):
    """The days that are told of persons and of facts."""

    @cached_property
    def _days_of_persons(self) -> dict[str, list[int]]:
        """The ends of all that is dated of each person, in order."""
        found: dict[str, list[int]] = defaultdict(list)
        for fact in self.facts.values():
            if isinstance(fact, Person):
                for dating in _datings_of(fact):
                    found[fact.id] += _ends(dating)
            elif days := _ends(dating_of(fact)):
                for person in _parties(fact):
                    found[person] += days
        return {person: sorted(days) for person, days in found.items()}

    def _days(self, ident: str) -> list[int]:
        if ident in self.persons:
            return self._days_of_persons.get(ident, [])
        fact = self.facts.get(ident)
        return _ends(dating_of(fact)) if fact else []

    def are_of_other_times(self, fact: Fact, key: str, other: str) -> bool:
        """Tell whether a generation lies between all that is told of somebody, or a fact, and what is asked about.

        That is the fact, or where it has no date of its own the key. Of what has no date nothing is known.
        """
        asked, days = self._days(fact.id) or self._days(key), self._days(other)
        if not asked or not days:
            return False
        place = bisect_left(days, asked[0] - _GENERATION)
        return place == len(days) or days[place] > asked[-1] + _GENERATION


def _parties(fact: Fact) -> Iterator[str]:
    """Yield everybody who had a part in a fact, also who moved or voted."""
    yield from people_of(fact)
    if isinstance(fact, Vote):
        yield from (side.who for side in fact.sides)
        yield from fact.proposed_by


def _datings_of(person: Person) -> Iterator[Dating | None]:
    for office in person.offices:
        yield from (office.from_, office.to)
    for affiliation in person.affiliations:
        yield from (affiliation.from_, affiliation.to)
    if person.fate is not None:
        yield person.fate.when


def _ends(dating: Dating | None) -> list[int]:
    first, last = bounds(dating.date) if dating else (None, None)
    return [day for day in (first, last) if day is not None]
