"""How long it takes to answer with very many cards: the next question, the memory, and the answer on the disk.

    python -m benchmarks.answering [CARDS] [ANSWERS] [FOLDER …]

The same is done with Anki's backend, answer by answer in turn, on the same disk and in memory: take the next card from
the queue, grade it Good, have it written. Both wait for the disk at each answer. Anki computes by its own FSRS.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from trainer.study.entries import Mode, Review
from trainer.study.grades import Rating, Verdict
from trainer.study.queue import Plan, Queue
from trainer.study.scheduler import VERSION, Scheduler
from trainer.study.settings import StudySettings
from trainer.study.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
ALLOWED = 2.0  # times what Anki takes
ALLOWED_MILLISECONDS = 20.0  # until the next question is ready
_MEMORY = Path("/dev/shm")


class Timed(NamedTuple):
    """Milliseconds of each answer."""

    every: list[float]

    @property
    def median(self) -> float:
        """What half of them took no longer than."""
        return statistics.median(self.every)

    def __str__(self) -> str:
        """Median, the slowest of a hundred, and the slowest."""
        hundredth = statistics.quantiles(self.every, n=100)[98]
        return f"median {self.median:.3f} ms, 99 % {hundredth:.3f} ms, slowest {max(self.every):.3f} ms"


def review_of(card: str, at: datetime) -> Review:
    """Return an answer as a session writes it."""
    return Review(
        at=at,
        study_day=at.date().isoformat(),
        session="a session",
        mode=Mode.STUDY,
        chapter="a-chapter",
        digest="0" * 64,
        card=card,
        cards=(card,),
        question=f"{card}@when.choice",
        form="choice",
        prompt="On which day of March 1917 did the committee first meet?",
        options=tuple(f"{card}~{option}" for option in range(4)),
        key=f"{card}~1",
        answered=f"{card}~1",
        verdict=Verdict.RIGHT,
        rating=Rating.GOOD,
        milliseconds=4000,
        seed=1,
        scheduler=VERSION,
    )


def fill_store(store: Store, cards: int) -> None:
    """Have every card answered once, a while ago; in one transaction, or it would take minutes."""
    from trainer.study import derivation, rows
    from trainer.study.database import transaction
    from trainer.study.entries import row_of

    connection, scheduler = store._connection, Scheduler(StudySettings())  # noqa: SLF001
    chance = random.Random(1)
    with transaction(connection):
        for number in range(cards):
            at = NOW - timedelta(days=chance.randrange(20, 90), seconds=chance.randrange(40000))
            review = review_of(f"a-chapter:fact-{number}#when", at)
            row = {"id": f"{number:032x}", "program": "0", **row_of(review)}
            rows.insert(connection, row)
        derivation.rebuild(connection, scheduler)


@contextmanager
def ours(folder: Path, cards: int) -> Iterator[Callable[[], object]]:
    """Give what answers once with our store and queue, as a session does."""
    with Store.open(folder / "log.db") as store:
        fill_store(store, cards)
        memories = store.memories()
        plan = Plan(reviews=tuple(sorted(memories)), new=(), waiting=0)
        queue = Queue(plan, memories, memories.keys(), NOW.date())
        seconds = count(0, 4)

        def answer() -> None:
            at = NOW + timedelta(seconds=next(seconds))
            name = queue.next(at)
            assert name is not None
            store.append(review_of(name, at))
            memory = store.memory(name)
            assert memory is not None
            queue.answered(memory)

        yield answer


@contextmanager
def anki(folder: Path, cards: int) -> Iterator[Callable[[], object]]:
    """Give what answers once with Anki's backend."""
    from anki.collection import Collection
    from anki.scheduler.v3 import CardAnswer

    collection = Collection(str(folder / "collection.anki2"))
    try:
        _fill_anki(collection, cards)
        scheduler: Any = collection.sched

        def answer() -> None:
            card = scheduler.get_queued_cards(fetch_limit=1).cards[0]
            given = CardAnswer(
                card_id=card.card.id,
                current_state=card.states.current,
                new_state=card.states.good,
                rating=CardAnswer.GOOD,
                answered_at_millis=int(time.time() * 1000),
                milliseconds_taken=4000,
            )
            scheduler.answer_card(given)

        yield answer
    finally:
        collection.close()


def _fill_anki(collection: object, cards: int) -> None:

    from anki.collection import AddNoteRequest

    held: Any = collection
    held.set_config("fsrs", True)  # noqa: FBT003 - as the interface has it
    kind, deck = held.models.by_name("Basic"), held.decks.id("Default")
    for start in range(0, cards, 10_000):
        requests = []
        for number in range(start, min(cards, start + 10_000)):
            note = held.new_note(kind)
            note.fields = [f"When was fact {number}?", f"On day {number}"]
            requests.append(AddNoteRequest(note, deck))
        held.add_notes(requests)
    today = held.sched.today
    held.db.execute(
        "UPDATE cards SET type = 2, queue = 2, ivl = 30, factor = 2500, reps = 1, due = ?", today
    )
    config = held.decks.config_dict_for_deck_id(deck)
    config["rev"]["perDay"] = 9999
    held.decks.update_config(config)


def _compare(place: Path, cards: int, answers: int) -> tuple[Timed, Timed]:
    """Answer in turn with both, so that what else the disk has to do falls on both."""
    taken: dict[int, list[float]] = {0: [], 1: []}
    with (
        TemporaryDirectory(dir=place, prefix=".answering-") as folder,
        ours(Path(folder), cards) as with_ours,
        anki(Path(folder), cards) as with_anki,
    ):
        for _ in range(answers):
            for number, answer in enumerate((with_ours, with_anki)):
                began = time.perf_counter()
                answer()
                taken[number].append((time.perf_counter() - began) * 1000)
    return Timed(taken[0]), Timed(taken[1])


def main() -> int:
    """Print both, and how they compare."""
    cards, answers = (int(word) for word in [*sys.argv[1:3], "100000", "2000"][:2])
    failed = False
    for place in [Path(word) for word in sys.argv[3:]] or [Path.cwd(), _MEMORY]:
        if not place.is_dir():
            continue
        us, them = _compare(place, cards, answers)
        ratio = us.median / them.median
        failed |= ratio > ALLOWED or us.median > ALLOWED_MILLISECONDS
        sys.stdout.write(
            f"{cards:,} cards, {answers:,} answers, {'in memory' if place == _MEMORY else 'on the disk'}\n"
            f"  ours  {us}\n  Anki  {them}\n  ours takes {ratio:.2f} times as long"
            f" (allowed: {ALLOWED:g} times, and {ALLOWED_MILLISECONDS:g} ms)\n"
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
