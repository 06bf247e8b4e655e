"""Whatever ends the program, every answer that it told of is there exactly once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING, Any, cast

import apsw
import pytest

from tests.study.logs import BEGAN, fill, places_in, review_of
from tests.study.powerloss import Disk, Recording
from trainer.errors import TrainerError
from trainer.study.database import prepare
from trainer.study.entries import EntryType
from trainer.study.grades import Rating
from trainer.study.opening import open_store
from trainer.study.settings import StudySettings
from trainer.study.store import Store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

KILLS, SEED = 50, 20260301
EVERY = 7  # of how many points one is tried in each of two ways


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
def test_fifty_kills_cost_no_answer(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.study.killed import kill_sessions;"
        "print(*kill_sessions(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))"
    )
    ran = subprocess.run(  # a process without threads, which may be forked
        [sys.executable, "-c", program, str(tmp_path), str(KILLS), str(SEED)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    kills, answered, lost, doubled, untold = map(int, ran.stdout.split())
    assert (kills, lost, doubled) == (KILLS, 0, 0), f"seed {SEED}: {ran.stdout}"
    assert answered > KILLS
    assert untold <= KILLS


class Recorded:
    """A store on a disk that records, and how many steps had been done when each answer was told of."""

    def __init__(self, folder: Path, synchronous: str | None) -> None:
        self.disk = Disk()
        vfs = Recording(self.disk)
        connection = apsw.Connection(str(folder / "log.db"), vfs="recording")
        ours = cast("sqlite3.Connection", connection)  # what the store uses, both have
        prepare(ours, folder / "log.db", lambda *_: None)
        if synchronous is not None:
            connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute("PRAGMA wal_autocheckpoint = 20")  # so that there are several
        self.told: list[tuple[int, str]] = []
        with closing(Store(ours, folder / "log.db", StudySettings())) as store:
            for number in range(24):
                review = review_of(f"card {number % 5}", Rating.GOOD, BEGAN, f"answer {number}")
                self._tell(store.append(review))
                if number % 6 == 4:
                    store.undo(self.told[-1][1], at=BEGAN)
        vfs.unregister()

    def _tell(self, name: str) -> None:
        self.told.append((len(self.disk.steps), name))

    def lost(self, until: int, folder: Path, random: Random | None) -> list[str]:
        """Lose the power after so many steps, and return the answers that had been told of and are not there."""
        folder.mkdir()
        self.disk.replay(until, folder, random)
        with Store.open(folder / "log.db") as store:
            store.check()
            assert store.differences() == ()
            there = Counter(str(row["id"]) for row in store.entries())
        assert all(count == 1 for count in there.values())
        return [name for told_at, name in self.told if told_at <= until and name not in there]


def test_a_loss_of_power_at_any_moment_costs_no_answer(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path, None)
    random = Random(SEED)
    assert len(recorded.disk.steps) > 200
    for until in range(len(recorded.disk.steps) + 1):
        ways = [None, random] if until % EVERY == 0 else [random if until % 2 else None]
        for number, way in enumerate(ways):
            lost = recorded.lost(until, tmp_path / f"{until}-{number}", way)
            assert lost == [], f"seed {SEED}, after {until} steps"


def test_without_waiting_for_the_disk_a_loss_of_power_would_cost_answers(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path, "NORMAL")
    losses = [
        recorded.lost(until, tmp_path / str(until), None)
        for until in range(0, len(recorded.disk.steps) + 1, EVERY)
    ]
    assert any(losses)


def test_a_disk_that_is_full_at_any_write_costs_only_what_it_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as store:
        limit: Callable[[int], Any] = lambda pages: store._connection.execute(  # noqa: E731
            f"PRAGMA max_page_count = {pages}"
        )
        told, refused, number = [], 0, 0
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        for room in range(60):  # a page more each time, until everything had been refused once
            limit(pages + room)
            while True:
                at = BEGAN.replace(microsecond=number)
                number += 1
                review = review_of(f"card {number % 9}", Rating.GOOD, at, "long " * 300)
                try:
                    told.append(store.append(review))
                    if number % 5 == 0:
                        store.mark(f"card {number}", EntryType.BURY, at=at, day=at.date())
                    if number % 7 == 0:
                        told.append(store.replace(told[-1], review))
                except TrainerError as error:
                    assert "make room on the disk" in str(error)  # noqa: PT017
                    refused += 1
                    break
        limit(100_000)
        assert refused == 60
        assert store.differences() == ()
        store.check()
        there = Counter(
            str(row["id"]) for row in store.entries() if row["type"] == EntryType.REVIEW
        )
    assert there == Counter(told)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs rights as Unix has them")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_is_told_before_anything_is_asked(
    tmp_path: Path, what: str
) -> None:
    places = places_in(tmp_path)
    with open_store(places, BEGAN) as opened:
        fill(opened.store, 3)
    tmp_path.chmod(0o755)
    log = places.state / "log.db"
    if what == "file":
        places.state.chmod(0o777)
        log.chmod(0o444)
    else:
        log.chmod(0o666)
        places.state.chmod(0o555)
    before = log.read_bytes()
    program = (
        "import os, sys; from pathlib import Path; from tests.study.logs import BEGAN, places_in;"
        "from trainer.study.opening import open_store; from trainer.errors import TrainerError\n"
        "if os.geteuid() == 0: os.setuid(65534)  # who may write everywhere becomes nobody\n"
        "try:\n"
        "  with open_store(places_in(Path(sys.argv[1])), BEGAN) as opened:\n"
        "    opened.store.begin('a', {}, at=BEGAN, day=BEGAN.date())\n"
        "except TrainerError as error: print(error); sys.exit(3)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], check=False, capture_output=True, text=True
    )
    places.state.chmod(0o755)
    assert (ran.returncode, ran.stderr) == (3, "")
    assert "make the file and its folder writable" in ran.stdout
    assert log.read_bytes() == before


def test_two_windows_write_ten_thousand_answers(tmp_path: Path) -> None:
    """In memory where there is such a folder: who waits for whom is the same, and the disk is another test's matter."""
    each = 5_000 if tmp_path.is_relative_to("/dev/shm") else 500
    Store.open(tmp_path / "log.db").close()
    program = (
        "import sys; from datetime import timedelta; from pathlib import Path;"
        "from tests.study.logs import BEGAN, review_of; from trainer.study.grades import Rating;"
        "from trainer.study.store import Store\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "  for n in range(int(sys.argv[3])):\n"
        "    at = BEGAN + timedelta(minutes=n)\n"
        "    store.append(review_of(f'card {n % 1000}', Rating.GOOD, at, f'{sys.argv[2]}.{n}'))\n"
    )
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path / "log.db"), str(window), str(each)]
        )
        for window in range(2)
    ]
    assert [window.wait() for window in windows] == [0, 0]
    with Store.open(tmp_path / "log.db") as store:
        prompts = Counter(str(row["prompt"]) for row in store.entries())
        assert prompts == Counter(f"{window}.{n}" for window in range(2) for n in range(each))
        assert store.differences() == ()
        store.check()


def test_five_thousand_answers_rebuilt_are_what_was_kept_live(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as store:
        fill(store, 5_000, cards=400)
        live = (store.memories(), store.marks())
        assert store.differences() == ()
        store.rebuild()
        assert (store.memories(), store.marks()) == live
