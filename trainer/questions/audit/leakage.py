"""Leakage: one stem gives another question's answer in the same deck (rule 13).

A stem leaks if it says the other's key and is about the same thing: it has most of what the other stem tells, or,
where both ask about one fact, a good part of it. That a name is the answer here and merely mentioned there is no
leak. Words that many stems of the bank have tell nothing. Every bank has such pairs, for it asks each fact from
several sides; so they are notes, and a quiz never puts both of a pair.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from trainer.questions.audit.finding import Check, Finding, NotJudged, Weight
from trainer.questions.audit.item import Item, Sort
from trainer.questions.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME = "leakage"

# So much of what a stem tells, and no fewer words, and the other is about the same thing.
_SHARE, _FEWEST = 0.6, 3
_SHARE_OF_ONE_FACT, _FEWEST_OF_ONE_FACT = 0.4, 2

# A word in so many stems is the form of a question; in a small deck, so many stems are none.
_FREQUENT, _FEW = 0.05, 5

_MEND = "none needed: a quiz asks one of the two"


def _run(items: Sequence[Item]) -> Iterator[Finding | NotJudged]:
    for stem, key in leaks(items):
        yield Finding(
            check=NAME,
            questions=(stem.id, key.id),
            what=f"the stem of the first says “{key.key.text}”, the answer to the second",
            mend=_MEND,
            weight=Weight.NOTE,
        )


def leaks(items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Yield every two questions of which the first one's stem gives away the second one's answer.

    Near-linear: a stem is compared only with questions of which it says the key's rarest word and, of the words
    that they tell, one without which not enough would be shared.
    """
    said = [words(item.stem) for item in items]
    telling = _telling(items)
    names = {item.id: _names(item) for item in items}
    met = Counter(word for stem in said for word in stem)
    told_in = Counter(word for found in telling.values() for word in found)
    by_words: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        own = sorted(telling[item.id], key=lambda word: (told_in[word], word))
        needed = math.ceil(max(_FEWEST_OF_ONE_FACT, _SHARE_OF_ONE_FACT * len(own)))
        for rarest in {
            min(name.split(), key=lambda w: (met[w], w), default="") for name in names[item.id]
        }:
            for word in own[: len(own) - needed + 1]:
                by_words[rarest, word].append(item)
    keys = {rarest for rarest, _ in by_words}
    for item, stem in zip(items, said, strict=True):
        told = fold(item.stem).replace("'s ", " ")
        told = f" {told} "
        candidates = {
            other.id: other
            for rarest in sorted(stem & keys)
            for word in sorted(telling[item.id])
            for other in by_words.get((rarest, word), ())
        }
        for other in candidates.values():
            if (
                set(item.question.cards).isdisjoint(other.question.cards)
                and any(f" {name} " in told for name in names[other.id])
                and _about_one_thing(item, other, telling)
            ):
                yield item, other


def _telling(items: Sequence[Item]) -> dict[str, frozenset[str]]:
    """Return what each stem tells beyond the words that many stems have."""
    met = Counter(word for item in items for word in item.words)
    frequent = {word for word, times in met.items() if times > max(_FEW, _FREQUENT * len(items))}
    return {item.id: item.words - frequent for item in items}


def _names(item: Item) -> frozenset[str]:
    """Return what a stem would have to say: a person's surname will do."""
    if item.key.sort is Sort.PERSON:
        surname = fold(item.key.text).split()[-1:]
        return frozenset((*surname, *item.key.names))
    return frozenset({fold(item.key.text).removeprefix("the ")})


def _about_one_thing(stem: Item, key: Item, telling: dict[str, frozenset[str]]) -> bool:
    own = telling[key.id]
    shared = len(telling[stem.id] & own)
    if _own_facts(stem).isdisjoint(_own_facts(key)):
        return shared >= max(_FEWEST, _SHARE * len(own))
    return shared >= max(_FEWEST_OF_ONE_FACT, _SHARE_OF_ONE_FACT * len(own))


def _own_facts(item: Item) -> frozenset[str]:
    """Return the facts that the cards ask about: `chapter:fact`."""
    return frozenset(card.partition("#")[0].partition("/")[0] for card in item.question.cards)


LEAKAGE = Check(name=NAME, looks_for="a stem that gives another's answer", run=_run)
