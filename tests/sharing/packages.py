"""Packages for tests, well made and otherwise."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

from tests.fixtures import ABOUT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PERSONS = """
- id: ada-bell
  name: Ada Bell
  gloss: a miller
  evidence: [{paragraph: 1, prints: ["Ada Bell"]}]
"""

WELL = {"small/chapter.yaml": ABOUT, "small/persons.yaml": PERSONS}


def made(path: Path, entries: Mapping[Any, str | bytes]) -> Path:
    """Write a ZIP file with these entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def entry(name: str, *, mode: int = 0o100644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info
