"""What an attempt was worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.quizzes.attempt import Marked


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right of those that were answered; `partly` adds up the credit of those partly right."""

    right: int
    answered: int
    partly: float = 0.0

    @property
    def share(self) -> float | None:
        """The credit, from 0 to 1; None where nothing was answered."""
        return (self.right + self.partly) / self.answered if self.answered else None

    @property
    def percent(self) -> int | None:
        """The share in whole per cent, rounded down so that 100 means all; None without answers."""
        return int(100 * (self.right + self.partly) // self.answered) if self.answered else None


def score(marked: Iterable[Marked]) -> Score:
    """Count the right ones: one point each, a part of one for what is partly right, none for a wrong one."""
    marks = list(marked)
    partly = sum(mark.share for mark in marks if not mark.right)
    return Score(sum(mark.right for mark in marks), len(marks), float(partly))


def score_by_kind(marked: Iterable[Marked]) -> dict[str, Score]:
    """Count the right ones of each kind of question, kinds in alphabetical order."""
    kinds: dict[str, list[Marked]] = {}
    for mark in marked:
        kinds.setdefault(mark.question.kind.value, []).append(mark)
    return {kind: score(kinds[kind]) for kind in sorted(kinds)}
