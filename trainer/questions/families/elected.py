"""`elected` and `alternate`: an election, and one who was chosen in full, or as an alternate; from complete lists only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Vote
from trainer.questions.cards import ids_of
from trainer.questions.families.rolls import OnARoll, Rolled, which_of_these
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import attributed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.draft import Ask, Choice
    from trainer.questions.question import Card

# So many who stood in vain make a question with the one who was elected.
_ENOUGH = 2

# Who has such odds is drawn before all others.
_SURE = 1e6


class _InAnElection(OnARoll):
    kind: ClassVar[Kind] = Kind.VOTE
    stem_ends: ClassVar[tuple[str, ...]]

    def stems(self, ask: Ask[Rolled]) -> tuple[str, ...]:
        """Ask for one of several."""
        vote = _vote(ask.fact)
        start, title = which_of_these(ask, vote)
        full = " as a full member" if ids_of(vote.alternates) else ""
        stems = (f"{start} {end.format(full=full)} in {title}?" for end in self.stem_ends)
        return tuple(attributed(stem, vote, ask.index, of=ask.card.subject) for stem in stems)


class Elected(_InAnElection):
    """One of those elected: alternates, or other candidates, are offered first."""

    template: ClassVar[str] = "elected"
    stem_ends: ClassVar[tuple[str, ...]] = ("was chosen{full}",)

    def concerns(self, card: Card, fact: Rolled) -> bool:
        """Take those who were elected."""
        return isinstance(fact, Vote) and card.subject in ids_of(fact.elected)

    def elsewhere(self, ask: Ask[Rolled]) -> tuple[tuple[str, ...], str]:
        """Offer the alternates; where there were none, those who stood for election in vain."""
        vote = _vote(ask.fact)
        if vote.alternates is not None:
            return super().elsewhere(ask)
        return _in_vain(vote), "stood for election in vain"

    def distractors(self, ask: Ask[Rolled]) -> Iterable[Choice]:
        """Nobody tempts as those do who stood for election: alone if there are enough of them, else before others."""
        offered = list(super().distractors(ask))
        vote = _vote(ask.fact)
        if vote.alternates is not None:
            return offered
        if len(_in_vain(vote)) >= _ENOUGH:
            return [choice for choice in offered if choice.source is OptionSource.SAME_FACT]
        return [
            replace(choice, odds=_SURE) if choice.source is OptionSource.SAME_FACT else choice
            for choice in offered
        ]


class Alternate(_InAnElection):
    """One of the alternates: those elected in full are offered first."""

    template: ClassVar[str] = "alternate"
    stem_ends: ClassVar[tuple[str, ...]] = (
        "was chosen only as an alternate",
        "became an alternate and not a full member",
    )

    def concerns(self, card: Card, fact: Rolled) -> bool:
        """Take those who became alternates and were not elected in full."""
        return (
            isinstance(fact, Vote)
            and card.subject in ids_of(fact.alternates)
            and card.subject not in ids_of(fact.elected)
        )

    def elsewhere(self, ask: Ask[Rolled]) -> tuple[tuple[str, ...], str]:
        """Offer those elected in full."""
        return ids_of(_vote(ask.fact).elected), "was elected in full"


def _in_vain(vote: Vote) -> tuple[str, ...]:
    chosen = ids_of(vote.elected)
    return tuple(c.person for c in vote.candidates if c.person not in chosen)


def _vote(fact: Rolled) -> Vote:
    assert isinstance(fact, Vote), "concerns() comes first"
    return fact


ELECTED = Elected()
ALTERNATE = Alternate()
