"""Keeps compiled chapters, so that start-up waits for neither YAML nor pydantic.

A cache file is named after the chapter, its files' digest and the program that compiled it. Its first line is a
summary that needs nothing but `json`; its second, the record, is read by msgspec; each bears a checksum. It may
be deleted at any time: what is damaged is compiled again, and what cannot be written is done without.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from trainer.chapters.files import LIST_FILES, digest_of, read_files
from trainer.errors import OutputError

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter

_SUFFIX = ".chapter"
_SORTS = tuple(name.removesuffix(".yaml") for name in LIST_FILES)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list of chapters shows of each: `counts` by the name of the file, without its ending."""

    id: str
    digest: str
    title: str
    work: str
    author: str
    counts: dict[str, int]


def open_chapter(folder: Path, cache_folder: Path) -> Chapter:
    """Return the record of the chapter in `folder`, compiled before or now.

    Raises:
        NotFoundError: `folder` holds no chapter.
        ContentError: something is wrong with it.
        TrainerError: a file cannot be opened.
    """
    digest = digest_of(read_files(folder))
    file = _cache_file(folder, digest, cache_folder)
    with suppress(OSError, ValueError):
        return _decode(file.read_bytes())
    return _compile(folder, cache_folder)


def read_summary(folder: Path, cache_folder: Path) -> Summary:
    """Return the summary of the chapter in `folder`, which is compiled only if it has changed.

    Raises:
        NotFoundError: `folder` holds no chapter.
        ContentError: something is wrong with it.
        TrainerError: a file cannot be opened.
    """
    digest = digest_of(read_files(folder))
    with (
        suppress(OSError, ValueError, TypeError),
        _cache_file(folder, digest, cache_folder).open("rb") as file,
    ):
        return Summary(**json.loads(_unsealed(file.readline())))
    return _summarise(_compile(folder, cache_folder))


def _compile(folder: Path, cache_folder: Path) -> Chapter:
    # What only compiling needs: yaml and pydantic above all.
    from trainer.chapters.loading import load_chapter
    from trainer.files import write_atomically

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
    key = hashlib.sha256(f"{digest} {_program()}".encode()).hexdigest()[:32]
    return cache_folder / f"{folder.resolve().name}@{key}{_SUFFIX}"


@lru_cache(maxsize=1)
def _program() -> str:
    """Return the digest of all that decides how a chapter compiles: a changed program compiles anew."""
    package = Path(__file__).parent
    sources = sorted([*package.rglob("*.py"), *(package.parent / "dates").glob("*.py")])
    return digest_of({source.as_posix(): source.read_bytes() for source in sources})


def _summarise(chapter: Chapter) -> Summary:
    return Summary(
        id=chapter.id,
        digest=chapter.digest,
        title=chapter.title,
        work=chapter.work,
        author=chapter.author,
        counts={sort: len(getattr(chapter, sort)) for sort in _SORTS},
    )


def _encode(chapter: Chapter) -> bytes:
    import msgspec

    summary = _summarise(chapter)
    head = json.dumps({name: getattr(summary, name) for name in Summary.__slots__})
    return _sealed(head.encode()) + _sealed(msgspec.json.encode(chapter))


def _decode(content: bytes) -> Chapter:
    """Read a record back.

    Raises:
        ValueError: the content is damaged.
    """
    import msgspec

    from trainer.chapters.record import Chapter

    _, _, line = content.partition(b"\n")
    return msgspec.json.decode(_unsealed(line), type=Chapter)


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
