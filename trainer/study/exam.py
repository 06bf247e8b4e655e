"""Studying for a day: what it takes a day to have all of a deck at its target by then."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING

from trainer.study.forecast import SECONDS_AN_ANSWER, forecast
from trainer.study.scheduler import Scheduler
from trainer.study.settings import IMPORTANCES
from trainer.text.plurals import counted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from trainer.questions.question import Card
    from trainer.study.forecast import ComingDay
    from trainer.study.memory import Memory
    from trainer.study.settings import StudySettings

# No card is begun on the last days: what is new must come back once to be known.
SETTLING_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What an exam asks of each day that is left.

    Attributes:
        date: of the exam.
        coming: the days that are left, today and not the day itself. What is due on that day is reviewed on the eve.
        new_a_day: how many cards are to be begun a day.
        retention: the share that is remembered when asked, as the settings want it.
        seconds_an_answer: what an answer takes.
    """

    date: dt.date
    coming: tuple[ComingDay, ...]
    new_a_day: int
    retention: float
    seconds_an_answer: float

    @property
    def days(self) -> int:
        """How many days are left."""
        return len(self.coming)

    @property
    def answers_a_day(self) -> int:
        """About how many answers there are a day, on the mean."""
        return ceil(round(sum(each.answers(self.retention) for each in self.coming)) / self.days)

    @property
    def minutes_a_day(self) -> int:
        """About how long that takes."""
        return ceil(self.answers_a_day * self.seconds_an_answer / 60)

    def minutes_of(self, day: ComingDay) -> int:
        """Return about how long one of the days takes."""
        return ceil(day.answers(self.retention) * self.seconds_an_answer / 60)

    def due_through(self, day: dt.date) -> dt.date:
        """Return the last day whose reviews are due on a day: on the eve, also those of the exam's day itself."""
        return self.date if day + timedelta(days=1) == self.date else day

    def lines(self) -> Iterator[str]:
        """Yield what the learner is to know of it."""
        yield (
            f"The exam is on {self.date.isoformat()}, in {counted(self.days, 'day')}:"
            f" {counted(self.new_a_day, 'new card')} a day, and about {counted(self.answers_a_day, 'answer')}"
            f" in {counted(self.minutes_a_day, 'minute')}."
        )

    def adapt(self, settings: StudySettings) -> StudySettings:
        """Return settings under which all of the deck is met in time and every review is asked."""
        return replace(
            settings,
            new_a_day=max(self.new_a_day, settings.new_a_day),
            reviews_a_day=10**6,
            importance=IMPORTANCES,
        )

    def new_cards(self, unknown: Iterable[Card]) -> tuple[tuple[Card, ...], ...]:
        """Return which cards are to be begun on each day, given those that were not, in the order of the path."""
        path = iter(unknown)
        return tuple(tuple(islice(path, each.new)) for each in self.coming)


def prepare(
    exam: dt.date,
    day: dt.date,
    unknown: int,
    memories: Iterable[Memory],
    settings: StudySettings,
    *,
    seconds_an_answer: float = SECONDS_AN_ANSWER,
) -> Preparation | None:
    """Return what it takes to know all of a deck on the day of an exam; None from that day on.

    A card whose next review lies beyond the exam is still at its target then, so every card that was begun and all of
    whose reviews were done is.

    Args:
        exam: its day.
        day: the study day.
        unknown: how many cards of the deck were never asked.
        memories: of the deck's cards.
        settings: the learner's own.
        seconds_an_answer: what one takes the learner.
    """
    days = (exam - day).days
    if days <= 0:
        return None
    known = list(memories)
    begun_today = sum(each.introduced == day for each in known)
    new_a_day = ceil((unknown + begun_today) / max(1, days - SETTLING_DAYS))
    begun: list[int] = []
    for room in (max(0, new_a_day - begun_today), *[new_a_day] * (days - 1)):
        begun.append(min(room, unknown - sum(begun)))
    *others, eve, last = forecast(known, (*begun, 0), Scheduler(settings, fuzzing=False), day)
    return Preparation(
        date=exam,
        coming=(*others, replace(eve, reviews=eve.reviews + last.reviews)),
        new_a_day=new_a_day,
        retention=settings.desired_retention,
        seconds_an_answer=seconds_an_answer,
    )


def most_in_time(
    preparation: Preparation,
    unknown: int,
    memories: Sequence[Memory],
    settings: StudySettings,
    minutes: int,
) -> int:
    """Return how many of the unknown cards can be known by the exam in so many minutes a day, on the mean."""
    day = preparation.coming[0].day

    def minutes_for(cards: int) -> int:
        needed = prepare(
            preparation.date,
            day,
            cards,
            memories,
            settings,
            seconds_an_answer=preparation.seconds_an_answer,
        )
        assert needed is not None
        return needed.minutes_a_day

    return max(0, bisect_right(range(unknown + 1), minutes, key=minutes_for) - 1)


def known_without_more(memories: Iterable[Memory], exam: dt.date, settings: StudySettings) -> float:
    """Return how many cards would be known on the day of the exam if nothing more were studied."""
    scheduler = Scheduler(settings, fuzzing=False)
    return sum(scheduler.retrievability(each, exam) for each in memories)
