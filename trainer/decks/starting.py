"""The file of a new deck: commented, and well as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.naming import check_name
from trainer.chapters.starting import named_schema, resource, title_of
from trainer.errors import OutputError, UsageError
from trainer.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def start_deck(name: str, parent: Path, schemas: Path, chapters: Sequence[str]) -> Path:
    """Write a new deck into `parent`/`name`.yaml and return that file.

    Args:
        name: the deck's id.
        parent: made where need be.
        schemas: the folder of the JSON schemas, one of which the file is to name.
        chapters: what it selects: ids of chapters that have questions.

    Raises:
        UsageError: no deck can have this name, or there is no chapter to choose from.
        OutputError: there is such a file already, or it cannot be written.
    """
    check_name(name, "deck")
    if not chapters:
        raise UsageError(
            "there is no chapter with questions to make a deck of",
            mend="write a chapter first: trainer new chapter NAME",
        )
    file = parent / f"{name}.yaml"
    if file.exists() or file.is_symlink():
        raise OutputError(f"there is a {file} already", mend="choose another name, or move it away")
    text = (
        resource(__package__ or "", "deck.yaml")
        .replace("id: NAME", f"id: {name}")
        .replace("TITLE", title_of(name))
        .replace("[CHAPTERS]", f"[{', '.join(chapters)}]")
    )
    parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, f"{named_schema(schemas / 'deck.schema.json', parent)}\n{text}")
    return file
