"""Whose name that is: a typed name looked up among all the people of a chapter, whatever was asked.

At each level of likeness, from letter for letter to misspelt, somebody is meant whose surname (or whole name,
or alias) was typed and with whom nothing else that was typed disagrees: first names, their initials and their
forms in other languages, patronymics. The first level at which anybody is meant decides. A misspelling must be
nearer to one person than to all others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from trainer.answers.given_names import equivalents, is_given_name
from trainer.answers.spelling import allowed, distance
from trainer.answers.typed_names import (
    PARTICLES,
    TITLES,
    Likeness,
    TypedName,
    Word,
    plain,
    recorded_name,
    spellings,
    split_words,
    typed_names,
)
from trainer.text.transliteration import key, masculine, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Person

# Nobody bears more words than these; a longer answer is no name.
_MOST_WORDS = 8
_LONGEST_SURNAME = 4
_SHORTEST_PART = 4
_LONGEST_RUN_OF_INITIALS = 3

_PATRONYMIC = re.compile(r".+(?:[oe]vi[cC]|[^aeiou]i[cC]|[oe]vna|i[cC]na)")


class Vagueness(Enum):
    """Why a name is too little to tell who is meant."""

    FIRST_NAME = "first name"
    SHARED = "shared"
    NEAR_SEVERAL = "near several"
    OTHER_FIRST_NAME = "other first name"
    ENDING = "ending"
    NUMBER = "number"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody is meant."""

    id: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Vague:
    """Nobody can be told for certain."""

    why: Vagueness


@dataclass(frozen=True, slots=True)
class Nobody:
    """No name of the chapter; `namesakes` bear it with another number."""

    namesakes: frozenset[str] = frozenset()


Identity: TypeAlias = Named | Vague | Nobody


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of naming somebody without their first name."""

    person: str
    surname: str  # raw, its words run together
    numeral: int | None
    generation: str | None
    alias: bool  # a recorded name of one word that is not the surname


@dataclass(frozen=True, slots=True)
class _Entry:
    """All that may stand beside somebody's surname."""

    id: str
    given: tuple[Word, ...]
    words: frozenset[str]

    @property
    def full_given(self) -> tuple[Word, ...]:
        return tuple(word for word in self.given if not word.initial)

    def given_keys(self) -> frozenset[str]:
        return frozenset(name for word in self.full_given for name in equivalents(word.key))

    def initials(self) -> frozenset[str]:
        return frozenset(name[0] for word in self.given for name in equivalents(word.key))


@dataclass(slots=True)
class _Search:
    """What was found on the way that did not decide."""

    clash: bool = False
    unnumbered: bool = False
    namesakes: set[str] = field(default_factory=set)


