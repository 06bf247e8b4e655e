"""Keeps compiled chapters, so that start-up waits for neither YAML nor pydantic.

A cache file is named after the chapter, its files' digest and the program that compiled it, and holds the record
as JSON, read by msgspec, with a checksum. It may be deleted at any time: what is damaged is compiled again, and what
cannot be written is done without.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

from trainer.chapters.collector import collector_off
from trainer.chapters.files import digest_of, read_files
from trainer.errors import OutputError
from trainer.files import program_stamp, write_atomically
from trainer.telling import Tell, in_silence

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.chapters.record import Chapter

_SUFFIX = ".chapter"

# Reading so many bytes of YAML takes seconds.
LONG_YAML = 5_000_000


def open_chapter(folder: Path, cache_folder: Path, tell: Tell = in_silence) -> Chapter:
    """Return the record of the chapter in `folder`, compiled before or now; `tell` of it if that takes long.

    Raises:
        NotFoundError: `folder` holds no chapter.
        ContentError: something is wrong with it.
        TrainerError: a file cannot be opened.
    """
    contents = read_files(folder)
    digest = digest_of(contents)
    file = _cache_file(folder, digest, cache_folder)
    with suppress(OSError, ValueError):
        return _decode(file.read_bytes())
    if (size := sum(map(len, contents.values()))) > LONG_YAML:
        tell(f"reading {folder.name}: {size // 1_000_000} MB of YAML …")
    del contents
    return _compile(folder, cache_folder)


def _compile(folder: Path, cache_folder: Path) -> Chapter:
    # What only compiling needs: yaml and pydantic above all.
    from trainer.chapters.loading import load_chapter

    chapter = load_chapter(folder)
    file = _cache_file(folder, chapter.digest, cache_folder)
    # A cache that cannot be kept costs time at the next start, nothing else.
    with suppress(OSError, OutputError):
        cache_folder.mkdir(parents=True, exist_ok=True)
        write_atomically(file, _encode(chapter))
        for old in cache_folder.glob(f"{chapter.id}@*{_SUFFIX}"):
            if old != file:
                old.unlink()
    return chapter


def _cache_file(folder: Path, digest: str, cache_folder: Path) -> Path:
    # A changed program may compile the same files differently.
    key = hashlib.sha256(f"{digest} {program_stamp()}".encode()).hexdigest()[:32]
    return cache_folder / f"{folder.resolve().name}@{key}{_SUFFIX}"


def _encode(chapter: Chapter) -> bytes:
    import msgspec

    return _sealed(msgspec.json.encode(chapter))


def _decode(content: bytes) -> Chapter:
    """Read a record back.

    Raises:
        ValueError: the content is damaged.
    """
    import msgspec

    from trainer.chapters.record import Chapter

    with collector_off():
        return msgspec.json.decode(_unsealed(content), type=Chapter)


def _sealed(content: bytes) -> bytes:
    """Return a line of `content` and its checksum."""
    return b"%b\t%08x\n" % (content, crc32(content))


def _unsealed(line: bytes) -> bytes:
    """Return the content of a line.

    Raises:
        ValueError: it is not as it was written.
    """
    content, _, seal = line.rpartition(b"\t")
    if not line.endswith(b"\n") or seal != b"%08x\n" % crc32(content):
        raise ValueError("a damaged cache")
    return content
