"""`candidate`: a number of votes, who received it; two with as many are asked for as a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.questions.families.placing import (
    InTheCount,
    candidate_choice,
    chosen_field,
    own_standing,
    standing,
    votes,
)
from trainer.questions.proof import FEWEST_OPTIONS
from trainer.questions.wording import at_its_time, attributed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Candidate as Stood
    from trainer.chapters.record import Vote
    from trainer.questions.draft import Ask, Choice


class CandidateOf(InTheCount):
    """Other candidates whose votes are told to have been more, or fewer."""

    template: ClassVar[str] = "candidate"
    aspect: ClassVar[str] = "placed"
    gives_front: ClassVar[bool] = False

    def subject(self, ask: Ask[Vote]) -> str:
        """Return the person whose card it is."""
        return ask.card.subject or ""

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse a number of votes that more than two received: of two, the stem names the other."""
        own = own_standing(ask)
        if own is None:
            return "the votes for the candidate are not told exactly"
        if len(_equals(ask, own)) > 1:
            return f"more than two candidates got {votes(own)} votes"
        told = len(standing(ask))
        if len(chosen_field(ask, self.subject(ask))) < FEWEST_OPTIONS:
            return f"the votes of only {told} candidates are told, or too many are alike"
        return None

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask who received so many votes, beside whoever received as many."""
        own = own_standing(ask)
        assert own is not None, "unsuitable() comes first"
        vote, index = ask.fact, ask.index
        who = "".join(f" besides {index.persons[c.person].name}" for c in _equals(ask, own))
        stems = (
            f"Which of these{who} received {votes(own):,} votes in {vote.title}?",
            f"Which of these{who} was given {votes(own):,} votes in {vote.title}?",
        )
        return tuple(attributed(at_its_time(stem, vote, index), vote, index) for stem in stems)

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Candidates with other numbers of votes."""
        field = chosen_field(ask, self.subject(ask))
        return [candidate_choice(ask, c) for c in field if c.person != self.subject(ask)]

    def may_be_right(self, ask: Ask[Vote], choice: Choice) -> bool:
        """Whoever received as many."""
        own = own_standing(ask)
        return own is not None and choice.id in {c.person for c in _equals(ask, own)}


def _equals(ask: Ask[Vote], own: Stood) -> list[Stood]:
    """Return the others with as many votes."""
    return [c for c in standing(ask) if c.person != own.person and votes(c) == votes(own)]


CANDIDATE = CandidateOf()
