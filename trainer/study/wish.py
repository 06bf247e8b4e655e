"""What somebody wants to study; light enough for the command line to import."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.study.filters import Filters

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A session with a deck.

    Attributes:
        deck: the id or path of a deck or chapter.
        minutes: how long; as the settings say if not given.
        new: how many new cards a day at most; as the settings say if not given.
        filters: what of the deck; with paragraphs, these are read first.
        cram: everything, and nothing of it is scheduled.
        text: the learner's copy of the text that is read; the one that is remembered if not given.
    """

    deck: str
    minutes: int | None = None
    new: int | None = None
    filters: Filters = field(default_factory=Filters)
    cram: bool = False
    text: Path | None = None
