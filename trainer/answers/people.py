"""Whose name that is: a typed name looked up among all the people of a chapter, whatever was asked.

At each level of likeness, from letter for letter to misspelt, somebody is meant whose surname (or whole name,
or alias) was typed and with whom nothing else that was typed disagrees: first names, their initials and their
forms in other languages, patronymics. The first level at which anybody is meant decides. A misspelling must be
nearer to one person than to all others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.answers.bearers import Bearer, Bearers
from trainer.answers.identity import Identity, Named, Nobody, Vague, Vagueness
from trainer.answers.spelling import allowed, distance
from trainer.answers.typed_names import (
    PARTICLES,
    Likeness,
    TypedName,
    Word,
    plain,
    recorded_name,
    spellings,
    split_words,
    typed_names,
)
from trainer.text.given_names import equivalents
from trainer.text.transliteration import key, masculine, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Person

# Nobody bears more words than these; a longer answer is no name.
_MOST_WORDS = 8
_LONGEST_SURNAME = 4
_SHORTEST_PART = 4


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of naming somebody without their first name."""

    person: str
    surname: str  # raw, its words run together
    numeral: int | None
    generation: str | None
    alias: bool  # a recorded name of one word that is not the surname


@dataclass(slots=True)
class _Search:
    """What was found on the way that did not decide."""

    clash: bool = False
    unnumbered: bool = False
    namesakes: set[str] = field(default_factory=set)


class People:
    """The people of a chapter by their names."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._bearers: dict[str, Bearer] = {}
        self._forms: list[_Form] = []
        self._wholes: dict[str, set[str]] = defaultdict(set)
        for person in persons:
            self._add(person)
        self._by_spelling = {
            level: self._indexed(level)
            for level in (Likeness.SAME, Likeness.TRANSLITERATED, Likeness.READ_OTHERWISE)
        }
        self._beside = Bearers(
            self._bearers.values(), self._by_spelling[Likeness.TRANSLITERATED].keys()
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
            if level is Likeness.SAME and whole:
                # A recorded name of several words is nobody else's; one of one word may be a surname too.
                several = len(split_words(text)) > 1
                found = dict.fromkeys(whole, 0) | ({} if several else found)
            if found:
                return self._decided(found, level, variants)
        return self._nearest(variants, search)

    def _add(self, person: Person) -> None:
        main = recorded_name(person.name)
        surname = _surname(recorded_name(person.sort_name), main)
        words: list[Word] = list(main.words)
        given: list[Word] = list(_before(main, surname))
        # The surname alone does not tell a ruler's number, nor father from son.
        numeral = main.numeral if surname.numeral is None else surname.numeral
        self._form(person.id, TypedName(surname.words, numeral, main.generation))
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
        self._bearers[person.id] = Bearer(
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

    def _alike(self, variants: list[TypedName], level: Likeness, search: _Search) -> dict[str, int]:
        """Return who is meant at a level, each with how many of the words are theirs."""
        found: dict[str, int] = {}
        for variant in variants:
            for raw, rest in _splits(variant.words):
                for form in self._lookup(raw, level):
                    if self._beside.cost(rest, self._bearers[form.person], level) is None:
                        search.clash = True
                        continue
                    if not _numbered_alike(form, variant, search):
                        continue
                    own = (
                        len(variant.words) - len(rest) + self._own(rest, self._bearers[form.person])
                    )
                    found[form.person] = max(own, found.get(form.person, 0))
        most = max(found.values(), default=0)
        return {person: own for person, own in found.items() if own == most}

    def _own(self, rest: tuple[Word, ...], bearer: Bearer) -> int:
        return sum(word.key in bearer.words for word in rest)

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
        bearer = self._bearers[person]
        aliases = {
            plain(form.surname) for form in self._forms if form.person == person and form.alias
        }
        if word.plain not in aliases and word.key not in {key(alias) for alias in aliases}:
            return False
        names = equivalents(word.key)
        return any(
            not names.isdisjoint(other.given_keys())
            for other in self._bearers.values()
            if other is not bearer
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
        if all(self._beside.says_little(word) for word in typed.words):
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
                if self._beside.is_given_name(key(raw)):
                    continue
                for form in self._forms:
                    off, same_but_sex = distance(raw, form.surname), _other_sex(raw, form.surname)
                    if (
                        off > allowed(raw, form.surname) and not same_but_sex
                    ) or not _numbered_alike(form, variant, search):
                        continue
                    bearer = self._bearers[form.person]
                    cost = self._beside.cost(rest, bearer, Likeness.MISSPELT)
                    if cost is not None:
                        yield off + cost, form, bool(rest) or not same_but_sex


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


def _surname(sorted_by: TypedName, main: TypedName) -> TypedName:
    """Return the surname; of somebody sorted by a mere number, or by "the Younger", the last word before it."""
    own = {word.plain for word in main.words}
    if any(word.plain in own for word in sorted_by.words):
        return sorted_by
    return TypedName(main.words[-1:], main.numeral, main.generation)


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
