"""A log of the release before this one is brought to today's schema, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.study.logs import BEGAN, FORMER, places_in, write_former_log
from trainer.content import find_places
from trainer.decks.opening import open_deck
from trainer.study import schema
from trainer.study.entries import Mode
from trainer.study.opening import open_store
from trainer.study.store import Store

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES, REVIEWS, TAKEN_BACK = 15, 13, 2


class StoppedError(Exception):
    """Raised in the middle of a migration."""


class Stopping(sqlite3.Connection):
    """A connection that fails, or ends the process, at one of its statements after the file was found to be old."""

    stop_at = 0
    ended = False
    writing = False
    count = 0

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        self.writing = self.writing or sql == "BEGIN IMMEDIATE"
        if self.writing and sql != "ROLLBACK":
            if Stopping.count == Stopping.stop_at:
                if Stopping.ended:
                    os._exit(9)
                raise StoppedError
            Stopping.count += 1
        return super().execute(sql, *parameters)


@pytest.fixture
def stopping(monkeypatch: pytest.MonkeyPatch) -> type[Stopping]:
    monkeypatch.setattr(
        "trainer.study.database.sqlite3.connect", partial(sqlite3.connect, factory=Stopping)
    )
    return Stopping


def held(path: Path) -> tuple[int, list[Any]]:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return version, connection.execute("SELECT * FROM entries ORDER BY number").fetchall()


def schema_of(path: Path) -> Counter[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return Counter(" ".join(str(row).replace('\\"', "").replace('"', "").split()) for row in rows)


def test_a_log_of_the_release_before_keeps_every_answer(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    write_former_log(path)
    version, before = held(path)
    assert version == 1
    with Store.open(path) as store:
        reviews = [logged.review for logged in store.reviews()]
        assert store.size() == ENTRIES == len(before)
        assert len(reviews) == REVIEWS - TAKEN_BACK
        graded = [each for each in reviews if each.rating is not None]
        assert {each.mode for each in graded} == {Mode.FLASH}
        assert {*store.memories()} == {each.card for each in graded}
        assert store.differences() == ()
        store.check()
    version, after = held(path)
    assert version == schema.VERSION
    columns = len(before[0])
    assert [row[:columns] for row in after] == before


def test_a_log_that_was_brought_to_today_is_made_like_a_new_one(tmp_path: Path) -> None:
    former, new = tmp_path / "former.db", tmp_path / "new.db"
    write_former_log(former)
    Store.open(former).close()
    Store.open(new).close()
    assert schema_of(former) == schema_of(new)


def test_a_migration_that_fails_at_any_statement_leaves_all_as_it_was(
    tmp_path: Path, stopping: type[Stopping]
) -> None:
    path = tmp_path / "log.db"
    write_former_log(path)
    before = held(path)
    stopped = 0
    while True:
        stopping.stop_at, stopping.count, stopping.ended = stopped, 0, False
        try:
            Store.open(path).close()
        except StoppedError:
            assert held(path) == before
            stopped += 1
        else:
            break
    assert stopped > 15  # there is a statement for each table and index, and more
    assert held(path)[0] == schema.VERSION


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that ends in the middle")
def test_a_process_that_ends_at_any_statement_of_a_migration_leaves_all_as_it_was(
    tmp_path: Path, stopping: type[Stopping]
) -> None:
    path = tmp_path / "log.db"
    write_former_log(path)
    before = held(path)
    stopped = 0
    while True:
        stopping.stop_at, stopping.count, stopping.ended = stopped, 0, True
        if not (child := os.fork()):
            Store.open(path)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) == 0:
            break
        assert os.waitstatus_to_exitcode(status) == 9
        assert held(path) == before
        stopped += 1
    assert stopped > 15
    assert held(path)[0] == schema.VERSION


def test_there_is_a_backup_of_the_log_as_it_was_before(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    write_former_log(places.state / "log.db")
    _, before = held(places.state / "log.db")
    with open_store(places, BEGAN) as opened:
        assert opened.told == ()
    (backup,) = (places.state / "backups").glob("*-before-leaving-version-1.db")
    assert held(backup) == (1, before)


def test_two_windows_bring_it_to_today_once(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    write_former_log(path)

    def other_window(*_: object) -> None:
        Store.open(path).close()

    with Store.open(path, before_migrating=other_window) as store:
        assert store.size() == ENTRIES
        store.check()


def test_a_deck_of_the_release_before_still_opens(tmp_path: Path) -> None:
    places = find_places({"TRAINER_HOME": str(tmp_path)})
    deck = open_deck(str(FORMER / "harbour-first-steps.yaml"), places)
    assert deck.questions
