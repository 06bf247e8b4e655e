"""The SQLite file that the learner's answers are in: how it is opened, written, and spoken of when it fails."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from trainer.errors import TrainerError, reason_of
from trainer.study import schema
from trainer.study.migrations import migrate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    BeforeMigrating = Callable[[sqlite3.Connection, int], object]

WAIT_FOR_ANOTHER_WINDOW_SECONDS = 5.0
_PAUSE_SECONDS = 0.001

_WRITABLE = "make the file and its folder writable, or set TRAINER_HOME to another folder"
# How to mend what SQLite says, by the primary code of its error.
_MENDS = {
    sqlite3.SQLITE_BUSY: "close the other window that is busy with it, then try again",
    sqlite3.SQLITE_LOCKED: "close the other window that is busy with it, then try again",
    sqlite3.SQLITE_FULL: "make room on the disk, then go on",
    sqlite3.SQLITE_READONLY: _WRITABLE,
    sqlite3.SQLITE_PERM: _WRITABLE,
    sqlite3.SQLITE_CANTOPEN: _WRITABLE,
    sqlite3.SQLITE_IOERR: "see whether the disk has room and is well, then try again",
}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FILES_BESIDE = ("-wal", "-shm")


class DamagedError(TrainerError):
    """The file of the log does not hold what was written to it."""


def connect(path: Path, before_migrating: BeforeMigrating) -> sqlite3.Connection:
    """Open the file, making it and its folder where there is none, and bring it to today's schema.

    Raises:
        DamagedError: what is in the file is not what was written.
        TrainerError: the file cannot be opened, is something else, or comes from a newer version.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if was_left_open(path):
            _look_first(path)
        connection = sqlite3.connect(
            path, isolation_level=None, timeout=WAIT_FOR_ANOTHER_WINDOW_SECONDS
        )
    try:
        with explained(path):
            prepare(connection, path, before_migrating)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: sqlite3.Connection, path: Path, before_migrating: BeforeMigrating) -> None:
    """Check that the file is ours, and bring it to this version; make it so if it is empty."""
    # The tables first: another window that is making them sets the rest in the same transaction.
    tables = _number_of_tables(connection)
    version = version_of(connection)
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and application != schema.APPLICATION_ID:
        raise TrainerError(
            f"{path} is not a log of the trainer", mend="move the file away; it was not touched"
        )
    _refuse_newer(path, version)
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")
    if not tables:
        with transaction(connection):
            if not _number_of_tables(connection):  # no other window was quicker
                schema.create(connection)
    elif version < schema.VERSION:
        before_migrating(connection, version)
        with transaction(connection):
            if (version := version_of(connection)) < schema.VERSION:
                migrate(connection, version)


def _look_first(path: Path) -> None:
    """Refuse what a newer version left open without finishing it, as SQLite would by opening and closing the file."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        _refuse_newer(path, version_of(connection))


def _refuse_newer(path: Path, version: int) -> None:
    if version > schema.VERSION:
        raise TrainerError(
            f"{path} was written by a newer version of the trainer",
            mend="update the trainer; the file was not touched",
        )


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn write-ahead mode on. It wants the file for a moment to itself, and SQLite does not wait for that."""
    deadline = time.monotonic() + WAIT_FOR_ANOTHER_WINDOW_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_SECONDS)


def _number_of_tables(connection: sqlite3.Connection) -> int:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(tables)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of the schema."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Have all that is done within this on the disk when it ends, or nothing of it."""
    _begin(connection)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it
            connection.execute("ROLLBACK")
        raise


def _begin(connection: sqlite3.Connection) -> None:
    """Wait for one's turn to write. SQLite waits longer each time, and may never find a busy file free."""
    deadline = time.monotonic() + WAIT_FOR_ANOTHER_WINDOW_SECONDS
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE_SECONDS)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {WAIT_FOR_ANOTHER_WINDOW_SECONDS * 1000:.0f}")


def files_of(path: Path) -> tuple[Path, ...]:
    """Return the file and those that SQLite keeps beside it, whether or not they are there."""
    return (path, *(path.with_name(path.name + end) for end in _FILES_BESIDE))


def was_left_open(path: Path) -> bool:
    """Whether somebody has the file open, or was ended before closing it."""
    _, written_ahead, _ = files_of(path)
    try:
        return written_ahead.stat().st_size > 0
    except OSError:
        return False


def identity_of(path: Path) -> tuple[int, int] | None:
    """Return what tells the file from another that takes its name; None if there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return (state.st_dev, state.st_ino)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into an error that the learner can mend.

    Raises:
        DamagedError: SQLite says that the file is not as it was written.
        TrainerError: anything else.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        what = f"the log {path} cannot be used: {error}"
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGED:
            mend = "start the trainer anew, which keeps it aside and restores what can be read"
            raise DamagedError(what, mend=mend) from error
        raise TrainerError(what, mend=_MENDS.get(code, "see trainer log check")) from error
    except OSError as error:
        raise TrainerError(
            f"the folder {path.parent} cannot be made: {reason_of(error)}",
            mend="make it writable, or set TRAINER_HOME to another folder",
        ) from error
