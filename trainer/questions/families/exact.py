"""`tally`, `share` and `rank`: the exact figures of a vote, which nobody need know by heart; by request only."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Outcome, Vote, VoteType
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import explanation, tally
from trainer.questions.families.family import Family
from trainer.questions.families.outcome import Tally, tally_of
from trainer.questions.families.placing import standing, votes
from trainer.questions.numbers import (
    Rival,
    are_apart,
    are_of_like_size,
    as_choices,
    beside,
    of_any_rank,
    transpositions,
)
from trainer.questions.people import cited
from trainer.questions.proof import FEWEST_OPTIONS, MOST_OPTIONS
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    attributed,
    body,
    by_whose_word,
    full_stop,
    on_date_beside,
    scene_of,
    upper_first,
)
from trainer.questions.wording import beside as scene_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Candidate
    from trainer.questions.question import Card

# So many motions on either side of a vote lend it their figures.
_REACH = 30

# Figures are made up by adding or taking away such shares of all voices.
_STEPS = (0.1, 0.17, 0.25, 0.35, 0.45)

# Shares nearer than so many hundredths need not be told apart.
_NEAREST_SHARE = 5

# Of fewer nobody reckons in hundredths.
_FEW_VOICES = 20

_EXCHANGED = "These are the right figures with digits exchanged."
_MADE_UP = "These figures were made up for this question."

_PLACES = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
_MANY = {3: "three", 4: "four", 5: "five", 6: "six"}


class _OfATally(Family[Vote]):
    aspect: ClassVar[str] = "outcome"
    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.IN_ORDER
    gives_front: ClassVar[bool] = False
    by_request: ClassVar[bool] = True

    def concerns(self, card: Card, fact: Vote) -> bool:  # noqa: ARG002
        """Take motions of which figures are told."""
        return fact.type is VoteType.MOTION and fact.counts is not None

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse half a tally, and a vote of no certain body or time."""
        vote, index = ask.fact, ask.index
        if tally_of(vote) is None:
            return "not all of the figures are told, or they did not decide it"
        if vote.organization not in index.bodies or not vote.motion:
            return "the record does not tell which body voted"
        if not (vote.when or scene_of(vote, index)):
            return "the record does not tell when"
        return None

    def explanation(self, ask: Ask[Vote]) -> str:
        """Tell the vote; its date was given."""
        told = ask.fact.when.date if ask.fact.when else None
        return explanation(ask.fact, ask.index, told=told)

    def precision(self, ask: Ask[Vote]) -> float:  # noqa: ARG002
        """Nothing is more exact."""
        return 1.0


class TallyOf(_OfATally):
    """Figures of other votes of like size that ended alike, then its own with two digits exchanged."""

    template: ClassVar[str] = "tally"

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask for the figures; the stem says how it ended, as all the options do."""
        vote = ask.fact
        who, when = _who_and_when(ask)
        verdict = "carried" if vote.outcome is Outcome.PASSED else "rejected"
        decided = f"{who} decided{when} on the motion to {vote.motion}"
        stems = (
            f"When {decided}, by what vote was it {verdict}?",
            f"When {decided}, what was the vote by which it was {verdict}?",
        )
        return tuple(attributed(stem, vote, ask.index) for stem in stems)

    def key(self, ask: Ask[Vote]) -> Choice:
        """Both figures."""
        own = _tally(ask.fact)
        why = cited(ask.fact.evidence)
        return _figures(ask, own, why, OptionSource.SAME_FACT, (ask.fact.id,))

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Three tallies that are worth telling apart from the key and from each other."""
        own, key = _tally(ask.fact), self.key(ask).measure
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


class Share(_OfATally):
    """Shares of other votes, and what the other side had."""

    template: ClassVar[str] = "share"

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse also what has so few voices that a share says less than the figures."""
        if reason := super().unsuitable(ask):
            return reason
        if sum(_tally(ask.fact)) < _FEW_VOICES:
            return "of so few voices nobody reckons in hundredths"
        return None

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask for the share of those for or against who were for it."""
        vote = ask.fact
        who, when = _who_and_when(ask)
        stem = (
            f"When {who} decided{when} on the motion to {vote.motion}, "
            "about what share of those who voted for or against it were for it?"
        )
        return (attributed(stem, vote, ask.index),)

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
        near = ask.chance.shuffled(index.motions_near(ask.fact, _REACH))
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


class Rank(Family[Vote]):
    """The other places."""

    template: ClassVar[str] = "rank"
    aspect: ClassVar[str] = "placed"
    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.IN_ORDER
    gives_front: ClassVar[bool] = False
    by_request: ClassVar[bool] = True

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse a count of too few or too many, and one in which two share a place."""
        known = standing(ask)
        own = _own(ask)
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
        when = scene_beside(scene_of(vote, index), vote.title)
        plain = when and not by_whose_word(vote, index)
        start = f"{upper_first(when)}, among" if plain else "Among"
        many = _MANY[len(standing(ask))]
        stem = f"{start} the {many} whose votes are told, where did {name} come in {vote.title}?"
        return (attributed(stem, vote, index),)

    def key(self, ask: Ask[Vote]) -> Choice:
        """The place."""
        own = _own(ask)
        assert own is not None, "unsuitable() comes first"
        return _place(ask, standing(ask).index(own))

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """The places of the others, a stretch of them about this one begun anywhere."""
        known, own = standing(ask), _own(ask)
        assert own is not None, "unsuitable() comes first"
        place = known.index(own)
        starts = [
            s for s in range(max(1, len(known) - MOST_OPTIONS + 1)) if s <= place < s + MOST_OPTIONS
        ]
        start = ask.chance.choice(starts)
        stretch = range(start, min(len(known), start + MOST_OPTIONS))
        return [_place(ask, other) for other in stretch if other != place]

    def explanation(self, ask: Ask[Vote]) -> str:
        """Tell the vote."""
        return explanation(ask.fact, ask.index)


def _who_and_when(ask: Ask[Vote]) -> tuple[str, str]:
    vote, index = ask.fact, ask.index
    who, style = body(index.bodies[vote.organization or ""]), index.two_calendars
    when = on_date_beside(vote.when.date, who, style=style) if vote.when else scene_of(vote, index)
    return who, f" {when}" if when else ""


def _tally(vote: Vote) -> Tally:
    figures = tally_of(vote)
    assert figures is not None, "unsuitable() comes first"
    return figures


def _rivals(
    ask: Ask[Vote], own: Tally
) -> Iterator[tuple[Tally, str, OptionSource, tuple[str, ...]]]:
    """Yield tallies of other votes, then the figures with digits exchanged, then others made up."""
    near = ask.chance.shuffled(ask.index.motions_near(ask.fact, _REACH))
    near.sort(key=lambda vote: vote.organization != ask.fact.organization)
    for vote in near:
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
        if own.fewer + fewer >= 0:
            yield Tally(own.more + more, own.fewer + fewer), _MADE_UP, computed, ()


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


def _share(vote: Vote) -> int:
    """Return the share of those for it among those for or against, in hundredths."""
    figures = _tally(vote)
    in_favour = figures.more if vote.outcome is Outcome.PASSED else figures.fewer
    return round(100 * in_favour / sum(figures))


def _in_hundredths(share: int) -> str:
    return f"{share} per cent"


def _own(ask: Ask[Vote]) -> Candidate | None:
    return next((c for c in standing(ask) if c.person == ask.card.subject), None)


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


TALLY = TallyOf()
SHARE = Share()
RANK = Rank()
