"""`trainer due`: how much there is to study today. It is asked by shells at every prompt, so it imports next to nothing."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from trainer.cli.clock import now
from trainer.cli.diagnostics import ExitCode
from trainer.content import find_places
from trainer.study.counting import count_due
from trainer.study.days import NEW_A_DAY, ROLLOVER_HOUR, study_day
from trainer.study.paths import log_file, settings_file

if TYPE_CHECKING:
    from trainer.content import Places
    from trainer.study.counting import Counts


def due(*, json: bool = False) -> int:
    """Count what there is to study today.

    Parameters
    ----------
    json
        Print one JSON object instead of text.
    """
    places = find_places(os.environ)
    rollover_hour, new_a_day = _settings(places)
    day = study_day(now(), rollover_hour)
    file = log_file(places)
    try:
        counts = count_due(file, day, new_a_day)
    except sqlite3.Error as error:
        from trainer.errors import TrainerError

        raise TrainerError(
            f"the log {file} cannot be read: {error}", mend="see what is wrong: trainer doctor"
        ) from error
    if counts is None:
        from trainer.errors import TrainerError

        raise TrainerError(
            f"the log {file} is not of this version",
            mend="begin a session once, which brings an older one to this version; a newer one needs a newer trainer",
        )
    if json:
        from json import dumps

        told = {
            "day": day.isoformat(),
            "due": sum(counts.due.values()),
            "new": counts.new,
            "reviewed": counts.reviewed,
            "chapters": {
                name: {"due": counts.due.get(name, 0), "known": known}
                for name, known in counts.known.items()
            },
        }
        print(dumps(told, ensure_ascii=False))
    else:
        print(_in_words(counts), end="")
    return ExitCode.OK


def _settings(places: Places) -> tuple[int, int]:
    """Return the hour at which days change, and how many new cards one brings."""
    file = settings_file(places)
    if not file.exists():
        return ROLLOVER_HOUR, NEW_A_DAY
    from trainer.study.settings import read_settings  # slow to import

    settings = read_settings(file)
    return settings.rollover_hour, settings.new_a_day


def _in_words(counts: Counts) -> str:
    total = sum(counts.due.values())
    lines = [f"{total} due, up to {counts.new} new today"]
    lines += [f"{number:5}  {chapter}" for chapter, number in counts.due.items()]
    return "".join(f"{line}\n" for line in lines)
