"""`purpose`: what a body was that came into being within the story, beside others of its sort and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Organization
from trainer.dates import bounds
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import explanation, say_the_same
from trainer.questions.families.family import Family
from trainer.questions.gate import shaky
from trainer.questions.indexes.records import LONGEST_ROW
from trainer.questions.people import cited
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.wording import body, full_stop, upper_first
from trainer.questions.words import word_stems

if TYPE_CHECKING:
    from collections.abc import Iterable

# In days: bodies founded within so many of each other are easily taken for each other.
_ABOUT = 31

# So many of them are enough to choose from.
_ENOUGH = 3


class Purpose(Family[Organization]):
    """What the record says of it: what it says of other bodies, those founded at about that time if they are enough."""

    template: ClassVar[str] = "purpose"
    aspect: ClassVar[str] = "purpose"
    kind: ClassVar[Kind] = Kind.IDEA
    demand: ClassVar[Demand] = Demand.EXPLAIN
    pick: ClassVar[Pick] = Pick.BY_LENGTH
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Organization]) -> str | None:
        """Refuse what is not told, and what the name tells."""
        if ask.fact.gloss is None:
            return "the record does not say what it was"
        if word_stems(ask.fact.name) & word_stems(ask.fact.gloss):
            return "its name says what it was"
        return None

    def stems(self, ask: Ask[Organization]) -> tuple[str, ...]:
        """Give its name."""
        return (f"What was {body(ask.fact)}?",)

    def key(self, ask: Ask[Organization]) -> Choice:
        """Its gloss."""
        return _choice(ask.fact, cited(ask.fact.evidence), OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Organization]) -> Iterable[Choice]:
        """What other bodies of its sort were."""
        others = [
            other
            for other in ask.index.bodies_of_sort.get(ask.fact.classification, [])[:LONGEST_ROW]
            if other.id != ask.fact.id and other.gloss and not shaky(other)
        ]
        near = [other for other in others if _of_one_time(other, ask.fact)]
        for other in near if len(near) >= _ENOUGH else others:
            yield _choice(other, f"That was {body(other)}.", OptionSource.OTHER_FACT)

    def may_be_right(self, ask: Ask[Organization], choice: Choice) -> bool:
        """What is said of a part may be true of the whole, and of two in like words, of either."""
        fact, other = ask.fact, ask.index.bodies[choice.id]
        if other.id in ask.index.wholes_of(fact.id) or fact.id in ask.index.wholes_of(other.id):
            return True
        return say_the_same(fact.gloss or "", other.gloss or "")

    def explanation(self, ask: Ask[Organization]) -> str:
        """Say what it was, and what else is noted of it."""
        told = full_stop(f"{upper_first(body(ask.fact))}: {ask.fact.gloss}")
        return explanation(ask.fact, ask.index, lead=told)


def _of_one_time(one: Organization, other: Organization) -> bool:
    if one.founded is None or other.founded is None:
        return False
    first, second = bounds(one.founded.date)[0], bounds(other.founded.date)[0]
    return first is not None and second is not None and abs(first - second) <= _ABOUT


def _choice(organization: Organization, why: str, source: OptionSource) -> Choice:
    return Choice(
        id=organization.id,
        text=upper_first(organization.gloss or ""),
        why=why,
        source=source,
        facts=(organization.id,),
    )


PURPOSE = Purpose()
