"""What `trainer stats` takes with a long log.

    python -m benchmarks.progress [REVIEWS]

A log of so many reviews (100,000 unless told otherwise) and one of half as many are made up: cards are asked when they are
due, and what is remembered is drawn from the very chances that the schedule gives. So a second thing is seen: what is told
as expected is what was remembered, but for chance.

The seconds are processor time of this machine, the store open and its memories up to date. The ratio of both logs is what
matters: it must stay near two.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from heapq import heappop, heappush
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from trainer import __version__
from trainer.study.database import connect, transaction
from trainer.study.entries import Mode, Review, row_of
from trainer.study.grades import Rating, Verdict
from trainer.study.progress import learned, progress
from trainer.study.scheduler import VERSION, Scheduler
from trainer.study.settings import StudySettings
from trainer.study.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.study.memory import Memory

REVIEWS = 100_000
ALLOWED_SECONDS = 8.0
ALLOWED_GROWTH = 2.6
_FIRST_DAY = date(2025, 1, 1)
_NEW_A_DAY = 20
_FIRST_TIME = 0.6  # so many new cards are known at the first question


def made_up(
    cards: Iterable[str],
    settings: StudySettings,
    *,
    first: date = _FIRST_DAY,
    seed: int = 0,
    new_a_day: int = _NEW_A_DAY,
) -> Iterator[Review]:
    """Yield the reviews of a learner whose memory is what the schedule thinks it is, for ever.

    Args:
        cards: ids, in the order in which they are begun.
        settings: with which they are scheduled.
        first: the first study day.
        seed: of what is remembered.
        new_a_day: how many are begun each day.
    """
    chance, scheduler, waiting = Random(seed), Scheduler(settings), iter(cards)
    due: list[tuple[date, str]] = []
    memories: dict[str, Memory] = {}
    day = first
    while True:
        today = [card for card, _ in zip(waiting, range(new_a_day), strict=False)]
        while due and due[0][0] <= day:
            today.append(heappop(due)[1])
        at = datetime.combine(day, clock(18), UTC)
        for card in today:
            known = memories.get(card)
            likely = scheduler.retrievability(known, day) if known else _FIRST_TIME
            while known is None or known.learning or known.last_day < day:
                rating = Rating.GOOD if chance.random() < likely else Rating.AGAIN
                at += timedelta(seconds=12)
                yield _review(card, rating, at, day, chance)
                known, likely = scheduler.next(known, card, rating, at, day), 1.0
            memories[card] = known
            heappush(due, (known.due_day, card))
        day += timedelta(days=1)


def _review(card: str, rating: Rating, at: datetime, day: date, chance: Random) -> Review:
    return Review(
        at=at,
        study_day=day.isoformat(),
        session=f"{day} annals 0",
        mode=Mode.STUDY,
        chapter=card.partition(":")[0],
        digest="",
        card=card,
        cards=(card,),
        question=f"{card}@when.choice",
        form="choice",
        prompt=f"What is {card}?",
        options=("a", "b", "c", "d"),
        key="a",
        answered="a" if rating.remembered else chance.choice("bcd"),
        verdict=Verdict.RIGHT if rating.remembered else Verdict.WRONG,
        milliseconds=round(1000 * chance.uniform(3, 15)),
        seed=day.toordinal(),
        rating=rating,
        scheduler=VERSION,
    )


def write_log(path: Path, reviews: Iterable[Review]) -> date:
    """Write a log at once, as no learner could, and return its last day."""
    chance, last = Random(0), ""
    connection = connect(path, lambda *_: None)
    with transaction(connection):
        for review in reviews:
            entry_id = str(UUID(int=chance.getrandbits(128), version=4))
            row = {"id": entry_id, "program": __version__, **row_of(review)}
            names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
            connection.execute(f"INSERT INTO entries ({names}) VALUES ({places})", row)
            last = max(last, review.day)
    connection.close()
    return date.fromisoformat(last)


def _seconds(folder: Path, count: int) -> float:
    settings = StudySettings()
    cards = (f"annals:fact-{number}#when" for number in range(count))
    made = made_up(cards, settings)
    today = write_log(
        folder / f"{count}.db", (review for review, _ in zip(made, range(count), strict=False))
    )
    with Store.open(folder / f"{count}.db", settings) as store:
        store.memories()
        start = time.process_time()
        found = progress(learned(store), {}, settings, today=today)
        seconds = time.process_time() - start
    total, calibration = found.figures.total, found.figures.calibration
    assert calibration is not None
    print(
        f"{total.answers:>8,} reviews of {found.begun:,} cards: {seconds:5.2f} s;"
        f" remembered {total.remembered / total.reviews:.2%} of {total.reviews:,}, expected"
        f" {total.expected / total.reviews:.2%}, off by {100 * calibration.rmse:.2f} points"
    )
    return seconds


def main() -> bool:
    """Time both logs and return whether the time is in bounds."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REVIEWS
    with tempfile.TemporaryDirectory() as folder:
        half, whole = (_seconds(Path(folder), each) for each in (count // 2, count))
    well = whole <= ALLOWED_SECONDS * count / REVIEWS and whole / half <= ALLOWED_GROWTH
    print(
        f"twice the log takes {whole / half:.2f} times as long (at most {ALLOWED_GROWTH})  {'ok' if well else 'TOO SLOW'}"
    )
    return well


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
