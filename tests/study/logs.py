"""Logs to test with: some of an older version, some large, some that are to be damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.study.test_store import REVIEW
from trainer.content import Places
from trainer.study.entries import EntryType, Mode
from trainer.study.grades import Rating

if TYPE_CHECKING:
    from trainer.study.entries import Review
    from trainer.study.store import Store

BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)
FORMER = Path(__file__).parent.parent / "fixtures" / "former"

# A folder in memory, where waiting for the disk takes no time, for tests of what does not hang on it.
_IN_MEMORY = Path("/dev/shm")


def write_former_log(path: Path) -> None:
    """Write a log as the release before this one left it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FORMER / "log.sql").read_text(encoding="utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")


def review_of(card: str, rating: Rating, at: datetime, prompt: str = "When was it?") -> Review:
    return replace(
        REVIEW,
        card=card,
        cards=(card,),
        rating=rating,
        mode=Mode.STUDY,
        at=at,
        study_day=at.date().isoformat(),
        prompt=prompt,
    )


def fill(store: Store, answers: int, *, seed: int = 1, cards: int = 50) -> list[str]:
    """Answer, and now and then take back, mark and rename; return the ids of the answers."""
    random, at, written = Random(seed), BEGAN, []
    for number in range(answers):
        at += timedelta(minutes=random.choice([-30, 7, 90, 3000]))
        card = f"mill-lane:fact-{random.randrange(cards)}#when"
        rating = random.choice([Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD, Rating.EASY])
        written.append(store.append(review_of(card, rating, at, f"Question {number}: ☞ ü?")))
        if number % 17 == 5:
            store.undo(written[number // 2], at=at) if written[number // 2] else None
            written[number // 2] = ""
        if number % 23 == 7:
            sort = random.choice([EntryType.SUSPEND, EntryType.BURY, EntryType.RESUME])
            store.mark(card, sort, at=at, day=at.date())
        if number % 211 == 100:
            store.rename({f"{card}-anew": [card]}, at=at, day=at.date())
    return [name for name in written if name]


def places_in(folder: Path) -> Places:
    return Places(library=folder / "library", state=folder / "state", cache=folder / "cache")


def day_after(days: int) -> date:
    return BEGAN.date() + timedelta(days=days)


def in_memory(otherwise: Path) -> Path:
    """Return where to make folders that need not outlast the machine."""
    return _IN_MEMORY if _IN_MEMORY.is_dir() else otherwise
