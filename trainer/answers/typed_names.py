"""A name taken apart: words, the number of a ruler, junior or senior; titles and particles put aside.

Recorded and typed names are taken apart alike, so that they can be compared piece by piece.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from trainer.text.folding import fold
from trainer.text.honorifics import is_honorific
from trainer.text.numerals import read_numeral
from trainer.text.transliteration import key, readings


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that is a list of words."""
    return frozenset(text.split())


# What stands within titles of several words: prime minister, commander in chief, grand duke.
_OF_TITLES = word_set("chief grand in prime vice")
PARTICLES = word_set(
    "a al an bin da dal de del della der des di du el ibn la le of the ten ter van von zu"
)

_APOSTROPHES = "'\u2019\u02bc\u02b9\u2032`\u00b4\u2018"
_WORD = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$")
_TIES = "-\u2010\u2011/"
_BRACKETS = frozenset("([{")

_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_GENERATIONS = {
    "jr": "junior", "junior": "junior", "younger": "junior",
    "sr": "senior", "senior": "senior", "elder": "senior",
}  # fmt: skip


class Likeness(IntEnum):
    """How like two names are; what is like at one level is not asked for at the next."""

    SAME = 0
    TRANSLITERATED = 1
    READ_OTHERWISE = 2
    MISSPELT = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name; `tied` where a hyphen or brackets hold it to another, `owns` if it ends in 's."""

    raw: str
    tied: bool = False
    owns: bool = False

    @property
    def plain(self) -> str:
        """The word without case, accents and apostrophes."""
        return plain(self.raw)

    @property
    def key(self) -> str:
        """The word as `trainer.text.transliteration` folds it."""
        return key(self.raw)

    @property
    def initial(self) -> bool:
        """Whether it is one letter."""
        return len(self.plain) == 1


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name taken apart; `numeral` is that of a ruler, `generation` is junior or senior."""

    words: tuple[Word, ...]
    numeral: int | None = None
    generation: str | None = None


@lru_cache(maxsize=16384)
def plain(raw: str) -> str:
    """Return a word's letters and digits, folded."""
    return "".join(sign for sign in fold(raw) if sign.isalnum())


def spellings(raw: str, likeness: Likeness) -> frozenset[str]:
    """Return under what a word is to be looked up at a level of likeness."""
    match likeness:
        case Likeness.SAME:
            return frozenset({plain(raw)})
        case Likeness.TRANSLITERATED:
            return frozenset({key(raw)})
        case _:
            return readings(raw)


def is_title(word: str) -> bool:
    """Tell whether a folded word is one that stands before a name or within such a title."""
    return word in _OF_TITLES or is_honorific(word)


def split_words(text: str) -> tuple[Word, ...]:
    """Return the words of a name, possessives and final dots apart."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    # Accents for which no letter is made would tear a word apart.
    folded = "".join(sign for sign in composed if unicodedata.category(sign) != "Mn")
    bracketed = not _BRACKETS.isdisjoint(folded)
    found = []
    for match in _WORD.finditer(folded):
        around = folded[match.start() - 1 : match.start()] + folded[match.end() : match.end() + 1]
        raw = _POSSESSIVE.sub("", match[0])
        if plain(raw):
            tied = bracketed or any(sign in _TIES for sign in around)
            found.append(Word(raw, tied, raw != match[0]))
    return tuple(found)


def recorded_name(text: str) -> TypedName:
    """Take apart a name of the record, where a letter behind a name is a ruler's number."""
    return _take_apart(text, lone=True)


def typed_names(text: str) -> tuple[TypedName, ...]:
    """Take apart what a learner typed: twice where a last letter may be a number or an initial."""
    return tuple(dict.fromkeys((_take_apart(text, lone=True), _take_apart(text, lone=False))))


def _take_apart(text: str, *, lone: bool) -> TypedName:
    words = list(split_words(text))
    generation = _GENERATIONS.get(words[-1].plain) if len(words) > 1 else None
    if generation:
        words.pop()
    numeral = _numeral(words, lone=lone)
    if numeral is not None:
        words.pop()
    kept = tuple(word for at, word in enumerate(words) if not _is_aside(words, at))
    return TypedName(kept or tuple(words), numeral, generation)


def _is_aside(words: list[Word], at: int) -> bool:
    """Tell whether a word is a particle or a title; the sister of somebody, or somebody's, is somebody else."""
    word = words[at].plain
    after = words[at + 1].plain if at + 1 < len(words) else ""
    owned = any(before.owns for before in words[:at])
    return word in PARTICLES or (is_title(word) and after != "of" and not owned)


def _numeral(words: list[Word], *, lone: bool) -> int | None:
    """Return the number behind a name: II, 2nd, the Second."""
    if len(words) < 2:  # noqa: PLR2004
        return None
    last = words[-1].plain
    if (digits := _ORDINAL.fullmatch(last)) is not None:
        return int(digits[1])
    if (roman := roman_value(last)) is not None:
        return None if len(last) == 1 and (not lone or words[-2].initial) else roman
    numeral = read_numeral((last,))
    return numeral.value if numeral is not None and numeral.ordinal else None


def roman_value(folded: str) -> int | None:
    """Return a Roman numeral up to 39, None if a folded word is none."""
    if _ROMAN.fullmatch(folded) is None:
        return None
    values = [_ROMAN_VALUES[sign] for sign in folded]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )
