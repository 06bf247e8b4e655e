"""Verdicts in short, for tables: `right`, `partly 0.5`, `wrong`, `wrong ID` or `ask DOUBT`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.answers.verdict import AskAgain, PartlyRight, Right, Wrong

if TYPE_CHECKING:
    from trainer.answers.verdict import Verdict

RIGHT, WRONG = "right", "wrong"
MORE = "ask more-specific"
WHICH_FIRST = "ask day-or-month-first"
STYLE = "ask old-or-new-style"
WHAT = "ask not-understood"


def short(verdict: Verdict) -> str:
    match verdict:
        case Right():
            return RIGHT
        case PartlyRight(share, _):
            return f"partly {share:.2f}"
        case Wrong(_, whose):
            return f"wrong {whose}" if whose else WRONG
        case AskAgain(which, _):
            return f"ask {which}"
