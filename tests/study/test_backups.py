from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.study.logs import BEGAN, fill, places_in
from trainer.errors import TrainerError
from trainer.study.backups import DAYS, OTHERS, WEEKS, Backups
from trainer.study.opening import open_store
from trainer.study.paths import backups_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST = date(2026, 1, 1)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("CREATE TABLE a (b)")
        yield connection


@pytest.mark.parametrize("every", [1, 2, 5])
def test_the_last_days_and_weeks_are_kept(
    tmp_path: Path, connection: sqlite3.Connection, every: int
) -> None:
    backups = Backups(tmp_path / "backups")
    made = [FIRST + timedelta(days=days) for days in range(0, 200, every)]
    for day in made:
        backups.make_daily(connection, day)
    kept = sorted((backup.day for backup in backups.all()), reverse=True)
    assert kept[:DAYS] == made[: -DAYS - 1 : -1]
    weeks = [day.isocalendar()[:2] for day in kept[DAYS:]]
    assert len(weeks) == len({*weeks}) == WEEKS
    assert kept[-1] <= made[-1] - timedelta(days=7 * (WEEKS - 1))


def test_those_before_something_push_no_daily_one_out(
    tmp_path: Path, connection: sqlite3.Connection
) -> None:
    backups = Backups(tmp_path / "backups")
    for days in range(DAYS):
        backups.make_daily(connection, FIRST + timedelta(days=days))
    for minutes in range(2 * OTHERS):
        backups.make_before("import", connection, BEGAN + timedelta(minutes=minutes))
    names = [backup.name for backup in backups.all()]
    assert len(names) == DAYS + OTHERS
    assert sum(backup.daily for backup in backups.all()) == DAYS


def test_a_backup_is_one_file_that_holds_what_the_log_held(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    with open_store(places, BEGAN) as opened:
        fill(opened.store, 30)
    with open_store(places, BEGAN + timedelta(days=1)) as opened:
        size = opened.store.size()
        fill(opened.store, 5, seed=2)
    (backup,) = backups_folder(places).iterdir()
    with closing(sqlite3.connect(f"{backup.as_uri()}?immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM entries").fetchone() == (size,)


def test_there_is_one_a_day_and_none_of_an_empty_log(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    for hours in (0, 1):
        with open_store(places, BEGAN + timedelta(hours=hours)) as opened:
            fill(opened.store, 3)
        assert len(Backups(backups_folder(places)).all()) == hours
    stamp = Backups(backups_folder(places)).all()[0].path.stat().st_mtime_ns
    open_store(places, BEGAN + timedelta(hours=2)).store.close()
    assert Backups(backups_folder(places)).all()[0].path.stat().st_mtime_ns == stamp


def test_a_backup_that_cannot_be_made_is_told_and_keeps_nobody_from_studying(
    tmp_path: Path,
) -> None:
    places = places_in(tmp_path)
    with open_store(places, BEGAN) as opened:
        fill(opened.store, 3)
    backups_folder(places).write_text("a file in the way")
    with open_store(places, BEGAN) as opened:
        (told,) = opened.told
        assert "cannot be made" in told
        fill(opened.store, 3, seed=2)


def test_a_copy_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    (folder / "log-2026-01-01.db").mkdir(parents=True)  # so that the last step fails
    with (
        closing(sqlite3.connect(tmp_path / "a.db")) as connection,
        pytest.raises(TrainerError, match="no copy of the log was made"),
    ):
        Backups(folder).make_daily(connection, FIRST)
    assert [each.name for each in folder.iterdir()] == ["log-2026-01-01.db"]


def test_files_of_others_are_no_backups(tmp_path: Path) -> None:
    (tmp_path / "log-of-mine.db").touch()
    (tmp_path / "notes.txt").touch()
    assert Backups(tmp_path).all() == []
