"""Copies of the learner's file: one of each of the last days and weeks, and one before what cannot be taken back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from trainer.errors import TrainerError
from trainer.study.database import explained

if TYPE_CHECKING:
    from pathlib import Path

DAYS, WEEKS = 7, 4  # how many of each are kept
OTHERS = 5  # how many of those that were made before something
_STEM = "log-"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy.

    Attributes:
        name: by which it is asked for: a day, or an instant and what it was made before.
        day: on which it was made.
    """

    name: str
    path: Path
    day: date

    @property
    def daily(self) -> bool:
        """Whether it is the one of its day."""
        return self.name == self.day.isoformat()


class Backups:
    """The copies in one folder, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> list[Backup]:
        """Return all of them, the newest first."""
        found = []
        with suppress(OSError):
            for path in self._folder.glob(f"{_STEM}*.db"):
                name = path.stem.removeprefix(_STEM)
                with suppress(ValueError):
                    made = (path.stat().st_mtime_ns, name)
                    found.append((made, Backup(name, path, date.fromisoformat(name[:10]))))
        return [backup for _, backup in sorted(found, key=lambda each: each[0], reverse=True)]

    def has_day(self, day: date) -> bool:
        """Whether there is one of this day."""
        return self._path(day.isoformat()).exists()

    def make_daily(self, connection: sqlite3.Connection, day: date) -> None:
        """Make the copy of a day, and let go of those that are too old.

        Raises:
            TrainerError: it cannot be written.
        """
        self._make(connection, day.isoformat())
        self._let_go()

    def make_before(self, what: str, connection: sqlite3.Connection, now: datetime) -> Path:
        """Make a copy before something is done to the file, and return where it is.

        Raises:
            TrainerError: it cannot be written.
        """
        at = now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
        path = self._make(connection, f"{at}-before-{what}")
        self._let_go()
        return path

    def _path(self, name: str) -> Path:
        return self._folder / f"{_STEM}{name}.db"

    def _make(self, connection: sqlite3.Connection, name: str) -> Path:
        path = self._path(name)
        with explained(path):
            self._folder.mkdir(parents=True, exist_ok=True)
        copy_database(connection, path)
        return path

    def _let_go(self) -> None:
        """Delete what is neither of the last days, nor the newest of one of the last weeks."""
        every = self.all()
        daily = sorted(
            (each for each in every if each.daily), key=lambda each: each.day, reverse=True
        )
        kept = daily[:DAYS]
        weeks = {each.day.isocalendar()[:2] for each in kept}
        for each in daily[DAYS:]:
            week = each.day.isocalendar()[:2]
            if week not in weeks and len(kept) < DAYS + WEEKS:
                weeks.add(week)
                kept.append(each)
        kept += [each for each in every if not each.daily][:OTHERS]
        for each in every:
            if each not in kept:
                with suppress(OSError):
                    each.path.unlink()


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Write what a connection sees to a file of its own, whole or not at all, page by page.

    Raises:
        TrainerError: it cannot be written.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with explained(target):
            part.unlink(missing_ok=True)
            with closing(sqlite3.connect(part)) as copy:
                connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, that needs none beside it
            put_in_place(part, target)
    except TrainerError as error:
        raise TrainerError(
            f"no copy of the log was made: {error.problem.what}", mend=error.problem.mend
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def put_in_place(part: Path, target: Path) -> None:
    """Give a file that is whole its name, so that it has it after a loss of power too."""
    part.replace(target)
    if os.name == "nt":  # which opens no folders
        return
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
