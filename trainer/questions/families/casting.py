"""`casting`: a tie that one more vote decided, whose vote that was."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Outcome, Vote
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.families.family import Family
from trainer.questions.families.outcome import voted_again
from trainer.questions.gate import closed
from trainer.questions.people import person_choice, reason_for, right_person, who_could_have
from trainer.questions.question import Kind
from trainer.questions.wording import attributed, body_or_session, scene_of, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

_DID = {Outcome.PASSED: "carried", Outcome.FAILED: "defeated"}


class CastingVote(Family[Vote]):
    """Persons of the body and others: a tie is decided by one."""

    template: ClassVar[str] = "casting"
    aspect: ClassVar[str] = "casting"
    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse what no person decided, and what the time does not tell from another vote on the same."""
        vote, index = ask.fact, ask.index
        if vote.casting_vote not in index.persons:
            return "the casting vote was no person's"
        if vote.outcome not in _DID or body_or_session(index, vote) is None:
            return "the record does not tell what became of the motion, or who voted"
        return voted_again(vote, index)

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask whose vote carried the motion, or defeated it."""
        vote, index = ask.fact, ask.index
        assert vote.outcome is not None, "unsuitable() comes first"
        did, who = _DID[vote.outcome], body_or_session(index, vote)
        at, when = "in" if vote.organization else "at", scene_of(vote, index)
        stems = (
            f"{f'{when}, ' if when else ''}whose casting vote {did} the motion {at} {who} to {vote.motion}?",
            f"Whose casting vote{f' {when}' if when else ''} {did} the motion {at} {who} to {vote.motion}?",
        )
        return tuple(attributed(upper_first(stem), vote, index) for stem in stems)

    def key(self, ask: Ask[Vote]) -> Choice:
        """Whoever decided."""
        return right_person(ask, _decider(ask))

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Those who are told to have taken part, then others of the body, the lesson and elsewhere."""
        vote, index = ask.fact, ask.index
        present = (*vote.proposed_by, *(side.who for side in vote.sides))
        date = vote.when.date if vote.when else None
        others = who_could_have(ask, date, _decider(ask))
        for who in dict.fromkeys((*present, *others)):
            if who in index.persons and not closed(index.persons[who]):
                yield person_choice(index, who, why=reason_for(ask, who), aspect=self.aspect)

    def may_be_right(self, ask: Ask[Vote], choice: Choice) -> bool:
        """Nobody but the same person under another name."""
        return ask.index.is_same_person(choice.id, _decider(ask))

    def recall(self, ask: Ask[Vote]) -> Recall | Refusal:
        """Whose vote? `unsuitable` has refused what the body voted on more than once."""
        key = self.key(ask)
        return Recall(stems=self.stems(ask), answer=key.text, names=key.names)


def _decider(ask: Ask[Vote]) -> str:
    return ask.fact.casting_vote or ""


CASTING = CastingVote()
