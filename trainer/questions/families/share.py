"""`share`: a motion, how great a share of those for or against were for it; by request only."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Outcome
from trainer.questions.explaining import tally
from trainer.questions.families.outcome import tally_of
from trainer.questions.families.tallies import REACH, OfATally, figures_of, who_decided
from trainer.questions.nearness import nearness_of_facts
from trainer.questions.numbers import Rival, as_choices, beside
from trainer.questions.question import OptionSource
from trainer.questions.wording import attributed, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Vote
    from trainer.questions.draft import Ask, Choice

# Shares nearer than so many hundredths need not be told apart.
_NEAREST_SHARE = 5

# Of fewer nobody reckons in hundredths.
_FEW_VOICES = 20


class Share(OfATally):
    """Shares of other votes, and what the other side had."""

    template: ClassVar[str] = "share"

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse also what has so few voices that a share says less than the figures."""
        if reason := super().unsuitable(ask):
            return reason
        if sum(figures_of(ask.fact)) < _FEW_VOICES:
            return "of so few voices nobody reckons in hundredths"
        return None

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask for the share of those for or against who were for it."""
        vote = ask.fact
        stem = (
            f"When {who_decided(ask)}, "
            "about what share of those who voted for or against it were for it?"
        )
        return (attributed(stem, vote, ask.index, dated=True),)

    def key(self, ask: Ask[Vote]) -> Choice:
        """The share in hundredths."""
        rival = Rival(
            value=_share(ask.fact),
            why=f"{upper_first(tally(ask.fact.counts))}.",
            source=OptionSource.SAME_FACT,
            facts=(ask.fact.id,),
        )
        return as_choices([rival], _in_hundredths)[0]

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """The other side's share first, then those of other votes."""
        key, index = _share(ask.fact), ask.index
        motions = index.motions_near(ask.fact, REACH)
        near = ask.drawn(motions, lambda vote: nearness_of_facts(index, ask.fact, vote))
        others = [
            Rival(
                value=_share(vote),
                why=f"That was the share for the motion to {vote.motion}.",
                source=OptionSource.OTHER_FACT,
                facts=(vote.id,),
            )
            for vote in near
            if vote.id != ask.fact.id and tally_of(vote) is not None
        ]
        exchanged = Rival(
            value=100 - key,
            why="That was the share of those against it.",
            source=OptionSource.SAME_FACT,
            facts=(ask.fact.id,),
        )

        def fits(value: int) -> bool:
            return value < 100 and abs(value - key) >= _NEAREST_SHARE  # noqa: PLR2004  # the whole

        return as_choices(beside(key, [exchanged, *others], ask.chance, fits=fits), _in_hundredths)


def _share(vote: Vote) -> int:
    """Return the share of those for it among those for or against, in hundredths."""
    figures = figures_of(vote)
    in_favour = figures.more if vote.outcome is Outcome.PASSED else figures.fewer
    return round(100 * in_favour / sum(figures))


def _in_hundredths(share: int) -> str:
    return f"{share} per cent"


SHARE = Share()
