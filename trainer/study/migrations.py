"""From the schema of an older version to today's, each step whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.study import schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

# Of version 1: all columns there were.
_FIRST_COLUMNS = (
    "number, id, type, at, study_day, program, undoes, session, mode, chapter, digest, card, cards, question, form,"
    " prompt, options, key, answered, verdict, rating, overruled, milliseconds, seed"
)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file of an older `version` to today's, within the transaction that is open."""
    for older in range(version, schema.VERSION):
        _STEPS[older](connection)
    schema.stamp(connection)


def _from_1(connection: sqlite3.Connection) -> None:
    """More sorts of entries: SQLite changes no constraint of a table, so the rows move to a new one."""
    for index in ("entries_by_card", "entries_by_day", "entries_undone_once"):
        connection.execute(f"DROP INDEX {index}")
    connection.execute("ALTER TABLE entries RENAME TO entries_1")
    schema.run(connection, schema.ENTRIES)
    connection.execute(
        f"INSERT INTO entries ({_FIRST_COLUMNS}) SELECT {_FIRST_COLUMNS} FROM entries_1"  # noqa: S608 - our own names
        " ORDER BY number"
    )
    connection.execute("DROP TABLE entries_1")
    schema.run(connection, schema.DERIVED)


_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _from_1}
