"""The SQLite file that the learner's answers are in: how it is opened, written, and spoken of when it fails."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from trainer.errors import TrainerError, reason_of
from trainer.study import schema
from trainer.study.migrations import migrate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WAIT_FOR_ANOTHER_WINDOW_SECONDS = 5.0
_PAUSE_SECONDS = 0.01


def connect(
    path: Path, before_migrating: Callable[[sqlite3.Connection, int], object]
) -> sqlite3.Connection:
    """Open the file, making it and its folder where there is none, and bring it to today's schema.

    Raises:
        TrainerError: the file cannot be opened, is something else, is damaged, or comes from a newer version.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            path, isolation_level=None, timeout=WAIT_FOR_ANOTHER_WINDOW_SECONDS
        )
    try:
        with explained(path):
            _prepare(connection, path, before_migrating)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(
    connection: sqlite3.Connection,
    path: Path,
    before_migrating: Callable[[sqlite3.Connection, int], object],
) -> None:
    """Check that the file is ours, and bring it to this version; make it so if it is empty."""
    connection.execute("PRAGMA foreign_keys = ON")
    # The tables first: another window that is making them sets the rest in the same transaction.
    tables = _number_of_tables(connection)
    version = _version(connection)
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if version > schema.VERSION:
        raise TrainerError(
            f"{path} was written by a newer version of the trainer",
            mend="update the trainer; the file was not touched",
        )
    if tables and application != schema.APPLICATION_ID:
        raise TrainerError(
            f"{path} is not a log of the trainer", mend="move the file away; it was not touched"
        )
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")
    if not tables:
        with transaction(connection):
            if not _number_of_tables(connection):  # no other window was quicker
                schema.create(connection)
    elif version < schema.VERSION:
        before_migrating(connection, version)
        with transaction(connection):
            if (version := _version(connection)) < schema.VERSION:
                migrate(connection, version)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn write-ahead mode on. It wants the file for a moment to itself, and SQLite does not wait for that."""
    deadline = time.monotonic() + WAIT_FOR_ANOTHER_WINDOW_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_SECONDS)


def _number_of_tables(connection: sqlite3.Connection) -> int:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(tables)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Have all that is done within this on the disk when it ends, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it
            connection.execute("ROLLBACK")
        raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into an error that the learner can mend."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            mend = "close the other window that is busy with it, then try again"
        elif "full" in str(error):
            mend = "make room on the disk, then go on"
        elif "readonly" in str(error) or "unable to open" in str(error):
            mend = "make the file and its folder writable, or set TRAINER_HOME to another folder"
        else:
            mend = "move the file away to start a new log; it was not touched"
        raise TrainerError(f"the log {path} cannot be used: {error}", mend=mend) from error
    except OSError as error:
        raise TrainerError(
            f"the folder {path.parent} cannot be made: {reason_of(error)}",
            mend="make it writable, or set TRAINER_HOME to another folder",
        ) from error
