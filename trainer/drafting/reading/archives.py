"""Documents that are zip archives, opened with the care that a stranger's archive needs."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from trainer.errors import TrainerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_BYTES = 200_000_000
_MOST_FILES = 20_000


@contextmanager
def open_archive(file: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose files, unpacked, are no more than a book's.

    Raises:
        TrainerError: it is damaged or too large.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if size > _MOST_BYTES or len(entries) > _MOST_FILES:
                raise TrainerError(
                    f"{file} unpacks to {size:,} bytes in {len(entries):,} files, more than a book has",
                    mend="save the text alone, as plain text",
                )
            yield archive
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise damaged(file) from error


def damaged(file: Path) -> TrainerError:
    """Return the error for a document that cannot be opened as what its name says."""
    return TrainerError(
        f"{file} cannot be read: it is damaged, protected, or not what its name says",
        mend="open it in the program that made it and save the text as plain text (UTF-8)",
    )
