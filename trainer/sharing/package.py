"""Packages: one chapter in one ZIP file, `NAME/events.yaml` and so on.

The same chapter gives the same bytes everywhere, so that a package can be compared by its digest: names in order, no
times, and nothing compressed, because what compresses differs from system to system.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.chapters.files import CHAPTER_FILE, LIST_FILES, read_files
from trainer.chapters.fingerprints import FILE_NAME as TEXT_FILE
from trainer.chapters.loading import load_chapter
from trainer.chapters.naming import check_name
from trainer.errors import ContentError, Place, Problem
from trainer.files import zipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SUFFIX = ".chapter.zip"

# All that a package may hold.
FILES = frozenset({CHAPTER_FILE, *LIST_FILES, TEXT_FILE})

# Far more than any chapter needs: 74,000 facts, of which 20,000 are events, take 35 of these, their events 12.
MEGABYTE = 1 << 20
LARGEST_PACKAGE = 64 * MEGABYTE
LARGEST_FILE = 16 * MEGABYTE

_A_FILE_THAT_ALL_MAY_READ = 0o100644 << 16

_SCHEMA_LINE = re.compile(
    rb"\A(# yaml-language-server: \$schema=).*?([a-z]+\.schema\.json)[ \t]*$", re.MULTILINE
)


def pack(folder: Path) -> bytes:
    """Return the package of the chapter in `folder`: its record and the fingerprint of its text, nothing else.

    Raises:
        NotFoundError: `folder` holds no chapter.
        ContentError: something is wrong with it, or it is larger than what is installed.
        UsageError: its folder has a name that not every system can have.
    """
    load_chapter(folder)
    name = folder.resolve().name
    check_name(name, "chapter")
    files = {each: _as_in_a_library(content) for each, content in read_files(folder).items()}
    if (fingerprint := folder / TEXT_FILE).is_file():
        files[TEXT_FILE] = fingerprint.read_bytes()
    if problems := [*_too_large(folder, files)]:
        raise ContentError(problems)
    named = {f"{name}/{each}": files[each] for each in sorted(files)}
    return zipped(named, compressed=False, attributes=_A_FILE_THAT_ALL_MAY_READ)


def _too_large(folder: Path, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield what nobody could install, here where something can be done about it."""
    sizes = {folder / name: (len(content), LARGEST_FILE) for name, content in files.items()}
    # The archive's index has room in what is left.
    sizes[folder] = (sum(map(len, files.values())), LARGEST_PACKAGE - MEGABYTE)
    for path, (size, most) in sizes.items():
        if size > most:
            what = f"{size / MEGABYTE:,.1f} MB, where a package takes {most // MEGABYTE}"
            yield Problem(Place(str(path)), what, "make two chapters of it")


def _as_in_a_library(content: bytes) -> bytes:
    """Return a file that names its schema by the way from a library, and no folder of its author's."""
    return _SCHEMA_LINE.sub(rb"\1../../schemas/\2", content, count=1)
