"""What was taken out of a chapter, in a file beside it that only people read: discarding in error is never a loss."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from trainer.errors import NotFoundError
from trainer.files import read_file, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.drafting.confirming.sheets import Item

# No file of a chapter's record: neither checked nor packed.
FILE_NAME = "discarded.txt"

_HEAD = """\
# What was taken out while drafts were confirmed. No command reads it: delete it when you will.
# To have an entry back, copy it into the file that is named above it.
"""


def leavings(gone: Item, touched: Iterable[Item], why: str) -> str:
    """Return an entry that goes, and those that lose its name by it, as they are written.

    Args:
        gone: the entry.
        touched: the others.
        why: what becomes of it.
    """
    parts = [f"\n# {gone.file}, {why}:\n{_written(gone)}"]
    parts += [
        f"\n# {one.file}, as it was before {gone.id} was {why}:\n{_written(one)}" for one in touched
    ]
    return "".join(parts)


def _written(item: Item) -> str:
    return item.own.replace("\r\n", "\n").rstrip() + "\n"


def keep(folder: Path, text: str) -> None:
    """Write what was taken out at the end of the file.

    Raises:
        TrainerError: the file cannot be read or written.
    """
    path = folder / FILE_NAME
    write_atomically(path, (_read(path) or _HEAD.encode()) + text.encode())


def take_back(folder: Path, text: str) -> None:
    """Take out of the file again what was written last, unless somebody has written since."""
    path = folder / FILE_NAME
    before = _read(path)
    after = before.removesuffix(text.encode())
    if after == before:
        return
    if after != _HEAD.encode():
        write_atomically(path, after)
        return
    with suppress(OSError):
        path.unlink()


def _read(path: Path) -> bytes:
    try:
        return read_file(path)
    except NotFoundError:
        return b""
