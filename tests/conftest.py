"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# Shared machines stall now and then: what a test finds must not hang on the clock.
settings.register_profile("trainer", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("trainer")
