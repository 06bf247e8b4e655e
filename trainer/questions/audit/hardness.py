"""How the difficulty of a bank is distributed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.questions.difficulty import Level, level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.question import Question

STEPS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Hardness:
    """How many questions are of each level, and of each tenth of the scale from 0 to 1."""

    levels: tuple[tuple[Level, int], ...]
    tenths: tuple[int, ...]


def hardness(questions: Iterable[Question]) -> Hardness:
    """Return the distribution of the difficulty."""
    found = [question.difficulty for question in questions]
    levels = Counter(level(each) for each in found)
    # In hundredths, as difficulties are rounded: 0.7 * 10 is less than 7 to a machine.
    tenths = Counter(min(STEPS - 1, round(each * 100) // 10) for each in found)
    return Hardness(
        levels=tuple((each, levels[each]) for each in Level),
        tenths=tuple(tenths[step] for step in range(STEPS)),
    )
