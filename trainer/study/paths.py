"""Where the learner's own files are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.content import Places


def log_file(places: Places) -> Path:
    """Return the file of the log of answers."""
    return places.state / "log.db"


def backups_folder(places: Places) -> Path:
    """Return the folder of the copies of the log."""
    return places.state / "backups"


def flags_file(places: Places) -> Path:
    """Return the file of what the learner holds for wrong."""
    return places.state / "flags.jsonl"


def settings_file(places: Places) -> Path:
    """Return the file of how the learner wants to study."""
    return places.state / "study.toml"
