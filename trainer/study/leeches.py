"""Cards that are forgotten again and again: better put otherwise, or left alone for a while, than asked for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.study.memory import Memory

# So many lapses make a leech; whoever has it asked again is told once more after each few further ones.
LAPSES = 8
FURTHER_LAPSES = 4


def became_leech(before: Memory | None, after: Memory) -> bool:
    """Whether the last answer made a leech of a card."""
    if before is None or after.lapses == before.lapses or after.lapses < LAPSES:
        return False
    return (after.lapses - LAPSES) % FURTHER_LAPSES == 0
