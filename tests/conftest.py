"""What all tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import fixtures

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter

# Shared machines stall now and then: what a test finds must not hang on the clock.
settings.register_profile("trainer", deadline=None, derandomize=True, max_examples=60)
# For a night: `pytest --hypothesis-profile=many`.
settings.register_profile("many", deadline=None, max_examples=2_000)
settings.load_profile("trainer")


@pytest.fixture(scope="session")
def mill_lane() -> Chapter:
    """The invented chapter that has every form of the record."""
    return fixtures.mill_lane()
