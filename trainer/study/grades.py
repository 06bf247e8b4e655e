"""How an answer was judged, and how well the card was known: words of the log."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """How an answer was judged."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    UNGRADED = "ungraded"


class Rating(StrEnum):
    """How well the learner knew it, in FSRS's four grades."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"

    @property
    def remembered(self) -> bool:
        """Whether the card was known at all."""
        return self is not Rating.AGAIN
