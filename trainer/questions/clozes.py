"""Sentences with a gap: what is left out, and what makes a gap fair.

A cloze stands beside the question that asks for the same answer only where its sentence tells more than that question:
the words of a title or slogan, a date or name within the whole story. The gap must not be guessable from its grammar,
and the sentence must not say its answer elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.dates.written import find_dates
from trainer.questions.question import Gap
from trainer.questions.wording import full_stop
from trainer.questions.words import SHORTEST_TELLING_WORD, fold, telling_words, word_stems, words

if TYPE_CHECKING:
    from trainer.chapters.record import Event
    from trainer.questions.index import Index
    from trainer.questions.question import Sought

GAP = "____"

# So many telling words make a sentence more than a title.
_MORE = 3

# Longer sentences are read twice before the gap is found.
LONGEST = 200

# What parts sentences, or makes one hard to go on with.
_BREAK = re.compile(r"[:?!]|\. ")
_QUOTED = re.compile(r"“([^”]+)”")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_FEWEST_WORDS, _SHORTEST_WORD = 3, 3
_EMPTY = frozenset({"all", "and", "are", "away", "for", "has", "her", "his", "its", "must", "not", "our", "the", "their", "was", "who", "with", "you", "your"})  # fmt: skip
# With these a sentence may go on as well as begin.
_SMALL = frozenset({"a", "against", "amid", "an", "at", "before", "by", "during", "for", "in", "the", "through", "under", "when", "with"})  # fmt: skip
# These tell whether a man or a woman is sought.
_PRONOUNS = frozenset({"he", "him", "himself", "his", "she", "her", "hers", "herself"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze:
    """A sentence with one gap, the answer, and what an answer is judged by."""

    sentence: str
    answer: str
    sought: Sought


def is_fair(sentence: str, answer: str) -> bool:
    """Tell whether a sentence has one gap, no article before it, and does not say a telling word of the answer."""
    before, *after = sentence.split(GAP)
    return (
        len(after) == 1
        and not before.rstrip().endswith((" a", " an"))
        and before.rstrip().lower() not in {"a", "an"}
        and not word_stems(sentence) & word_stems(answer)
        and not words(answer) <= words(sentence)
    )


def title_in(name: str) -> str | None:
    """Return what a name quotes, if it is a phrase of three words or more."""
    quoted = _QUOTED.search(name)
    return quoted[1] if quoted and len(quoted[1].split()) >= _FEWEST_WORDS else None


def missing_word(title: str) -> str | None:
    """Return the last telling word of a title or slogan; None if it has none beside another."""
    told = [word for word in _WORD.findall(title) if is_telling(word)]
    return told[-1] if told and len(_WORD.findall(title)) >= _FEWEST_WORDS else None


def is_telling(word: str) -> bool:
    """Tell whether a word of a title is worth asking for."""
    short = len(word) < SHORTEST_TELLING_WORD
    return (
        len(word) >= _SHORTEST_WORD
        and fold(word) not in _EMPTY
        and (short or bool(telling_words(word)))
    )


def without(word: str, title: str) -> str:
    """Return a title with a gap for the last time that a word stands in it."""
    before, after = title.rsplit(word, 1)
    return f"{before}{GAP}{after}"


def other_filling(title: str, word: str, index: Index) -> bool:
    """Tell whether another recorded title or name is the same but for this word."""
    return len(index.fillings.get(fold(without(word, title).replace(GAP, " blank ")), ())) > 1


def gap_in(title: str, word: str) -> Gap:
    """Return what is sought in a title."""
    return Gap(missing=word, whole=title)


def story_of(event: Event, index: Index) -> str | None:
    """Return an event's statement, up to a semicolon, as the rest of a sentence; None if it tells a time of its own.

    Its first word is a small one, which loses its capital, or a name.
    """
    told = full_stop((event.statement or "").partition(";")[0])
    if not event.statement or len(told) > LONGEST or GAP in told or _BREAK.search(told):
        return None
    if find_dates(told) or index.stories_told[fold(event.statement)] > 1:
        return None
    first, *rest = told.split(" ", 1)
    if first.lower() in _SMALL:
        return " ".join((first.lower(), *rest))
    return told if fold(first).removesuffix("'s") in index.names_said else None


def tells_more(sentence: str, title: str) -> bool:
    """Tell whether a sentence tells clearly more than a title does."""
    return len(word_stems(sentence) - word_stems(title)) >= _MORE


def tells_sex(sentence: str) -> bool:
    """Tell whether a sentence says by a pronoun whether a man or a woman is meant."""
    return not _PRONOUNS.isdisjoint(words(sentence))
