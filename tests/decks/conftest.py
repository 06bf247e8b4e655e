"""A home with content of its own, and nothing that ships."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE
from trainer.content import Places, find_places

if TYPE_CHECKING:
    from pathlib import Path

DECK = """\
id: lane
title: The Lane
description: All of it.
select:
  chapters: [mill-lane]
"""


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A home with Mill Lane and one deck, and nothing that ships."""
    places = find_places({"TRAINER_HOME": str(tmp_path)})
    # Not `shipped_root`: a module first imported meanwhile would keep what stands in for it.
    monkeypatch.setattr("trainer.content._roots", lambda places: (places.library,))
    shutil.copytree(MILL_LANE, places.library / "data" / "mill-lane")
    (places.library / "decks").mkdir()
    (places.library / "decks" / "lane.yaml").write_text(DECK, encoding="utf-8")
    return places
