"""Says of what takes many seconds that it is at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.cache import LONG_YAML
from trainer.cli.diagnostics import narrate

if TYPE_CHECKING:
    from pathlib import Path

# To read so many bytes takes seconds: as the cells of a spreadsheet, as a text that is drafted from.
LONG_SHEET = 1_000_000
LONG_TEXT = 500_000


def tell_if_long(doing: str, source: Path, long: int = LONG_YAML) -> None:
    """Narrate what is being done with a file, or the files in a folder, if they have more than `long` bytes."""
    files = source.iterdir() if source.is_dir() else (source,)
    size = sum(file.stat().st_size for file in files if file.is_file())
    if size > long:
        narrate(f"{doing}: {size / 1_000_000:.1f} MB …")
