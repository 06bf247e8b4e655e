"""A chapter's files as sheets, and which of their entries are drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.files import CHAPTER_FILE, LIST_FILES
from trainer.chapters.reading import read_about
from trainer.drafting.confirming.sheets import Item, Sheet
from trainer.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.chapters.authored import Authored
    from trainer.chapters.models.chapter import ChapterEntry
    from trainer.errors import Problem


def drafts_of(sheets: Mapping[str, Sheet]) -> tuple[Item, ...]:
    """Return the entries that say `status: draft`, file by file in their order."""
    return tuple(
        item for name in LIST_FILES if name in sheets for item in sheets[name].items if item.draft
    )


def read_sheets(
    folder: Path, contents: Mapping[str, bytes]
) -> tuple[Authored[ChapterEntry], dict[str, Sheet]]:
    """Return what chapter.yaml says, and all files by name.

    Raises:
        ContentError: a file cannot be read at all.
    """
    problems: list[Problem] = []
    try:
        about = about_of(folder, contents[CHAPTER_FILE])
    except ContentError as error:
        problems += error.problems
    sheets = {CHAPTER_FILE: Sheet.whole(CHAPTER_FILE, contents[CHAPTER_FILE])}
    for name in LIST_FILES:
        if name not in contents:
            continue
        try:
            sheets[name] = Sheet.of(name, contents[name], str(folder / name))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return about, sheets


def about_of(folder: Path, content: bytes) -> Authored[ChapterEntry]:
    """Return what the bytes of chapter.yaml say.

    Raises:
        ContentError: something is wrong with them.
    """
    about, problems = read_about(folder, content)
    if about is None or problems:
        raise ContentError(problems)
    return about
