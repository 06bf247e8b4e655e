"""Convergence: the key shares a feature with each distractor, which share none with each other.

Who made up distractors by changing one feature of the key at a time has put the key in their middle, and whoever
counts features finds it there. Of four options one is always likest the others by chance; so the rule wants the
whole pattern, and the tendency over the bank stands in the table of blind guesses ("most alike").
"""

from __future__ import annotations

import re
from collections import Counter

from trainer.questions.audit.finding import Check, Finding, NotJudged, one_by_one
from trainer.questions.audit.item import Item, Offered, Sort, pairs
from trainer.questions.words import fold

NAME = "convergence"

_FIGURES = re.compile(r"\d[\d,]*")

# A single feature may be shared by chance, and so may a small part of a long phrase.
_FEWEST_FEATURES = 2
_SHARE = 0.4


def features(each: Offered) -> frozenset[str]:
    """Return what options may have in common: the parts of a date, the figures of a tally, telling words."""
    if each.sort is Sort.DATE:
        return frozenset(fold(each.text).split())
    return each.words | frozenset(_FIGURES.findall(each.text))


def likeness(item: Item) -> tuple[int, ...]:
    """Return of each option how often its features stand in the other options."""
    rows = [features(each) for each in item.offered]
    met = Counter(feature for row in rows for feature in row)
    return tuple(sum(met[feature] - 1 for feature in row) for row in rows)


def _judge(item: Item) -> Finding | NotJudged | None:
    if Sort.PERSON in item.sorts:
        return NotJudged(
            check=NAME, question=item.id, reason="names have no features that a rule can compare"
        )
    rows = {each: features(each) for each in item.offered}
    common = frozenset.intersection(*rows.values())
    own = rows[item.key] - common
    shared = {each: rows[each] & own for each in item.distractors}
    if any(not found or len(found) < _SHARE * len(rows[each]) for each, found in shared.items()):
        return None
    if len(frozenset().union(*shared.values())) < _FEWEST_FEATURES:
        return None
    for one, other in pairs(item.distractors):
        between = (rows[one] & rows[other]) - common
        # What two distractors share with the key and so with each other is no bond of their own.
        if len(between) >= min(len(shared[one]), len(shared[other])):
            return None
    return Finding(
        check=NAME,
        questions=(item.id,),
        what="the key shares something with every distractor, and they share less with each other",
        mend="let two distractors share a feature that the key lacks",
    )


CONVERGENCE = Check(
    name=NAME, looks_for="a key in the middle of its distractors", run=one_by_one(_judge)
)
