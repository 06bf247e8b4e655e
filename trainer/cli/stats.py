"""`trainer stats [DECK]`: what the learner's log says, and what it lets expect."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter
from cyclopts.validators import Number

from trainer.cli.diagnostics import narrate

if TYPE_CHECKING:
    from trainer.cli.learned import Learning
    from trainer.study.calibration import Bin
    from trainer.study.confusions import Confusion
    from trainer.study.hardest import HardFact
    from trainer.study.progress import Progress
    from trainer.study.statistics import Figures, Statistics

Days = Annotated[int | None, Parameter(validator=Number(gte=1, lte=36500))]

_DIGITS = 4
_CONFUSIONS_IN_TEXT = 5
_MOST_CONFUSIONS = 20  # to put one in words takes a fraction of a second


def stats(deck: str | None = None, /, *, days: Days = None, json: bool = False) -> None:
    """Tell what you have learned: answers, time, what you remember and what comes.

    Parameters
    ----------
    deck
        The id or path of a deck or chapter; everything that you have learned if left out.
    days
        Of how many days back answers are counted; of all if left out.
    json
        Print one JSON object instead of text.
    """
    from trainer.cli.learned import read_learning
    from trainer.study.progress import progress

    learning = read_learning(deck)
    wanted = (card for card in learning.unknown if card.importance in learning.settings.importance)
    found = progress(
        learning.told,
        learning.cards,
        learning.settings,
        today=learning.today,
        days=days,
        unknown=None if deck is None else sum(1 for _ in wanted),
    )
    if json:
        from json import dumps

        print(dumps(_as_data(found, learning, deck), ensure_ascii=False, indent=2))
        return
    if not learning.told.reviews:
        narrate("nothing was answered yet – trainer study begins")
        return
    from shutil import get_terminal_size

    from trainer.cli.progress import lines

    told = lines(
        found,
        learning,
        confused_in_words(found, learning, _CONFUSIONS_IN_TEXT),
        width=get_terminal_size().columns,
        bars=sys.stdout.isatty(),
    )
    print("\n".join(told))


def confused_in_words(
    found: Progress, learning: Learning, most: int
) -> list[tuple[str, str, Confusion]]:
    """Return what was confused most: the right answer and the given one in words, of the last time."""
    from trainer.study.confusions import words_of

    shown = [*islice(found.confusions, most)]
    words = words_of(shown, learning.chapters)

    def in_words(each: Confusion, answer: str) -> str:
        return words.get((each.last.question, answer), answer)

    return [
        (in_words(each, each.last.key), in_words(each, each.last.answered or ""), each)
        for each in shown
    ]


def _as_data(found: Progress, learning: Learning, deck: str | None) -> dict[str, Any]:
    return {
        "format": 1,
        "deck": deck,
        **_answered(found.figures),
        "cards": {
            "begun": found.begun,
            "to_begin": len(learning.unknown) if deck else None,
            "known": round(found.known, _DIGITS),
            "overdue": found.overdue,
        },
        "seconds_an_answer": round(learning.told.seconds_an_answer, _DIGITS),
        "worked_off": found.worked_off.isoformat() if found.worked_off else None,
        "coming": [
            {
                "day": each.day.isoformat(),
                "new": each.new,
                "reviews": each.reviews,
                "minutes": round(minutes, _DIGITS),
            }
            for each, minutes in zip(found.coming, found.minutes, strict=True)
        ],
        "hardest": [_plain(each) for each in found.hardest],
        "confusions": [
            {
                "right": right,
                "given": given,
                "times": each.count,
                "other_way": each.other_way,
                "question": each.last.question,
                "prompt": each.last.prompt,
            }
            for right, given, each in confused_in_words(found, learning, _MOST_CONFUSIONS)
        ],
    }


def _answered(figures: Statistics) -> dict[str, Any]:
    calibration = figures.calibration
    return {
        "since": figures.since.isoformat() if figures.since else None,
        "through": figures.through.isoformat(),
        "total": _plain(figures.total),
        "days_studied": len(figures.days),
        "days_in_a_row": figures.days_in_a_row,
        "days": {day.isoformat(): _plain(each) for day, each in figures.days.items()},
        "by": {
            dimension: {name: _plain(each) for name, each in named.items()}
            for dimension, named in figures.by.items()
        },
        "calibration": calibration
        and {
            "log_loss": round(calibration.log_loss, _DIGITS),
            "rmse": round(calibration.rmse, _DIGITS),
            "bins": [_plain(each) for each in calibration.bins],
        },
    }


def _plain(figures: Figures | Bin | HardFact) -> dict[str, Any]:
    return {
        name: round(value, _DIGITS) if isinstance(value, float) else value
        for name, value in asdict(figures).items()
    }
