"""Other schedules than ours for `benchmarks.simulation`, with the same steps of minutes before them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from trainer.study.grades import Rating
from trainer.study.memory import Memory, State

if TYPE_CHECKING:
    from collections.abc import Sequence

LEARNING_STEPS = (timedelta(minutes=1), timedelta(minutes=10))
RELEARNING_STEPS = (timedelta(minutes=10),)


class Schedule(Protocol):
    """What `trainer.study.scheduler.Scheduler` is to a simulation."""

    def next(
        self, memory: Memory | None, card: str, rating: Rating, at: datetime, day: date
    ) -> Memory:
        """Return the memory of a card after one more review."""


class Stepped:
    """Steps of minutes as Anki has them; how many days come after them is for the schedules below.

    They keep their interval, in days, as the stability, and SM-2 its ease as the difficulty.
    """

    ease = 2.5

    def graduated(self, memory: Memory) -> float:
        """Return the days after the last step; the stability is that of before a lapse."""
        raise NotImplementedError

    def reviewed(self, memory: Memory, rating: Rating, day: date) -> tuple[float, float]:
        """Return the days after a review that was not failed, and the ease."""
        raise NotImplementedError

    def lapsed(self, memory: Memory) -> tuple[float, float]:
        """Return the days that wait after the steps, and the ease."""
        raise NotImplementedError

    def next(
        self, memory: Memory | None, card: str, rating: Rating, at: datetime, day: date
    ) -> Memory:
        held = _counted(memory, card, at, day, self.ease)
        if held.learning:
            return self._stepped(held, rating, at, day)
        if rating is Rating.AGAIN:
            days, ease = self.lapsed(held)
            held = replace(
                held,
                state=State.RELEARNING,
                stability=days,
                difficulty=ease,
                lapses=held.lapses + 1,
            )
            return _in_minutes(held, 0, RELEARNING_STEPS, at, day)
        days, ease = self.reviewed(held, rating, day)
        return _in_days(replace(held, difficulty=ease), days, day)

    def _stepped(self, held: Memory, rating: Rating, at: datetime, day: date) -> Memory:
        steps = RELEARNING_STEPS if held.state is State.RELEARNING else LEARNING_STEPS
        at_step = held.step or 0
        step = {Rating.AGAIN: 0, Rating.HARD: at_step}.get(rating, at_step + 1)
        if step >= len(steps) or rating is Rating.EASY:
            return _in_days(held, self.graduated(held), day)
        return _in_minutes(held, step, steps, at, day)


class Sm2(Stepped):
    """SM-2 as Anki had it before FSRS, with its defaults."""

    def graduated(self, memory: Memory) -> float:
        return 1 if memory.state is State.LEARNING else max(1, memory.stability)

    def lapsed(self, memory: Memory) -> tuple[float, float]:
        return 1, max(1.3, memory.difficulty - 0.2)

    def reviewed(self, memory: Memory, rating: Rating, day: date) -> tuple[float, float]:
        interval, ease = memory.stability, memory.difficulty
        late = max(0, (day - memory.due_day).days)
        if rating is Rating.HARD:
            return max(interval + 1, interval * 1.2), max(1.3, ease - 0.15)
        return max(interval + 1, (interval + late / 2) * ease), ease


class Fixed(Stepped):
    """The same intervals for every card, from the beginning after a lapse."""

    intervals = (1, 3, 7, 14, 30, 60, 120, 240)

    def graduated(self, memory: Memory) -> float:  # noqa: ARG002 - what others go by
        return self.intervals[0]

    def lapsed(self, memory: Memory) -> tuple[float, float]:
        return self.intervals[0], memory.difficulty

    def reviewed(
        self,
        memory: Memory,
        rating: Rating,  # noqa: ARG002 - what others go by
        day: date,  # noqa: ARG002
    ) -> tuple[float, float]:
        longer = (days for days in self.intervals if days > memory.stability)
        return next(longer, self.intervals[-1]), memory.difficulty


def _counted(memory: Memory | None, card: str, at: datetime, day: date, ease: float) -> Memory:
    if memory is not None:
        return replace(memory, reviews=memory.reviews + 1, last_at=at, last_day=day)
    return Memory(
        card=card,
        state=State.LEARNING,
        step=0,
        stability=0,
        difficulty=ease,
        due_day=day,
        due_at=at.astimezone(UTC),
        last_at=at,
        last_day=day,
        reviews=1,
        lapses=0,
        introduced=day,
    )


def _in_minutes(
    held: Memory, step: int, steps: Sequence[timedelta], at: datetime, day: date
) -> Memory:
    return replace(held, step=step, due_at=at + steps[step], due_day=day)


def _in_days(held: Memory, days: float, day: date) -> Memory:
    return replace(
        held,
        state=State.REVIEW,
        step=None,
        stability=days,
        due_at=None,
        due_day=day + timedelta(days=round(days)),
    )
