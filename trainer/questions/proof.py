"""What is proved of a question before it may be asked, whatever its family."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from trainer.questions.dating import month_names_in
from trainer.questions.words import fold, telling_words, word_stems, words
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.questions.draft import Choice

FEWEST_OPTIONS = 3
MOST_OPTIONS = 4

# A free-text key may be so many times as long, or as short, as the options are on average.
LONGEST_TO_MEAN = 1.3

# Words that begin with as many letters alike remind of each other.
_BEGINNING = 5

# Words of one root, as "report" and "reported", do so from here on.
_REMINDING = 6

# Phrases with so many telling words in common, of no fewer, say nearly the same.
_MOST_SHARED, _FEWEST_TOLD = 0.8, 3


def names_in_stem(stem: str, choice: Choice) -> bool:
    """Tell whether the stem says a word of what a choice is called."""
    return bool(choice.names & words(stem))


def echoes_stem(stem: str, choice: Choice) -> bool:
    """Tell whether a name begins like a word of the stem, as Pravdin does like Pravda."""
    return not _beginnings(words(stem)).isdisjoint(_beginnings(choice.names))


@lru_cache(maxsize=65536)
def _beginnings(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name[:_BEGINNING] for name in names if len(name) >= _BEGINNING)


def is_dated_otherwise(stem: str, choice: Choice) -> bool:
    """Tell whether a choice names a month, and none that the stem asks about: anybody could rule it out."""
    asked, named = month_names_in(stem), month_names_in(choice.text)
    return bool(asked and named and not asked & named)


def stand_apart(choice: Choice, others: Sequence[Choice]) -> bool:
    """Tell whether a choice may stand beside the others: none like it, none its twin."""
    return all(
        choice.text.casefold() != other.text.casefold()
        and choice.id != other.id
        and choice.text not in other.apart
        and other.text not in choice.apart
        # What stands in order is told apart by its measure.
        and (choice.measure != other.measure or not _say_nearly_the_same(choice.text, other.text))
        for other in others
    )


def _say_nearly_the_same(one: str, other: str) -> bool:
    """Tell whether two phrases tell almost nothing in which they differ, as the opening and the end of a congress."""
    first, second = word_stems(one), word_stems(other)
    both = first | second
    return len(both) >= _FEWEST_TOLD and len(first & second) >= _MOST_SHARED * len(both)


def lengths_are_fair(key: Choice, options: Sequence[Choice]) -> bool:
    """Tell whether the length of the key gives nothing away."""
    mean = sum(len(option.text) for option in options) / len(options)
    return 1 / LONGEST_TO_MEAN <= len(key.text) / mean <= LONGEST_TO_MEAN


def words_are_fair(stem: str, key: Choice, distractors: Sequence[Choice]) -> bool:
    """Tell whether every echo of the stem in the key has a match in some distractor."""
    said = telling_words(stem)
    months = month_names_in(stem) & month_names_in(key.text)
    if months and not any(months & month_names_in(d.text) for d in distractors):
        return False
    for letters in (None, _REMINDING):
        own, *others = _echoes(said, (key, *distractors), letters)
        if own > max(others, default=0):
            return False
    return True


def one_echoes_alone(stem: str, options: Sequence[Choice]) -> bool:
    """Tell whether an option echoes the stem more than every other: as a key never does, it would be ruled out."""
    echoes = _echoes(telling_words(stem), options)
    return echoes.count(max(echoes)) == 1


def _echoes(
    said: frozenset[str], options: Sequence[Choice], letters: int | None = None
) -> list[int]:
    """Count the telling words of each option that the stem has said, or that begin as these do."""
    echoed = {word[:letters] for word in said}
    return [
        len({word[:letters] for word in telling_words(option.text)} & echoed) for option in options
    ]


def is_the_odd_one(key: Choice, distractors: Sequence[Choice]) -> bool:
    """Tell whether the key has no telling word in common with any other, but every distractor has."""
    said = [telling_words(choice.text) for choice in (key, *distractors)]
    times = Counter(word for each in said for word in each)
    alone, *others = (all(times[word] == 1 for word in each) for each in said)
    return alone and not any(others)


def is_in_the_middle(key: Choice, distractors: Sequence[Choice]) -> bool:
    """Tell whether the key shares words with every distractor, and each two of them share fewer with each other."""
    own, *others = (frozenset(fold(choice.text).split()) for choice in (key, *distractors))
    common = own.intersection(*others)
    return (
        all(common < (own & other) for other in others)
        and len(own.intersection(frozenset().union(*others)) - common) > 1
        and all(
            len((one & other) - common)
            < min(len((one & own) - common), len((other & own) - common))
            for one, other in combinations(others, 2)
        )
    )


def groups_are_fair(key: Choice, distractors: Sequence[Choice]) -> bool:
    """Tell whether the key is not the odd one out among options that otherwise all go together."""
    groups = {distractor.group for distractor in distractors}
    return len(groups) != 1 or key.group in groups


def flaw(options: Sequence[Choice], key: Choice) -> str | None:
    """Return what is wrong with the finished options, None if nothing is."""
    if len(options) < FEWEST_OPTIONS:
        wrong = len(options) - 1
        return f"only {counted(wrong, 'good wrong answer')}" if wrong else "no good wrong answers"
    repeated = [
        text for text, times in Counter(o.text.casefold() for o in options).items() if times > 1
    ]
    if repeated:
        return f"an option stands twice: {repeated[0]}"
    if sum(option.id == key.id for option in options) != 1:
        return "the key does not stand once among the options"
    return None
