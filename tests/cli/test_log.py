"""`trainer log`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.study.logs import fill, review_of
from trainer.study.grades import Rating
from trainer.study.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


@pytest.fixture
def log(home: Path) -> Path:
    """A log with some answers."""
    path = home / "state" / "log.db"
    with Store.open(path) as store:
        fill(store, 12)
    return path


def size(path: Path) -> int:
    with Store.open(path) as store:
        return store.size()


def test_all_is_well(trainer: Trainer, log: Path) -> None:
    ran = trainer("log", "check")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith(f"{size(log)} entries, ")
    assert ran.out.endswith("all is well\n")


def test_what_is_kept_otherwise_is_told_and_mended(trainer: Trainer, log: Path) -> None:
    with closing(sqlite3.connect(log)) as connection, connection:
        connection.execute("UPDATE memories SET stability = 99")
    ran = trainer("log", "check")
    assert ran.code == 1
    assert "run trainer log rebuild" in ran.out
    assert "mended" in trainer("log", "rebuild").out
    assert "all as it was" in trainer("log", "rebuild").out
    assert trainer("log", "check").code == 0


def test_an_answer_of_a_wrong_clock_is_told_and_can_be_taken_back(
    trainer: Trainer, log: Path
) -> None:
    ahead = datetime.now(UTC) + timedelta(days=20_000)
    with Store.open(log) as store:
        name = store.append(review_of("flood#when", Rating.GOOD, ahead))
    ran = trainer("log", "check")
    assert ran.code == 1
    assert f"trainer log undo {name}" in ran.out
    assert trainer("log", "undo", name).code == 0
    assert trainer("log", "check").code == 0
    assert trainer("log", "undo", name).code == 1


def test_answers_go_to_another_machine_and_back(
    trainer: Trainer, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, held = tmp_path / "mine.jsonl", size(log)
    assert f"{held} entries" in trainer("log", "export", "-o", file).err
    ran = trainer("log", "import", file)
    assert f"0 entries of {held} and 0 flags were new" in ran.err
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "another"))
    assert f"{held} entries of {held}" in trainer("log", "import", file).err
    assert size(tmp_path / "another" / "state" / "log.db") == held


def test_a_backup_is_listed_and_restored(trainer: Trainer, log: Path, home: Path) -> None:
    trainer("log", "check")  # opens it, and so makes that of the day
    (line,) = trainer("log", "backups").out.splitlines()
    name, held = line.split("\t")[0], size(log)
    with Store.open(log) as store:
        fill(store, 3, seed=2)
    ran = trainer("log", "restore", name)
    assert ran.code == 0
    assert f"the log has {held} entries now" in ran.err
    (aside,) = (home / "state").glob("log.replaced-*.db")
    assert str(aside) in ran.err
    assert size(aside) > held
    assert "see trainer log backups" in trainer("log", "restore", "1900-01-01").err


def test_nothing_is_erased_unasked(trainer: Trainer, log: Path) -> None:
    assert "add --yes" in trainer("log", "erase").err
    assert log.exists()
    ran = trainer("log", "erase", "--yes")
    assert str(log) in ran.out
    assert not log.exists()
    assert "nothing to erase" in trainer("log", "erase", "--yes").err


def test_a_damaged_log_is_restored_with_an_account(trainer: Trainer, log: Path) -> None:
    held = size(log)
    with log.open("rb+") as file:
        file.write(bytes(100))
    ran = trainer("log", "check")
    assert ran.code == 0
    assert f"{held} entries could be read from it" in ran.err
    assert "is missing" in ran.err
    assert trainer("log", "check").err == ""
