"""Facts in order of time, so that those near a day are found without a search."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic

from trainer.chapters.relations import dating_of
from trainer.dates import bounds
from trainer.questions.draft import F
from trainer.questions.gate import shaky

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Fact


# In days: what lies farther away is no temptation, as long as so many lie nearer.
_ABOUT, _ENOUGH = 150, 10


def days_of(fact: Fact) -> tuple[int, int] | None:
    """Return the first and the last day of a fact, None where the record does not tell both."""
    dating = dating_of(fact)
    first, last = bounds(dating.date) if dating else (None, None)
    return None if first is None or last is None else (first, last)


def is_before(one: Fact, other: Fact) -> bool:
    """Tell whether the record proves that one fact was over before another began."""
    first, second = days_of(one), days_of(other)
    return first is not None and second is not None and first[1] < second[0]


def of_about(facts: Iterable[F], day: int) -> list[F]:
    """Return those of the facts that lie near a day, if they are enough to choose from; else all of them."""
    facts = list(facts)
    near = [fact for fact in facts if is_of_about(fact, day)]
    return near if len(near) >= _ENOUGH else facts


def is_of_about(fact: Fact, day: int) -> bool:
    """Tell whether a fact began near a day."""
    days = days_of(fact)
    return days is not None and abs(days[0] - day) <= _ABOUT


class Row(Generic[F]):
    """Dated facts that may be offered as options, by their first days."""

    def __init__(self, facts: Iterable[F]) -> None:
        dated = [(days[0], fact.id, fact) for fact in facts if (days := days_of(fact)) is not None]
        dated.sort(key=lambda entry: entry[:2])
        self._facts = [fact for *_, fact in dated if not shaky(fact)]
        self._days = [day for day, _, fact in dated if not shaky(fact)]

    def near(self, day: int, reach: int) -> list[F]:
        """Return up to `reach` facts on either side of a day, in order of time."""
        place = bisect_left(self._days, day)
        return self._facts[max(0, place - reach) : place + reach]
