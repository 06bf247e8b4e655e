"""All that the learner owns as one file of JSON lines, to take to another machine; and the end of it.

The first line is a header; each further line is one entry of the log, one flag, or the text of the settings. Entries
have ids, so that taking in a file twice, or two files in either order, gives the same log.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer import __version__
from trainer.errors import OutputError, Place, TrainerError, reason_of
from trainer.files import read_file, write_atomically
from trainer.study.damage import kept_aside
from trainer.study.database import files_of
from trainer.study.entries import instant
from trainer.study.paths import backups_folder, flags_file, log_file, settings_file
from trainer.study.rows import COLUMNS, JSON, check_row
from trainer.study.settings import parse_settings

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from trainer.content import Places
    from trainer.study.rows import Row
    from trainer.study.store import Store

FORMAT = "chapter-trainer-learner"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a file holds, read and found in order.

    Attributes:
        settings: the text of the file of settings; None if there was none.
    """

    rows: tuple[Row, ...]
    flags: tuple[dict[str, Any], ...]
    settings: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What of a file was new here."""

    entries: int
    flags: int
    settings: bool


def write_export(store: Store, places: Places, target: Path, now: datetime) -> int:
    """Write all that the learner owns to a file, and return how many entries that is.

    Raises:
        TrainerError: the file cannot be written, or something cannot be read.
    """
    lines = [_line({"entry": _told(row)}) for row in store.entries()]
    entries = len(lines)
    lines += [_line({"flag": flag}) for flag in _flags(places)]
    if settings_file(places).exists():
        lines.append(_line({"settings": read_file(settings_file(places)).decode()}))
    header = {
        "format": FORMAT,
        "version": VERSION,
        "program": __version__,
        "exported": instant(now),
        "lines": len(lines),
    }
    write_atomically(target, "".join(f"{line}\n" for line in (_line(header), *lines)))
    return entries


def read_export(source: Path) -> Moved:
    """Read a file that was exported; nothing is changed.

    Raises:
        TrainerError: it is none, comes from a newer version, is cut short, or has something in it that is not in order.
    """
    try:
        lines = read_file(source).decode().removesuffix("\n").split("\n")
    except UnicodeDecodeError as error:
        raise _no_export(source) from error
    _check_header(source, lines)
    rows: list[Row] = []
    flags: list[dict[str, Any]] = []
    settings = None
    for number, line in enumerate(lines[1:], start=2):
        place = Place(str(source), number, 1)
        try:
            sort, told = _sorted(json.loads(line))
            if sort == "entry":
                rows.append(_row(told))
            elif sort == "flag":
                flags.append(told)
            else:
                parse_settings(told, f"{source}:{number}")
                settings = told
        except ValueError as error:
            raise TrainerError(
                f"this line cannot be taken in: {error}", mend="export it anew", place=place
            ) from error
    return Moved(rows=tuple(rows), flags=tuple(flags), settings=settings)


def take_in(moved: Moved, store: Store, places: Places) -> Taken:
    """Add what is new here: entries and flags; the settings only where there are none.

    Raises:
        TrainerError: something cannot be written.
    """
    entries = store.merge(moved.rows)
    known = {_line(flag) for flag in _flags(places)}
    new = [flag for flag in dict.fromkeys(map(_line, moved.flags)) if flag not in known]
    if new:
        path = flags_file(places)
        held = read_file(path).decode().removesuffix("\n").split("\n") if path.exists() else []
        write_atomically(path, "".join(f"{line}\n" for line in (*held, *new)))
    settings = moved.settings is not None and not settings_file(places).exists()
    if settings and moved.settings is not None:
        write_atomically(settings_file(places), moved.settings)
    return Taken(entries=entries, flags=len(new), settings=settings)


def owned(places: Places) -> list[Path]:
    """Return all files that the learner's answers, flags and settings are in, copies among them."""
    log = log_file(places)
    every = [
        *files_of(log),
        *kept_aside(log),
        *(log.parent.glob(f"{log.stem}.restored*")),
        *(log.parent.glob(".recovery-*/*")),
        *(backups_folder(places).glob("*")),
        *(backups_folder(places).glob(".*.part")),
        flags_file(places),
        settings_file(places),
    ]
    return [path for path in dict.fromkeys(every) if path.is_file()]


def erase(places: Places) -> list[Path]:
    """Delete all that the learner owns, and return what was deleted.

    Raises:
        OutputError: something cannot be deleted; what is before it in `owned` is gone.
    """
    files = owned(places)
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(
                f"cannot delete {path}: {reason_of(error)}", mend="make its folder writable"
            ) from error
    for folder in (backups_folder(places), *places.state.glob(".recovery-*")):
        with suppress(OSError):
            folder.rmdir()
    return files


def _sorted(line: object) -> tuple[str, Any]:
    """Return what a line is, and what it holds.

    Raises:
        ValueError: it is nothing that is known.
    """
    match line:
        case {"entry": dict(told), **rest} if not rest:
            return "entry", told
        case {"flag": dict(told), **rest} if not rest:
            return "flag", told
        case {"settings": str(text), **rest} if not rest:
            return "settings", text
    raise ValueError("it is neither an entry, nor a flag, nor the settings")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _told(row: Row) -> dict[str, Any]:
    """Return an entry as it is exported: without its number, and what is not said left out."""
    return {
        name: json.loads(str(row[name])) if name in JSON else row[name]
        for name in COLUMNS
        if row[name] is not None
    }


def _row(told: dict[str, Any]) -> Row:
    """Return an entry as it is stored.

    Raises:
        ValueError: it is not as an entry must be.
    """
    if strange := sorted(told.keys() - set(COLUMNS)):
        raise ValueError(f"an entry has no {strange[0]}")
    row = {
        name: json.dumps(value, ensure_ascii=name != "plan") if name in JSON else value
        for name, value in told.items()
    }
    check_row(row)
    return row


def _flags(places: Places) -> list[dict[str, Any]]:
    """Return the lines of the file of flags; what a loss of power left half-written is passed over."""
    path = flags_file(places)
    found = []
    for line in read_file(path).decode().split("\n") if path.exists() else ():
        with suppress(ValueError):
            flag = json.loads(line)
            if isinstance(flag, dict):
                found.append(flag)
    return found


def _check_header(source: Path, lines: list[str]) -> None:
    try:
        header = json.loads(lines[0]) if lines else None
    except ValueError:
        header = None
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise _no_export(source)
    if header.get("version") != VERSION:
        raise TrainerError(
            f"{source} was exported by a newer version of the trainer", mend="update the trainer"
        )
    if header.get("lines") != len(lines) - 1:
        raise TrainerError(
            f"{source} should have {header.get('lines')} lines after its first, and has {len(lines) - 1}",
            mend="it was cut short on its way: copy it again",
        )


def _no_export(source: Path) -> TrainerError:
    return TrainerError(
        f"{source} is no file of a learner",
        mend="name one that was written by trainer log export",
    )
