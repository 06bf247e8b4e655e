"""A damaged log: kept aside as it is, and made anew from what can be read of it and of its newest backup.

What is new takes the place of the old in two steps that may be cut short anywhere: it is written whole under a name of
its own, and whoever finds a file of that name when the trainer starts puts it in place.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.errors import TrainerError
from trainer.study import schema
from trainer.study.backups import put_in_place
from trainer.study.database import explained, files_of, transaction
from trainer.study.rows import COLUMNS, check_row, insert
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from trainer.study.backups import Backup
    from trainer.study.rows import Row

_HEADER = 100  # bytes of the first page that tell of the file
_PAGES_AT = 28  # where in it the number of pages stands
_VALID_FOR_AT = 92  # and for which change that number holds
_SHOWN = 8  # stretches of missing numbers that are told one by one
_LEAST_BYTES = 50  # of an entry: who says that there are more than fit is not to be believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What became of a damaged log.

    Attributes:
        why: what was wrong with it.
        aside: where it is kept; None if there was none at all.
        read: how many entries were read from it.
        backup: the one from which others came; None if there was none.
        added: how many came from there.
        missing: the numbers of the entries that are lost, as stretches of first and last.
        last: the number of the last entry that is known of.
    """

    why: str
    aside: Path | None
    read: int
    backup: Backup | None
    added: int
    missing: tuple[tuple[int, int], ...]
    last: int

    @property
    def lines(self) -> list[str]:
        """The account in words."""
        told = [self.why]
        if self.aside is not None:
            read = counted(self.read, "entry", "entries")
            told.append(f"{read} could be read from it; as it was, it is kept as {self.aside}")
        if self.backup is None:
            told.append("there is no backup of it")
        else:
            told.append(f"{self.added:,} more came from the backup of {self.backup.name}")
        lost = sum(last - first + 1 for first, last in self.missing)
        if lost:
            stretches = [_stretch(*each) for each in self.missing[:_SHOWN]]
            more = len(self.missing) - len(stretches)
            stretches += [f"and {more:,} more such stretches"] * bool(more)
            told.append(
                f"{lost:,} of {counted(self.last, 'entry', 'entries')} could not be restored:"
                f" number {', '.join(stretches)}"
            )
        else:
            told.append(f"none of the {self.last:,} entries that are known of is missing")
        return told


def recover(path: Path, backups: Sequence[Backup], now: datetime, why: str) -> Account:
    """Keep a damaged log aside, and put one in its place that holds all that can still be read.

    Args:
        path: of the log; it may be missing.
        backups: the newest first; what the first readable one holds is added.
        now: for the name of what is kept.
        why: what is wrong with the file.

    Raises:
        TrainerError: nothing can be read of it, nor of a backup, so that it may be something else; or the disk is full.
    """
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".recovery-") as folder:
        with explained(path):
            rows, last = _read_damaged(path, backups, Path(folder))
            backup, more = _read_backups(backups, Path(folder))
        if not rows and not more:
            what = path.name if path.exists() else "its backups"
            raise TrainerError(
                why, mend=f"move {what} away to start a new log; nothing was touched"
            )
        aside = keep_aside(path, now, "damaged")
        made = _replacement(path)
        added = _write(made.with_name(f"{made.name}.part"), rows, more)
        put_in_place(made.with_name(f"{made.name}.part"), made)
    put_back(path)
    numbers = {_number(row) for row in (*rows, *more)}
    last = max(numbers | {last})
    return Account(
        why=why,
        aside=aside,
        read=len(rows),
        backup=backup,
        added=added,
        missing=tuple(_stretches(sorted({*range(1, last + 1)} - numbers))),
        last=last,
    )


def replace_with(path: Path, other: Path, now: datetime) -> Path | None:
    """Put a copy of another log in the place of this one, which is kept aside; return where.

    Raises:
        TrainerError: it cannot be written.
    """
    made = _replacement(path)
    with explained(path):
        aside = keep_aside(path, now, "replaced")
        shutil.copyfile(other, made.with_name(f"{made.name}.part"))
        _synced(made.with_name(f"{made.name}.part"))
        put_in_place(made.with_name(f"{made.name}.part"), made)
        put_back(path)
    return aside


def put_back(path: Path) -> None:
    """Finish what was begun: if there is a whole file to take the log's place, let it."""
    made = _replacement(path)
    if not made.exists():
        return
    with explained(path):
        for beside in files_of(path)[1:]:  # they would be taken for those of the new file
            beside.unlink(missing_ok=True)
        put_in_place(made, path)


def keep_aside(path: Path, now: datetime, why: str) -> Path | None:
    """Copy the log and what is beside it under another name, and return that; None if there is none."""
    at = now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    aside = path.with_name(f"{path.stem}.{why}-{at}{path.suffix}")
    with explained(path):
        for file, kept in zip(files_of(path)[:2], files_of(aside)[:2], strict=True):
            with suppress(FileNotFoundError):
                shutil.copyfile(file, kept)
                _synced(kept)
    return aside if aside.exists() else None


def kept_aside(path: Path) -> list[Path]:
    """Return all that was ever kept aside of a log."""
    return sorted(
        each for why in ("damaged", "replaced") for each in path.parent.glob(f"{path.stem}.{why}-*")
    )


def _replacement(path: Path) -> Path:
    return path.with_name(f"{path.stem}.restored{path.suffix}")


