"""The facts that a learner forgets most."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.study.path import fact_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.study.entries import LoggedReview
    from trainer.study.predictions import Prediction

LEAST_FORGOTTEN = 2  # anybody forgets anything once


@dataclass(slots=True, kw_only=True)
class HardFact:
    """A fact with what became of it when its cards came again.

    Attributes:
        fact: `chapter:fact`.
        cards: the ids of those of its cards that were forgotten.
        reviews: how many there were on a later day than the one before, of all of its cards.
        forgotten: in how many of them the card was not remembered.
        expected: in how many of them that was to be expected: the sum of the chances.
        prompt: what was asked when that happened last.
    """

    fact: str
    cards: list[str] = field(default_factory=list)
    reviews: int = 0
    forgotten: int = 0
    expected: float = 0.0
    prompt: str = ""


def hardest(
    reviews: Iterable[LoggedReview],
    predicted: Mapping[str, Prediction],
    names: Mapping[str, str],
) -> tuple[HardFact, ...]:
    """Return the facts that were forgotten more than once and more often than was to be expected, by how much more.

    Args:
        reviews: in the order in which they were answered.
        predicted: what tells of forgetting, by the reviews' ids.
        names: the ids of today by former ones.
    """
    found: dict[str, HardFact] = {}
    for each in reviews:
        card, prediction = each.review.card, predicted.get(each.id)
        if card is None or prediction is None:
            continue
        card = names.get(card, card)
        fact = found.setdefault(fact_of(card), HardFact(fact=fact_of(card)))
        fact.reviews += 1
        fact.expected += 1 - prediction.chance
        if not prediction.remembered:
            fact.forgotten += 1
            fact.prompt = each.review.prompt
            if card not in fact.cards:
                fact.cards.append(card)
    hard = (
        each
        for each in found.values()
        if each.forgotten >= LEAST_FORGOTTEN and each.forgotten > each.expected
    )
    return tuple(sorted(hard, key=lambda each: (each.expected - each.forgotten, each.fact)))
