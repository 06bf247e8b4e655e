"""`rank`: a candidate, which place they took; by request only."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.families.placing import InTheCount, own_standing, standing, votes
from trainer.questions.proof import FEWEST_OPTIONS, MOST_OPTIONS
from trainer.questions.question import OptionSource
from trainer.questions.wording import at_its_time, attributed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Vote

_PLACES = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
_MANY = {3: "three", 4: "four", 5: "five", 6: "six"}


class Rank(InTheCount):
    """The other places."""

    template: ClassVar[str] = "rank"
    aspect: ClassVar[str] = "placed"
    pick: ClassVar[Pick] = Pick.IN_ORDER
    gives_front: ClassVar[bool] = False
    by_request: ClassVar[bool] = True

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse a count of too few or too many, and one in which two share a place."""
        known = standing(ask)
        own = own_standing(ask)
        if own is None:
            return "the votes for the candidate are not told exactly"
        if not FEWEST_OPTIONS <= len(known) <= len(_PLACES):
            return f"the votes of {len(known)} candidates are told"
        if len({votes(c) for c in known}) < len(known):
            return "equal votes leave no clear places"
        return None

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask for a place among those whose votes are told."""
        vote, index = ask.fact, ask.index
        name = index.persons[ask.card.subject or ""].name
        many = _MANY[len(standing(ask))]
        stem = f"Among the {many} whose votes are told, where did {name} come in {vote.title}?"
        return (attributed(at_its_time(stem, vote, index), vote, index),)

    def key(self, ask: Ask[Vote]) -> Choice:
        """The place."""
        own = own_standing(ask)
        assert own is not None, "unsuitable() comes first"
        return _place(ask, standing(ask).index(own))

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """The places of the others, a stretch of them about this one begun anywhere."""
        known, own = standing(ask), own_standing(ask)
        assert own is not None, "unsuitable() comes first"
        place = known.index(own)
        starts = [
            s for s in range(max(1, len(known) - MOST_OPTIONS + 1)) if s <= place < s + MOST_OPTIONS
        ]
        start = ask.chance.choice(starts)
        stretch = range(start, min(len(known), start + MOST_OPTIONS))
        return [_place(ask, other) for other in stretch if other != place]


def _place(ask: Ask[Vote], place: int) -> Choice:
    candidate = standing(ask)[place]
    name = ask.index.persons[candidate.person].name
    return Choice(
        id=f"place:{place + 1}",
        text=_PLACES[place],
        why=f"{name} received {votes(candidate):,} votes.",
        source=OptionSource.SAME_FACT,
        measure=place,
        facts=(ask.fact.id,),
    )


RANK = Rank()
