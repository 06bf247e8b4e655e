"""The verdict of the log from what the judge of typed answers says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.study.grades import Verdict

if TYPE_CHECKING:
    from trainer.answers.verdict import PartlyRight, Right, Wrong


def verdict_of(judged: Right | PartlyRight | Wrong) -> Verdict:
    """Return what the log says of an answer that was judged."""
    if judged.share >= 1:
        return Verdict.RIGHT
    return Verdict.PARTLY if judged.share > 0 else Verdict.WRONG
