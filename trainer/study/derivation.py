"""What is derived from the log: memories, marks and names of cards, each the fold of its entries.

Live, an entry is taken in by itself, in the transaction that writes it. Rebuilt, all entries are folded from the
beginning. Both give the same, to the last bit, because a card whose entries did not come in the order of time is
folded anew.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from trainer.study.entries import EntryType, instant
from trainer.study.grades import Rating
from trainer.study.memory import Memory, State
from trainer.study.scheduler import Answered
from trainer.study.schema import DERIVED_TABLES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from trainer.study.entries import Review
    from trainer.study.scheduler import Scheduler

# What a memory is made of: answers that were graded and not taken back.
_COUNTS = (
    "type = 'review' AND rating IS NOT NULL AND mode IN ('study', 'flash')"
    " AND NOT EXISTS (SELECT 1 FROM entries AS undo WHERE undo.type = 'undo' AND undo.undoes = entries.id)"
)

# What is folded; which entries went into it, and by whose doing, is kept beside it.
_FOLDED = ("memories", "marks", "renames")

_MARKING = "'suspend', 'resume', 'bury'"

_COLUMNS = "card, state, step, stability, difficulty, due_day, due_at, last_at, last_day, reviews, lapses, introduced"


class Mark(NamedTuple):
    """What the learner said of a card: not to ask it, at all or on one study day."""

    suspended: bool
    buried_on: date | None


class Difference(NamedTuple):
    """One thing that is not as it would be if it were derived anew."""

    what: str
    kept: object
    rebuilt: object


def is_complete(connection: sqlite3.Connection) -> bool:
    """Whether every entry was taken in."""
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM entries").fetchone()
    kept = connection.execute("SELECT through FROM derivation").fetchone()
    return bool(kept == (last,))


def is_made_by(connection: sqlite3.Connection, scheduler: Scheduler) -> bool:
    """Whether the memories are what this scheduler makes."""
    kept = connection.execute("SELECT scheduler FROM derivation").fetchone()
    return bool(kept == (scheduler.fingerprint,))


def take_review(connection: sqlite3.Connection, scheduler: Scheduler, review: Review) -> None:
    """Take in the review that was just written."""
    assert review.card is not None
    assert review.rating is not None
    name = name_of(connection, review.card)
    memory = memory_of(connection, name)
    if memory is not None and review.at <= memory.last_at:
        _fold_anew(connection, scheduler, name)
    else:
        day = date.fromisoformat(review.day)
        _keep(connection, [scheduler.next(memory, name, review.rating, review.at, day)])


def is_undone(connection: sqlite3.Connection, review_id: str) -> bool:
    """Whether a review was taken back."""
    row = connection.execute(
        "SELECT 1 FROM entries WHERE type = 'undo' AND undoes = ?", (review_id,)
    ).fetchone()
    return row is not None


def forget_review(connection: sqlite3.Connection, scheduler: Scheduler, card: str) -> None:
    """Take in that a review of the card was taken back."""
    _fold_anew(connection, scheduler, name_of(connection, card))


def take_mark(connection: sqlite3.Connection, card: str) -> None:
    """Take in that a card is not to be asked, or is again."""
    _fold_mark_anew(connection, name_of(connection, card))


def take_renames(connection: sqlite3.Connection, scheduler: Scheduler) -> None:
    """Take in that cards go by other ids."""
    before = {*_rows(connection, "renames").values()}
    _replay_renames(connection)
    after = {*_rows(connection, "renames").values()}
    former_today = {former for former, _ in after}
    # A card whose former id is in use again, or goes to another, loses what came with it.
    for card in sorted({name for pair in before ^ after for name in pair}):
        if card in former_today:
            connection.execute("DELETE FROM memories WHERE card = ?", (card,))
            connection.execute("DELETE FROM marks WHERE card = ?", (card,))
        else:
            _fold_anew(connection, scheduler, card)
            _fold_mark_anew(connection, card)


def took_all(connection: sqlite3.Connection, scheduler: Scheduler) -> None:
    """Note that the last entry is taken in; where another window has other settings, that neither is to be believed."""
    connection.execute(
        "UPDATE derivation SET through = (SELECT max(number) FROM entries),"
        " scheduler = iif(scheduler = :ours, scheduler, '')",
        {"ours": scheduler.fingerprint},
    )


def rebuild(connection: sqlite3.Connection, scheduler: Scheduler) -> None:
    """Derive all anew, within the transaction that is open."""
    for table in DERIVED_TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    _replay_renames(connection)
    _replay_marks(connection)
    _keep(connection, _all_folded(connection, scheduler))
    connection.execute(
        "INSERT INTO derivation SELECT 1, coalesce(max(number), 0), ? FROM entries",
        (scheduler.fingerprint,),
    )


def differences(connection: sqlite3.Connection, scheduler: Scheduler) -> Iterator[Difference]:
    """Yield where what is kept is not what the log gives; nothing is changed."""
    kept = {table: _rows(connection, table) for table in _FOLDED}
    connection.execute("SAVEPOINT proof")
    try:
        rebuild(connection, scheduler)
        rebuilt = {table: _rows(connection, table) for table in _FOLDED}
    finally:
        connection.execute("ROLLBACK TO proof")
        connection.execute("RELEASE proof")
    for table in _FOLDED:
        before, after = kept[table], rebuilt[table]
        for name in sorted({*before, *after}):
            if before.get(name) != after.get(name):
                yield Difference(f"{table} {name}", before.get(name), after.get(name))


def name_of(connection: sqlite3.Connection, card: str) -> str:
    """Return the id by which a card goes today."""
    row = connection.execute("SELECT card FROM renames WHERE former = ?", (card,)).fetchone()
    return card if row is None else str(row[0])


def memory_of(connection: sqlite3.Connection, card: str) -> Memory | None:
    """Return the memory of a card; None if none of its answers counts."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM memories WHERE card = ?",  # noqa: S608 - our own names
        (card,),
    ).fetchone()
    return None if row is None else _memory(row)


