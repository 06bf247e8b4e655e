"""Opens the terminal app, at its home screen or straight in a session."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from trainer.cli.clock import now
from trainer.content import find_chapter, find_deck, find_places
from trainer.errors import UsageError
from trainer.tui.start import Confirm, Home

if TYPE_CHECKING:
    from trainer.tui.start import Start


def open_home() -> int:
    """Open the app at its home screen and return its exit code."""
    return open_app(Home())


def open_app(start: Start) -> int:
    """Open the app at `start` and return its exit code.

    Raises:
        UsageError: there is no terminal to show it in.
        NotFoundError: there is no such deck or chapter.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        instead = (
            "edit the chapter's files"
            if isinstance(start, Confirm)
            else "use trainer quiz --plain for lines of text"
        )
        raise UsageError("the terminal app needs a terminal", mend=f"run it in one, or {instead}")
    places = find_places(os.environ)
    if isinstance(start, Confirm):
        find_chapter(start.chapter, places)
    elif not isinstance(start, Home):
        find_deck(start.deck, places)  # or fail here, before the app takes the screen
    from trainer.tui.run import run

    return run(places, start=start, now=now, environ=os.environ)
