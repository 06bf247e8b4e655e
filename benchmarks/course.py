"""Half a year of a made-up learner, ten minutes an evening, by one schedule: for `benchmarks.simulation`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from heapq import heapify, heappop, heappush
from random import Random
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from trainer.questions.question import Form
from trainer.study.grades import Verdict
from trainer.study.maturity import form_for
from trainer.study.rating import rate
from trainer.study.scheduler import Answered

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.learner import Learner
    from benchmarks.schedules import Schedule
    from trainer.study.grades import Rating
    from trainer.study.memory import Memory

    Rule: TypeAlias = Callable[[Verdict, Form, Memory | None], Rating]
    FormRule: TypeAlias = Callable[[Memory | None, frozenset[Form]], Form]

DAYS = 180
MINUTES = 10
NEW_A_DAY = 10
FIRST_DAY = date(2027, 1, 4)
EVENING = datetime(2027, 1, 4, 18, tzinfo=UTC)
AHEAD = timedelta(minutes=20)

OPTIONS = 4
SLIP = 0.02  # known, but mistyped or misread
ONLY_CHOICE = 0.2  # share of cards that can only be asked with options
SECONDS = {Form.CHOICE: 7, Form.TYPED: 9}  # to read and answer
SECONDS_WRONG = 8  # more, to read what was right
SECONDS_NEW = 6  # more, for a card never seen


class Review(NamedTuple):
    """A review a day or more after the one before: where a schedule is put to the test.

    Attributes:
        right: the answer, lucky guesses and slips included.
        knew: whether the learner could have told it unaided.
    """

    form: Form
    right: bool
    knew: bool


@dataclass(slots=True)
class Course:
    """One learner, one schedule, half a year.

    Attributes:
        rule: makes ratings of verdicts.
        ask_in: chooses a form.
        only_choice: the share of cards that can only be asked with options.
        reviews: those of cards that had left their learning steps.
        history: everything answered, by card.
        seconds: spent.
    """

    learner: Learner
    schedule: Schedule
    chance: Random
    rule: Rule = rate
    ask_in: FormRule = form_for
    only_choice: float = ONLY_CHOICE
    memories: dict[str, Memory] = field(default_factory=dict)
    reviews: list[Review] = field(default_factory=list)
    history: dict[str, list[Answered]] = field(default_factory=dict)
    seconds: float = 0.0

    def run(self) -> None:
        for day in range(DAYS):
            self._evening(day)

    def known(self) -> float:
        """Return how many cards the learner would know on the evening after, unaided: the sum of the chances."""
        return sum(self.learner.recall(int(card), DAYS + 0.75) for card in self.memories)

    def _evening(self, day: int) -> None:
        """Ask what is due, the longest due first, then new cards, and end on time."""
        now = EVENING + timedelta(days=day)
        ends = now + timedelta(minutes=MINUTES)
        today = FIRST_DAY + timedelta(days=day)
        due = [
            held for held in self.memories.values() if not held.learning and held.due_day <= today
        ]
        due.sort(key=lambda held: (held.due_day, held.card), reverse=True)
        reviews = [held.card for held in due]
        learning = [(held.due_at, held.card) for held in self.memories.values() if held.due_at]
        heapify(learning)
        new = [str(len(self.memories) + number) for number in reversed(range(NEW_A_DAY))]
        while now < ends:
            card = _next(learning, reviews, new, now)
            if card is None:
                break
            took = self._ask(card, now, today)
            now += timedelta(seconds=took)
            self.seconds += took
            due_at = self.memories[card].due_at
            if due_at is not None:
                heappush(learning, (due_at, card))

    def _ask(self, card: str, now: datetime, today: date) -> float:
        memory = self.memories.get(card)
        forms = {Form.CHOICE} | (set() if self._only_choice(card) else {Form.TYPED})
        form = self.ask_in(memory, frozenset(forms))
        at = (now - EVENING) / timedelta(days=1) + 0.75
        knew = self.chance.random() < self.learner.recall(int(card), at)
        right = self.chance.random() >= SLIP if knew else self._guessed(form)
        if memory is not None and not memory.learning and today > memory.last_day:
            self.reviews.append(Review(form, right, knew))
        self.learner.study(int(card), at, recalled=knew, aided=form is Form.CHOICE)
        rating = self.rule(Verdict.RIGHT if right else Verdict.WRONG, form, memory)
        self.memories[card] = self.schedule.next(memory, card, rating, now, today)
        self.history.setdefault(card, []).append(Answered(rating, now, today))
        return SECONDS[form] + (0 if right else SECONDS_WRONG) + (0 if memory else SECONDS_NEW)

    def _guessed(self, form: Form) -> bool:
        return form is Form.CHOICE and self.chance.random() < 1 / OPTIONS

    def _only_choice(self, card: str) -> bool:
        return Random(f"form of {card}").random() < self.only_choice


def _next(
    learning: list[tuple[datetime, str]], reviews: list[str], new: list[str], now: datetime
) -> str | None:
    """Take what is asked next; None if there is nothing."""
    if learning and learning[0][0] <= now:
        return heappop(learning)[1]
    if reviews:
        return reviews.pop()
    if new:
        return new.pop()
    if learning and learning[0][0] <= now + AHEAD:
        return heappop(learning)[1]
    return None
