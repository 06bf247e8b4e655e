"""How far from the key distractors are looked for.

A card that is new is asked among what belongs to other phases of the chapter, one that is known among its neighbours
and what it could be mistaken for. The distance decides which of the proved distractors are *likely*, and nothing else:
where too few lie at the one, those at the other stand in, and no question is withheld for it.
"""

from __future__ import annotations

from enum import StrEnum

# So many times likelier is the nearest to be drawn than the farthest, or the other way about. What they have in common
# is told in thirds and quarters: each makes three or four times as likely, and none rules out.
_PULL = 64.0

# So much less likely to be drawn is what belongs to another generation than what is asked about: it tempts nobody, but
# where there is nothing else it stands in.
OUT_OF_TIME = 1e-4

# In days: so far apart things belong to different phases.
PHASE = 60


class Distance(StrEnum):
    """Where distractors come from."""

    FAR = "far"  # from other phases of the chapter: for a card that is new
    NEAR = "near"  # neighbours and confusables: for a card that is known, and for a quiz

    @property
    def apart(self) -> int:
        """Beyond how many days distractors are looked for, beside those at hand; 0 for nowhere else."""
        return PHASE if self is Distance.FAR else 0

    def odds(self, nearness: float) -> float:
        """Return the odds for being drawn of what lies so near, from 0 to 1; they are even in the middle."""
        tilt = nearness - 0.5
        return float(_PULL ** (tilt if self is Distance.NEAR else -tilt))
