"""What the coming days bring if everything is known when it is asked, and new cards go on as they did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from trainer.study.grades import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from trainer.study.memory import Memory
    from trainer.study.scheduler import Scheduler

ANSWERS_OF_A_NEW_CARD = 2  # on its first day
ANSWERS_OF_A_LAPSE = 1  # beside the one that found it out
# What an answer takes, with reading what was right; a guess, as in the simulation of learners.
SECONDS_AN_ANSWER = 10
# From so many answers on the learner's own time is believed.
ENOUGH_ANSWERS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingDay:
    """What a day brings.

    Attributes:
        reviews: cards that come again.
        new: cards that are begun.
    """

    day: date
    reviews: int
    new: int

    def answers(self, retention: float) -> float:
        """Return about how many answers that makes where so large a share is remembered."""
        reviews = self.reviews * (1 + (1 - retention) * ANSWERS_OF_A_LAPSE)
        return reviews + self.new * ANSWERS_OF_A_NEW_CARD


def forecast(
    memories: Iterable[Memory], begun: Sequence[int], scheduler: Scheduler, day: date
) -> tuple[ComingDay, ...]:
    """Return what each of so many days brings as `begun` has entries, from `day` on.

    Every review is thought to be done on its day, the overdue ones today, and every card to be known. What is forgotten
    comes once more the same day and sooner afterwards, which is not in the counts of reviews.

    Args:
        memories: of the cards that were begun.
        begun: how many new cards are begun each day.
        scheduler: without fuzz, or cards of one day part as they would.
        day: the study day of today.
    """
    last = day + timedelta(days=len(begun) - 1)
    reviews = Counter(at for each in memories for at in review_days(each, day, last, scheduler))
    again = [(at - day).days for at in new_card_days(day, last, scheduler)] if any(begun) else []
    for offset, number in enumerate(begun):
        for wait in again:
            if offset + wait < len(begun):
                reviews[day + timedelta(days=offset + wait)] += number
    days = (day + timedelta(days=offset) for offset in range(len(begun)))
    return tuple(
        ComingDay(day=at, reviews=reviews[at], new=number)
        for at, number in zip(days, begun, strict=True)
    )


def review_days(memory: Memory, day: date, last: date, scheduler: Scheduler) -> Iterator[date]:
    """Yield the days from `day` through `last` on which a card comes again if it is always known."""
    told = None
    while memory.due_day <= last:
        day = max(day, memory.due_day)
        if day != told:  # what is being learned comes more than once on a day
            told = day
            yield day
        memory = scheduler.next(memory, memory.card, Rating.GOOD, memory.last_at, day)


def new_card_days(day: date, last: date, scheduler: Scheduler) -> Iterator[date]:
    """Yield the later days through `last` on which a card comes again that is begun on `day` and always known."""
    at = datetime.combine(day, time(), UTC)
    memory = None
    for _ in range(ANSWERS_OF_A_NEW_CARD):
        memory = scheduler.next(memory, "any", Rating.GOOD, at, day)
    assert memory is not None
    yield from review_days(memory, day, last, scheduler)


def begun_a_day(memories: Iterable[Memory], day: date, days: int) -> float | None:
    """Return how many new cards a day there were in the `days` before `day`, or since the first one if that is later.

    None where none was begun before `day`.
    """
    since = [(day - each.introduced).days for each in memories]
    stretch = min(days, max(since, default=0))
    return sum(1 <= each <= days for each in since) / stretch if stretch > 0 else None


def evenly(rate: float, days: int, most: int | None = None) -> tuple[int, ...]:
    """Return whole numbers of new cards for each day, as even as they can be, `most` in all."""
    whole = [int(rate * number + 1e-9) for number in range(days + 1)]
    if most is not None:
        whole = [min(most, each) for each in whole]
    return tuple(later - earlier for earlier, later in pairwise(whole))


def worked_off(days: Sequence[ComingDay], reviews_a_day: int) -> date | None:
    """Return the first day that ends with nothing overdue if so many reviews are done a day; None where none does."""
    waiting = 0
    for each in days:
        waiting = max(0, waiting + each.reviews - reviews_a_day)
        if not waiting:
            return each.day
    return None


def seconds_an_answer(seconds: float, answers: int) -> float:
    """Return what one of so many answers took, or, where these are few, what is thought of anybody."""
    return seconds / answers if answers >= ENOUGH_ANSWERS else float(SECONDS_AN_ANSWER)
