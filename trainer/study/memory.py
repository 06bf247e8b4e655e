"""What is known of how well a card is remembered: the fold of its reviews, never a truth of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


class State(StrEnum):
    """Whether a card is asked again within minutes or after days."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """How well one card is remembered, as of its last review.

    Attributes:
        card: the card's id.
        step: which of the steps within minutes comes next, from 0; None in review.
        stability: the days after which nine of ten such cards are still remembered.
        difficulty: from 1 to 10.
        due_day: the study day on which it is to be asked; while learning, the day of the last review.
        due_at: the instant, in UTC, from which it is to be asked while learning; None in review, where a card is
            due all day long.
        last_at: the instant of the last review, in UTC.
        last_day: the study day of the last review.
        reviews: how many there were.
        lapses: how often a card that had left its learning steps was forgotten.
        introduced: the study day of the first review.
    """

    card: str
    state: State
    step: int | None
    stability: float
    difficulty: float
    due_day: date
    due_at: datetime | None
    last_at: datetime
    last_day: date
    reviews: int
    lapses: int
    introduced: date

    @property
    def learning(self) -> bool:
        """Whether the card is in steps of minutes, new or forgotten."""
        return self.state is not State.REVIEW

    @property
    def was_known(self) -> bool:
        """Whether the card was ever answered right: it went on from where new cards begin."""
        return self.state is not State.LEARNING or self.step != 0
