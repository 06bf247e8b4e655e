"""Opens the learner's file for a command, and tells what is to be told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.cli.clock import now
from trainer.cli.diagnostics import narrate
from trainer.study.opening import Opened, open_store

if TYPE_CHECKING:
    from trainer.content import Places


def opened_store(places: Places) -> Opened:
    """Open the learner's file; use it as a context manager.

    Raises:
        TrainerError: it cannot be opened.
    """
    opened = open_store(places, now())
    for line in opened.told:
        narrate(line)
    return opened
