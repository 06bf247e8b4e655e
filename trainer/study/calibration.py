"""Whether as much is remembered as the schedule expects."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.study.predictions import Prediction

# Where bins end. They are narrow where most reviews are: cards are asked when nine of ten are remembered.
EDGES = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
_SURE = 1e-6  # no prediction counts as nearer to certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The reviews of which about the same was expected.

    Attributes:
        least: the least chance of remembering that belongs here.
        most: the end of the bin; it belongs to the next one, but for the last.
        reviews: how many there were.
        remembered: how many of them were.
        expected: how many of them should have been: the sum of their chances.
    """

    least: float
    most: float
    reviews: int
    remembered: int
    expected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How what was expected compares with what was remembered.

    Attributes:
        bins: those that hold a review, the least likely first.
        log_loss: the mean of -ln(chance of what happened): 0 for a prophet, 0.69 for who tosses a coin.
        rmse: how far the share remembered is from the share expected in a bin, as the root of the mean square over
            reviews; 0.02 is two points.
    """

    bins: tuple[Bin, ...]
    log_loss: float
    rmse: float


def calibrate(predictions: Iterable[Prediction]) -> Calibration | None:
    """Compare predictions with what happened; None where there is none."""
    held: list[list[Prediction]] = [[] for _ in EDGES[1:]]
    for each in predictions:
        held[min(bisect_right(EDGES, each.chance), len(held)) - 1].append(each)
    bins = tuple(
        Bin(
            least=least,
            most=most,
            reviews=len(within),
            remembered=sum(each.remembered for each in within),
            expected=sum(each.chance for each in within),
        )
        for (least, most), within in zip(pairwise(EDGES), held, strict=True)
        if within
    )
    reviews = sum(each.reviews for each in bins)
    if not reviews:
        return None
    losses = (_loss(each) for within in held for each in within)
    squares = (((each.remembered - each.expected) ** 2) / each.reviews for each in bins)
    return Calibration(bins=bins, log_loss=sum(losses) / reviews, rmse=sqrt(sum(squares) / reviews))


def _loss(prediction: Prediction) -> float:
    chance = min(max(prediction.chance, _SURE), 1 - _SURE)
    return -log(chance if prediction.remembered else 1 - chance)
