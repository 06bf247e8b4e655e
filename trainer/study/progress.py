"""What a learner's log says, and what it lets expect: all that `trainer stats` tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.study.confusions import confusions
from trainer.study.forecast import begun_a_day, evenly, forecast, seconds_an_answer, worked_off
from trainer.study.hardest import hardest
from trainer.study.predictions import predictions
from trainer.study.scheduler import Scheduler
from trainer.study.statistics import seconds_of, statistics

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from trainer.questions.question import Card
    from trainer.study.confusions import Confusion
    from trainer.study.entries import LoggedReview
    from trainer.study.forecast import ComingDay
    from trainer.study.hardest import HardFact
    from trainer.study.memory import Memory
    from trainer.study.settings import StudySettings
    from trainer.study.statistics import Statistics
    from trainer.study.store import Store

FORECAST_DAYS = 28
RATE_DAYS = 14  # of so many days the rate of new cards is taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What the store has of some cards, or of all.

    Attributes:
        reviews: in the order in which they were answered.
        memories: by the ids of today, without what is suspended.
        names: the ids of today by former ones.
        seconds_an_answer: what one takes the learner, or anybody where there are too few to tell.
    """

    reviews: tuple[LoggedReview, ...]
    memories: Mapping[str, Memory]
    names: Mapping[str, str]
    seconds_an_answer: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What the log says, and what it lets expect.

    Attributes:
        figures: of what was answered.
        hardest: the facts that were forgotten most.
        confusions: what was taken for what, most often first.
        begun: how many cards were asked at least once and are not set aside.
        known: how many of these are likely known today; none of those that are still being learned.
        overdue: how many of these were due before today.
        coming: what the next four weeks bring.
        minutes: about how long each of these days takes.
        worked_off: the day on which nothing is overdue any more at the learner's minutes and reviews a day; None where
            the four weeks do not suffice.
    """

    figures: Statistics
    hardest: tuple[HardFact, ...]
    confusions: tuple[Confusion, ...]
    begun: int
    known: float
    overdue: int
    coming: tuple[ComingDay, ...]
    minutes: tuple[float, ...]
    worked_off: date | None


def learned(store: Store, only: Collection[str] | None = None) -> Learned:
    """Return what the store has of the cards in `only`, or of all.

    Raises:
        TrainerError: the store is damaged.
    """
    names = store.names()
    suspended = {card for card, mark in store.marks().items() if mark.suspended}

    def wanted(cards: Iterable[str]) -> bool:
        return only is None or all(names.get(each, each) in only for each in cards)

    reviews = sorted(
        (each for each in store.reviews() if wanted(each.review.cards)),
        key=lambda each: (each.review.at, each.id),
    )
    scheduled = [seconds_of(each.review) for each in reviews if each.review.scheduled]
    return Learned(
        reviews=tuple(reviews),
        memories={
            card: memory
            for card, memory in store.memories().items()
            if card not in suspended and wanted([card])
        },
        names=names,
        seconds_an_answer=seconds_an_answer(sum(scheduled), len(scheduled)),
    )


def progress(
    told: Learned,
    cards: Mapping[str, Card],
    settings: StudySettings,
    *,
    today: date,
    days: int | None = None,
    unknown: int | None = None,
) -> Progress:
    """Return what is told of some cards.

    Args:
        told: what the store has.
        cards: of the chapters as they are, by id.
        settings: the learner's own.
        today: the study day.
        days: of how many days back figures are told; of all if not given.
        unknown: how many cards there are to be begun; as many as one likes if not given.
    """
    scheduler = Scheduler(settings, fuzzing=False)
    predicted = predictions(told.reviews, told.names, scheduler)
    figures = statistics(told.reviews, predicted, cards, told.names, through=today, days=days)
    recent = [
        each
        for each in told.reviews
        if figures.since is not None and each.review.day >= figures.since.isoformat()
    ]
    memories = told.memories.values()
    begun = _to_begin(memories, settings, today, unknown)
    coming = forecast(memories, begun, scheduler, today)
    a_day = min(settings.reviews_a_day, int(settings.minutes * 60 / told.seconds_an_answer))
    return Progress(
        figures=figures,
        hardest=hardest(recent, predicted, told.names),
        confusions=confusions(recent),
        begun=len(memories),
        known=sum(scheduler.retrievability(each, today) for each in memories if not each.learning),
        overdue=sum(each.due_day < today for each in memories),
        coming=coming,
        minutes=tuple(
            each.answers(settings.desired_retention) * told.seconds_an_answer / 60
            for each in coming
        ),
        worked_off=worked_off(coming, a_day),
    )


def _to_begin(
    memories: Collection[Memory], settings: StudySettings, today: date, unknown: int | None
) -> tuple[int, ...]:
    """Return how many new cards there are each day at the present rate, without those that were begun today.

    Who began only today goes on as the settings have it.
    """
    rate = begun_a_day(memories, today, RATE_DAYS)
    if rate is None:
        rate = settings.new_a_day
    first, *others = evenly(rate, FORECAST_DAYS, unknown)
    begun_today = sum(each.introduced == today for each in memories)
    return (max(0, first - begun_today), *others)
