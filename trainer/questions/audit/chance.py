"""What guessing gains by chance alone.

A strategy picks one option of each question, or several between which it cannot choose, and is credited with the
share of the key among them. If the key is any of n options with equal probability, a question at which b options are
picked gives 1/n on average with the variance 1/(b n) - 1/n²; questions are independent, and over thirty or more of
them the sum is as good as normal.

Several strategies are tried on one bank, so the interval of each is widened (Šidák, "Rectangular confidence regions for
the means of multivariate normal distributions", Journal of the American Statistical Association 62, 1967): with m
strategies each holds with the probability 0.95^(1/m), and all together with 0.95 at least, however they depend on
each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CONFIDENCE = 0.95

# With fewer questions the sum is not normal, and nobody sees a habit in them.
FEWEST = 30

# From so many questions on the score is also to be within so much of chance, whatever the interval says.
MANY, POINTS = 1500, 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """What a strategy did at one question: how many of how many options it picked, and whether the key was one."""

    picked: int
    options: int
    has_key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a strategy scored, as shares of the questions at which it could choose.

    Attributes:
        low, high: what it scores in an unbiased bank lies between these.
    """

    questions: int
    score: float
    chance: float
    low: float
    high: float

    @property
    def is_fair(self) -> bool:
        """Whether the score is what chance gives."""
        near = self.questions < MANY or abs(self.score - self.chance) <= POINTS
        return near and self.low <= self.score <= self.high


def tally(picks: Iterable[Pick], strategies: int) -> Tally | None:
    """Return the score with its interval among so many strategies, None if it cannot be judged.

    Questions at which all options were picked tell nothing and are left out.
    """
    told = [pick for pick in picks if 0 < pick.picked < pick.options]
    if len(told) < FEWEST:
        return None
    many = len(told)
    score = sum(pick.has_key / pick.picked for pick in told) / many
    chance = sum(1 / pick.options for pick in told) / many
    variance = sum(1 / (pick.picked * pick.options) - 1 / pick.options**2 for pick in told)
    reach = sqrt(variance) / many * deviations(strategies)
    return Tally(
        questions=many,
        score=score,
        chance=chance,
        low=max(0.0, chance - reach),
        high=min(1.0, chance + reach),
    )


def deviations(tries: int) -> float:
    """Return how many standard deviations wide either side is, for so many tries on one bank."""
    each = CONFIDENCE ** (1 / max(1, tries))
    return NormalDist().inv_cdf((1 + each) / 2)
