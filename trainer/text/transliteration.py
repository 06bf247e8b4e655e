"""Folding the transliterations of a name, so that `Trotskii`, `Trotzky` and `Троцкий` are one.

`key` reads a word as most English books spell foreign names; `readings` adds what it is if spelled in the
German or the French way. Keys are for comparison only: lower case letters stand for themselves, and

    S = sh   C = ch   Z = zh   c = ts   h = kh

What a key makes one, after `trainer.text.folding` and without apostrophes:

* `ff` at the end and `w` are `v`; `x` is `ks`, `ph` `f`, `ou` `u`; double letters are single;
* `y`, `i` and `j` are one: dropped between a consonant and a vowel (`ia`, `ya`, `ja`) and before an `e` that
  begins a word or follows a vowel (`e`, `ye`), else `i`, however many stand together (`-sky`, `-ski`, `-skii`, `-skij`);
* `yo` between consonants is `e`, as it is often printed (`Fyodor`, `Fedor`).

Endings for men and women stay apart, and so does every consonant but for these: of two keys that differ, one may
still be a misspelling of the other, which is for edit distance to say.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from trainer.text.folding import fold

# The letters of Russian, its spelling before 1918, Ukrainian, Belarusian, Bulgarian, Macedonian and Serbian.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ѣ": "e", "і": "i", "ѳ": "f", "ѵ": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
    "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ch", "ђ": "dj", "џ": "dzh", "ѓ": "g", "ќ": "k", "ѕ": "dz",
}  # fmt: skip

# Marks that stand for a sound of their own; all others are accents, which folding drops.
_MARKED = {
    "š": "sh", "ş": "sh", "ș": "sh", "č": "tch", "ć": "tch", "ž": "zh", "ż": "zh",
    "ä": "ae", "ö": "oe", "ü": "ue",
}  # fmt: skip

# Longer ones first: a name is read from left to right, each time as many letters as can be.
_ENGLISH = {
    "tsch": "C", "dsch": "dZ", "tch": "C", "sch": "S", "dzh": "dZ", "dj": "dZ", "ch": "C", "cz": "C",
    "sh": "S", "sz": "S", "zh": "Z", "kh": "h", "gh": "g", "ph": "f", "th": "t", "ts": "c", "tz": "c",
    "ck": "k", "ou": "u", "x": "ks", "w": "v", "q": "k", "y": "i", "j": "i",
}  # fmt: skip
_FRENCH = {**_ENGLISH, "ch": "S", "j": "Z"}
_J_AS_IN_JOHN = {**_ENGLISH, "j": "dZ"}
# As in Polish, Czech and the tables of libraries: `dj` is a soft d, `ck` is ts and k, `ch` is kh.
_SLAVIC = {unit: sound for unit, sound in _ENGLISH.items() if unit not in {"dj", "ck"}}
_SLAVIC_KH = {**_SLAVIC, "ch": "h"}
_GERMAN = {**_SLAVIC_KH, "z": "c"}
_GERMAN_ZH = {**_GERMAN, "sch": "Z"}

_TABLES = (_ENGLISH, _FRENCH, _J_AS_IN_JOHN, _SLAVIC, _SLAVIC_KH)
_GERMAN_TABLES = (_GERMAN, _GERMAN_ZH)
_LOOKS_GERMAN = re.compile(r"w|sch|ds[aeiou]")
_GERMAN_S = re.compile(r"(?<!s)s(?=[aeiouyj])")

_CONSONANT = "[bcdfghklmnpqrstvxzCSZ]"
_SOFTENINGS = (
    (re.compile(rf"(?<={_CONSONANT})i+o(?={_CONSONANT})"), "e"),
    (re.compile(rf"(?<={_CONSONANT})i+(?=[aeou])"), ""),
    (re.compile(r"(?:^|(?<=[aeou]))i+(?=e)"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=..[oe])f$"), "v"),
)
_FRENCH_END = re.compile(r"(?<=in)e$")


@lru_cache(maxsize=16384)
def key(word: str) -> str:
    """Return what a word is by the table for English, whatever script and case it is written in."""
    return _sounds(_letters(word), _ENGLISH)


@lru_cache(maxsize=16384)
def readings(word: str) -> frozenset[str]:
    """Return every key that a word may have: the English, then the German, French and others."""
    found = {key(word)}
    for letters in {_letters(word), _letters(_replaced(word, _MARKED))}:
        found |= {_sounds(letters, table) for table in _TABLES}
        found.add(_FRENCH_END.sub("", _sounds(letters, _FRENCH)))
        if _LOOKS_GERMAN.search(letters):
            voiced = _GERMAN_S.sub("\0", letters)
            for table in _GERMAN_TABLES:
                found |= {_sounds(letters, table), _sounds(voiced, table).replace("\0", "z")}
    return frozenset(found)


def masculine(sounds: str) -> str:
    """Return the key of the form for men of a Slavic surname: `krupski` of `krupskaia`."""
    if sounds.endswith(("skaia", "ska")):
        return re.sub(r"ska(?:ia)?$", "ski", sounds)
    return re.sub(r"(?<=ov|ev|in)a$", "", sounds)


def _letters(word: str) -> str:
    """Return a folded word in Latin letters as far as they are known, without signs."""
    folded = fold(_replaced(word, _CYRILLIC))
    return "".join(sign for sign in folded if sign.isalnum())


def _replaced(word: str, table: dict[str, str]) -> str:
    composed = unicodedata.normalize("NFC", word).casefold()
    return "".join(table.get(sign, sign) for sign in unicodedata.normalize("NFC", composed))


def _sounds(letters: str, table: dict[str, str]) -> str:
    sounds = _units(table).sub(lambda match: table[match[0]], letters)
    for pattern, instead in _SOFTENINGS:
        sounds = pattern.sub(instead, sounds)
    return sounds


@lru_cache(maxsize=16)
def _pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(units, key=len, reverse=True)))


def _units(table: dict[str, str]) -> re.Pattern[str]:
    return _pattern(tuple(table))
