"""What the app opens with; light enough for the command line to import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from trainer.study.wish import Study

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["DEFAULT_COUNT", "Confirm", "Flash", "Home", "Quiz", "Start", "Study"]

DEFAULT_COUNT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The screen from which everything is reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A scored attempt at a deck's questions.

    Attributes:
        deck: the id or path of a deck or chapter.
        lesson: only what belongs to this lesson.
        count: how many questions at most.
        seed: what is drawn; taken from the clock if not given.
    """

    deck: str
    lesson: str | None = None
    count: int = DEFAULT_COUNT
    seed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flash:
    """A round of a deck's flash cards; the attributes are those of a quiz."""

    deck: str
    lesson: str | None = None
    count: int = DEFAULT_COUNT
    seed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """The drafts of a chapter.

    Attributes:
        chapter: the id or path of a chapter.
        text: a copy of its text, for the passages.
    """

    chapter: str
    text: Path | None = None


Start: TypeAlias = Home | Study | Quiz | Flash | Confirm
