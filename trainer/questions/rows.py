"""Facts in order of time, so that those near a day are found without a search."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Generic

from trainer.chapters.relations import dating_of
from trainer.dates import bounds
from trainer.questions.draft import F
from trainer.questions.gate import shaky

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Fact


# In days: what lies farther away is no temptation.
_ABOUT = 150

# In days: a longer time is looked through whole.
_SHORT = 31


def days_of(fact: Fact) -> tuple[int, int] | None:
    """Return the first and the last day of a fact, None where the record does not tell both."""
    dating = dating_of(fact)
    first, last = bounds(dating.date) if dating else (None, None)
    return None if first is None or last is None else (first, last)


def is_before(one: Fact, other: Fact) -> bool:
    """Tell whether the record proves that one fact was over before another began."""
    first, second = days_of(one), days_of(other)
    return first is not None and second is not None and first[1] < second[0]


def is_of_about(fact: Fact, day: int) -> bool:
    """Tell whether a fact began and ended near a day."""
    days = days_of(fact)
    return days is not None and all(abs(end - day) <= _ABOUT for end in days)


class Row(Generic[F]):
    """Dated facts that may be offered as options, by their first days."""

    def __init__(self, facts: Iterable[F]) -> None:
        dated = [(days[0], fact.id, fact) for fact in facts if (days := days_of(fact)) is not None]
        dated.sort(key=lambda entry: entry[:2])
        self._facts = [fact for *_, fact in dated if not shaky(fact)]
        self._days = [day for day, _, fact in dated if not shaky(fact)]

    def near(self, day: int, reach: int, apart: int = 0) -> list[F]:
        """Return up to `reach` facts on either side of a day, and as many that lie `apart` days from it, in order."""
        days, facts = self._days, self._facts
        places = [bisect_left(days, day + gap) for gap in (-apart, 0, apart)]
        return [facts[place] for place in places_about(places, reach, len(facts))]


class Spans(Generic[F]):
    """Facts in order of time, so that those are found without a search that may have come at the time of another."""

    def __init__(self, facts: Iterable[F]) -> None:
        self._loose: list[tuple[int, F]] = []
        dated: list[tuple[int, int, F]] = []
        for place, fact in enumerate(facts):
            days = days_of(fact)
            if days is None or days[1] - days[0] > _SHORT:
                self._loose.append((place, fact))
            else:
                dated.append((days[0], place, fact))
        dated.sort(key=lambda entry: entry[:2])
        self._dated = [(place, fact) for _, place, fact in dated]
        self._days = [day for day, _, _ in dated]

    def about(self, fact: Fact) -> list[F]:
        """Return those that are not certain to have come before or after a fact, and some more, as they were given."""
        days = days_of(fact)
        start = bisect_left(self._days, days[0] - _SHORT) if days else 0
        end = bisect_right(self._days, days[1]) if days else len(self._days)
        found = sorted((*self._loose, *self._dated[start:end]), key=lambda entry: entry[0])
        return [each for _, each in found]


def places_about(places: Iterable[int], reach: int, many: int) -> list[int]:
    """Return the places in a row of so many that lie up to `reach` before or after any of these, each once."""
    stretches = (range(max(0, place - reach), min(many, place + reach)) for place in places)
    return sorted(set().union(*stretches))
