"""Memories and reviews to test with."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from trainer.study.grades import Rating
from trainer.study.memory import Memory, State
from trainer.study.scheduler import Answered

if TYPE_CHECKING:
    from collections.abc import Iterable

CARD = "flood:dam-breaks#when"
DAY = date(2027, 3, 1)


def evening(day: date) -> datetime:
    return datetime.combine(day, time(19, 30), UTC)


def answered(rating: Rating, after_days: int = 0, minutes: int = 0) -> Answered:
    day = DAY + timedelta(days=after_days)
    return Answered(rating, evening(day) + timedelta(minutes=minutes), day)


def memory(state: State = State.REVIEW, *, step: int | None = None, lapses: int = 0) -> Memory:
    learning = state is not State.REVIEW
    return Memory(
        card=CARD,
        state=state,
        step=0 if learning and step is None else step,
        stability=5.0,
        difficulty=5.0,
        due_day=DAY if learning else DAY + timedelta(days=5),
        due_at=evening(DAY) if learning else None,
        last_at=evening(DAY),
        last_day=DAY,
        reviews=3,
        lapses=lapses,
        introduced=DAY,
    )


def _one_after_another(steps: Iterable[tuple[Rating, int, int]]) -> list[Answered]:
    """Return reviews of which each is some days and minutes after the one before, or before it."""
    day, at, made = DAY, evening(DAY), []
    for rating, days, minutes in steps:
        day += timedelta(days=days)
        at += timedelta(days=days, minutes=minutes)
        made.append(Answered(rating, at, day))
    return made


def histories(*, least_days: int = 0, max_size: int = 12) -> st.SearchStrategy[list[Answered]]:
    """What may have been answered of one card; with `least_days` below 0 the clock goes back now and then."""
    step = st.tuples(
        st.sampled_from(Rating),
        st.integers(least_days, 400),
        st.integers(0 if least_days >= 0 else -600, 600),
    )
    return st.lists(step, min_size=1, max_size=max_size).map(_one_after_another)
