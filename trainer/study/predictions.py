"""What the schedule expected of each review, told from the log by folding it anew."""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.study.entries import LoggedReview
    from trainer.study.scheduler import Scheduler


class Prediction(NamedTuple):
    """How likely a card was remembered just before a review, and whether it was."""

    chance: float
    remembered: bool


def predictions(
    reviews: Iterable[LoggedReview], names: Mapping[str, str], scheduler: Scheduler
) -> dict[str, Prediction]:
    """Return what was expected of the reviews that say something of forgetting, by their ids.

    These are the scheduled ones that came on a later study day than the one before: on the day itself all are likely
    remembered.

    Args:
        reviews: the log's, in any order.
        names: the ids of today by former ones.
        scheduler: with the settings of today; with others something else was expected when the review was due.
    """
    by_card: dict[str, list[LoggedReview]] = {}
    for each in reviews:
        if each.review.scheduled:
            card = each.review.card
            assert card is not None
            by_card.setdefault(names.get(card, card), []).append(each)
    found: dict[str, Prediction] = {}
    for card, held in by_card.items():
        memory = None
        for _, review_id, review in sorted(
            ((each.review.at, each.id, each.review) for each in held), key=itemgetter(0, 1)
        ):
            assert review.rating is not None
            day = date.fromisoformat(review.day)
            if memory is not None and day > memory.last_day:
                chance = scheduler.retrievability(memory, day)
                found[review_id] = Prediction(chance, review.rating.remembered)
            memory = scheduler.next(memory, card, review.rating, review.at, day)
    return found
