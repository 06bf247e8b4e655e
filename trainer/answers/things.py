"""Which body, work or term that is: a typed name looked up among all of a chapter's.

Articles and small words are dropped, numbers are compared as numbers (`Sixth`, `6th`, `VI`), the order of words
does not matter, nor a plural (`the Bolshevik Committee`, `Committee of the Bolsheviks`). A part of a name asks for
the whole of it, unless it is recorded as a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from trainer.answers.identity import Identity, Named, Nobody, Vague, Vagueness
from trainer.answers.spelling import allowed, distance
from trainer.answers.typed_names import Likeness, roman_value, word_set
from trainer.text.numerals import numerals
from trainer.text.transliteration import key
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_Words: TypeAlias = tuple[str, ...]

_SMALL = word_set("a an and at by for from in of on s the to")
_SHORTEST_INITIALISM = 3
_LONGEST_WITHOUT_A_PLURAL = 4
_SIGNS = re.compile(r"[\W_]+")


class Things:
    """The named things of a chapter, each with all its recorded names."""

    def __init__(self, named: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._spelled: dict[_Words, set[str]] = defaultdict(set)
        self._sounding: dict[_Words, set[str]] = defaultdict(set)
        self._initials: dict[str, set[str]] = defaultdict(set)
        for ident, names in named:
            for name in names:
                spelled = _telling(name)
                self._spelled[spelled].add(ident)
                self._sounding[_sounds(spelled)].add(ident)
                self._initials["".join(word[0] for word in spelled)].add(ident)

    def identify(self, text: str) -> Identity:
        """Return what is meant by a name, whatever was asked."""
        typed = _telling(text)
        if not typed:
            return Nobody()
        run = _SIGNS.sub("", "".join(typed))
        for likeness, found in (
            (Likeness.SAME, self._spelled.get(typed)),
            (Likeness.TRANSLITERATED, self._sounding.get(_sounds(typed))),
            (Likeness.READ_OTHERWISE, self._initialism(run)),
        ):
            if found:
                return _only(found, likeness, Vagueness.SHARED)
        near = self._nearest(typed)
        if near:
            return _only(near, Likeness.MISSPELT, Vagueness.NEAR_SEVERAL)
        own = set(_sounds(typed))
        if any(own < set(sounding) for sounding in self._sounding):
            return Vague(Vagueness.PART)
        return Nobody()

    def _initialism(self, run: str) -> set[str]:
        return self._initials.get(run, set()) if len(run) >= _SHORTEST_INITIALISM else set()

    def _nearest(self, typed: _Words) -> set[str]:
        """Return what a misspelt name is nearest to; numbers must agree."""
        run, figures = "".join(typed), _figures(typed)
        found: dict[int, set[str]] = defaultdict(set)
        for spelled, idents in self._spelled.items():
            other = "".join(spelled)
            if _figures(spelled) == figures and (off := distance(run, other)) <= allowed(
                run, other
            ):
                found[off] |= idents
        return found[min(found)] if found else set()


def _only(found: set[str], likeness: Likeness, otherwise: Vagueness) -> Identity:
    if len(found) > 1:
        return Vague(otherwise)
    return Named(next(iter(found)), likeness)


@lru_cache(maxsize=4096)
def _telling(name: str) -> _Words:
    """Return the words that tell a name from others, numbers in digits."""
    spoken = list(words(name))
    for numeral in reversed(numerals(spoken)):
        spoken[numeral.start : numeral.stop] = [str(numeral.value)]
    # A lone letter counts only where a number leads: I Congress.
    spoken = [
        str(value)
        if (len(word) > 1 or _leads(at, spoken)) and (value := roman_value(word))
        else word
        for at, word in enumerate(spoken)
    ]
    return tuple(word for word in spoken if word not in _SMALL) or tuple(spoken)


def _leads(at: int, spoken: Sequence[str]) -> bool:
    return at == 0 and len(spoken) > 1


def _sounds(spelled: _Words) -> _Words:
    return tuple(sorted(key(_of_one(word)) for word in spelled))


def _of_one(word: str) -> str:
    return word[:-1] if len(word) > _LONGEST_WITHOUT_A_PLURAL and word.endswith("s") else word


def _figures(spelled: _Words) -> _Words:
    return tuple(word for word in spelled if word.isdecimal())
