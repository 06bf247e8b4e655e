"""What a session asks, and how it was answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.chapters.record import Lesson
    from trainer.questions.question import Card, Question
    from trainer.study.confusables import Contrast
    from trainer.study.grades import Rating, Verdict
    from trainer.study.memory import Memory


class Ending(StrEnum):
    """Why nothing more is asked."""

    DONE = "done"  # nothing is left for now
    TIME = "time"  # the minutes are over


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked next.

    Attributes:
        memory: of the card; None if it is new.
        begins: the lesson, where this is the first card of it that the learner meets.
        contrast: what the card could be taken for, where the learner was just asked that. It says something of the
            answer, and so is to be shown after it.
    """

    card: Card
    question: Question
    memory: Memory | None
    begins: Lesson | None
    contrast: Contrast | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How an ask was answered.

    Attributes:
        answer: the chosen option's id or what was typed; None where nothing was.
        milliseconds: how long it took.
        said: the learner's own grade.
        overruled: the learner counts it as right, whatever the verdict.
    """

    answer: str | None
    verdict: Verdict
    milliseconds: int
    said: Rating | None = None
    overruled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer that is on the disk.

    Attributes:
        review: its id in the log.
        rating: what it counts for.
        memory: of the card, after it; None where nothing is scheduled and the card is new.
        leech: whether the card was set aside, because it was forgotten again and again.
    """

    review: str
    ask: Ask
    given: Given
    rating: Rating
    memory: Memory | None
    leech: bool = False
