"""When a card is to be asked next: FSRS-6, by the package `fsrs`, on the learner's study days.

The package wants `timezone.utc`, believes any clock and any setting, counts days as 24 hours, and shifts intervals with the
process's own random numbers. Here a day is a study day: the package is only ever told midnights of those, in UTC, and
never when it is. Intervals are shifted by what the card's id and the number of its reviews give, so that the same
reviews always give the same memory.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple

from trainer.study.grades import Rating
from trainer.study.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.study.settings import StudySettings

VERSION = "fsrs-6.1"  # the formula and, after it, how it is used here; logged with each review


class Answered(NamedTuple):
    """What a memory is made of: one review that counts."""

    rating: Rating
    at: datetime
    day: date


class Scheduler:
    """FSRS-6 with the learner's settings."""

    def __init__(self, settings: StudySettings, *, fuzzing: bool = True) -> None:
        import fsrs  # 20 ms, which those who only count what is due need not wait for

        given: dict[str, Any] = (
            {} if settings.parameters is None else {"parameters": settings.parameters}
        )
        self._fsrs = fsrs.Scheduler(
            desired_retention=settings.desired_retention, enable_fuzzing=False, **given
        )
        self._fuzzing = fuzzing

    def next(
        self, memory: Memory | None, card: str, rating: Rating, at: datetime, day: date
    ) -> Memory:
        """Return the memory of a card after one more review.

        Args:
            memory: before it; None for the first.
            card: the card's id.
            rating: what the answer counts for.
            at: the instant, with any zone.
            day: the study day. If the clock or the learner went back, no day has passed since the last review.
        """
        raise NotImplementedError

    def fold(
        self, card: str, answers: Iterable[Answered], memory: Memory | None = None
    ) -> Memory | None:
        """Return the memory of a card after all `answers`, in their order, from `memory` on."""
        return reduce(lambda held, answer: self.next(held, card, *answer), answers, memory)

    def retrievability(self, memory: Memory, day: date) -> float:
        """Return how likely the card is remembered on a study day, as FSRS tells it: 1 on the day of a review."""
        raise NotImplementedError

    def retrievability_at(self, memory: Memory, at: datetime) -> float:
        """Return the same at an instant, falling from minute to minute: for ordering cards of one day."""
        raise NotImplementedError
