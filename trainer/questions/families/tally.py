"""`tally`: a motion, the exact figures of the vote; by request only."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Counts, Outcome, Stand
from trainer.questions.draft import Choice, Recall, Refusal
from trainer.questions.explaining import tally
from trainer.questions.families.outcome import Tally, tally_of, voted_again
from trainer.questions.families.tallies import REACH, OfATally, figures_of, who_decided
from trainer.questions.nearness import nearness_of_facts
from trainer.questions.numbers import are_apart, are_of_like_size, of_any_rank, transpositions
from trainer.questions.people import cited
from trainer.questions.question import OptionSource
from trainer.questions.wording import attributed, full_stop, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Vote
    from trainer.questions.draft import Ask

# Figures are made up by adding or taking away such shares of all voices.
_STEPS = (0.1, 0.17, 0.25, 0.35, 0.45)

_HOW_MANY = {
    Stand.FOR: "how many voted for it",
    Stand.AGAINST: "how many against it",
    Stand.ABSTAINING: "how many abstained",
    Stand.NOT_VOTING: "how many did not vote",
}

_EXCHANGED = "These are the right figures with digits exchanged."
_MADE_UP = "These figures were made up for this question."


class TallyOf(OfATally):
    """Figures of other votes of like size that ended alike, then its own with two digits exchanged."""

    template: ClassVar[str] = "tally"
    only_typed: ClassVar[bool] = True

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask for the figures; the stem says how it ended, as all the options do."""
        vote = ask.fact
        verdict = "carried" if vote.outcome is Outcome.PASSED else "rejected"
        decided = who_decided(ask)
        stems = (
            f"When {decided}, by what vote was it {verdict}?",
            f"When {decided}, what was the vote by which it was {verdict}?",
        )
        return tuple(attributed(stem, vote, ask.index, dated=True) for stem in stems)

    def key(self, ask: Ask[Vote]) -> Choice:
        """Both figures."""
        own = figures_of(ask.fact)
        why = cited(ask.fact.evidence)
        return _figures(ask, own, why, OptionSource.SAME_FACT, (ask.fact.id,))

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Three tallies that are worth telling apart from the key and from each other."""
        own, key = figures_of(ask.fact), self.key(ask).measure
        below: dict[int, tuple[Tally, Choice]] = {}
        above: dict[int, tuple[Tally, Choice]] = {}
        for other, why, source, facts in _rivals(ask, own):
            choice = _figures(ask, other, why, source, facts)
            row = below if choice.measure < key else above
            like = are_of_like_size(sum(own), sum(other)) and other.more > other.fewer
            # What shares a figure with the key would give it away; what has as many for it stands in no order.
            ordered = (
                own.more != other.more and own.fewer != other.fewer and choice.measure not in row
            )
            told = (own, *(figures for figures, _ in row.values()))
            if like and ordered and all(_differ(other, one) for one in told):
                row[choice.measure] = (other, choice)
        return of_any_rank(
            [choice for _, choice in below.values()],
            [choice for _, choice in above.values()],
            ask.chance,
        )

    def recall(self, ask: Ask[Vote]) -> Recall | Refusal:
        """How many on each side? Unique unless the body voted more than once on the same motion."""
        if reason := voted_again(ask.fact, ask.index):
            return Refusal(reason)
        counts = _told(ask.fact)
        how_many = listed(_HOW_MANY[stand] for stand, _ in counts.known())
        stem = attributed(f"When {who_decided(ask)}, {how_many}?", ask.fact, ask.index)
        return Recall(stems=(stem,), answer=tally(counts))

    def sought(self, ask: Ask[Vote], recall: Recall) -> Counts:  # noqa: ARG002
        """The whole tally."""
        return _told(ask.fact)


def _told(vote: Vote) -> Counts:
    """Return the counts of those who voted or might have, as far as they are told exactly."""
    counts = vote.counts
    assert counts is not None, "unsuitable() comes first"
    exact = {stand: count for stand, count in counts.known() if count.value is not None}
    return Counts(
        for_=exact[Stand.FOR],
        against=exact[Stand.AGAINST],
        abstaining=exact.get(Stand.ABSTAINING),
        not_voting=exact.get(Stand.NOT_VOTING),
    )


def _rivals(
    ask: Ask[Vote], own: Tally
) -> Iterator[tuple[Tally, str, OptionSource, tuple[str, ...]]]:
    """Yield tallies of other votes, then the figures with digits exchanged, then others made up.

    None is made up that another vote may have had, of which one side alone is told.
    """
    motions = tuple(ask.index.motions_near(ask.fact, REACH))
    halves = {half for vote in motions if tally_of(vote) is None for half in _halves(vote)}
    for vote in ask.drawn(motions, lambda vote: nearness_of_facts(ask.index, ask.fact, vote)):
        other = tally_of(vote)
        if other is not None and vote.id != ask.fact.id:
            why = f"These figures belong to the motion to {vote.motion}."
            yield other, why, OptionSource.OTHER_FACT, (vote.id,)
    computed = OptionSource.COMPUTED
    for more in transpositions(own.more):
        for fewer in transpositions(own.fewer):
            yield Tally(more, fewer), _EXCHANGED, computed, ()
    steps = [max(1, round(sum(own) * share)) for share in _STEPS]
    signed = [*steps, *(-step for step in steps)]
    changes = [(more, fewer) for more in signed for fewer in signed]
    for more, fewer in ask.chance.shuffled(changes):
        if own.fewer + fewer >= 0 and own.more + more not in halves:
            yield Tally(own.more + more, own.fewer + fewer), _MADE_UP, computed, ()


def _halves(vote: Vote) -> Iterator[int]:
    """Yield the figures for and against that are told of a vote without a tally."""
    for stand, count in vote.counts.known() if vote.counts else ():
        if stand in {Stand.FOR, Stand.AGAINST} and count.value is not None:
            yield count.value


def _differ(one: Tally, other: Tally) -> bool:
    """Tell whether two tallies are worth telling apart."""
    return are_apart(one.more, other.more) or are_apart(one.fewer, other.fewer)


def _figures(
    ask: Ask[Vote], figures: Tally, why: str, source: OptionSource, facts: tuple[str, ...]
) -> Choice:
    passed = ask.fact.outcome is Outcome.PASSED
    in_favour, against = figures if passed else (figures.fewer, figures.more)
    return Choice(
        id=f"tally:{in_favour}-{against}",
        text=f"{in_favour:,} for, {against:,} against",
        why=full_stop(why),
        source=source,
        measure=in_favour,
        facts=facts,
    )


TALLY = TallyOf()
