"""Cards and memories to test with."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from trainer.chapters.record import Importance
from trainer.questions.question import Card, Kind
from trainer.study.memory import Memory, State

DAY = date(2026, 3, 10)
NOON = datetime.combine(DAY, time(12), UTC)


def card(name: str, *, lesson: str | None = None, importance: Importance = Importance.CORE) -> Card:
    """Return the card `mill-lane:NAME`, NAME being `fact#aspect`."""
    fact, _, aspect = name.partition("#")
    return Card(
        id=f"mill-lane:{name}",
        chapter="mill-lane",
        fact=fact,
        subject=None,
        aspect=aspect,
        kind=Kind.DATE,
        lesson=lesson,
        importance=importance,
    )


def known(name: str, *, due: int = 0, last: int = -5) -> Memory:
    """Return the memory of a card in review; days count from today."""
    last_day = DAY + timedelta(days=last)
    return Memory(
        card=f"mill-lane:{name}",
        state=State.REVIEW,
        step=None,
        stability=5.0,
        difficulty=5.0,
        due_day=DAY + timedelta(days=due),
        due_at=None,
        last_at=datetime.combine(last_day, time(9), UTC),
        last_day=last_day,
        reviews=3,
        lapses=0,
        introduced=last_day,
    )


def learning(name: str, *, due_at: datetime) -> Memory:
    """Return the memory of a card that was met for the first time today."""
    return Memory(
        card=f"mill-lane:{name}",
        state=State.LEARNING,
        step=0,
        stability=1.0,
        difficulty=5.0,
        due_day=DAY,
        due_at=due_at,
        last_at=NOON,
        last_day=DAY,
        reviews=1,
        lapses=0,
        introduced=DAY,
    )
