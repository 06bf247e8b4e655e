"""Made-up learners for `benchmarks.simulation`: what they remember, by models of memory that are not FSRS's.

Both are from the literature and know nothing of ratings, stabilities or difficulties as FSRS has them:

- `TwoComponents`: Woźniak, Gorzelańczyk & Murakowski, "The two-component model of long-term memory. Symbolic formula
  describing the increase in memory stability for varying levels of recall" (2005). Each card is forgotten
  exponentially; recalling it multiplies its stability by a·S^-b·e^(-c·R) + d, with the constants of the paper.
  The paper has one sort of card and nothing on failures: how cards differ (`easiness`, `first`) and what is left
  after a failure is ours.
- `Traces`: Pavlik & Anderson, "Practice and forgetting effects on vocabulary memory" (2005) and "Using a model to
  compute the optimal schedule of practice" (2008): ACT-R. Every practice leaves a trace that fades by a power law,
  the faster the more active the card was; constants of the papers. How cards differ is ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, log
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from random import Random


class Learner(Protocol):
    """What a simulation asks of a model of memory; times are days since the beginning, with fractions."""

    def recall(self, card: int, at: float) -> float:
        """Return the chance that the learner can tell the answer, unaided."""

    def study(self, card: int, at: float, *, recalled: bool, aided: bool) -> None:
        """Take note that the card was asked and its answer then shown.

        Args:
            card: which one.
            at: when.
            recalled: whether the learner knew it; a lucky guess is not knowing.
            aided: whether options were shown, from which less is learned.
        """


# What recalling with options strengthens, as a share of what recalling without them does.
AIDED_GAIN = 0.6
A_NIGHT = 0.5
_DECAY = -log(0.9)


@dataclass(slots=True)
class _Component:
    stability: float  # days after which nine in ten such cards are remembered
    easiness: float
    first: float
    studied: float


@dataclass(slots=True)
class TwoComponents:
    """Exponential forgetting, with stability that grows the more, the less was left (Woźniak et al. 2005).

    Args:
        chance: draws what each card is like.
        first: median days of stability after a card was first met.
        spread: standard deviation of its logarithm, and, halved, of that of the easiness.
    """

    chance: Random
    first: float = 2.0
    spread: float = 0.8
    cards: dict[int, _Component] = field(default_factory=dict)

    def recall(self, card: int, at: float) -> float:
        held = self.cards.get(card)
        return exp(-_DECAY * (at - held.studied) / held.stability) if held else 0.0

    def study(self, card: int, at: float, *, recalled: bool, aided: bool) -> None:
        held = self.cards.get(card)
        if held is None:
            first = self.first * exp(self.chance.gauss(0, self.spread))
            easiness = exp(self.chance.gauss(0, self.spread / 2))
            self.cards[card] = _Component(first, easiness, first, at)
            return
        if at - held.studied >= A_NIGHT:  # what the formula is about; what is crammed adds nothing
            if recalled:
                left = 100 * self.recall(card, at)
                growth = 76 * held.stability**-0.023 * exp(-0.031 * left) - 2
                gain = max(0.0, growth - 1) * held.easiness * (AIDED_GAIN if aided else 1)
                held.stability *= 1 + gain
            else:  # what is left of an old memory helps a little
                held.stability = min(
                    held.stability, held.first * (1 + 0.2 * log(1 + held.stability))
                )
        held.studied = at


@dataclass(slots=True)
class _Trace:
    at: float
    decay: float
    weight: float


@dataclass(slots=True)
class Traces:
    """ACT-R: every practice leaves a trace that fades by a power law (Pavlik & Anderson 2005, 2008).

    Args:
        chance: draws what each card is like.
        ease: the mean of what is added to the activation of the learner's cards.
        spread: its standard deviation.
    """

    chance: Random
    ease: float = 1.5
    spread: float = 0.4
    cards: dict[int, tuple[float, list[_Trace]]] = field(default_factory=dict)

    def recall(self, card: int, at: float) -> float:
        activation = self._activation(card, at)
        return 0.0 if activation is None else 1 / (1 + exp((-0.704 - activation) / 0.255))

    def study(self, card: int, at: float, *, recalled: bool, aided: bool) -> None:
        activation = self._activation(card, at)
        decay = 0.177 + (0.217 * exp(activation) if activation is not None else 0)
        weight = (AIDED_GAIN if aided else 1.0) if recalled else 0.5
        if card not in self.cards:
            self.cards[card] = (self.chance.gauss(self.ease, self.spread), [])
        self.cards[card][1].append(_Trace(at, decay, weight))

    def _activation(self, card: int, at: float) -> float | None:
        """Return ln Σ weight · age^-decay with the card's ease; time between sessions passes at a fortieth."""
        if card not in self.cards:
            return None
        ease, traces = self.cards[card]
        strength = 0.0
        for trace in traces:
            days = at - trace.at
            seconds = 86400 * (days if days < A_NIGHT else 0.025 * days)
            strength += trace.weight * max(1.0, seconds) ** -trace.decay
        return ease + log(strength)
