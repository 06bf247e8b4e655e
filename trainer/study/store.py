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
from trainer.study.database import connect, explained, transaction
from trainer.study.entries import (
    REVIEW_COLUMNS,
    EntryType,
    LoggedReview,
    instant,
    review_of,
    row_of,
)
from trainer.study.scheduler import Scheduler
from trainer.study.settings import StudySettings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path
    from types import TracebackType

    from trainer.study.derivation import Difference, Mark
    from trainer.study.entries import Review, Value
    from trainer.study.memory import Memory


class Store:
    """The learner's file; use it as a context manager, from the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: Path, settings: StudySettings) -> None:
        self._connection = connection
        self._path = path
        self._scheduler = Scheduler(settings)

    @classmethod
    def open(
        cls,
        path: Path,
        settings: StudySettings | None = None,
        *,
        before_migrating: Callable[[sqlite3.Connection, int], object] = lambda *_: None,
    ) -> Self:
        """Open the file, making it and its folder where there is none.

        Args:
            path: of the file.
            settings: with which memories are made; the usual ones if not given.
            before_migrating: is given the connection and the version of a file of an older version.

        Raises:
            TrainerError: the file cannot be opened, is something else, is damaged, or comes from a newer version.
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

    def interrupted(self, day: date) -> tuple[str, Any] | None:
        """Return the last session of a study day and its plan, if it did not come to its end.

        Raises:
            TrainerError: the file is damaged.
        """
        with explained(self._path):
            row = self._connection.execute(
                "SELECT session, plan FROM entries WHERE type = 'begin' AND study_day = ?"
                " ORDER BY number DESC LIMIT 1",
                (day.isoformat(),),
            ).fetchone()
            if row is None:
                return None
            session, plan = row
            ended = self._connection.execute(
                "SELECT 1 FROM entries WHERE session = ? AND type = 'end'", (session,)
            ).fetchone()
        return None if ended else (session, json.loads(plan))

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

    def rebuild(self) -> None:
        """Derive all anew from the log.

        Raises:
            TrainerError: it could not be written.
        """
        with explained(self._path), transaction(self._connection):
            derivation.rebuild(self._connection, self._scheduler)

    def differences(self) -> tuple[Difference, ...]:
        """Return where what is kept is not what the log gives.

        Raises:
            TrainerError: the file is damaged, or could not be brought up to date.
        """
        self._catch_up()
        with explained(self._path), transaction(self._connection):
            return tuple(derivation.differences(self._connection, self._scheduler))

    def check(self) -> None:
        """Have SQLite go through the whole file.

        Raises:
            TrainerError: the file is damaged.
        """
        with explained(self._path):
            (said,) = self._connection.execute("PRAGMA integrity_check").fetchone()
        if said != "ok":
            raise TrainerError(
                f"the log {self._path} is damaged: {said}",
                mend="copy it somewhere safe before you go on",
            )

    def close(self) -> None:
        """Close the file."""
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
        with explained(self._path), transaction(self._connection):
            if not derivation.is_complete(self._connection):
                derivation.rebuild(self._connection, self._scheduler)
            yield
            derivation.took_all(self._connection, self._scheduler)

    def _append(self, review: Review) -> str:
        review_id = self._insert(EntryType.REVIEW, **row_of(review))
        if review.scheduled:
            derivation.take_review(self._connection, self._scheduler, review)
        return review_id

    def _undo(self, review_id: str, at: datetime, day: date | None) -> None:
        study_day = (day or at.astimezone(UTC).date()).isoformat()
        self._insert(EntryType.UNDO, at=instant(at), study_day=study_day, undoes=review_id)
        (card,) = self._connection.execute(
            "SELECT card FROM entries WHERE id = ?", (review_id,)
        ).fetchone()
        if card is not None:
            derivation.forget_review(self._connection, self._scheduler, card)

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