def all_memories(connection: sqlite3.Connection) -> Iterator[Memory]:
    """Yield every memory, by the ids of their cards."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM memories ORDER BY card")  # noqa: S608
    return map(_memory, rows)


def marks_of(connection: sqlite3.Connection, card: str | None = None) -> dict[str, Mark]:
    """Return the marks of all cards that have any, or of one."""
    rows = connection.execute(
        "SELECT card, suspended, buried_on FROM marks WHERE ?1 IS NULL OR card = ?1", (card,)
    )
    return {
        name: Mark(bool(suspended), date.fromisoformat(day) if day else None)
        for name, suspended, day in rows
    }


def _fold_anew(connection: sqlite3.Connection, scheduler: Scheduler, card: str) -> Memory | None:
    """Fold all answers of a card and keep what comes out; where none counts, forget the card."""
    names = _names_of(connection, card)
    rows = connection.execute(
        f"SELECT rating, at, study_day FROM entries WHERE card IN ({_placeholders(names)})"  # noqa: S608
        f" AND {_COUNTS} ORDER BY at, id",
        names,
    )
    memory = scheduler.fold(card, [_answered(*row) for row in rows])
    if memory is None:
        connection.execute("DELETE FROM memories WHERE card = ?", (card,))
    else:
        _keep(connection, [memory])
    return memory


def _all_folded(connection: sqlite3.Connection, scheduler: Scheduler) -> Iterator[Memory]:
    rows = connection.execute(
        "SELECT coalesce(renames.card, entries.card) AS name, rating, at, study_day FROM entries"  # noqa: S608
        f" LEFT JOIN renames ON renames.former = entries.card WHERE entries.card IS NOT NULL AND {_COUNTS}"
        " ORDER BY name, at, id"
    )
    for card, told in groupby(rows, key=itemgetter(0)):
        memory = scheduler.fold(card, (_answered(*row[1:]) for row in told))
        if memory is not None:
            yield memory


def _fold_mark_anew(connection: sqlite3.Connection, card: str) -> None:
    names = _names_of(connection, card)
    rows = connection.execute(
        f"SELECT type, study_day FROM entries WHERE card IN ({_placeholders(names)})"  # noqa: S608
        f" AND type IN ({_MARKING}) ORDER BY at, number",  # of one instant, the one that was written last
        names,
    )
    suspended, buried_on = False, None
    for sort, day in rows:
        match EntryType(sort):
            case EntryType.SUSPEND:
                suspended = True
            case EntryType.BURY:
                buried_on = day
            case _:
                suspended, buried_on = False, None
    connection.execute("DELETE FROM marks WHERE card = ?", (card,))
    if suspended or buried_on:
        connection.execute("INSERT INTO marks VALUES (?, ?, ?)", (card, int(suspended), buried_on))


def _replay_marks(connection: sqlite3.Connection) -> None:
    rows = connection.execute(f"SELECT DISTINCT card FROM entries WHERE type IN ({_MARKING})")  # noqa: S608
    for card in {name_of(connection, card) for (card,) in rows.fetchall()}:
        _fold_mark_anew(connection, card)


def _replay_renames(connection: sqlite3.Connection) -> None:
    """Go through all renames: what was renamed twice goes by its last id, and what has its old id again, by that."""
    names: dict[str, str] = {}
    rows = connection.execute(
        "SELECT card, cards FROM entries WHERE type = 'rename' ORDER BY at, number"
    )
    for card, former in rows:
        for old in json.loads(former):
            names.update({name: card for name, held in names.items() if held == old})
            names[old] = card
        names.pop(card, None)
    connection.execute("DELETE FROM renames")
    connection.executemany("INSERT INTO renames VALUES (?, ?)", sorted(names.items()))


def _names_of(connection: sqlite3.Connection, card: str) -> list[str]:
    """Return the id of a card and its former ones."""
    rows = connection.execute("SELECT former FROM renames WHERE card = ?", (card,))
    return [card, *(former for (former,) in rows)]


def _placeholders(values: list[str]) -> str:
    return ", ".join("?" * len(values))


def _rows(connection: sqlite3.Connection, table: str) -> dict[str, tuple[Any, ...]]:
    """Return the rows of a derived table by their key."""
    return {str(row[0]): row for row in connection.execute(f"SELECT * FROM {table}")}  # noqa: S608


def _answered(rating: str, at: str, day: str) -> Answered:
    return Answered(Rating(rating), datetime.fromisoformat(at), date.fromisoformat(day))


def _keep(connection: sqlite3.Connection, memories: Iterable[Memory]) -> None:
    connection.executemany(
        f"INSERT OR REPLACE INTO memories ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        map(_row, memories),
    )


def _row(memory: Memory) -> tuple[str | int | float | None, ...]:
    return (
        memory.card,
        memory.state.value,
        memory.step,
        memory.stability,
        memory.difficulty,
        memory.due_day.isoformat(),
        instant(memory.due_at) if memory.due_at else None,
        instant(memory.last_at),
        memory.last_day.isoformat(),
        memory.reviews,
        memory.lapses,
        memory.introduced.isoformat(),
    )


def _memory(row: tuple[Any, ...]) -> Memory:
    card, state, step, stability, difficulty, due_day, due_at, last_at, last_day, *counted = row
    reviews, lapses, introduced = counted
    return Memory(
        card=card,
        state=State(state),
        step=step,
        stability=stability,
        difficulty=difficulty,
        due_day=date.fromisoformat(due_day),
        due_at=datetime.fromisoformat(due_at) if due_at else None,
        last_at=datetime.fromisoformat(last_at),
        last_day=date.fromisoformat(last_day),
        reviews=reviews,
        lapses=lapses,
        introduced=date.fromisoformat(introduced),
    )
