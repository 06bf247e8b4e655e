"""The learner's file: the log of what was answered, and what is derived from it.

SQLite from the standard library, in write-ahead mode with `synchronous=FULL`, so that an answer is on the disk
before `append` returns. Entries are never changed or deleted; taking something back is an entry of its own. What is
derived is written in the transaction that writes the entry.
"""

from __future__ import annotations

import json
import uuid
from contextlib import contextmanager
from datetime import UTC
from typing import TYPE_CHECKING, Any, Self

from trainer import __version__
from trainer.errors import TrainerError
from trainer.study import derivation
from trainer.study.database import DamagedError, connect, explained, identity_of, transaction
from trainer.study.entries import (
    REVIEW_COLUMNS,
    EntryType,
    LoggedReview,
    instant,
    review_of,
    row_of,
)
from trainer.study.rows import insert, rows_of
from trainer.study.scheduler import Scheduler
from trainer.study.settings import StudySettings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path
    from types import TracebackType

    from trainer.study.backups import Backups
    from trainer.study.database import BeforeMigrating
    from trainer.study.derivation import Difference, Mark
    from trainer.study.entries import Review, Value
    from trainer.study.memory import Memory
    from trainer.study.rows import Row


class Store:
    """The learner's file; use it as a context manager, from the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: Path, settings: StudySettings) -> None:
        self._connection = connection
        self._path = path
        self._scheduler = Scheduler(settings)
        self._identity = identity_of(path)

    @classmethod
    def open(
        cls,
        path: Path,
        settings: StudySettings | None = None,
        *,
        before_migrating: BeforeMigrating = lambda *_: None,
    ) -> Self:
        """Open the file, making it and its folder where there is none.

        Args:
            path: of the file.
            settings: with which memories are made; the usual ones if not given.
            before_migrating: is given the connection and the version of a file of an older version.

        Raises:
            DamagedError: what is in the file is not what was written.
            TrainerError: the file cannot be opened, is something else, or comes from a newer version.
        """
        return cls(connect(path, before_migrating), path, settings or StudySettings())

    def append(self, review: Review) -> str:
        """Write one review and return its id; it is on the disk when this returns.

        Raises:
            TrainerError: it could not be written (the disk is full or read-only, the file is locked).
        """
        with self._writing():
            return self._append(review)

    def undo(self, review_id: str, *, at: datetime, day: date | None = None) -> None:
        """Take a review back; it stays in the log, but counts no longer.

        Raises:
            TrainerError: it could not be written, or was taken back before.
        """
        with self._writing():
            self._undo(review_id, at, day)

    def replace(self, review_id: str, review: Review) -> str:
        """Take a review back and write another in its place, both or neither; return the new one's id.

        Raises:
            TrainerError: it could not be written, or was taken back before.
        """
        with self._writing():
            self._undo(review_id, review.at, None)
            return self._append(review)

    def mark(self, card: str, sort: EntryType, *, at: datetime, day: date) -> None:
        """Suspend a card, bury it for a study day, or have it asked again.

        Raises:
            TrainerError: it could not be written.
        """
        assert sort in {EntryType.SUSPEND, EntryType.BURY, EntryType.RESUME}
        with self._writing():
            self._insert(sort, at=instant(at), study_day=day.isoformat(), card=card)
            derivation.take_mark(self._connection, card)

    def rename(self, names: Mapping[str, Iterable[str]], *, at: datetime, day: date) -> None:
        """Write down by which former ids cards went, given by their ids; what is known already is passed over.

        Raises:
            TrainerError: it could not be written.
        """
        known = dict(self._connection.execute("SELECT former, card FROM renames"))
        new = {
            card: fresh
            for card, former in names.items()
            if (fresh := sorted(old for old in former if known.get(old) != card))
        }
        if not new:
            return
        with self._writing():
            for card, former in sorted(new.items()):
                told = {"card": card, "cards": json.dumps(former)}
                self._insert(EntryType.RENAME, at=instant(at), study_day=day.isoformat(), **told)
            derivation.take_renames(self._connection, self._scheduler)

    def begin(self, session: str, plan: Any, *, at: datetime, day: date) -> None:
        """Write down that a session begins, with the plan (as JSON has it) that it takes to go on with it.

        Whoever cannot write this cannot write any answer, and should not be asked.

        Raises:
            TrainerError: it could not be written.
        """
        told = {"session": session, "plan": json.dumps(plan, ensure_ascii=False)}
        with self._writing():
            self._insert(EntryType.BEGIN, at=instant(at), study_day=day.isoformat(), **told)

    def end(self, session: str, *, at: datetime, day: date) -> None:
        """Write down that a session came to its end.

        Raises:
            TrainerError: it could not be written.
        """
        with self._writing():
            self._insert(EntryType.END, at=instant(at), study_day=day.isoformat(), session=session)

    def interrupted(self, day: date) -> list[tuple[str, Any]]:
        """Return the sessions of a study day that did not come to their end, with their plans, the last one first.

        Raises:
            TrainerError: the file is damaged.
        """
        with explained(self._path):
            rows = self._connection.execute(
                "SELECT session, plan FROM entries WHERE type = 'begin' AND study_day = ? AND session NOT IN"
                " (SELECT session FROM entries WHERE type = 'end' AND study_day = ?)"
                " ORDER BY at DESC, number DESC",
                (day.isoformat(), day.isoformat()),
            )
            return [(session, json.loads(plan)) for session, plan in rows]

    def reviews(self, session: str | None = None) -> Iterator[LoggedReview]:
        """Yield the reviews that were not taken back, of all sessions or one, in the order of writing.

        Raises:
            TrainerError: the file is damaged.
        """
        with explained(self._path):
            rows = self._connection.execute(
                f"SELECT {', '.join(REVIEW_COLUMNS)} FROM entries WHERE type = 'review'"  # noqa: S608 - our own names
                " AND (?1 IS NULL OR session = ?1)"
                " AND id NOT IN (SELECT undoes FROM entries WHERE type = 'undo') ORDER BY number",
                (session,),
            )
            for row in rows:
                yield review_of(row)

    def memories(self) -> dict[str, Memory]:
        """Return the memory of every card that has one, by the card's id of today.

        Raises:
            TrainerError: the file is damaged, or could not be brought up to date.
        """
        self._catch_up()
        with explained(self._path):
            return {each.card: each for each in derivation.all_memories(self._connection)}

    def memory(self, card: str) -> Memory | None:
        """Return the memory of one card; None if none of its answers counts.

        Raises:
            TrainerError: the file is damaged, or could not be brought up to date.
        """
        self._catch_up()
        with explained(self._path):
            name = derivation.name_of(self._connection, card)
            return derivation.memory_of(self._connection, name)

    def marks(self) -> dict[str, Mark]:
        """Return what the learner said of cards, by their ids of today.

        Raises:
            TrainerError: the file is damaged, or could not be brought up to date.
        """
        self._catch_up()
        with explained(self._path):
            return derivation.marks_of(self._connection)

    def names(self) -> dict[str, str]:
        """Return the ids of today of cards that went by others, by the former ones.

        Raises:
            TrainerError: the file is damaged, or could not be brought up to date.
        """
        self._catch_up()
        with explained(self._path):
            return dict(self._connection.execute("SELECT former, card FROM renames"))

    def rebuild(self) -> None:
        """Derive all anew from the log.

        Raises:
            TrainerError: it could not be written.
        """
        with explained(self._path), self._alone():
            derivation.rebuild(self._connection, self._scheduler)

    def differences(self) -> tuple[Difference, ...]:
        """Return where what is kept is not what the log gives.

        Raises:
            TrainerError: the file is damaged, or could not be brought up to date.
        """
        self._catch_up()
        with explained(self._path), transaction(self._connection):
            return tuple(derivation.differences(self._connection, self._scheduler))

    def check(self, *, quick: bool = False) -> None:
        """Have SQLite go through the whole file.

        Args:
            quick: leave out whether the indexes agree with the tables, which takes twice as long.

        Raises:
            DamagedError: the file is damaged.
        """
        with explained(self._path):
            (said,) = self._connection.execute(
                f"PRAGMA {'quick' if quick else 'integrity'}_check(1)"
            ).fetchone()
        if said != "ok":
            raise DamagedError(
                f"the log {self._path} is damaged: {' '.join(said.split())}",
                mend="start the trainer anew, which keeps it aside and restores what can be read",
            )

    def size(self) -> int:
        """Return how many entries there are."""
        with explained(self._path):
            (size,) = self._connection.execute("SELECT count(*) FROM entries").fetchone()
        return int(size)

    def back_up(self, backups: Backups, day: date) -> None:
        """Make the backup of a study day.

        Raises:
            TrainerError: it could not be written.
        """
        backups.make_daily(self._connection, day)

    def back_up_before(self, what: str, backups: Backups, now: datetime) -> Path:
        """Make a backup before something is done to the file, and return where it is.

        Raises:
            TrainerError: it could not be written.
        """
        return backups.make_before(what, self._connection, now)

    def entries(self) -> Iterator[Row]:
        """Yield all that was ever written, in the order of writing.

        Raises:
            DamagedError: the file is damaged.
        """
        with explained(self._path):
            yield from rows_of(self._connection)

    def merge(self, rows: Iterable[Row]) -> int:
        """Take in entries of another log, but those that are here already, and return how many were new.

        All of them or, where one is not as an entry must be, none.

        Raises:
            TrainerError: it could not be written.
        """
        with explained(self._path), self._alone():
            new = sum(insert(self._connection, {**row, "number": None}) for row in rows)
            derivation.rebuild(self._connection, self._scheduler)
        return new

    def ahead_of(self, now: datetime) -> list[LoggedReview]:
        """Return the reviews that were written with a clock ahead of this one: their cards come too late.

        Raises:
            DamagedError: the file is damaged.
        """
        return [logged for logged in self.reviews() if logged.review.at > now]

    def close(self) -> None:
        """Close the file."""
        with explained(self._path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _catch_up(self) -> None:
        """Derive all anew if the log was written by another program, or with other settings."""
        with explained(self._path):
            current = derivation.is_complete(self._connection) and derivation.is_made_by(
                self._connection, self._scheduler
            )
        if not current:
            self.rebuild()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Write all that is written within this, or nothing of it; what is derived keeps up."""
        with explained(self._path), self._alone():
            if not derivation.is_complete(self._connection):
                derivation.rebuild(self._connection, self._scheduler)
            yield
            derivation.took_all(self._connection, self._scheduler)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Have the file to oneself, and be sure that it is still the one that was opened."""
        with transaction(self._connection):
            if identity_of(self._path) != self._identity:
                raise TrainerError(
                    f"another window has put another file in the place of {self._path}",
                    mend="leave, and start the trainer anew; this answer was not written",
                )
            yield

    def _append(self, review: Review) -> str:
        review_id = self._insert(EntryType.REVIEW, **row_of(review))
        if review.scheduled:
            derivation.take_review(self._connection, self._scheduler, review)
        return review_id

    def _undo(self, review_id: str, at: datetime, day: date | None) -> None:
        study_day = (day or at.astimezone(UTC).date()).isoformat()
        row = self._connection.execute(
            "SELECT card FROM entries WHERE type = 'review' AND id = ?", (review_id,)
        ).fetchone()
        if row is None or derivation.is_undone(self._connection, review_id):
            raise TrainerError(
                "this answer was taken back already", mend="go on; it counts no longer"
            )
        self._insert(EntryType.UNDO, at=instant(at), study_day=study_day, undoes=review_id)
        if row[0] is not None:
            derivation.forget_review(self._connection, self._scheduler, row[0])

    def _insert(self, sort: EntryType, **values: Value) -> str:
        entry_id = str(uuid.uuid4())
        row = {"id": entry_id, "type": sort.value, "program": __version__, **values}
        names = ", ".join(row)
        places = ", ".join(f":{name}" for name in row)
        self._connection.execute(
            f"INSERT INTO entries ({names}) VALUES ({places})",  # noqa: S608 - our own column names
            row,
        )
        return entry_id
