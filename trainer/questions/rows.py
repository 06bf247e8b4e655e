"""Facts in order of time, so that those near a day are found without a search."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from trainer.chapters.relations import dating_of
from trainer.dates import bounds
from trainer.questions.gate import shaky

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Fact


def days_of(fact: Fact) -> tuple[int, int] | None:
    """Return the first and the last day of a fact, None where the record does not tell both."""
    dating = dating_of(fact)
    first, last = bounds(dating.date) if dating else (None, None)
    return None if first is None or last is None else (first, last)


def is_before(one: Fact, other: Fact) -> bool:
    """Tell whether the record proves that one fact was over before another began."""
    first, second = days_of(one), days_of(other)
    return first is not None and second is not None and first[1] < second[0]


class Row:
    """Dated facts that may be offered as options, by their first days."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        dated = [(days[0], fact.id, fact) for fact in facts if (days := days_of(fact)) is not None]
        dated.sort(key=lambda entry: entry[:2])
        self._facts = [fact for *_, fact in dated if not shaky(fact)]
        self._days = [day for day, _, fact in dated if not shaky(fact)]

    def near(self, day: int, reach: int) -> list[Fact]:
        """Return up to `reach` facts on either side of a day, in order of time."""
        place = bisect_left(self._days, day)
        return self._facts[max(0, place - reach) : place + reach]

    def first(self, many: int) -> list[Fact]:
        """Return so many facts from the beginning."""
        return self._facts[:many]
