"""Where the key stands: its place among all options, and its rank among dates and numbers (rule 9)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from trainer.questions.audit.chance import FEWEST, deviations
from trainer.questions.audit.item import Item, Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


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


def places(items: Sequence[Item]) -> tuple[Histogram, ...]:
    """Return the places of the key in names and phrases, and its ranks in dates and numbers.

    The interval of a count is that of a binomial with p = 1/n, widened for the number of places that are looked at
    (Šidák, see `chance`).
    """
    ranked = [item for item in items if item.sorts <= {Sort.DATE} or item.sorts <= {Sort.NUMBER}]
    ids = {item.id for item in ranked}
    shuffled = [item for item in items if item.id not in ids]
    return (
        *_histograms("place of the key", shuffled, lambda item: item.place),
        *_histograms("rank of the key", ranked, _rank),
    )


def _rank(item: Item) -> int:
    own = item.key.measure or 0
    return sum((each.measure or 0) < own for each in item.distractors)


def _histograms(
    what: str, items: Sequence[Item], place: Callable[[Item], int]
) -> Iterator[Histogram]:
    by_options: dict[int, Counter[int]] = {}
    for item in items:
        by_options.setdefault(len(item.offered), Counter())[place(item)] += 1
    for options, counter in sorted(by_options.items(), reverse=True):
        many, share = counter.total(), 1 / options
        reach = deviations(options) * sqrt(many * share * (1 - share))
        enough = many >= FEWEST
        yield Histogram(
            what=what,
            options=options,
            counts=tuple(counter[n] for n in range(options)),
            low=many * share - reach if enough else None,
            high=many * share + reach if enough else None,
        )
