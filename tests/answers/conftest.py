"""The real chapter and the invented one, as the judge knows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures import mill_lane as load_mill_lane
from trainer.answers.directory import Directory
from trainer.chapters.loading import load_chapter

FOLDER = Path(__file__).parents[2] / "data" / "year-1917"


@pytest.fixture(scope="session")
def year_1917() -> Directory:
    return Directory(load_chapter(FOLDER))


@pytest.fixture(scope="session")
def lane() -> Directory:
    return Directory(load_mill_lane())
