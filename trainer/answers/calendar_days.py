"""The dated facts of a chapter by their days: whose date a day is, and how near the next one is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Importance, Vote, VoteType, Work
from trainer.chapters.relations import dating_of
from trainer.dates import bounds, single_day
from trainer.questions.gate import shaky

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter, Fact
    from trainer.dates import Date

_RANKS = {Importance.CORE: 0, Importance.SECONDARY: 1, Importance.TRIVIA: 2}


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with its first and last day."""

    fact: Fact
    first: int
    last: int


class CalendarDays:
    """The facts of a chapter whose dates have two ends."""

    def __init__(self, chapter: Chapter) -> None:
        self._by_bounds: dict[tuple[int, int], list[Fact]] = defaultdict(list)
        self._by_lesson: dict[str | None, list[Dated]] = defaultdict(list)
        for fact in chapter.facts():
            dating = dating_of(fact)
            if dating is None:
                continue
            first, last = bounds(dating.date)
            if first is None or last is None:
                continue
            self._by_bounds[first, last].append(fact)
            if single_day(dating.date) is not None:
                self._by_lesson[fact.lesson].append(Dated(fact, first, last))

    def whose(self, date: Date, besides: str) -> Fact | None:
        """Return the most important fact with exactly this date, other than `besides`."""
        first, last = bounds(date)
        if first is None or last is None:
            return None
        facts = [fact for fact in self._by_bounds.get((first, last), ()) if fact.id != besides]
        return min(facts, key=_rank, default=None)

    def nearest_of_lesson(self, fact: Fact, first: int, last: int) -> int | None:
        """Return how many days the nearest other day of a fact's lesson lies outside a span of days."""
        gaps = (
            max(first - other.last, other.first - last)
            for other in self._by_lesson.get(fact.lesson, ())
            if other.fact.id != fact.id
        )
        return min((gap for gap in gaps if gap > 0), default=None)


def happening(fact: Fact) -> str | None:
    """Return what happened on the date of a fact: a noun phrase for "the date of …".

    None where it has none, and of what was told to be denied or rests on hearsay and the like.
    """
    if shaky(fact):
        return None
    match fact:
        case Vote() if fact.type is VoteType.FIGURE:
            return None
        case Event() | Vote():
            return fact.title
        case Work():
            return f"“{fact.title}”" if fact.title[:1].isupper() else fact.title
        case _:
            return None


def _rank(fact: Fact) -> tuple[bool, int, bool, str]:
    """Rank what can be named first, then by importance; of equals an event."""
    return (happening(fact) is None, _RANKS[fact.importance], not isinstance(fact, Event), fact.id)
