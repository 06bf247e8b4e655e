"""Chapters as the judge knows them: the first is spelled and counted in many ways, others are not."""

from __future__ import annotations

import pytest

from tests.fixtures import HARBOUR_COUNCIL, MILL_LANE, YEAR_1917, loaded
from trainer.answers.directory import Directory


@pytest.fixture(scope="session")
def year_1917() -> Directory:
    return Directory(loaded(YEAR_1917))


@pytest.fixture(scope="session")
def harbour() -> Directory:
    return Directory(loaded(HARBOUR_COUNCIL))


@pytest.fixture(scope="session")
def lane() -> Directory:
    return Directory(loaded(MILL_LANE))
