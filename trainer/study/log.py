"""The append-only log of what the learner answered: the truth from which all else is derived.

SQLite from the standard library, in write-ahead mode with `synchronous=FULL`, so that an answer is on the
disk before `append` returns. Rows are never changed or deleted; taking something back is a row of its own.
What was shown is stored as shown, because a question may be made differently by the next version.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from trainer import __version__
from trainer.errors import TrainerError, reason_of
from trainer.study.grades import Rating, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

SCHEMA_VERSION = 1
APPLICATION_ID = 0x43485452  # "CHTR": tells our files from anybody else's SQLite
WAIT_FOR_ANOTHER_WINDOW_SECONDS = 5.0

_SCHEMA = """
CREATE TABLE entries (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,            -- UUID: two machines' logs merge without doubling an entry
  type TEXT NOT NULL CHECK (type IN ('review', 'undo')),
  at TEXT NOT NULL,                   -- instant in UTC, ISO 8601 with microseconds
  study_day TEXT NOT NULL,            -- the learner's local day, YYYY-MM-DD
  program TEXT NOT NULL,              -- version that wrote the entry
  undoes TEXT REFERENCES entries (id),
  session TEXT,
  mode TEXT,
  chapter TEXT,
  digest TEXT,                        -- of the chapter as it was when asked
  card TEXT,                          -- null for a composite question
  cards TEXT,                         -- JSON list
  question TEXT,
  form TEXT,
  prompt TEXT,
  options TEXT,                       -- JSON list of option ids in the order shown
  key TEXT,
  answered TEXT,                      -- option id or what was typed; null where nothing was
  verdict TEXT,
  rating TEXT,
  overruled INTEGER,
  milliseconds INTEGER,
  seed INTEGER,
  CHECK (type <> 'undo' OR undoes IS NOT NULL),
  CHECK (type <> 'review' OR (question IS NOT NULL AND verdict IS NOT NULL))
) STRICT;
CREATE INDEX entries_by_card ON entries (card, at);
CREATE INDEX entries_by_day ON entries (study_day);
CREATE UNIQUE INDEX entries_undone_once ON entries (undoes) WHERE type = 'undo';
"""


class Mode(StrEnum):
    """In which sort of session something was answered."""

    QUIZ = "quiz"
    FLASH = "flash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One answer, with the question as it was shown.

    Attributes:
        at: the instant, in UTC.
        study_day: the learner's local day as YYYY-MM-DD; the day of `at` in UTC if not given.
        options: ids in the order shown; empty where nothing was to choose.
        key: the id of the right option, the ids of all of them in their right order, parted by spaces, or the
            right answer in words.
        answered: the chosen option's id or what was typed; None where nothing was.
    """

    at: datetime
    session: str
    mode: Mode
    chapter: str
    digest: str
    card: str | None
    cards: tuple[str, ...]
    question: str
    form: str
    prompt: str
    options: tuple[str, ...]
    key: str
    answered: str | None
    verdict: Verdict
    milliseconds: int
    seed: int
    rating: Rating | None = None
    overruled: bool = False
    study_day: str | None = None


@dataclass(frozen=True, slots=True)
class LoggedReview:
    """A review as it stands in the log."""

    id: str
    review: Review


