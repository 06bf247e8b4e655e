"""What a session moved, in figures and in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from trainer.study.memory import State
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from trainer.chapters.record import Lesson
    from trainer.study.grades import Rating
    from trainer.study.memory import Memory


@dataclass(frozen=True, slots=True)
class Step:
    """What one answer did to a card: `after` is None where nothing is scheduled."""

    card: str
    before: Memory | None
    after: Memory | None
    rating: Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a session moved.

    Attributes:
        answers: how many there were.
        remembered: how many of them were.
        begun: cards that were asked for the first time.
        held: cards that left the steps of minutes: they come again on another day.
        lapsed: cards that were known on an earlier day, and were not now.
        leeches: what was asked of cards that were set aside, because they were forgotten again and again.
        left: cards of today that were not asked.
        waiting: cards that are due and wait for another day.
        tomorrow: cards that are due on the next study day.
        gone: memories that are set aside, because their facts are no more in the chapters.
        suggested: the lesson to go on with; None where there is none, or all were learned.
    """

    answers: int
    remembered: int
    begun: int
    held: int
    lapsed: int
    leeches: tuple[str, ...] = ()
    left: int = 0
    waiting: int = 0
    tomorrow: int = 0
    gone: int = 0
    suggested: Lesson | None = None

    def lines(self) -> Iterator[str]:
        """Yield what there is to say, a line each."""
        if not self.answers:
            yield "Nothing was answered."
        else:
            yield f"{counted(self.answers, 'answer')}, {self.remembered} right."
            moved = [
                f"{number} {what}"
                for number, what in (
                    (self.begun, "new"),
                    (self.held, "learned for today"),
                    (self.lapsed, "forgotten and learned again"),
                )
                if number
            ]
            if moved:
                yield f"Cards: {', '.join(moved)}."
        for prompt in self.leeches:
            yield f"Set aside, because you forgot it again and again: {prompt}"
        if self.left:
            yield f"Left for today: {counted(self.left, 'card')}."
        if self.waiting:
            yield f"Waiting for other days: {counted(self.waiting, 'card')}; the oldest and most important come first."
        yield f"Tomorrow: {counted(self.tomorrow, 'card')} to review."
        if self.gone:
            yield f"Set aside, because the chapter has them no longer: {counted(self.gone, 'card')}."
        if self.suggested is not None:
            yield f"The lesson to go on with: {self.suggested.title}."


def moved(steps: Iterable[Step]) -> tuple[int, int, int]:
    """Return how many cards were begun, left the steps of minutes, and lapsed."""
    first: dict[str, Memory | None] = {}
    last: dict[str, Memory | None] = {}
    for step in steps:
        first.setdefault(step.card, step.before)
        last[step.card] = step.after
    pairs = [(first[card], after) for card, after in last.items() if after is not None]
    return (
        sum(before is None for before, _ in pairs),
        sum(
            after.state is State.REVIEW and (before is None or before.learning)
            for before, after in pairs
        ),
        sum(before is not None and after.lapses > before.lapses for before, after in pairs),
    )


def due_tomorrow(memories: Mapping[str, Memory], cards: Iterable[str], day: date) -> int:
    """Return how many of the cards come on the next study day, what has long been due included."""
    tomorrow = day + timedelta(days=1)
    return sum(
        memory.due_day <= tomorrow for card in cards if (memory := memories.get(card)) is not None
    )
