"""How the facts of a chapter hang together: what led to what, what went back on what, what lies close by."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from trainer.chapters.record import LinkType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.chapters.record import Fact

Ties = dict[str, dict[str, None]]


class Links:
    """The links of a record, each readable from both of its ends, whichever fact holds it."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        causes: Ties = defaultdict(dict)
        effects: Ties = defaultdict(dict)
        undone: Ties = defaultdict(dict)
        answered: Ties = defaultdict(dict)
        beside: Ties = defaultdict(dict)
        held = {fact.id: fact for fact in facts}
        # A link to what the record lacks ties nothing.
        for fact in held.values():
            for link in fact.links:
                one, other = fact.id, link.to
                if other not in held:
                    continue
                beside[one][other] = beside[other][one] = None
                match link.type:
                    case LinkType.BECAUSE:
                        causes[one][other] = effects[other][one] = None
                    case LinkType.LED_TO:
                        effects[one][other] = causes[other][one] = None
                    case LinkType.REVERSES:
                        undone[one][other] = None
                    case LinkType.IN_REPLY_TO:
                        answered[one][other] = None
        self._causes, self._effects = causes, effects
        self._undone, self._answered = undone, answered
        self._beside = beside

    def causes(self, fact: str) -> tuple[str, ...]:
        """Return what led to a fact directly, in the order of the record."""
        return tuple(self._causes.get(fact, ()))

    def effects(self, fact: str) -> tuple[str, ...]:
        """Return what a fact led to directly, in the order of the record."""
        return tuple(self._effects.get(fact, ()))

    def undone(self, fact: str) -> tuple[str, ...]:
        """Return what a fact reversed."""
        return tuple(self._undone.get(fact, ()))

    def answered(self, fact: str) -> tuple[str, ...]:
        """Return what a fact was a reply to."""
        return tuple(self._answered.get(fact, ()))

    def all_causes(self, fact: str) -> frozenset[str]:
        """Return what led to a fact over any number of links; in a circle, the fact itself too."""
        return _reached(self._causes, fact)

    def all_effects(self, fact: str) -> frozenset[str]:
        """Return what a fact led to over any number of links; in a circle, the fact itself too."""
        return _reached(self._effects, fact)

    def all_undone(self, fact: str) -> frozenset[str]:
        """Return what a fact reversed, what that had reversed, and so on."""
        return _reached(self._undone, fact)

    def beside(self, fact: str) -> frozenset[str]:
        """Return what one link of any sort joins to a fact, read in either direction."""
        return frozenset(self._beside.get(fact, ()))


def _reached(ties: Mapping[str, Iterable[str]], start: str) -> frozenset[str]:
    """Return what can be reached from a fact; the fact itself only if a way leads back to it."""
    found: set[str] = set()
    border: set[str] = {start}
    while border:
        border = {other for one in border for other in ties.get(one, ())} - found
        found |= border
    return frozenset(found)