class ReviewLog:
    """The log in one file; use it as a context manager, from the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the log, making it and its folder where there is none.

        Raises:
            TrainerError: the file cannot be opened, is something else, or comes from a newer version.
        """
        with _explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                path, isolation_level=None, timeout=WAIT_FOR_ANOTHER_WINDOW_SECONDS
            )
        try:
            with _explained(path):
                _prepare(connection, path)
        except TrainerError:
            connection.close()
            raise
        return cls(connection, path)

    def append(self, review: Review) -> str:
        """Write one review and return its id; it is on the disk when this returns.

        Raises:
            TrainerError: it could not be written (the disk is full or read-only, the file is locked).
        """
        return self._insert(
            type="review",
            at=_instant(review.at),
            study_day=review.study_day or review.at.astimezone(UTC).date().isoformat(),
            session=review.session,
            mode=review.mode.value,
            chapter=review.chapter,
            digest=review.digest,
            card=review.card,
            cards=json.dumps(review.cards),
            question=review.question,
            form=review.form,
            prompt=review.prompt,
            options=json.dumps(review.options),
            key=review.key,
            answered=review.answered,
            verdict=review.verdict.value,
            rating=review.rating.value if review.rating else None,
            overruled=int(review.overruled),
            milliseconds=review.milliseconds,
            seed=review.seed,
        )

    def undo(self, review_id: str, *, at: datetime) -> None:
        """Take a review back; it stays in the log, but `reviews` no longer yields it.

        Raises:
            TrainerError: it could not be written.
        """
        self._insert(
            type="undo",
            at=_instant(at),
            study_day=at.astimezone(UTC).date().isoformat(),
            undoes=review_id,
        )

    def reviews(self) -> Iterator[LoggedReview]:
        """Yield the reviews that were not taken back, in the order in which they were written.

        Raises:
            TrainerError: the file is damaged.
        """
        with _explained(self._path):
            rows = self._connection.execute(
                "SELECT id, at, study_day, session, mode, chapter, digest, card, cards, question,"
                " form, prompt, options, key, answered, verdict, rating, overruled, milliseconds,"
                " seed FROM entries WHERE type = 'review'"
                " AND id NOT IN (SELECT undoes FROM entries WHERE type = 'undo') ORDER BY number"
            )
            for row in rows:
                yield _logged(row)

    def check(self) -> None:
        """Have SQLite go through the whole file.

        Raises:
            TrainerError: the file is damaged.
        """
        with _explained(self._path):
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

    def _insert(self, **values: str | int | None) -> str:
        entry_id = str(uuid.uuid4())
        row = {"id": entry_id, "program": __version__, **values}
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        with _explained(self._path):
            self._connection.execute(
                f"INSERT INTO entries ({names}) VALUES ({marks})",  # noqa: S608 - our own column names
                row,
            )
        return entry_id


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Check that the file is ours and of this version, or make it so if it is empty."""
    connection.execute("PRAGMA foreign_keys = ON")
    # The tables first: another window that is making them sets the rest in the same transaction.
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if version > SCHEMA_VERSION:
        raise TrainerError(
            f"{path} was written by a newer version of the trainer",
            mend="update the trainer; the file was not touched",
        )
    if tables and application != APPLICATION_ID:
        raise TrainerError(
            f"{path} is not a log of the trainer", mend="move the file away; it was not touched"
        )
    # Asking is enough where it is on already; to turn it on wants the file for oneself.
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if not tables:
        _create(connection)


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables, unless another window was quicker."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:
            for statement in _SCHEMA.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
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


def _instant(at: datetime) -> str:
    """Write an instant in UTC; naive times are refused because nobody could read them back."""
    assert at.tzinfo is not None, "an instant needs a time zone"
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _logged(row: tuple[object, ...]) -> LoggedReview:
    (
        entry_id, at, study_day, session, mode, chapter, digest, card, cards, question, form,
        prompt, options, key, answered, verdict, rating, overruled, milliseconds, seed,
    ) = row  # fmt: skip
    review = Review(
        at=datetime.fromisoformat(str(at)),
        study_day=str(study_day),
        session=str(session),
        mode=Mode(str(mode)),
        chapter=str(chapter),
        digest=str(digest),
        card=None if card is None else str(card),
        cards=tuple(json.loads(str(cards))),
        question=str(question),
        form=str(form),
        prompt=str(prompt),
        options=tuple(json.loads(str(options))),
        key=str(key),
        answered=None if answered is None else str(answered),
        verdict=Verdict(str(verdict)),
        rating=None if rating is None else Rating(str(rating)),
        overruled=bool(overruled),
        milliseconds=int(str(milliseconds)),
        seed=int(str(seed)),
    )
    return LoggedReview(entry_id if isinstance(entry_id, str) else str(entry_id), review)
