"""Entries as rows, all columns by name: how they come from one log into another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from trainer.study.entries import REVIEW_COLUMNS, EntryType, Value, instant, review_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

Row: TypeAlias = Mapping[str, Value]

# Of today's schema, without the number, which each file gives for itself.
COLUMNS = (
    "id", "type", "at", "study_day", "program", "undoes", "session", "mode", "chapter", "digest", "card", "cards",
    "question", "form", "prompt", "options", "key", "answered", "verdict", "rating", "overruled", "milliseconds",
    "seed", "scheduler", "plan",
)  # fmt: skip
NUMBERS = frozenset({"overruled", "milliseconds", "seed"})
JSON = frozenset({"cards", "options", "plan"})
_ALWAYS = ("id", "type", "at", "study_day", "program")


def rows_of(connection: sqlite3.Connection) -> Iterator[Row]:
    """Yield all entries of a log in the order of writing, with their numbers."""
    names = ("number", *COLUMNS)
    for row in connection.execute(f"SELECT {', '.join(names)} FROM entries ORDER BY number"):  # noqa: S608
        yield dict(zip(names, row, strict=True))


def insert(connection: sqlite3.Connection, row: Row) -> bool:
    """Write an entry and return whether it was new; one with its id may be there already."""
    if connection.execute("SELECT 1 FROM entries WHERE id = ?", (row["id"],)).fetchone():
        return False  # to try would use up a number, and its gap would look like a loss
    names = [name for name in ("number", *COLUMNS) if row.get(name) is not None]
    connection.execute(
        f"INSERT INTO entries ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608
        [row[name] for name in names],
    )
    return True


def check_row(row: Row) -> None:
    """See whether a row is an entry that can be read back, whoever wrote it.

    Raises:
        ValueError: it is not; the message says why, as a clause.
    """
    for name in _ALWAYS:
        if row.get(name) is None:
            raise ValueError(f"it has no {name}")
    for name in COLUMNS:
        _check_sort(name, row.get(name))
    sort = _entry_type(str(row["type"]))
    UUID(str(row["id"]))
    at = datetime.fromisoformat(str(row["at"]))
    if at.tzinfo is None or instant(at) != row["at"]:
        raise ValueError(
            f"its instant is {row['at']}, and not like 2026-03-01T09:00:00.000000+00:00"
        )
    if date.fromisoformat(str(row["study_day"])).isoformat() != row["study_day"]:
        raise ValueError(f"its day is {row['study_day']}, and not like 2026-03-01")
    if sort is EntryType.REVIEW:
        missing = [name for name in _OF_A_REVIEW if row.get(name) is None]
        if missing:
            raise ValueError(f"it is a review without {missing[0]}")
        review_of(tuple(row.get(name) for name in REVIEW_COLUMNS))
    elif missing := [name for name in _OF_OTHERS.get(sort, ()) if row.get(name) is None]:
        raise ValueError(f"it has no {missing[0]}")


# What an entry of its type cannot do without.
_OF_A_REVIEW = (
    "session", "mode", "chapter", "digest", "cards", "question", "form", "prompt", "options", "key", "verdict",
    "overruled", "milliseconds", "seed",
)  # fmt: skip
_OF_OTHERS = {
    EntryType.UNDO: ("undoes",),
    EntryType.SUSPEND: ("card",),
    EntryType.RESUME: ("card",),
    EntryType.BURY: ("card",),
    EntryType.RENAME: ("card", "cards"),
    EntryType.BEGIN: ("session", "plan"),
    EntryType.END: ("session",),
}


def _entry_type(name: str) -> EntryType:
    try:
        return EntryType(name)
    except ValueError:
        raise ValueError(f"there is no entry of the type {name}") from None


def _check_sort(name: str, value: Value) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int if name in NUMBERS else str):
        raise ValueError(f"its {name} is {value!r}")  # noqa: TRY004 - it is what somebody wrote
    if name in JSON:
        held = json.loads(str(value))
        if name != "plan" and not (
            isinstance(held, list) and all(isinstance(each, str) for each in held)
        ):
            raise ValueError(f"its {name} is no list of texts")