def _synced(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _read_damaged(path: Path, backups: Sequence[Backup], folder: Path) -> tuple[list[Row], int]:
    """Return the entries that can be read of a damaged file, and the last number it tells of.

    Where its first page is the damaged one, that of a backup, or of an empty log, tells where the tables begin.
    """
    best: tuple[list[Row], int] = ([], 0)
    if not path.exists():
        return best
    lenders: list[Path | None] = [
        None,
        *(each.path for each in backups),
        _empty(folder / "empty.db"),
    ]
    for number, lender in enumerate(lenders):
        copy = folder / f"{number}.db"
        for file, copied in zip(files_of(path)[:2], files_of(copy)[:2], strict=True):
            with suppress(FileNotFoundError):
                shutil.copyfile(file, copied)
        if lender is not None:
            _lend_first_page(lender, copy)
        found = _read_what_can_be(copy)
        if len(found[0]) > len(best[0]):
            best = found
        if lender is None and best[0]:
            break
    return best


def _empty(path: Path) -> Path:
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as connection,
        transaction(connection),
    ):
        schema.create(connection)
    return path


def _lend_first_page(lender: Path, copy: Path) -> None:
    """Put the first page of another file into this one, with the number of pages that this one has."""
    with suppress(OSError), lender.open("rb") as other:
        header = other.read(_HEADER)
        size = int.from_bytes(header[16:18], "big")
        size = 65536 if size == 1 else size
        page = bytearray(header + other.read(size - _HEADER))
        pages = copy.stat().st_size // size
        page[_PAGES_AT : _PAGES_AT + 4] = pages.to_bytes(4, "big")
        page[_VALID_FOR_AT : _VALID_FOR_AT + 4] = page[24:28]
        with copy.open("rb+") as file:
            file.write(page)


def _read_what_can_be(path: Path) -> tuple[list[Row], int]:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            names = [
                name
                for (name,) in connection.execute("SELECT name FROM pragma_table_info('entries')")
                if name in COLUMNS
            ]
            if "id" not in names:
                return [], 0
            most = sum(_size(each) for each in files_of(path)) // _LEAST_BYTES
            last = _last_number(connection, most)
            rows = {row["number"]: row for row in _readable(connection, names, last or most)}
            return list(rows.values()), last or 0
    except sqlite3.DatabaseError:
        return [], 0


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _last_number(connection: sqlite3.Connection, most: int) -> int | None:
    """Return the greatest number that the file tells of, but for those that it has no room for."""
    told = []
    for question in (
        "SELECT seq FROM sqlite_sequence WHERE name = 'entries'",
        "SELECT max(number) FROM entries",
    ):
        with suppress(sqlite3.DatabaseError):
            told += [number for (number,) in connection.execute(question)]
    return max((each for each in told if isinstance(each, int) and each <= most), default=None)


def _readable(connection: sqlite3.Connection, names: list[str], last: int) -> Iterator[Row]:
    """Yield the entries that can be read: one after the other, and past what cannot be read one by one."""
    columns = ("number", *names)
    told = f"SELECT {', '.join(columns)} FROM entries NOT INDEXED"  # noqa: S608
    number = 0
    while number < last:
        with suppress(sqlite3.DatabaseError, UnicodeError):
            for row in connection.execute(f"{told} WHERE number > ? ORDER BY number", (number,)):
                if not number < row[0] <= last:  # a damaged page led astray
                    break
                number = row[0]
                yield from _checked(dict(zip(columns, row, strict=True)))
            else:
                return
        found = None
        while found is None and number < last:
            number += 1
            with suppress(sqlite3.DatabaseError, UnicodeError):
                found = connection.execute(f"{told} WHERE number = ?", (number,)).fetchone()
        if found is not None:
            yield from _checked(dict(zip(columns, found, strict=True)))


def _checked(row: Row) -> Iterator[Row]:
    with suppress(ValueError):  # garbage that happens to be a row
        check_row(row)
        yield row


def _read_backups(backups: Sequence[Backup], folder: Path) -> tuple[Backup | None, list[Row]]:
    """Return the newest backup that can be read, and its entries."""
    for backup in backups:
        copy = folder / backup.path.name
        with suppress(OSError):
            shutil.copyfile(backup.path, copy)
            rows, _ = _read_what_can_be(copy)
            if rows:
                return backup, rows
    return None, []


def _write(path: Path, rows: list[Row], more: list[Row]) -> int:
    """Write a log of these entries and those of `more` that are not among them, whose number is returned."""
    path.unlink(missing_ok=True)
    known, taken = {row["id"] for row in rows}, {row["number"] for row in rows}
    new = [row for row in more if row["id"] not in known]
    numbered = [*rows, *(row for row in new if row["number"] not in taken)]
    # Numbers are of one file, and the backup might be of another.
    others = [{**row, "number": None} for row in new if row["number"] in taken]
    with (
        explained(path),
        closing(sqlite3.connect(path, isolation_level=None)) as connection,
        transaction(connection),
    ):
        schema.create(connection)
        for row in (*sorted(numbered, key=_number), *others):
            insert(connection, row)
    return len(new)


def _number(row: Row) -> int:
    return int(str(row["number"]))


def _stretches(numbers: list[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = number
        elif number > last + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last


def _stretch(first: int, last: int) -> str:
    return f"{first:,}" if first == last else f"{first:,}–{last:,}"
