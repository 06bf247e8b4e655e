"""Which words of a paragraph belong to names that the chapter has on record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.chapters.evidence.naming import Names, stems
from trainer.chapters.record import Event, Organization, Vote, Work
from trainer.text.capitalized import Capitals, find_capitalized
from trainer.text.function_words import ARTICLES
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from trainer.chapters.record import Chapter

Words = tuple[str, ...]

_WITHIN_TITLE = re.compile(r"\s*[:–—]\s*")


@dataclass(frozen=True, slots=True)
class Covered:
    """The words of a paragraph that are names on record, by index.

    Attributes:
        persons: indices of words with which a person's name begins.
        longer: of words in names of two words and more.
    """

    words: frozenset[int]
    persons: frozenset[int]
    longer: frozenset[int]


@dataclass(frozen=True)
class RecordedNames:
    """Every name on record: of persons, bodies, works, terms and places, roles, and of the chapter itself."""

    chapter: Chapter

    def has(self, printed: Words) -> bool:
        """Tell whether words are, as a whole, a name on record; an article before it does not matter."""
        bare = stems(printed)
        return bare in self._all or (
            bare[:1] != () and bare[0] in ARTICLES and bare[1:] in self._all
        )

    def covered(self, printed: Words) -> Covered:
        """Return which words of a paragraph names on record cover."""
        bare = stems(printed)
        found: set[int] = set()
        persons: set[int] = set()
        longer: set[int] = set()
        for index, word in enumerate(bare):
            for name in self._by_first_word.get(word, ()):
                if bare[index : index + len(name)] == name:
                    found.update(range(index, index + len(name)))
                    if len(name) > 1:
                        longer.update(range(index, index + len(name)))
                    if name in self._names.of_persons:
                        persons.add(index)
        return Covered(frozenset(found), frozenset(persons), frozenset(longer))

    def is_initial_of(self, initial: str, surname: str) -> bool:
        """Tell whether a letter begins a name of somebody on record whose surname, folded, is given."""
        return initial.casefold() in self._initials.get(stems((surname,))[0], frozenset())

    @cached_property
    def _names(self) -> Names:
        return Names(self.chapter)

    @cached_property
    def _all(self) -> frozenset[Words]:
        others = {stems(_bare(words(text))) for text in _other_texts(self.chapter)}
        return (self._names.of_persons | self._names.of_things | others) - {()}

    @cached_property
    def _by_first_word(self) -> Mapping[str, tuple[Words, ...]]:
        found: dict[str, list[Words]] = {}
        for name in sorted(self._all):
            found.setdefault(name[0], []).append(name)
        return {word: tuple(names) for word, names in found.items()}

    @cached_property
    def _initials(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for name in self._names.of_persons:
            found[name[-1]] = found.get(name[-1], frozenset()) | {name[0][0]}
        return found


def _bare(printed: Words) -> Words:
    return printed[1:] if printed[:1] and printed[0] in ARTICLES else printed


def _other_texts(chapter: Chapter) -> Iterator[str]:
    """Yield the names that no fact has for itself: of places, roles, papers, of the chapter and its book."""
    yield chapter.author
    for title in (chapter.title, chapter.work):
        yield title
        yield from _WITHIN_TITLE.split(title)
    for fact in chapter.facts():
        match fact:
            case Event() | Vote():
                yield from _of_place(fact.place)
            case Work():
                yield from _of_place(fact.published_in)
            case Organization(memberships=roll) if roll is not None:
                yield from (member.role for member in roll.persons if member.role)
    yield from (office.role for person in chapter.persons for office in person.offices)


def _of_place(place: str | None) -> Iterable[str]:
    if place is None:
        return ()
    return (place, *(name.text for name in find_capitalized(place, Capitals.of((place,)))))
