"""Loads a chapter from its files; everything that is wrong with them is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.checks import check_chapter
from trainer.chapters.collector import collector_off
from trainer.chapters.compiling import compile_chapter
from trainer.chapters.reading import read_chapter
from trainer.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.chapters.reading import KeptFiles
    from trainer.chapters.record import Chapter


def load_chapter(folder: Path, kept: KeptFiles | None = None) -> Chapter:
    """Return the record of the chapter in `folder`; files that are as they were `kept` are not read again.

    Raises:
        NotFoundError: `folder` holds no chapter.
        ContentError: something is wrong with it; its problems are all there is to mend.
        TrainerError: a file cannot be opened.
    """
    with collector_off():
        reading = read_chapter(folder, kept)
        problems = list(reading.problems)
        if reading.chapter is not None:
            problems += check_chapter(reading.chapter, reading.unread)
        if problems or reading.chapter is None:
            raise ContentError(problems)
        return compile_chapter(reading.chapter)
