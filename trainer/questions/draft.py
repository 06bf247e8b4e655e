"""What a family hands over for a question: the parts, before they are proved, picked and put in order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from trainer.chapters.record import Fact
from trainer.questions.distance import Distance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.questions.index import Index
    from trainer.questions.question import Card, OptionSource
    from trainer.questions.seeding import Seeded

F = TypeVar("F", bound=Fact)
T = TypeVar("T")


class Pick(Enum):
    """How distractors are chosen, so that nothing but the sense of an option tells it from the key."""

    BY_RANK = (
        "by rank"  # dates and numbers: the rank of the key is drawn first; they stand in order
    )
    BY_LENGTH = "by length"  # free text: the rank of the key's length is drawn first
    BY_ODDS = "by odds"  # names: as often on offer as they are right elsewhere
    ALL = "all"  # the family says exactly which
    IN_ORDER = "in order"  # the same, of what stands in order

    @property
    def is_ordered(self) -> bool:
        """Whether the options stand in an order of their own."""
        return self in {Pick.BY_RANK, Pick.IN_ORDER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that could stand among the options.

    Attributes:
        why: what the learner reads about it after answering; said late, since most choices are never offered.
        measure: what choices that stand in order are ordered by.
        odds: for coming up, where choices are drawn BY_ODDS; positive.
        facts: the facts that it rests on.
        names: folded words of which none may stand in the stem.
        apart: texts beside which it must not stand.
        group: what it goes with at a glance, as the month of an event.
    """

    id: str
    text: str
    why: str | Callable[[], str]
    source: OptionSource
    measure: int = 0
    odds: float = 1.0
    facts: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    group: str = ""

    def reason(self) -> str:
        """Return why it is right or wrong, in words."""
        return self.why if isinstance(self.why, str) else self.why()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Generic[F]):
    """What a family is asked to make a question of; `chance` belongs to this card and template."""

    card: Card
    fact: F
    index: Index
    chance: Seeded
    distance: Distance = Distance.NEAR

    def drawn(self, items: Iterable[T], nearness: Callable[[T], float]) -> list[T]:
        """Return the items in an order of chance in which those at the distance asked for mostly come first."""
        return self.chance.shuffled_by_odds(items, lambda item: self.distance.odds(nearness(item)))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question or a front cannot be made."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """The recall side of a card: its stems, of which one is chosen, and the answer."""

    stems: tuple[str, ...]
    answer: str
    names: frozenset[str] = frozenset()
