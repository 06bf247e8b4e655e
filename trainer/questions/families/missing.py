"""`missing`: a complete list with one name left out, who it is; by request only."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Organization
from trainer.questions.cards import ids_of
from trainer.questions.families.rolls import OnARoll, Rolled, subject_of, which_of_these
from trainer.questions.proof import FEWEST_OPTIONS
from trainer.questions.question import Kind
from trainer.questions.wording import attributed, body, is_of_several, listed

if TYPE_CHECKING:
    from trainer.chapters.record import Roll, Vote
    from trainer.questions.draft import Ask

# Of two there is no list; more names than these nobody takes in.
_FEWEST, _MOST = FEWEST_OPTIONS, 9


class Missing(OnARoll):
    """Who stood outside the list."""

    template: ClassVar[str] = "missing"
    kind: ClassVar[Kind] = Kind.VOTE
    gives_front: ClassVar[bool] = False
    by_request: ClassVar[bool] = True

    def unsuitable(self, ask: Ask[Rolled]) -> str | None:
        """Refuse lists of too few and of too many."""
        if reason := super().unsuitable(ask):
            return reason
        many = len(self.roll(ask).ids())
        return None if _FEWEST <= many <= _MOST else f"a list of {many}"

    def stems(self, ask: Ask[Rolled]) -> tuple[str, ...]:
        """Name all the others, and ask as for one of the list."""
        fact, index = ask.fact, ask.index
        subject = subject_of(ask.card)
        others = listed(index.persons[p].name for p in self.roll(ask).ids() if p != subject)
        if isinstance(fact, Organization):
            stem = f"Besides {others}, which of these was a member of {body(fact)}?"
        else:
            start, title = which_of_these(ask, fact, besides=f"besides {others}, ")
            was = _was_on(self.roll(ask), fact, title)
            stem = f"{start} {was} {title}?"
        return (attributed(stem, fact, index, of=subject),)


def _was_on(roll: Roll, vote: Vote, title: str) -> str:
    """Say that somebody was on one of the lists of a vote; alternates are chosen, too."""
    if roll is vote.alternates:
        return "was chosen as an alternate in"
    if roll is vote.members:
        return "was one of" if is_of_several(title) else "belonged to"
    return "was chosen as a full member in" if ids_of(vote.alternates) else "was chosen in"


MISSING = Missing()
