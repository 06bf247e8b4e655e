"""What is due, counted without anything but SQLite: for prompts and scripts that must answer at once."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

# The tables as this module knows them; `tests/study/test_counting.py` holds it to the schema.
SCHEMA_VERSION = 2

_DUE = """
SELECT substr(card, 1, instr(card, ':') - 1) AS chapter, count(*) FROM memories
WHERE (due_day <= :day OR state <> 'review')
  AND card NOT IN (SELECT card FROM marks WHERE suspended OR buried_on = :day)
GROUP BY chapter ORDER BY chapter
"""
_KNOWN = """
SELECT substr(card, 1, instr(card, ':') - 1) AS chapter, count(*) FROM memories GROUP BY chapter ORDER BY chapter
"""
_BEGUN = "SELECT count(*) FROM memories WHERE introduced = :day"
_REVIEWED = "SELECT count(*) FROM memories WHERE last_day = :day AND introduced <> :day"


class Counts(NamedTuple):
    """What a study day has left.

    Attributes:
        due: cards that are due or being learned, by chapter.
        known: cards that were ever asked, by chapter.
        new: how many cards may still be begun today, whatever the deck.
        reviewed: how many reviews were done today.
    """

    due: dict[str, int]
    known: dict[str, int]
    new: int
    reviewed: int


def count_due(file: Path, day: date, new_a_day: int) -> Counts | None:
    """Count what is due on a study day; None where the file is another program's or of another version.

    The file is not changed, and need not be there.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    if not file.exists():
        return Counts(due={}, known={}, new=new_a_day, reviewed=0)
    connection = _connect(file)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != SCHEMA_VERSION:
            return None
        on = {"day": day.isoformat()}
        (begun,) = connection.execute(_BEGUN, on).fetchone()
        (reviewed,) = connection.execute(_REVIEWED, on).fetchone()
        return Counts(
            due=dict(connection.execute(_DUE, on)),
            known=dict(connection.execute(_KNOWN)),
            new=max(0, new_a_day - begun),
            reviewed=reviewed,
        )
    finally:
        connection.close()


def _connect(file: Path) -> sqlite3.Connection:
    """Open a file to read it; in a folder that nobody may write to, as it stands."""
    name = file.resolve().as_uri()
    connection = sqlite3.connect(f"{name}?mode=ro", uri=True)
    try:
        connection.execute("PRAGMA user_version")
    except sqlite3.OperationalError:
        connection.close()
        return sqlite3.connect(f"{name}?mode=ro&immutable=1", uri=True)
    return connection
