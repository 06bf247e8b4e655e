"""Half a year of a made-up learner, ten minutes a day, by our schedule and by others.

python -m benchmarks.simulation
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from heapq import heappop, heappush
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from trainer.questions.question import Form
from trainer.study.grades import Verdict
from trainer.study.maturity import form_for
from trainer.study.rating import rate
from trainer.study.scheduler import Answered

if TYPE_CHECKING:

    from benchmarks.learner import Learner
    from benchmarks.schedules import Schedule
    from trainer.study.memory import Memory

DAYS = 180
MINUTES = 10
NEW_A_DAY = 10
SEEDS = range(5)
FIRST_DAY = date(2027, 1, 4)
EVENING = datetime(2027, 1, 4, 18, tzinfo=UTC)
AHEAD = timedelta(minutes=20)

OPTIONS = 4
SLIP = 0.02  # known, but mistyped or misread
ONLY_CHOICE = 0.2  # share of cards that can only be asked with options
SECONDS = {Form.CHOICE: 7, Form.TYPED: 9}  # to read and answer
SECONDS_WRONG = 8  # more, to read what was right
SECONDS_NEW = 6  # more, for a card never seen

Rule = "Callable[[Verdict, Form, Memory | None], Rating]"


class Review(NamedTuple):
    """A review some days after the one before, which is where a schedule is put to the test."""

    day: int
    form: Form
    right: bool


@dataclass(slots=True)
class Course:
    """One learner, one schedule, half a year.

    Attributes:
        reviews: after a night or more, of cards out of their learning steps.
        history: everything answered, by card.
        seconds: spent.
    """

    learner: Learner
    schedule: Schedule
    chance: Random
    rule: Rule = rate
    only_choice: float = ONLY_CHOICE
    memories: dict[str, Memory] = field(default_factory=dict)
    reviews: list[Review] = field(default_factory=list)
    history: dict[str, list[Answered]] = field(default_factory=dict)
    seconds: float = 0.0
    answers: int = 0

    def run(self) -> None:
        for day in range(DAYS):
            self._evening(day)

    def known(self) -> float:
        """Return how many cards the learner would know the evening after: the sum of the chances."""
        return sum(self.learner.recall(int(card), DAYS + 0.75) for card in self.memories)

    def _evening(self, day: int) -> None:
        now = EVENING + timedelta(days=day)
        ends = now + timedelta(minutes=MINUTES)
        today = FIRST_DAY + timedelta(days=day)
        reviews = [m for m in self.memories.values() if not m.learning and m.due_day <= today]
        reviews.sort(key=lambda memory: (memory.due_day, memory.card), reverse=True)
        learning: list[tuple[datetime, str]] = []
        for memory in self.memories.values():
            if memory.due_at is not None:
                heappush(learning, (memory.due_at, memory.card))
        new = NEW_A_DAY
        while now < ends:
            if learning and learning[0][0] <= now:
                card = heappop(learning)[1]
            elif reviews:
                card = reviews.pop().card
            elif new:
                new -= 1
                card = str(len(self.memories))
            elif learning and learning[0][0] <= now + AHEAD:
                card = heappop(learning)[1]
            else:
                break
            took = self._ask(card, now, day, today)
            now += timedelta(seconds=took)
            self.seconds += took
            self.answers += 1
            due_at = self.memories[card].due_at
            if due_at is not None:
                heappush(learning, (due_at, card))

    def _ask(self, card: str, now: datetime, day: int, today: date) -> float:
        memory = self.memories.get(card)
        forms = {Form.CHOICE} | (set() if self._only_choice(card) else {Form.TYPED})
        form = form_for(memory, frozenset(forms))
        at = (now - EVENING) / timedelta(days=1) + 0.75
        knew = self.chance.random() < self.learner.recall(int(card), at)
        right = self.chance.random() >= SLIP if knew else self._guessed(form)
        if memory is not None and not memory.learning and today > memory.last_day:
            self.reviews.append(Review(day, form, right))
        self.learner.study(int(card), at, recalled=knew, aided=form is Form.CHOICE)
        rating = self.rule(Verdict.RIGHT if right else Verdict.WRONG, form, memory)
        self.memories[card] = self.schedule.next(memory, card, rating, now, today)
        self.history.setdefault(card, []).append(Answered(rating, now, today))
        return SECONDS[form] + (0 if right else SECONDS_WRONG) + (0 if memory else SECONDS_NEW)

    def _guessed(self, form: Form) -> bool:
        return form is Form.CHOICE and self.chance.random() < 1 / OPTIONS

    def _only_choice(self, card: str) -> bool:
        return Random(f"form of {card}").random() < self.only_choice
