"""`trainer doctor`: whether all is well."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from importlib import metadata
from typing import TYPE_CHECKING

from trainer import __version__
from trainer.cli.diagnostics import ExitCode, narrate, refused
from trainer.cli.opening import opened_store
from trainer.content import find_places
from trainer.decks.catalogue import read_catalogue
from trainer.errors import TrainerError
from trainer.study.paths import log_file, settings_file
from trainer.study.settings import read_settings
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.content import Places

_LIBRARIES = (
    "textual",
    "pydantic",
    "genanki",
    "cyclopts",
    "fsrs",
    "PyYAML",
    "msgspec",
    "platformdirs",
    "rapidfuzz",
)


def doctor() -> int:
    """Check the installation, the content, the learner's settings and log; say what is wrong and how to mend it."""
    places = find_places(os.environ)
    print(
        f"trainer {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
    print(", ".join(f"{name} {metadata.version(name)}" for name in _LIBRARIES))
    print(f"terminal: {os.environ.get('TERM', 'unknown')}, encoding {sys.stdout.encoding}")
    wrong = dict.fromkeys([*_content(places), *_folders(places), *_settings(places), *_log(places)])
    for problem in wrong:
        print(f"✗ {problem}")
    print("something is wrong" if wrong else "all is well")
    return ExitCode.FAILURE if wrong else ExitCode.OK


def _content(places: Places) -> Iterator[str]:
    try:
        catalogue = read_catalogue(places, narrate)
    except OSError as error:
        yield str(refused(error))
        return
    print(f"{counted(len(catalogue.chapters), 'chapter')}, {counted(len(catalogue.decks), 'deck')}")
    if not catalogue.chapters and not catalogue.problems:
        yield "there are no chapters – reinstall the trainer"
    yield from map(str, catalogue.problems)


def _folders(places: Places) -> Iterator[str]:
    for name, folder in (("state", places.state), ("cache", places.cache)):
        nearest = _nearest_existing(folder)
        if not (nearest.is_dir() and os.access(nearest, os.W_OK)):
            yield (
                f"the {name} folder {folder} cannot be written"
                " – make it writable, or set TRAINER_HOME to another folder"
            )


def _nearest_existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if _exists(path))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # it lies in a folder that may not be entered
        return False


def _settings(places: Places) -> Iterator[str]:
    try:
        read_settings(settings_file(places))
    except TrainerError as error:
        yield from map(str, error.problems)


def _log(places: Places) -> Iterator[str]:
    """Read the log from beginning to end; one that does not exist yet is well."""
    file = log_file(places)
    if not _exists(file):
        print("no answers logged yet")
        return
    try:
        with opened_store(places) as opened:
            opened.store.check()
            print(f"{sum(1 for _ in opened.store.reviews()):,} answers logged")
    except TrainerError as error:
        yield from map(str, error.problems)
