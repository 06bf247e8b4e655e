"""Fits the parameters of FSRS-6 to what a learner has answered, by the optimizer of the package `fsrs`.

The optimizer needs PyTorch, the extra `optimize`. It answers too small a log with the usual parameters and says nothing;
here that is refused with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, TypeAlias

from trainer.errors import TrainerError
from trainer.study.scheduler import Answered, Scheduler
from trainer.study.settings import PARAMETER_BOUNDS, StudySettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import fsrs

    from trainer.study.entries import LoggedReview

# What counts of each card, in the order in which it was answered.
History: TypeAlias = "Mapping[str, Sequence[Answered]]"

LEAST_REVIEWS = 512  # the package's: one batch
MOST_REVIEWS_OF_A_CARD = 64  # the package's: it looks at no more
_DECIMALS = 4
_SURE = 1e-6  # no prediction counts as nearer to certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Parameters made for one learner.

    Attributes:
        parameters: the 21 of FSRS-6.
        reviews: how many reviews they were fitted to.
        loss_before: how far off the predictions were with the parameters in use: the mean log loss, 0 for a
            prophet and 0.69 for who tosses a coin.
        loss: the same with the new parameters, on the same reviews.
    """

    parameters: tuple[float, ...]
    reviews: int
    loss_before: float
    loss: float


def history_of(reviews: Iterable[LoggedReview]) -> dict[str, list[Answered]]:
    """Return what counts of a log: what was rated of single cards, in the order in which it was answered."""
    counted = [
        (each.review.at, each.id, each.review.card, each.review.rating, each.review.study_day)
        for each in reviews
        if each.review.card is not None and each.review.rating is not None
    ]
    history: dict[str, list[Answered]] = {}
    for at, _, card, rating, day in sorted(counted):
        assert day is not None, "a review that was logged has a study day"
        history.setdefault(card, []).append(Answered(rating, at, date.fromisoformat(day)))
    return history


def reviews_to_fit(history: History) -> int:
    """Return how many reviews say something of forgetting: those on a later day than the one before."""
    return sum(
        later.day > earlier.day
        for answers in history.values()
        for earlier, later in pairwise(answers[:MOST_REVIEWS_OF_A_CARD])
    )


def fit(history: History, settings: StudySettings) -> Fit:
    """Return the parameters that fit `history` best. Ten thousand reviews take some minutes.

    Raises:
        TrainerError: there are too few reviews, or the extra is not installed.
    """
    reviews = reviews_to_fit(history)
    if reviews < LEAST_REVIEWS:
        raise TrainerError(
            f"{reviews} of your reviews came a day or more after the one before, and {LEAST_REVIEWS} are the least"
            " to which the 21 parameters can be fitted: from fewer they would be noise",
            mend="go on studying with the usual ones, which are made of many learners' reviews",
        )
    fitted = _optimizer(_logs(history)).compute_optimal_parameters()
    parameters = tuple(
        min(max(round(value, _DECIMALS), least), most)
        for value, (least, most) in zip(fitted, PARAMETER_BOUNDS, strict=True)
    )
    return Fit(
        parameters=parameters,
        reviews=reviews,
        loss_before=loss(history, settings),
        loss=loss(history, replace(settings, parameters=parameters)),
    )


def loss(history: History, settings: StudySettings) -> float:
    """Return the mean log loss of what the scheduler predicts for the reviews that `reviews_to_fit` counts."""
    scheduler = Scheduler(settings, fuzzing=False)
    losses = []
    for card, answers in history.items():
        memory = None
        for answer in answers[:MOST_REVIEWS_OF_A_CARD]:
            if memory is not None and answer.day > memory.last_day:
                chance = scheduler.retrievability(memory, answer.day)
                chance = min(max(chance, _SURE), 1 - _SURE)
                losses.append(-log(chance if answer.rating.remembered else 1 - chance))
            memory = scheduler.next(memory, card, *answer)
    return sum(losses) / len(losses)


def _optimizer(logs: list[fsrs.ReviewLog]) -> fsrs.Optimizer:
    import fsrs

    try:
        return fsrs.Optimizer(logs)
    except ImportError as error:
        raise TrainerError(
            "fitting the parameters needs PyTorch, which is not installed",
            mend='install the extra: pip install "chapter-trainer[optimize]" (some hundred megabytes)',
        ) from error


def _logs(history: History) -> list[fsrs.ReviewLog]:
    """Return the reviews as the package has them, told midnights of study days like the scheduler."""
    import fsrs

    logs = []
    for number, answers in enumerate(history.values()):
        latest = None
        for answer in answers:
            latest = answer.day if latest is None else max(latest, answer.day)
            logs.append(
                fsrs.ReviewLog(
                    card_id=number,
                    rating=fsrs.Rating[answer.rating.name.title()],
                    review_datetime=datetime.combine(latest, time(), UTC),
                    review_duration=None,
                )
            )
    return logs
