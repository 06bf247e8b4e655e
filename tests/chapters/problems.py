"""Collects what is wrong with a chapter, as the user reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fixtures import write_chapter
from trainer.chapters.loading import load_chapter
from trainer.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path

# An entry of each sort that nothing is wrong with, to which a test adds what is.
PERSONS = """\
- {id: ann, name: Ann Lee, evidence: [{paragraph: 1, prints: ["Ann"]}]}
- {id: bob, name: Bob Ray, evidence: [{paragraph: 1, prints: ["Bob"]}]}
"""
ORGANIZATIONS = """\
- {id: council, name: Council, evidence: [{paragraph: 1, prints: ["Council"]}]}
"""
EVIDENCE = 'evidence: [{paragraph: 1, prints: ["x"]}]'


def problems_of(root: Path, **files: str) -> list[str]:
    """Write a chapter, load it and return every problem, the folder's path left out."""
    folder = write_chapter(root, **files)
    with pytest.raises(ContentError) as caught:
        load_chapter(folder)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]
