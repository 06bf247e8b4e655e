"""Which files a chapter's folder holds, and the digest that tells whether they have changed."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from trainer.errors import NotFoundError
from trainer.files import read_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CHAPTER_FILE = "chapter.yaml"

# In the order of the record.
LIST_FILES = (
    "lessons.yaml",
    "persons.yaml",
    "organizations.yaml",
    "events.yaml",
    "votes.yaml",
    "works.yaml",
    "statements.yaml",
    "terms.yaml",
    "omitted.yaml",
)


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every YAML file in `folder` by name, misnamed ones included.

    Raises:
        NotFoundError: there is no such folder, or no chapter.yaml in it.
        TrainerError: a file cannot be read.
    """
    if not os.path.lexists(folder / CHAPTER_FILE):
        what = f"{folder} is no chapter" if folder.is_dir() else f"there is no folder {folder}"
        raise NotFoundError(what, mend=f"name a folder that holds a {CHAPTER_FILE}")
    contents = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in {".yaml", ".yml"} or path.name.startswith("."):
            continue
        contents[path.name] = read_file(path)
    return contents


def digest_of(contents: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over names and contents, in hexadecimal."""
    total = hashlib.sha256()
    for name in sorted(contents):
        for part in (name.encode(), contents[name]):
            total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()
