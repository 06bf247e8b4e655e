"""`member`: a body, a presidium or a list, and one who belonged to it; from complete lists only."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Organization
from trainer.questions.cards import ids_of
from trainer.questions.families.rolls import OnARoll, Rolled, which_of_these
from trainer.questions.wording import attributed, body, is_of_several

if TYPE_CHECKING:
    from trainer.questions.draft import Ask
    from trainer.questions.question import Card


class Member(OnARoll):
    """One of a body or of a list; those elected are asked for by `elected`."""

    template: ClassVar[str] = "member"

    def concerns(self, card: Card, fact: Rolled) -> bool:
        """Take whoever was not voted for."""
        return isinstance(fact, Organization) or card.subject in ids_of(fact.members)

    def stems(self, ask: Ask[Rolled]) -> tuple[str, ...]:
        """Ask for one of several."""
        fact = ask.fact
        if isinstance(fact, Organization):
            stems: tuple[str, ...] = (
                f"Which of these was a member of {body(fact)}?",
                f"Which of these belonged to {body(fact)}?",
            )
        else:
            start, title = which_of_these(ask, fact)
            if is_of_several(title):
                stems = (
                    f"{start} was one of {title}?",
                    f"{start} was among {title}?",
                )
            else:
                stems = (f"{start} belonged to {title}?",)
        return tuple(attributed(stem, fact, ask.index, of=ask.card.subject) for stem in stems)


MEMBER = Member()
