"""Chance that repeats itself: the same seed and id give the same draw on every machine and in every version.

The state is a BLAKE2b hash of the parts, the generator SplitMix64 (Steele, Lea and Flood, "Fast splittable
pseudorandom number generators", OOPSLA 2014): the standard library promises less for `shuffle` and `sample`.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")

_MASK = (1 << 64) - 1


class Seeded:
    """Draws that depend on `parts` alone, such as a seed and the id of a question."""

    def __init__(self, *parts: object) -> None:
        text = "\x1f".join(str(part) for part in parts)
        self._state = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")

    def _next(self) -> int:
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return mixed ^ (mixed >> 31)

    def below(self, limit: int) -> int:
        """Return a number from 0 to `limit` - 1."""
        return self._next() % limit

    def fraction(self) -> float:
        """Return a number in [0, 1)."""
        return (self._next() >> 11) / (1 << 53)

    def choice(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.below(len(items))]

    def shuffled(self, items: Iterable[T]) -> list[T]:
        """Return the items in an order of chance (Fisher and Yates)."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed

    def some(self, items: Sequence[T], many: int) -> list[T]:
        """Return so many of the items, or all of them, in an order of chance."""
        left = list(items)
        taken = []
        for _ in range(min(many, len(left))):
            place = self.below(len(left))
            left[place], left[-1] = left[-1], left[place]
            taken.append(left.pop())
        return taken

    def stretch(self, items: Sequence[T], many: int) -> list[T]:
        """Return so many of the items, or all of them, in their own order, begun anywhere and going round."""
        start = self.below(max(1, len(items)))
        row = list(items[start : start + many])
        return [*row, *items[: min(start, many - len(row))]]

    def shuffled_by_odds(self, items: Iterable[T], odds: Callable[[T], float]) -> list[T]:
        """Return the items in an order of chance that puts those of high odds first more often.

        The first n are a Pareto sample (Rosén, "On sampling with probability proportional to size", Journal
        of Statistical Planning and Inference 62, 1997): an item is among them with about the probability
        that its odds say, where these probabilities add up to n. Odds are positive.
        """
        drawn = []
        for number, item in enumerate(items):
            chance = self.fraction()
            drawn.append((chance / (1 - chance) / odds(item), number, item))
        return [item for _, _, item in sorted(drawn, key=lambda entry: entry[:2])]
