"""What may stand beside somebody's surname: first names in any language, initials, patronymics, other surnames."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.answers.spelling import allowed, distance
from trainer.answers.typed_names import PARTICLES, Likeness, Word, is_title
from trainer.text.given_names import equivalents, is_given_name
from trainer.text.transliteration import readings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

_LONGEST_RUN_OF_INITIALS = 3

# On keys, where C is ch.
_PATRONYMIC = re.compile(r".+(?:[oe]vi[cC]|[^aeiou]i[cC]|[oe]vna|i[cC]na)")

_DENIALS = frozenset({"anti", "but", "except", "non", "nor", "not", "or", "pro"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person by what may stand beside the surname; `words` are the keys of all words of all recorded names."""

    id: str
    given: tuple[Word, ...]
    words: frozenset[str]

    def given_keys(self) -> frozenset[str]:
        """Return the keys of the first names, in every language."""
        return frozenset(
            name for word in self.given if not word.initial for name in equivalents(word.key)
        )

    def initials(self) -> frozenset[str]:
        """Return with what the first names may begin."""
        return frozenset(name[0] for word in self.given for name in equivalents(word.key))


class Bearers:
    """Tells whether what stands beside a surname agrees with the one who bears it."""

    def __init__(self, bearers: Iterable[Bearer], surnames: AbstractSet[str]) -> None:
        self._given_keys = frozenset(name for bearer in bearers for name in bearer.given_keys())
        self._surnames = surnames

    def is_given_name(self, word: str) -> bool:
        """Tell whether a key is that of a first name, of this chapter or of the table."""
        return word in self._given_keys or is_given_name(word)

    def says_little(self, word: Word) -> bool:
        """Tell whether a word is a first name, a patronymic, an initial, a title or a particle."""
        return (
            word.initial
            or self.is_given_name(word.key)
            or _PATRONYMIC.fullmatch(word.key) is not None
            or word.plain in PARTICLES
            or is_title(word.plain)
        )

    def cost(self, rest: tuple[Word, ...], bearer: Bearer, level: Likeness) -> int | None:
        """Return by how many letters the words beside a surname are off; None where they disagree."""
        words = [word for word in rest if not word.initial]
        initials = [word.key[:1] for word in rest if word.initial]
        if initials and not words and bearer.given and initials[0] not in bearer.initials():
            return None
        total = 0
        for word in words:
            if not self._agrees(word, bearer, level):
                if level is not Likeness.MISSPELT or not self._is_misspelt(word, bearer):
                    return None
                total += 1
        return total

    def _agrees(self, word: Word, bearer: Bearer, level: Likeness) -> bool:
        return (
            self._is_given(word, bearer, level)
            or (word.key in bearer.words and word.key not in bearer.given_keys())
            or _PATRONYMIC.fullmatch(word.key) is not None
            or self._is_run_of_initials(word, bearer)
            or (word.tied and word.key not in self._surnames and word.plain not in _DENIALS)
        )

    def _is_given(self, word: Word, bearer: Bearer, level: Likeness) -> bool:
        """Tell whether a word is the first name; letter for letter at the first level, else in any language."""
        if level is Likeness.SAME:
            return word.plain in {given.plain for given in bearer.given}
        names = bearer.given_keys()
        if not names:
            fits = not bearer.given or word.key[:1] in bearer.initials()
            return fits and self.is_given_name(word.key)
        return word.key in names or not names.isdisjoint(readings(word.raw))

    def _is_run_of_initials(self, word: Word, bearer: Bearer) -> bool:
        """Tell whether a word is `VI` of `VI Pell` or `Ya` of `Ya. Sverdlov`."""
        return (
            len(word.plain) <= _LONGEST_RUN_OF_INITIALS
            and word.key[:1] in bearer.initials()
            and not self.is_given_name(word.key)
            and word.key not in self._surnames
        )

    def _is_misspelt(self, word: Word, bearer: Bearer) -> bool:
        if self.is_given_name(word.key):
            return False
        return any(
            distance(word.raw, given.raw) <= min(1, allowed(word.raw, given.raw))
            for given in bearer.given
        )
