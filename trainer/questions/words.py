"""Words and names, compared without regard to case, accents or punctuation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from trainer.text.folding import fold as fold_signs

if TYPE_CHECKING:
    from trainer.chapters.record import Person

SHORTEST_TELLING_WORD = 4

# As many texts as a chapter of a hundred thousand facts has: with fewer, each would be read again and again.
_REMEMBERED = 1 << 18

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")

# Words of four letters and more that give nothing away.
_COMMON = frozenset(
    {
        "about",
        "after",
        "against",
        "also",
        "among",
        "been",
        "before",
        "being",
        "between",
        "both",
        "could",
        "first",
        "from",
        "have",
        "having",
        "held",
        "into",
        "last",
        "later",
        "made",
        "more",
        "most",
        "only",
        "other",
        "over",
        "same",
        "should",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "under",
        "until",
        "upon",
        "very",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "whom",
        "whose",
        "will",
        "with",
        "within",
        "without",
        "would",
        "years",
    }
)


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Return the words of a text in lower case, without accents, parted by single spaces."""
    return " ".join(_WORD.findall(fold_signs(text)))


@lru_cache(maxsize=_REMEMBERED)
def words(text: str) -> frozenset[str]:
    """Return the folded words of a text; a possessive counts as its noun, a compound also as its parts."""
    found: set[str] = set()
    for word in fold(text).split():
        bare = word.removesuffix("'s").removesuffix("'")
        found.update((bare, *bare.split("-")))
    return frozenset(found)


@lru_cache(maxsize=_REMEMBERED)
def telling_words(text: str) -> frozenset[str]:
    """Return the folded words of a text that could give an answer away."""
    return frozenset(
        _stem(word)
        for word in words(text)
        if len(word) >= SHORTEST_TELLING_WORD and word not in _COMMON
    )


@lru_cache(maxsize=_REMEMBERED)
def word_stems(text: str) -> frozenset[str]:
    """Return the beginnings of the telling words, in which "reported" and "report" agree."""
    return frozenset(word[:5] for word in telling_words(text))


# What stands in a name and in any sentence, and tells neither of the other.
IN_ANY_SENTENCE = frozenset({"the", "and"})


def names_of_person(person: Person) -> frozenset[str]:
    """Return every folded name that the person goes by, whole."""
    return frozenset(fold(name) for name in (person.name, *(n.name for n in person.other_names)))


def name_words_of_person(person: Person) -> frozenset[str]:
    """Return the folded words of all names of a person, initials, particles and articles apart."""
    return frozenset(
        word
        for name in names_of_person(person)
        for word in words(name)
        if len(word) > 2 and word not in IN_ANY_SENTENCE  # noqa: PLR2004
    )


def _stem(word: str) -> str:
    """Fold a plural into its singular: enough for telling words, no more than that."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
