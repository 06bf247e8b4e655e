"""Kills a session at random moments and looks for what it had answered.

    python -m tests.study.killed [KILLS] [SEED]

One process does what a learner does: it answers, takes back, regrades, marks and renames, and tells of each answer
once the store has said that it is on the disk. It is killed with SIGKILL, together with its process group, after a
random time; then the file is opened as any session opens it, and the next process goes on with it. At the end, every
answer that was told of must be there exactly once, and at most one more for each kill.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tests.study.logs import BEGAN, places_in, review_of
from trainer.study.entries import EntryType
from trainer.study.grades import Rating
from trainer.study.opening import open_store

if TYPE_CHECKING:
    from datetime import datetime

    from trainer.content import Places
    from trainer.study.store import Store

LONGEST_SECONDS = 0.06


class Result(NamedTuple):
    """What was found after all kills."""

    kills: int
    answered: int  # and told of
    lost: int
    doubled: int
    untold: int  # on the disk, but killed before it was told of


def kill_sessions(folder: Path, kills: int, seed: int) -> Result:
    """Have `kills` sessions of one log killed, one after the other."""
    places, random = places_in(folder), Random(seed)
    told: Counter[str] = Counter()
    warm_up(folder)
    for number in range(kills):
        told += _one_session(places, number, random)
        with open_store(places, BEGAN) as opened:
            opened.store.check()
            assert opened.told == (), opened.told
            assert opened.store.differences() == (), (number, seed)
    with open_store(places, BEGAN) as opened:
        written = Counter(
            str(row["prompt"]) for row in opened.store.entries() if row["type"] == "review"
        )
    return Result(
        kills=kills,
        answered=sum(told.values()),
        lost=len(told - written),
        doubled=sum(count > 1 for count in written.values()),
        untold=len(written - told),
    )


def warm_up(folder: Path) -> None:
    """Import what a session imports as it goes, before it is forked from this process."""
    with open_store(places_in(folder / "warm"), BEGAN) as opened:
        opened.store.append(review_of("a", Rating.GOOD, BEGAN))


def _one_session(places: Places, number: int, random: Random) -> Counter[str]:
    """Run a session until it is killed; return what it told of."""
    wait, script = random.uniform(0, LONGEST_SECONDS), random.getrandbits(32)
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        os.setsid()
        _study(places, number, Random(script), writer)
    os.close(writer)
    if number % 2:  # otherwise it may die as early as in opening the file
        select.select([reader], [], [], 5)
    time.sleep(wait)
    _kill(child)
    with os.fdopen(reader, "rb") as pipe:
        lines = pipe.read().split(b"\n")[:-1]  # behind the last line break there is half a line
    return Counter(line.decode() for line in lines)


def _kill(child: int) -> None:
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # it has no group of its own yet
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, "the session failed by itself"


def _study(places: Places, number: int, random: Random, told: int) -> NoReturn:
    try:
        with open_store(places, BEGAN) as opened:
            _answer_for_ever(opened.store, number, random, told)
    finally:
        os._exit(1)


def _answer_for_ever(store: Store, session: int, random: Random, told: int) -> None:
    def say(prompt: str) -> None:
        os.write(told, f"{prompt}\n".encode())

    store.begin(f"session {session}", {}, at=BEGAN, day=BEGAN.date())
    for number in range(1_000_000):
        at = BEGAN.replace(microsecond=number % 1_000_000)
        card = f"card {random.randrange(20)}"
        prompt = f"answer {session}.{number}"
        review = review_of(card, random.choice([*Rating]), at, prompt)
        name = store.append(review)
        say(prompt)
        _or_else(store, random, card, at)
        if random.random() < 0.2:
            again = f"{prompt} regraded"
            store.replace(name, review_of(card, Rating.EASY, at, again))
            say(again)
        elif random.random() < 0.1:
            store.undo(name, at=at)


def _or_else(store: Store, random: Random, card: str, at: datetime) -> None:
    chance = random.random()
    if chance < 0.1:
        store.mark(card, random.choice([EntryType.SUSPEND, EntryType.RESUME]), at=at, day=at.date())
    elif chance < 0.12:
        store.rename({f"{card} anew": [card]}, at=at, day=at.date())


def main() -> int:
    """Kill as often as is asked for, on the disk, and print what was found."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with TemporaryDirectory(dir=Path.cwd(), prefix=".killed-") as folder:
        began = time.monotonic()
        result = kill_sessions(Path(folder), kills, seed)
    sys.stdout.write(
        f"seed {seed}: {result.kills} kills in {time.monotonic() - began:.0f} s,"
        f" {result.answered:,} answers told of, {result.lost} lost, {result.doubled} doubled,"
        f" {result.untold} on the disk without having been told of\n"
    )
    return int(bool(result.lost or result.doubled))


if __name__ == "__main__":
    sys.exit(main())
