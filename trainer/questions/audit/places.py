"""Where the key stands: its place among all options, and its rank among dates and numbers (rule 9)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from trainer.questions.audit.chance import FEWEST, deviations
from trainer.questions.audit.item import Item, Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """How often the key stands at each place of questions with so many options.

    Attributes:
        what: of which questions.
        counts: from the first place to the last.
        low, high: between these an even bank has each count; None if there are too few to tell.
    """

    what: str
    options: int
    counts: tuple[int, ...]
    low: float | None
    high: float | None

    @property
    def is_even(self) -> bool | None:
        """Whether every place is as frequent as chance makes it; None if there are too few to tell."""
        if self.low is None or self.high is None:
            return None
        return all(self.low <= count <= self.high for count in self.counts)


def places(items: Sequence[Item], beside: int = 0) -> tuple[Histogram, ...]:
    """Return the places of the key in names and phrases, and its ranks in dates and numbers.

    The interval of a count is that of a binomial with p = 1/n, widened for the number of all places that are looked
    at `beside` so many other tries (Šidák, see `chance`).
    """
    ranked = [item for item in items if item.sorts in ({Sort.DATE}, {Sort.NUMBER})]
    ids = {item.id for item in ranked}
    shuffled = [item for item in items if item.id not in ids]
    rows = {
        **_counts("place of the key", shuffled, lambda item: item.place),
        **_counts("rank of the key", ranked, _rank),
    }
    tries = sum(options for (_, options), found in rows.items() if found.total() >= FEWEST)
    return tuple(_histogram(*row, found, tries + beside) for row, found in rows.items())


def _rank(item: Item) -> int:
    own = item.key.measure or 0
    return sum((each.measure or 0) < own for each in item.distractors)


def _counts(
    what: str, items: Sequence[Item], place: Callable[[Item], int]
) -> dict[tuple[str, int], Counter[int]]:
    """Return the counts by the number of options, most options first."""
    found: dict[tuple[str, int], Counter[int]] = {}
    for item in sorted(items, key=lambda item: -len(item.offered)):
        found.setdefault((what, len(item.offered)), Counter())[place(item)] += 1
    return found


def _histogram(what: str, options: int, found: Counter[int], tries: int) -> Histogram:
    many, share = found.total(), 1 / options
    reach = deviations(tries) * sqrt(many * share * (1 - share))
    enough = many >= FEWEST
    return Histogram(
        what=what,
        options=options,
        counts=tuple(found[n] for n in range(options)),
        low=max(0.0, many * share - reach) if enough else None,
        high=min(many, many * share + reach) if enough else None,
    )
