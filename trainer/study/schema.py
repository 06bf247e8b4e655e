"""The tables of the learner's file: the log, and what is derived from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

VERSION = 2
APPLICATION_ID = 0x43485452  # "CHTR": tells our files from anybody else's SQLite

ENTRIES = """
CREATE TABLE entries (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,            -- UUID: two machines' logs merge without doubling an entry
  type TEXT NOT NULL CHECK (
    type IN ('review', 'undo', 'suspend', 'resume', 'bury', 'rename', 'begin', 'end')),
  at TEXT NOT NULL,                   -- instant in UTC, ISO 8601 with microseconds
  study_day TEXT NOT NULL,            -- the learner's day, YYYY-MM-DD
  program TEXT NOT NULL,              -- version that wrote the entry
  undoes TEXT,                        -- an id; it may come before what it undoes, from another machine
  session TEXT,
  mode TEXT,
  chapter TEXT,
  digest TEXT,                        -- of the chapter as it was when asked
  card TEXT,                          -- null for a composite question; of a rename, the id of today
  cards TEXT,                         -- JSON list; of a rename, the former ids
  question TEXT,
  form TEXT,
  prompt TEXT,
  options TEXT,                       -- JSON list of option ids in the order shown
  key TEXT,
  answered TEXT,                      -- option id or what was typed; null where nothing was
  verdict TEXT,
  rating TEXT,                        -- what it counts for
  overruled INTEGER,
  milliseconds INTEGER,
  seed INTEGER,
  scheduler TEXT,                     -- what made a memory of it; null where nothing is scheduled
  plan TEXT,                          -- JSON: what a session began with
  CHECK (type <> 'undo' OR undoes IS NOT NULL),
  CHECK (type <> 'review' OR (question IS NOT NULL AND verdict IS NOT NULL)),
  CHECK (type NOT IN ('suspend', 'resume', 'bury') OR card IS NOT NULL),
  CHECK (type <> 'rename' OR (card IS NOT NULL AND cards IS NOT NULL)),
  CHECK (type <> 'begin' OR (session IS NOT NULL AND plan IS NOT NULL)),
  CHECK (type <> 'end' OR session IS NOT NULL)
) STRICT;
CREATE INDEX entries_by_card ON entries (card, at);
CREATE INDEX entries_by_day ON entries (study_day);
CREATE INDEX entries_by_session ON entries (session);
CREATE INDEX entries_by_undone ON entries (undoes) WHERE type = 'undo'
"""

DERIVED = """
CREATE TABLE memories (
  card TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  step INTEGER,
  stability REAL NOT NULL,
  difficulty REAL NOT NULL,
  due_day TEXT NOT NULL,
  due_at TEXT,
  last_at TEXT NOT NULL,
  last_day TEXT NOT NULL,
  reviews INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  introduced TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX memories_by_due ON memories (due_day);
CREATE TABLE marks (
  card TEXT PRIMARY KEY,
  suspended INTEGER NOT NULL,
  buried_on TEXT                      -- the study day on which it is not asked
) STRICT, WITHOUT ROWID;
CREATE TABLE renames (former TEXT PRIMARY KEY, card TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE derivation (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  through INTEGER NOT NULL,           -- number of the last entry that was taken in
  scheduler TEXT NOT NULL             -- fingerprint of what made the memories
) STRICT
"""

DERIVED_TABLES = ("memories", "marks", "renames", "derivation")


def run(connection: sqlite3.Connection, script: str) -> None:
    """Run the statements of a script within the transaction that is open."""
    for statement in script.split(";\n"):
        connection.execute(statement)


def create(connection: sqlite3.Connection) -> None:
    """Make all tables within the transaction that is open."""
    run(connection, ENTRIES)
    run(connection, DERIVED)
    stamp(connection)


def stamp(connection: sqlite3.Connection) -> None:
    """Mark the file as ours, of this version."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
