"""How what takes long says so while it is at work: whoever starts it hands in what tells the user."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeAlias

Tell: TypeAlias = Callable[[str], None]

# So often at most somebody who waits is told.
SECONDS = 5.0


def in_silence(_: str) -> None:
    """Tell nobody."""


class Progress:
    """Is called after each step of something long, and tells every few seconds how many of them are done."""

    def __init__(
        self, tell: Tell, steps: int, name: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Count so many steps, which are called `name`; steps beyond them are not told."""
        self._tell, self._steps, self._name, self._clock = tell, steps, name, clock
        self._done = 0
        self._told = clock()

    def __call__(self) -> None:
        """Take note that one more is done."""
        self._done += 1
        if self._done <= self._steps and self._clock() - self._told >= SECONDS:
            self._tell(f"{self._done:,} of {self._steps:,} {self._name}")
            self._told = self._clock()
