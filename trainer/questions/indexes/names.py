"""By what names persons, bodies, works and terms go, and who shares one."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from trainer.questions.accepted import bare, names_of
from trainer.questions.indexes.records import Records, grouped
from trainer.questions.words import fold, name_words_of_person, names_of_person

# Surnames that begin with as many letters alike are easily taken for each other; so many are enough to choose from.
_BEGINNING, _ENOUGH_ALIKE = 3, 8


class Names(Records):
    """Who and what goes by a name."""

    @cached_property
    def name_words(self) -> dict[str, frozenset[str]]:
        """The words of all names of each person."""
        return {person.id: name_words_of_person(person) for person in self.chapter.persons}

    @cached_property
    def names_said(self) -> frozenset[str]:
        """The words by which persons are called, and the bodies that go without an article."""
        bodies = (fold(body.name).split()[0] for body in self.bodies.values() if not body.article)
        return frozenset(bodies).union(*self.name_words.values())

    @cached_property
    def by_surname(self) -> dict[str, str]:
        """Each person by their surname, where it is one word and no other person's name ends with it."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for person in self.chapter.persons:
            for name in (fold(person.sort_name), *names_of_person(person)):
                bearers[name.rpartition(" ")[2]].add(person.id)
        return {
            name: person.id
            for person in self.chapter.persons
            if (name := fold(person.sort_name)) and bearers[name] == {person.id}
        }

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

    def is_same_person(self, one: str, other: str) -> bool:
        """Tell whether two ids mean one person, or two that share a name."""
        return one == other or other in self.namesakes.get(one, ())

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
    def confusables(self) -> dict[str, tuple[str, ...]]:
        """Each person with those whose surnames begin alike, as Krymov's and Krylov's do; a few of very many."""
        people = self.chapter.persons
        by_beginning = grouped((fold(p.sort_name)[:_BEGINNING], p.id) for p in people)
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
