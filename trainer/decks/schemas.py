"""The JSON schemas of all files that authors and teachers write.

`python -m trainer.decks.schemas` writes them into `schemas/` below the current folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import TypeAdapter

from trainer.chapters import schemas as of_chapters
from trainer.decks.models import DeckEntry
from trainer.errors import TrainerError
from trainer.files import write_atomically


def schemas() -> dict[str, str]:
    """Return the text of every schema by file name; the same models give the same text."""
    deck = of_chapters.schema_text("A selection of questions", TypeAdapter(DeckEntry))
    return {**of_chapters.schemas(), "deck.schema.json": deck}


def write_schemas(folder: Path) -> None:
    """Write every schema into `folder`, which is made if need be.

    Raises:
        OutputError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        write_atomically(folder / name, text)


if __name__ == "__main__":
    try:
        write_schemas(Path("schemas"))
    except TrainerError as error:
        sys.exit(f"trainer: error: {error}")
