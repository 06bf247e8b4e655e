"""What there is to choose from: every chapter and deck with its sizes, kept ready for the next start.

Counting a deck's questions means making them, so the counts are kept in the cache, keyed by a digest of
every file they depend on and of the program's version. Reading them back needs neither YAML nor pydantic.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from trainer.content import find_content
from trainer.errors import OutputError, Place, Problem, TrainerError
from trainer.files import program_stamp, read_file, write_atomically
from trainer.telling import Tell, in_silence

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.content import Content, Places

_CACHE_FILE = "catalogue.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonSummary:
    """One lesson with the number of flash cards and questions that belong to it; None where they are not counted."""

    id: str
    title: str
    cards: int | None
    questions: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterSummary:
    """One chapter; `counts` gives the number of entries by sort of fact, `cards` of flash cards, None if they are not counted."""

    id: str
    title: str
    work: str
    counts: dict[str, int]
    lessons: tuple[LessonSummary, ...]
    cards: int | None
    questions: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckSummary:
    """One deck."""

    id: str
    title: str
    description: str
    chapters: tuple[str, ...]
    cards: int | None
    questions: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All there is; `problems` says what could not be read."""

    chapters: tuple[ChapterSummary, ...] = ()
    decks: tuple[DeckSummary, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose from."""
        return not self.chapters and not self.decks

    def as_json(self) -> dict[str, Any]:
        """Return the chapters and decks as plain data."""
        content = asdict(self)
        del content["problems"]
        return content


def kept_catalogue(places: Places) -> Catalogue | None:
    """Return the catalogue from the cache, in a few milliseconds; None if something has changed since."""
    return _read_cache(places.cache / _CACHE_FILE, _digest(find_content(places)))


def read_catalogue(places: Places, tell: Tell = in_silence) -> Catalogue:
    """Return the catalogue, from the cache if nothing has changed since it was made; `tell` of it if that takes long."""
    content, cache = find_content(places), places.cache / _CACHE_FILE
    # Before counting: a file that changes meanwhile must not pass for what was counted.
    digest = _digest(content)
    kept = _read_cache(cache, digest)
    if kept is not None:
        return kept
    from trainer.decks.sizes import count_content

    catalogue = count_content(places, content, tell)
    _write_cache(cache, digest, catalogue)
    return catalogue


def _digest(content: Content) -> str:
    """Hash the program with the name and content of every file that the counts depend on."""
    digest = hashlib.sha256(program_stamp().encode())
    for problem in content.clashes:
        digest.update(f"\0{problem}".encode())
    of_chapters = (file for folder in content.chapters for file in sorted(folder.glob("*.yaml")))
    for file in (*content.decks, *of_chapters):
        try:
            written = read_file(file)
        except TrainerError as error:  # told when it is counted, and tried again once that changes
            written = str(error).encode()
        digest.update(f"\0{file}\0{len(written)}\0".encode())
        digest.update(written)
    return digest.hexdigest()


def _read_cache(cache: Path, digest: str) -> Catalogue | None:
    """Return what the cache holds, or None if it is missing, stale or damaged."""
    try:
        content = json.loads(cache.read_bytes())
        return _catalogue(content["catalogue"]) if content["digest"] == digest else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _catalogue(content: dict[str, Any]) -> Catalogue:
    return Catalogue(
        chapters=tuple(
            ChapterSummary(
                **{
                    **chapter,
                    "lessons": tuple(LessonSummary(**each) for each in chapter["lessons"]),
                }
            )
            for chapter in content["chapters"]
        ),
        decks=tuple(
            DeckSummary(**{**deck, "chapters": tuple(deck["chapters"])})
            for deck in content["decks"]
        ),
        problems=tuple(
            Problem(place and Place(*place), *said) for place, *said in content["problems"]
        ),
    )


def _write_cache(cache: Path, digest: str, catalogue: Catalogue) -> None:
    """Keep the catalogue for the next start; where that cannot be done, nothing is lost but time."""
    with suppress(OSError, OutputError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        content = {"digest": digest, "catalogue": asdict(catalogue)}
        write_atomically(cache, json.dumps(content, ensure_ascii=False))
