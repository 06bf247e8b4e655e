"""Studying for a day: what it takes a day to have all of a deck at its target by then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from trainer.study.grades import Rating
from trainer.study.scheduler import Scheduler
from trainer.study.settings import IMPORTANCES
from trainer.text.plurals import counted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from trainer.study.memory import Memory
    from trainer.study.settings import StudySettings

# No card is begun on the last days: what is new must come back once to be known.
SETTLING_DAYS = 3
# What an answer takes, with reading what was right; a guess, as in the simulation of learners.
SECONDS_AN_ANSWER = 10
_ANSWERS_OF_A_NEW_CARD = 2  # on its first day
_ANSWERS_OF_A_LAPSE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What an exam asks of each day that is left.

    Attributes:
        date: of the exam.
        days: how many are left, today and not the day itself.
        new_a_day: how many cards are to be begun a day.
        answers_a_day: about how many answers that makes, on the mean of these days.
    """

    date: dt.date
    days: int
    new_a_day: int
    answers_a_day: int

    @property
    def minutes_a_day(self) -> int:
        """About how long that takes."""
        return -(-self.answers_a_day * SECONDS_AN_ANSWER // 60)

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


def prepare(
    exam: dt.date, day: dt.date, unknown: int, memories: Iterable[Memory], settings: StudySettings
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
    """
    days = (exam - day).days
    if days <= 0:
        return None
    known = list(memories)
    begun_today = sum(each.introduced == day for each in known)
    learning_days = max(1, days - SETTLING_DAYS)
    new_a_day = -(-(unknown + begun_today) // learning_days)
    scheduler = Scheduler(settings, fuzzing=False)
    reviews = sum(_reviews_before(exam, day, each, scheduler) for each in known)
    left = unknown
    for offset in range(learning_days):
        begun = min(left, new_a_day)
        left -= begun
        reviews += begun * _reviews_of_a_new_card(exam, day + timedelta(days=offset), scheduler)
    lapses = reviews * (1 - settings.desired_retention)
    answers = reviews + lapses * _ANSWERS_OF_A_LAPSE + unknown * _ANSWERS_OF_A_NEW_CARD
    return Preparation(
        date=exam, days=days, new_a_day=new_a_day, answers_a_day=-(-round(answers) // days)
    )


def _reviews_of_a_new_card(exam: dt.date, day: dt.date, scheduler: Scheduler) -> int:
    """Return how often a card that is begun on a day is reviewed on later ones, if it is always known."""
    at = datetime.combine(day, time(), UTC)
    memory = scheduler.next(None, "any", Rating.GOOD, at, day)
    for _ in range(_ANSWERS_OF_A_NEW_CARD - 1):
        memory = scheduler.next(memory, "any", Rating.GOOD, at, day)
    return _reviews_before(exam, day, memory, scheduler)


def _reviews_before(exam: dt.date, day: dt.date, memory: Memory, scheduler: Scheduler) -> int:
    """Return how often a card is reviewed before an exam if it is always known."""
    count = 0
    while memory.due_day <= exam:
        day = max(day, memory.due_day)
        memory = scheduler.next(memory, memory.card, Rating.GOOD, memory.last_at, day)
        count += 1
    return count
