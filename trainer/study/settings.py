"""What the learner decides about studying: `study.toml` in the folder of what they learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.study.days import ROLLOVER_HOUR

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Exam:
    """A day by which all of a deck is to be known."""

    deck: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StudySettings:
    """How the learner wants to study.

    Attributes:
        desired_retention: the share of cards to be remembered when they are asked, 0.70 to 0.97.
        minutes: how long a session is.
        new_a_day: how many new cards a day brings at most.
        reviews_a_day: how many reviews a day brings at most.
        rollover_hour: the hour at which a study day begins.
        importance: of which importance facts must be for new cards to be taken from them.
        parameters: the 21 of FSRS-6 fitted to the learner; None for the usual ones.
        exam: None where none is planned.
    """

    desired_retention: float = 0.9
    minutes: int = 10
    new_a_day: int = 10
    reviews_a_day: int = 200
    rollover_hour: int = ROLLOVER_HOUR
    importance: tuple[str, ...] = ("core",)
    parameters: tuple[float, ...] | None = None
    exam: Exam | None = None


def read_settings(file: Path) -> StudySettings:
    """Return the settings in `file`; the usual ones if there is none.

    Raises:
        ContentError: the file cannot be read, or something in it is not what it may be.
    """
    raise NotImplementedError
