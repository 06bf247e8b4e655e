"""Where the command line comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.tui.app import TrainerApp
from trainer.tui.library import InstalledLibrary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from trainer.content import Places
    from trainer.tui.start import Start


def run(
    places: Places, *, start: Start, now: Callable[[], datetime], environ: Mapping[str, str]
) -> int:
    """Open the app and return its exit code when it closes.

    Args:
        places: where content, progress and caches are kept.
        start: the screen to open with.
        now: the time with the learner's zone, whose calendar day is the day that an answer counts for.
        environ: says light or dark (`TRAINER_THEME`, `COLORFGBG`).

    Raises:
        Exception: something is wrong in the app itself; the terminal is as it was before.
    """
    app = TrainerApp(InstalledLibrary(places), places, start=start, now=now, environ=environ)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
