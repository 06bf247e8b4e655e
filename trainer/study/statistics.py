"""Figures of what was answered: how much, how long, how much of it was remembered and how much was expected to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from trainer.study.calibration import calibrate
from trainer.study.grades import Verdict
from trainer.study.recording import deck_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from trainer.questions.question import Card
    from trainer.study.calibration import Calibration
    from trainer.study.entries import LoggedReview, Review
    from trainer.study.predictions import Prediction

# For longer nobody thinks: somebody was called away.
MOST_SECONDS = 120
GONE = "gone"  # of what the chapter has no longer
SEVERAL = "several"  # of a question on cards of several kinds or lessons
NONE = "none"  # of a card that belongs to no lesson
DIMENSIONS = ("deck", "lesson", "kind", "family", "form", "mode")


@dataclass(slots=True, kw_only=True)
class Figures:
    """What was answered of something.

    Attributes:
        answers: how many.
        right: how many of them were right, or known by the learner's own grade.
        seconds: how long they took, an answer two minutes at most.
        reviews: how many came on a later day than the last time the card was asked: these tell of forgetting.
        remembered: how many of these reviews were.
        expected: how many of these reviews should have been: the sum of the chances that the schedule gave.
    """

    answers: int = 0
    right: int = 0
    seconds: float = 0.0
    reviews: int = 0
    remembered: int = 0
    expected: float = 0.0

    def count(self, seconds: float, prediction: Prediction | None, *, right: bool) -> None:
        """Take one answer in."""
        self.answers += 1
        self.right += right
        self.seconds += seconds
        if prediction is not None:
            self.reviews += 1
            self.remembered += prediction.remembered
            self.expected += prediction.chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """All figures of a stretch of days.

    Attributes:
        since: the first study day that is counted; None where nothing was answered.
        through: the last one: the study day of today.
        total: of everything.
        by: the same, by each of `DIMENSIONS`, by name; lessons are named `chapter/lesson`.
        days: the same by study day, of days on which something was answered.
        days_in_a_row: how many study days up to today, or to yesterday, had an answer.
        calibration: None where no review tells of forgetting.
    """

    since: date | None
    through: date
    total: Figures
    by: Mapping[str, Mapping[str, Figures]]
    days: Mapping[date, Figures]
    days_in_a_row: int
    calibration: Calibration | None


def statistics(
    reviews: Sequence[LoggedReview],
    predicted: Mapping[str, Prediction],
    cards: Mapping[str, Card],
    names: Mapping[str, str],
    *,
    through: date,
    days: int | None = None,
) -> Statistics:
    """Return the figures of the last `days` study days, or of all.

    Args:
        reviews: of the log.
        predicted: what was expected of them, by their ids.
        cards: of the chapters as they are, by id.
        names: the ids of today by former ones.
        through: the study day of today; what a wrong clock put later is counted with it.
        days: how many days back, today among them.
    """
    first = date.min if days is None else through - timedelta(days=days - 1)
    counted = [each for each in reviews if each.review.day >= first.isoformat()]
    total = Figures()
    by: dict[str, dict[str, Figures]] = {name: {} for name in DIMENSIONS}
    by_day: dict[str, Figures] = {}
    for each in counted:
        review = each.review
        held = [cards.get(names.get(name, name)) for name in review.cards]
        kept = [by[dimension] for dimension in DIMENSIONS]
        named = zip((by_day, *kept), (review.day, *_named(review, held)), strict=True)
        prediction, right, seconds = predicted.get(each.id), was_right(review), seconds_of(review)
        for figures in (total, *(where.setdefault(name, Figures()) for where, name in named)):
            figures.count(seconds, prediction, right=right)
    days_studied = {date.fromisoformat(day): each for day, each in sorted(by_day.items())}
    return Statistics(
        since=next(iter(days_studied), None) if days is None else first,
        through=through,
        total=total,
        by={name: dict(sorted(found.items())) for name, found in by.items()},
        days=days_studied,
        days_in_a_row=_days_in_a_row({each.review.day for each in reviews}, through),
        calibration=calibrate(predicted[each.id] for each in counted if each.id in predicted),
    )


def was_right(review: Review) -> bool:
    """Whether an answer was right: judged so, counted so, or, where nobody judged, known by the learner's grade."""
    if review.verdict is Verdict.UNGRADED:
        return review.rating is not None and review.rating.remembered
    return review.verdict is Verdict.RIGHT or review.overruled


def seconds_of(review: Review) -> float:
    """Return how long an answer took, at most so long as somebody may think."""
    return min(review.milliseconds / 1000, MOST_SECONDS)


def template_of(question: str) -> str:
    """Return the template that a question's id names: `card@template.form`."""
    return question.rpartition("@")[2].rpartition(".")[0]


def _named(review: Review, cards: Iterable[Card | None]) -> Iterator[str]:
    """Yield under which name an answer counts, for each of `DIMENSIONS`."""
    held = [*cards]
    yield deck_of(review.session)
    yield _common({_lesson_of(card) for card in held})
    yield _common({GONE if card is None else card.kind.value for card in held})
    yield template_of(review.question)
    yield review.form
    yield review.mode.value


def _lesson_of(card: Card | None) -> str:
    if card is None:
        return GONE
    return NONE if card.lesson is None else f"{card.chapter}/{card.lesson}"


def _common(names: Collection[str]) -> str:
    """Return the one name that all of a question's cards have."""
    return next(iter(names)) if len(names) == 1 else SEVERAL


def _days_in_a_row(days: Collection[str], through: date) -> int:
    """Count back from today; a day that is not over yet breaks nothing."""
    day = through if through.isoformat() in days else through - timedelta(days=1)
    count = 0
    while day.isoformat() in days:
        count += 1
        day -= timedelta(days=1)
    return count