class People:
    """The people of a chapter by their names."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._entries: dict[str, _Entry] = {}
        self._forms: list[_Form] = []
        self._wholes: dict[str, set[str]] = defaultdict(set)
        for person in persons:
            self._add(person)
        self._by_spelling = {
            level: self._indexed(level)
            for level in (Likeness.SAME, Likeness.TRANSLITERATED, Likeness.READ_OTHERWISE)
        }
        self._given_keys = frozenset(
            name for entry in self._entries.values() for name in entry.given_keys()
        )

    def identify(self, text: str) -> Identity:
        """Return who is meant by a name, whatever was asked."""
        variants = [name for name in typed_names(text) if name.words]
        if not variants or len(variants[0].words) > _MOST_WORDS:
            return Nobody()
        search = _Search()
        whole = self._wholes.get(_run(split_words(text)), set())
        for level in (Likeness.SAME, Likeness.TRANSLITERATED, Likeness.READ_OTHERWISE):
            found = self._alike(variants, level, search)
            if level is Likeness.SAME:
                found |= dict.fromkeys(whole, _MOST_WORDS)
            if found:
                return self._decided(found, level, variants)
        return self._nearest(variants, search)

    def _add(self, person: Person) -> None:
        surname = recorded_name(person.sort_name)
        main = recorded_name(person.name)
        words: list[Word] = list(main.words)
        given: list[Word] = list(_before(main, surname))
        self._form(person.id, surname)
        for name in (person.name, *(other.name for other in person.other_names)):
            self._wholes[_run(split_words(name))].add(person.id)
        for other in person.other_names:
            taken = recorded_name(other.name)
            words += taken.words
            if len(taken.words) == 1:
                self._form(person.id, taken, alias=True)
            elif _is_proper(other.name):
                self._form(person.id, TypedName(taken.words[-1:], taken.numeral, taken.generation))
                given += taken.words[:-1]
        self._entries[person.id] = _Entry(
            person.id, tuple(dict.fromkeys(given)), frozenset(word.key for word in words)
        )

    def _form(self, person: str, name: TypedName, *, alias: bool = False) -> None:
        def form(raw: str, *, alias: bool) -> _Form:
            return _Form(person, raw, name.numeral, name.generation, alias)

        self._forms.append(form("".join(word.raw for word in name.words), alias=alias))
        if len(name.words) > 1:
            self._forms += [
                form(word.raw, alias=False)
                for word in name.words
                if len(word.plain) >= _SHORTEST_PART
            ]

    def _indexed(self, level: Likeness) -> dict[str, list[_Form]]:
        found: dict[str, list[_Form]] = defaultdict(list)
        for form in self._forms:
            names = spellings(form.surname, level)
            if level is not Likeness.SAME and form.numeral is not None:
                # Rulers go by the first name alone, in many languages.
                names |= equivalents(key(form.surname))
            for name in names:
                found[name].append(form)
        return found

    def _lookup(self, raw: str, level: Likeness) -> Iterator[_Form]:
        """Yield the forms like a typed surname; of two readings one must be the plain one."""
        if level is not Likeness.READ_OTHERWISE:
            for name in spellings(raw, level):
                yield from self._by_spelling[level].get(name, ())
            return
        yield from self._by_spelling[level].get(key(raw), ())
        for name in readings(raw):
            yield from self._by_spelling[Likeness.TRANSLITERATED].get(name, ())

    def _alike(
        self, variants: list[TypedName], level: Likeness, search: _Search
    ) -> dict[str, int]:
        """Return who is meant at a level, each with how many of the words are theirs."""
        found: dict[str, int] = {}
        for variant in variants:
            for raw, rest in _splits(variant.words):
                for form in self._lookup(raw, level):
                    if self._cost_of_rest(rest, self._entries[form.person], level) is None:
                        search.clash = True
                        continue
                    if not _numbered_alike(form, variant, search):
                        continue
                    own = len(variant.words) - len(rest) + self._own(rest, self._entries[form.person])
                    found[form.person] = max(own, found.get(form.person, 0))
        most = max(found.values(), default=0)
        return {person: own for person, own in found.items() if own == most}

    def _own(self, rest: tuple[Word, ...], entry: _Entry) -> int:
        return sum(word.key in entry.words for word in rest)

    def _decided(
        self, found: dict[str, int], level: Likeness, variants: list[TypedName]
    ) -> Identity:
        if len(found) > 1:
            return Vague(Vagueness.SHARED)
        (person,) = found
        words = variants[0].words
        if len(words) == 1 and self._is_first_name_of_another(words[0], person):
            return Vague(Vagueness.FIRST_NAME)
        return Named(person, level)

    def _is_first_name_of_another(self, word: Word, person: str) -> bool:
        """Tell whether an alias such as `Gregory` is also what others are called."""
        entry = self._entries[person]
        aliases = {plain(form.surname) for form in self._forms if form.person == person and form.alias}
        if word.plain not in aliases and word.key not in {key(alias) for alias in aliases}:
            return False
        names = equivalents(word.key)
        return any(
            not names.isdisjoint(other.given_keys())
            for other in self._entries.values()
            if other is not entry
        )

    def _nearest(self, variants: list[TypedName], search: _Search) -> Identity:
        """Return who is meant by a misspelt name, if it is nearer to them than to anybody else."""
        costs: dict[str, int] = {}
        ending = False
        for cost, form, agreed in self._misspelt(variants, search):
            if not agreed:
                ending = True
            elif cost < costs.get(form.person, cost + 1):
                costs[form.person] = cost
        least = [person for person, cost in costs.items() if cost == min(costs.values())]
        if len(least) == 1:
            return Named(least[0], Likeness.MISSPELT)
        if least:
            return Vague(Vagueness.NEAR_SEVERAL)
        return self._undecided(variants[0], search, ending=ending)

    def _undecided(self, typed: TypedName, search: _Search, *, ending: bool) -> Identity:
        if search.namesakes:
            return Nobody(frozenset(search.namesakes))
        if all(self._says_little(word) for word in typed.words):
            return Vague(Vagueness.FIRST_NAME)
        if search.unnumbered:
            return Vague(Vagueness.NUMBER)
        if search.clash:
            return Vague(Vagueness.OTHER_FIRST_NAME)
        return Vague(Vagueness.ENDING) if ending else Nobody()

    def _misspelt(
        self, variants: list[TypedName], search: _Search
    ) -> Iterator[tuple[int, _Form, bool]]:
        """Yield what a name may be a misspelling of, how far off, and whether its ending agrees."""
        for variant in variants:
            for raw, rest in _splits(variant.words):
                if is_given_name(key(raw)) or key(raw) in self._given_keys:
                    continue
                for form in self._forms:
                    off, same_but_sex = distance(raw, form.surname), _other_sex(raw, form.surname)
                    if (off > allowed(raw, form.surname) and not same_but_sex) or not _numbered_alike(form, variant, search):
                        continue
                    entry = self._entries[form.person]
                    cost = self._cost_of_rest(rest, entry, Likeness.MISSPELT)
                    if cost is not None:
                        yield off + cost, form, bool(rest) or not same_but_sex

    def _says_little(self, word: Word) -> bool:
        """Tell whether a word is a first name, a patronymic, an initial or a title."""
        return (
            word.initial
            or is_given_name(word.key)
            or word.key in self._given_keys
            or _PATRONYMIC.fullmatch(word.key) is not None
            or word.plain in TITLES | PARTICLES
        )

    def _cost_of_rest(
        self, rest: tuple[Word, ...], entry: _Entry, level: Likeness
    ) -> int | None:
        """Return by how many letters the words beside a surname are off; None where they disagree."""
        initials = [word for word in rest if word.initial]
        words = [word for word in rest if not word.initial]
        if initials and not words and entry.given:
            if initials[0].key[:1] not in entry.initials():
                return None
        costs = [self._cost_of_word(word, entry, level) for word in words]
        if None in costs:
            return None
        return sum(cost for cost in costs if cost is not None)

    def _cost_of_word(self, word: Word, entry: _Entry, level: Likeness) -> int | None:
        if level is Likeness.SAME:
            own = {given.plain for given in entry.given}
            if word.plain in own:
                return 0
        elif self._agrees(word, entry):
            return 0
        if word.key in entry.words and not entry.given_keys() & {word.key}:
            return 0
        if _PATRONYMIC.fullmatch(word.key) or self._is_run_of_initials(word, entry):
            return 0
        if word.tied and not self._is_surname(word):
            return 0
        if level is Likeness.MISSPELT and self._is_misspelt_given(word, entry):
            return 1
        return None

    def _agrees(self, word: Word, entry: _Entry) -> bool:
        """Tell whether a word is a first name that somebody may have, in whatever language."""
        if not entry.full_given:
            known = is_given_name(word.key) or word.key in self._given_keys
            return known and (not entry.given or word.key[:1] in entry.initials())
        names = entry.given_keys()
        return word.key in names or not names.isdisjoint(readings(word.raw))

    def _is_run_of_initials(self, word: Word, entry: _Entry) -> bool:
        """Tell whether a word is `VI` of `VI Lenin` or `Ya` of `Ya. Sverdlov`."""
        return (
            len(word.plain) <= _LONGEST_RUN_OF_INITIALS
            and word.key[:1] in entry.initials()
            and not is_given_name(word.key)
            and word.key not in self._given_keys
            and not self._is_surname(word)
        )

    def _is_surname(self, word: Word) -> bool:
        return word.key in self._by_spelling[Likeness.TRANSLITERATED]

    def _is_misspelt_given(self, word: Word, entry: _Entry) -> bool:
        if word.key in self._given_keys or is_given_name(word.key):
            return False
        return any(distance(word.raw, given.raw) <= min(1, allowed(word.raw, given.raw)) for given in entry.given)


def _numbered_alike(form: _Form, typed: TypedName, search: _Search) -> bool:
    """Tell whether numbers and generations agree; a ruler's number may not be left out."""
    if form.numeral != typed.numeral:
        if form.numeral is not None and typed.numeral is None:
            search.unnumbered = True
        elif form.numeral is not None:
            search.namesakes.add(form.person)
        return False
    return not (form.generation and typed.generation and form.generation != typed.generation)


def _other_sex(typed: str, recorded: str) -> bool:
    """Tell whether two surnames are the forms of one for a man and for a woman."""
    one, other = key(typed), key(recorded)
    return one != other and masculine(one) == masculine(other)


def _before(main: TypedName, surname: TypedName) -> tuple[Word, ...]:
    """Return the words of a name before the surname."""
    own = {word.plain for word in surname.words}
    return tuple(word for word in main.words if word.plain not in own)


def _run(words: tuple[Word, ...]) -> str:
    """Return words run together, articles apart."""
    kept = [word.plain for word in words if word.plain not in {"the", "a", "an"}]
    return "".join(kept or (word.plain for word in words))


def _splits(words: tuple[Word, ...]) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Yield what may be the surname, run together, and the words beside it."""
    for start in range(len(words)):
        for stop in range(start + 1, min(len(words), start + _LONGEST_SURNAME) + 1):
            span = words[start:stop]
            if len(span) == 1 or not any(word.initial for word in span):
                yield "".join(word.raw for word in span), (*words[:start], *words[stop:])


def _is_proper(name: str) -> bool:
    """Tell whether a recorded name is made of names and titles alone, and is no phrase."""
    return not any(word[0].islower() for word in name.split() if plain(word) not in PARTICLES)
