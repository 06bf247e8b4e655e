"""Whether tokens print one of the names of a person, a body, a work or a term."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.record import Organization, Person, Term, Work
from trainer.text.words import contains, occurrences, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from trainer.chapters.record import Chapter, Fact

Words = tuple[str, ...]

_NARRATOR = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
_SHORTEST_STEM = 3
_ARTICLE = re.compile(r"(?i)(the|an?)\s+")
_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")


def stems(printed: Words) -> Words:
    """Return words without the ending of a plural."""
    return tuple(word.removesuffix("s") if len(word) > _SHORTEST_STEM else word for word in printed)


@dataclass(frozen=True)
class Names:
    """The names that a chapter records, as folded words."""

    chapter: Chapter

    @cached_property
    def _persons(self) -> Mapping[str, tuple[Words, ...]]:
        return {person.id: _unique(_person_names(person)) for person in self.chapter.persons}

    @cached_property
    def _others(self) -> Mapping[str, tuple[Words, ...]]:
        named = (*self.chapter.organizations, *self.chapter.works, *self.chapter.terms)
        return {fact.id: _unique(map(stems, _names(fact))) for fact in named}

    def person_in(self, person: str, tokens: Iterable[Words]) -> bool:
        """Tell whether one of a person's names, or the narrator's "I", stands in one of the tokens."""
        return any(self.person_at(person, token) for token in tokens)

    def person_at(self, person: str, token: Words) -> tuple[int, ...]:
        """Return the indices at which a person is named in folded words, one past the last word each."""
        found = {
            index + len(name)
            for name in self._persons.get(person, ())
            for index in occurrences(name, token)
        }
        if person == self.chapter.narrator:
            found |= {index + 1 for index, word in enumerate(token) if word in _NARRATOR}
        return tuple(sorted(found))

    def thing_in(self, identifier: str, tokens: Iterable[Words]) -> bool:
        """Tell the same of a body, a work or a term, whether in the singular or plural."""
        printed = [stems(token) for token in tokens]
        return any(
            contains(name, token) for name in self._others.get(identifier, ()) for token in printed
        )

    @cached_property
    def of_persons(self) -> frozenset[Words]:
        """Every name of everybody, word by word; stems, as of a plural or a family."""
        return frozenset(stems(name) for names in self._persons.values() for name in names)

    @cached_property
    def of_things(self) -> frozenset[Words]:
        """Every name of every body, work and term, as stems."""
        return frozenset(name for names in self._others.values() for name in names)

    def of(self, identifier: str) -> str:
        """Return what a person or thing is called, for messages."""
        return self._called.get(identifier, identifier)

    @cached_property
    def _called(self) -> Mapping[str, str]:
        organizations = {body.id: body.name for body in self.chapter.organizations}
        works = {work.id: work.title for work in self.chapter.works}
        return works | organizations | {person.id: person.name for person in self.chapter.persons}


def _person_names(person: Person) -> Iterator[Words]:
    for name in (person.name, person.sort_name, *(other.name for other in person.other_names)):
        yield words(name)
        yield words(name.partition(",")[0])
    for name in (person.name, *(other.name for other in person.other_names)):
        yield words((name.split() or [""])[-1])


def _names(fact: Fact) -> Iterator[Words]:
    match fact:
        case Organization() | Term():
            name, others = fact.name, fact.other_names
        case Work():
            name, others = fact.title, fact.other_names
        case _:
            return
    for text in (name, *(other.name for other in others)):
        yield words(_ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text)
        # What a name quotes is the name proper: the slogan "All Power".
        yield from map(words, _QUOTED.findall(text))


def _unique(names: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
