"""Names as print shows them: words with a capital, and sequences of such words.

A sequence may hold particles between its capitals (`Committee for the Defense of the Revolution`, `van der Berg`),
initials and hyphens; possessive endings are left off. `I` is none, nor is an article before the rest, nor a Roman
numeral by itself.

A word that opens a sentence has a capital anyway. It counts if the text also prints it with a capital within a
sentence (titles apart), or never prints it, nor a word of the same stem, in small letters; but a word of English
grammar (`the`, `however`), a long adverb (`incidentally`) or a number never counts there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from trainer.text.folding import fold, plain_marks
from trainer.text.function_words import ARTICLES, FUNCTION_WORDS
from trainer.text.numerals import read_numeral
from trainer.text.sentences import ABBREVIATIONS, opens_sentence
from trainer.text.titles import find_titles
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word as it is printed: characters `start` to before `stop`."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Capitalized:
    """A word or sequence of words with capitals: characters `start` to before `stop`.

    Attributes:
        parts: its words with a capital, without the particles between them.
    """

    start: int
    stop: int
    text: str
    parts: tuple[PrintedWord, ...]


_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*(?:-[^\W\d_]+(?:'[^\W\d_]+)*)*")
_POSSESSIVE = re.compile(r"'[sS]$")
_CONTRACTION = re.compile(r"'(?:s|m|d|t|ll|re|ve)$")
_PARTICLES = frozenset(
    {"of", "of the", "for", "for the", "de", "de la", "du", "des", "di", "da", "del", "della"}
    | {"van", "van der", "van den", "von", "von der", "zu", "und", "ibn", "bin"}
)
_ROMAN = re.compile(r"[IVXLC]{2,}|[VX]")
_STEM = 6
"""How many letters two words begin with in common that are taken to have one stem."""
_SHORTEST_ADVERB = 7


@dataclass(frozen=True)
class Capitals:
    """What is known of the words of a whole text before the names of any paragraph can be told.

    Attributes:
        within: folded words that have a capital within a sentence.
        small: folded words that are printed in small letters.
        stems: the first letters of long ones among these.
    """

    within: frozenset[str]
    small: frozenset[str]
    stems: frozenset[str]
    _openings: dict[str, bool] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, paragraphs: Iterable[str]) -> Capitals:
        """Gather them."""
        within: set[str] = set()
        small: set[str] = set()
        for text in paragraphs:
            titles = find_titles(text)
            ends = [title.stop for title in titles]
            for word in _words(text):
                at = bisect_right(ends, word.start)
                if at < len(titles) and titles[at].start <= word.start:
                    continue
                if not word.text[0].isupper():
                    small.update((fold(word.text), *words(word.text)))
                elif not opens_sentence(text, word.start):
                    within.add(fold(word.text))
        stems = frozenset(word[:_STEM] for word in small if len(word) >= _STEM)
        return cls(frozenset(within), frozenset(small), stems)

    def is_name_at_opening(self, word: str) -> bool:
        """Tell whether a word with a capital at the opening of a sentence has it for its own sake."""
        if word not in self._openings:
            self._openings[word] = self._tell(word)
        return self._openings[word]

    def _tell(self, word: str) -> bool:
        folded = fold(word)
        shouted = word.isupper() and len(word) > 1 and folded in self.small
        if shouted or _is_grammar(folded) or read_numeral((folded,)):
            return False
        if folded in self.within:
            return True
        adverb = len(folded) >= _SHORTEST_ADVERB and folded.endswith("ly")
        known = folded[:_STEM] in self.stems or bool(self.small.intersection(_forms(folded)))
        return not adverb and not known


def find_capitalized(text: str, known: Capitals) -> tuple[Capitalized, ...]:
    """Return the names of a paragraph of the text that `known` was gathered from, in order."""
    found: list[Capitalized] = []
    run: list[PrintedWord] = []
    for part in _capitals(text, known):
        if run and not _joined(text, run[-1], part):
            found += _sequence(text, run)
            run = []
        run.append(part)
    return (*found, *_sequence(text, run))


def _words(text: str) -> list[PrintedWord]:
    """Return the words of a text; of `semi-Norman` and `Norman-and` the part that has the capital.

    A copy may print a hyphen for every dash.
    """
    found = []
    for match in _WORD.finditer(plain_marks(text)):
        start, word = match.start(), match[0]
        if not word[0].isupper():
            parts = accumulate(word.split("-"), lambda at, part: at + len(part) + 1, initial=0)
            capital = next((at for at in parts if word[at : at + 1].isupper()), 0)
            start, word = start + capital, word[capital:]
        while word[0].isupper() and fold(word.rpartition("-")[2]) in FUNCTION_WORDS and "-" in word:
            word = word.rpartition("-")[0]
        word = _POSSESSIVE.sub("", word)
        found.append(PrintedWord(start, start + len(word), word))
    return found


def _capitals(text: str, known: Capitals) -> list[PrintedWord]:
    great = [word for word in _words(text) if word.text[0].isupper()]
    return [
        word
        for index, word in enumerate(great)
        if _counts(text, word, great[index + 1 : index + 2], known)
    ]


def _counts(
    text: str, word: PrintedWord, following: Sequence[PrintedWord], known: Capitals
) -> bool:
    if _is_initial(text, word):
        # "So did I. Pell came": only before another initial is it one.
        return word.text != "I" or any(
            _is_initial(text, other) and _joined(text, word, other) for other in following
        )
    if len(word.text) == 1 or word.text.startswith("I'") or fold(word.text) in ARTICLES:
        return False
    return not opens_sentence(text, word.start) or known.is_name_at_opening(word.text)


def _is_grammar(folded: str) -> bool:
    """Tell whether a word, or what it is a contraction of, is one of English grammar."""
    contraction = _CONTRACTION.search(folded)
    if contraction is None:
        return folded in FUNCTION_WORDS
    return folded.endswith("n't") or folded[: contraction.start()] in FUNCTION_WORDS


def _is_initial(text: str, word: PrintedWord) -> bool:
    return len(word.text) == 1 and text[word.stop : word.stop + 1] == "."


def _joined(text: str, left: PrintedWord, right: PrintedWord) -> bool:
    """Tell whether two words with capitals stand in one name."""
    between = text[left.stop : right.start]
    if between in {" ", ""}:
        return True
    if between.lstrip(".") in {" ", ""} and between.startswith("."):
        return len(left.text) == 1 or left.text.casefold() in ABBREVIATIONS
    return between[0] == between[-1] == " " and between.strip() in _PARTICLES


def _sequence(text: str, run: Sequence[PrintedWord]) -> list[Capitalized]:
    if not run or all(_ROMAN.fullmatch(part.text) for part in run):
        return []
    start, stop = run[0].start, run[-1].stop
    if _is_initial(text, run[-1]):
        stop += 1
    return [Capitalized(start, stop, text[start:stop], tuple(run))]


def _forms(word: str) -> set[str]:
    """Return a folded word and what it may be without its ending."""
    stems = {word.removesuffix(ending) for ending in ("s", "es", "ed", "ing", "ly")}
    stems |= {f"{stem[:-2]}y" for stem in stems if stem.endswith("ie")}
    single = {stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]}
    return stems | single | {f"{stem}e" for stem in stems} | {f"{word}s", f"{word}ly"}
