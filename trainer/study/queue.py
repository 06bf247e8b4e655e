"""What is asked next in a session: what is being learned when its minutes are over, else reviews with new cards among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from heapq import heapify, heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING

from trainer.study.path import fact_of, next_new

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from trainer.questions.question import Card
    from trainer.study.memory import Memory
    from trainer.study.settings import StudySettings

# With nothing else left, a card that is being learned is asked so much before its time.
AHEAD = timedelta(minutes=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a session takes up besides what is being learned: fixed when it begins, so that it can be gone on with.

    Attributes:
        reviews: ids of the cards to be reviewed, in the order in which they are asked.
        new: ids of the cards to be learned, in the order in which they are asked.
        waiting: how many more are due, and wait for another day.
    """

    reviews: tuple[str, ...]
    new: tuple[str, ...]
    waiting: int = 0


def plan_day(
    path: Iterable[Card],
    memories: Mapping[str, Memory],
    settings: StudySettings,
    day: date,
    *,
    unasked: Collection[str] = (),
    portion: int | None = None,
    through: date | None = None,
    apart: bool = True,
) -> Plan:
    """Return what a study day has left of reviews and new cards.

    After days away more may be due than a day has room for: then what is core comes first, and of that what is due
    longest; the rest waits.

    Args:
        path: the cards in the order in which new ones are learned.
        memories: of these cards and any others, by card.
        settings: how many a day brings, and of which importance new cards are.
        day: the study day.
        unasked: cards that are suspended, or buried today.
        portion: how many reviews a session has time for. They are mixed within such portions only, so that what
            comes first is not put behind what there is no time for.
        through: the last day whose reviews are due; the study day if not given.
        apart: whether of several cards of one fact one a day is asked.
    """
    cards = [card for card in path if card.id not in unasked]
    today = [each for each in memories.values() if each.last_day == day]
    introduced = sum(each.introduced == day for each in today)
    met = {fact_of(each.card) for each in today} if apart else set()
    due = sorted(
        (
            (card.importance.rank, memory.due_day, card.id)
            for card in cards
            if (memory := memories.get(card.id))
            and not memory.learning
            and memory.due_day <= (through or day)
            and memory.last_day != day
        ),
    )
    room = max(0, settings.reviews_a_day - (len(today) - introduced))
    chosen: list[str] = []
    for _, _, card_id in due:
        fact = fact_of(card_id) if apart else card_id
        if len(chosen) < room and fact not in met:
            met.add(fact)
            chosen.append(card_id)
    unknown = (
        card
        for card in cards
        if card.id not in memories and card.importance.value in settings.importance
    )
    room_for_new = max(0, settings.new_a_day - introduced)
    new = next_new(unknown, room_for_new, met) if apart else islice(unknown, room_for_new)
    return Plan(
        reviews=tuple(_in_portions(chosen, portion or len(chosen), day)),
        new=tuple(card.id for card in new),
        waiting=len(due) - len(chosen),
    )


def plan_cram(cards: Iterable[str], day: date) -> Plan:
    """Return all of the cards in an order of no meaning."""
    return Plan(reviews=(), new=tuple(sorted(cards, key=lambda each: _mixed(each, day))))


class Queue:
    """The cards of a session; the next is known at once, however many there are."""

    def __init__(
        self, plan: Plan, memories: Mapping[str, Memory], cards: Collection[str], day: date
    ) -> None:
        """Begin, or go on where the answers that are in `memories` left off.

        Args:
            plan: of the session.
            memories: of these cards and any others, by card.
            cards: the ids of the cards that may be asked.
            day: the study day of the plan.
        """
        self._learning = [
            (each.due_at, each.card)
            for each in memories.values()
            if each.due_at is not None and each.card in cards
        ]
        heapify(self._learning)
        done = {each.card for each in memories.values() if each.last_day == day}
        left = [
            [each for each in part if each in cards and each not in done]
            for part in (plan.reviews, plan.new)
        ]
        self._days = [*reversed(_interleaved(*left))]

    @property
    def left(self) -> int:
        """How many cards are left, each counted once."""
        return len(self._days) + len(self._learning)

    def next(self, now: datetime) -> str | None:
        """Return the card to be asked; None where nothing is left for now."""
        if self._learning and self._learning[0][0] <= now:
            return self._learning[0][1]
        if self._days:
            return self._days[-1]
        if self._learning and self._learning[0][0] <= now + AHEAD:
            return self._learning[0][1]
        return None

    def answered(self, memory: Memory) -> None:
        """Take note of the memory that a card has after it was answered."""
        self.drop(memory.card)
        if memory.due_at is not None:
            heappush(self._learning, (memory.due_at, memory.card))

    def postpone(self, card: str) -> None:
        """Ask a card again when all others were asked: where nothing is scheduled."""
        self.drop(card)
        self._days.insert(0, card)

    def drop(self, card: str) -> None:
        """Ask a card no more in this session."""
        if self._learning and self._learning[0][1] == card:
            heappop(self._learning)
        elif self._days and self._days[-1] == card:
            self._days.pop()
        else:  # it was answered out of turn
            self._learning = [entry for entry in self._learning if entry[1] != card]
            heapify(self._learning)
            self._days = [each for each in self._days if each != card]


def _interleaved(reviews: list[str], new: list[str]) -> list[str]:
    """Spread the new cards evenly among the reviews, each kind in its order; a review comes first."""
    placed = [((at + 0.5) / len(reviews), 0, each) for at, each in enumerate(reviews)]
    placed += [((at + 1) / (len(new) + 1), 1, each) for at, each in enumerate(new)]
    return [each for _, _, each in sorted(placed, key=lambda entry: entry[:2])]


def _in_portions(cards: Sequence[str], size: int, day: date) -> Iterator[str]:
    for start in range(0, len(cards), max(size, 1)):
        yield from sorted(cards[start : start + size], key=lambda each: _mixed(each, day))


def _mixed(card: str, day: date) -> bytes:
    """Return what puts the reviews of a day in an order of no meaning, the same whenever it is asked for."""
    return sha256(f"{day} {card}".encode()).digest()
