"""`outcome`: a motion, what became of it and how close it was; a choice, what was chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from trainer.chapters.record import Outcome, Vote, VoteType
from trainer.dates import Order, compare
from trainer.questions.draft import Ask, Choice, Pick, Recall
from trainer.questions.explaining import fate, tally_in_words, vote_in_words
from trainer.questions.families.family import Family
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    attributed,
    body_or_session,
    full_stop,
    lower_first,
    on_date_beside,
    scene_of,
    upper_first,
)
from trainer.questions.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.questions.index import Index

# The share of the voices by which one side is ahead: below the first a vote is close, above the second one-sided.
CLOSE, ONE_SIDED = 0.15, 0.5

# If one voice had gone to the other side, the vote would have been a tie.
_ONE_CHANGE = 2

# The other tally is of a body of like size.
_SIZE = 2.5
_MARGINS = (0.04, 0.3, 0.8)

# How close a vote was is what is worth keeping of its figures.
_HOW_CLOSE = ("a close vote", "a clear majority", "a one-sided vote")

_PLAIN = {
    Outcome.PASSED: "It was carried",
    Outcome.FAILED: "It was rejected",
    Outcome.TIED: "It ended in a tie",
    Outcome.DEFERRED: "It was put off",
}

_NOT_SO = {
    Outcome.PASSED: "It found no majority.",
    Outcome.FAILED: "It was not voted down.",
    Outcome.TIED: "It was no tie.",
    Outcome.DEFERRED: "It was not left for later.",
}

# What a unanimous vote was not, and why.
_NOT_UNANIMOUS = {
    "It was carried by a narrow majority": "There was no minority: the vote was unanimous.",
    "It was rejected unanimously": "The vote was unanimous, but in favour.",
    "It was put off without a vote": "A vote was taken, and it was unanimous, in favour.",
}


_DECIDED = {Outcome.PASSED: "carried", Outcome.FAILED: "rejected"}


class Tally(NamedTuple):
    """The two figures that decide a vote: the winning side's and the losing side's."""

    more: int
    fewer: int

    @property
    def closeness(self) -> int:
        """0 for a close vote, 1 for a clear one, 2 for a one-sided one."""
        lead = self.more - self.fewer
        margin = lead / (self.more + self.fewer)
        return (margin > CLOSE and lead > _ONE_CHANGE) + (margin > ONE_SIDED)


class OutcomeOf(Family[Vote]):
    """Carried or rejected, by this tally or one of another closeness: each half of the key stands twice."""

    template: ClassVar[str] = "outcome"
    aspect: ClassVar[str] = "outcome"
    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.ALL
    tells_date: ClassVar[bool] = True

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse what has no outcome, and what everybody would guess."""
        vote = ask.fact
        if vote.type is VoteType.CHOICE:
            return None if vote.chosen else "what was chosen is not told"
        if vote.outcome not in _PLAIN or not vote.motion:
            return "its outcome is not told"
        if body_or_session(ask.index, vote) is None:
            return "the record does not tell who voted"
        if vote.outcome is Outcome.PASSED and vote.counts is None:
            return "carried without a tally: there is nothing to know but what anybody would guess"
        return voted_again(vote, ask.index)

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask what became of the motion."""
        vote, index = ask.fact, ask.index
        who = body_or_session(index, vote)
        style, counted = index.two_calendars, _counted_by(vote)
        on = on_date_beside(vote.when.date, who or "", style=style) if vote.when else ""
        on = on or scene_of(vote, index)
        when = f" {on}" if on else ""
        if vote.type is VoteType.CHOICE:
            stems: tuple[str, ...] = (f"What was decided in {vote.title}?",)
        elif vote.organization:
            stems = (
                f"{f'{on}, ' if on else ''}how did {who} decide{counted} on the motion to {vote.motion}?",
                f"How did {who} decide{when}{counted} on the motion to {vote.motion}?",
            )
        else:
            when = when if when.split()[-1:] != (who or "").split()[-1:] else ""
            stems = (f"At {who}, what became{when}{counted} of the motion to {vote.motion}?",)
        return tuple(attributed(upper_first(stem), vote, index, dated=True) for stem in stems)

    def key(self, ask: Ask[Vote]) -> Choice:
        """What became of it, with the tally where it is fully known."""
        vote = ask.fact
        if vote.type is VoteType.CHOICE:
            return _choice(vote, upper_first(vote.chosen or ""), OptionSource.SAME_FACT, ask.index)
        assert vote.outcome is not None, "unsuitable() comes first"
        own = _figures_of(vote)
        if own is not None:
            return _choice(
                vote,
                _counted(own, passed=vote.outcome is Outcome.PASSED),
                OptionSource.SAME_FACT,
                ask.index,
            )
        if vote.unanimous:
            return _choice(vote, "It was carried unanimously", OptionSource.SAME_FACT, ask.index)
        if vote.casting_vote:
            return _choice(vote, _ended(vote.outcome, cast=True), OptionSource.SAME_FACT, ask.index)
        if (each := tied_at(vote)) is not None:
            text = f"Tied: {each:,} for, {each:,} against"
            return _choice(vote, text, OptionSource.SAME_FACT, ask.index)
        return _choice(vote, _PLAIN[vote.outcome], OptionSource.SAME_FACT, ask.index)

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """The other outcome with this tally, and both outcomes with another."""
        vote = ask.fact
        if vote.type is VoteType.CHOICE:
            others = (
                a.option for a in vote.alternatives if fold(a.option) != fold(vote.chosen or "")
            )
            return [_wrong(vote, upper_first(option), "It was not chosen.") for option in others]
        own = _figures_of(vote)
        if own is not None:
            other, where = _another_tally(ask, own)
            passed = vote.outcome is Outcome.PASSED
            return [
                _wrong(
                    vote,
                    _counted(own, passed=not passed),
                    "The figures are right, but the sides are exchanged.",
                ),
                _wrong(vote, _counted(other, passed=passed), where),
                _wrong(vote, _counted(other, passed=not passed), where),
            ]
        if vote.unanimous:
            return [_wrong(vote, text, why) for text, why in _NOT_UNANIMOUS.items()]
        why = _what_became(vote, ask.index)
        if vote.casting_vote:
            ways = ((end, cast) for cast in (True, False) for end in _DECIDED)
            rest = (way for way in ways if way != (vote.outcome, True))
            return [_wrong(vote, _ended(end, cast=cast), why) for end, cast in rest]
        if (each := tied_at(vote)) is not None:
            ahead = Tally(each + 1, each - 1)
            return [_wrong(vote, _counted(ahead, passed=passed), why) for passed in (True, False)]
        return [
            _wrong(vote, text, f"{_NOT_SO[outcome]} {why}")
            for outcome, text in _PLAIN.items()
            if outcome is not vote.outcome and not _is_lost_by_a_tie(vote, outcome)
        ]

    def recall(self, ask: Ask[Vote]) -> Recall:
        """What became of it? `unsuitable` has refused what the body voted on more than once."""
        vote, text = ask.fact, self.key(ask).text
        own = _figures_of(vote)
        more = _HOW_CLOSE[own.closeness] if own else tally_in_words(vote)
        if tied_at(vote) is not None:
            more = ""
        known = f"{text} ({more})" if more else text
        return Recall(stems=self.stems(ask), answer=known)

    def nearness(self, ask: Ask[Vote], key: Choice, choice: Choice) -> float:  # noqa: ARG002
        """A close vote is harder to remember than a landslide."""
        own = _figures_of(ask.fact)
        return 0.3 if own is None else (0.8, 0.5, 0.3)[own.closeness]


def voted_again(vote: Vote, index: Index) -> str | None:
    """Return why the time does not tell which vote of the body on the motion is meant, None if it does."""
    if not index.voted_again(vote):
        return None
    for other in index.votes_of.get(vote.organization or "", ()):
        same = other.id != vote.id and fold(other.motion or "") == fold(vote.motion or "")
        apart = (
            vote.when
            and other.when
            and compare(vote.when.date, other.when.date) in {Order.BEFORE, Order.AFTER}
        )
        if same and not apart:
            return "the body voted on this motion more than once, and the time does not tell when"
    return None


def tally_of(vote: Vote) -> Tally | None:
    """Return the two figures of a vote that they decided, None where they are not both known, or did not."""
    counts = vote.counts
    if (
        counts is None
        or counts.for_ is None
        or counts.against is None
        or vote.weighted_by
        or vote.casting_vote
    ):
        return None
    in_favour, against = counts.for_.value, counts.against.value
    if in_favour is None or against is None or in_favour == against:
        return None
    if vote.outcome not in {Outcome.PASSED, Outcome.FAILED}:
        return None
    if (in_favour > against) != (vote.outcome is Outcome.PASSED):
        return None
    return Tally(max(in_favour, against), min(in_favour, against))


def _figures_of(vote: Vote) -> Tally | None:
    """Return the two figures of a vote, whatever a voice counts for: a stem that asks for them tells."""
    return tally_of(replace(vote, weighted_by=None))


def _counted_by(vote: Vote) -> str:
    return f", with votes counted by {vote.weighted_by}," if vote.weighted_by else ""


def tied_at(vote: Vote) -> int | None:
    """Return how many stood on either side of a vote that ended in a tie."""
    counts = vote.counts
    if vote.outcome is not Outcome.TIED or vote.weighted_by or counts is None:
        return None
    if counts.for_ is None or counts.against is None:
        return None
    each = counts.for_.value
    return each if each and each == counts.against.value else None


def _is_lost_by_a_tie(vote: Vote, outcome: Outcome) -> bool:
    """Tell whether an outcome may be said of a tie too: under most rules it loses the motion."""
    return vote.outcome is Outcome.TIED and outcome is Outcome.FAILED


def _ended(outcome: Outcome, *, cast: bool) -> str:
    # A casting vote follows on no majority at all.
    return f"It was {_DECIDED[outcome]} by a {'casting vote' if cast else 'clear majority'}"


def _counted(figures: Tally, *, passed: bool) -> str:
    more, fewer = f"{figures.more:,}", f"{figures.fewer:,}"
    return (
        f"Carried: {more} for, {fewer} against"
        if passed
        else f"Rejected: {fewer} for, {more} against"
    )


def _another_tally(ask: Ask[Vote], own: Tally) -> tuple[Tally, str]:
    """Return a tally of another closeness, from another vote if one of like size is near."""
    near = ask.chance.shuffled(ask.index.motions_near(ask.fact, 20))
    for vote in near:
        other = _figures_of(vote)
        if other is not None and other.closeness != own.closeness and _is_like_size(own, other):
            return other, full_stop(
                f"These figures belong to another vote: {lower_first(vote_in_words(vote, ask.index))}"
            )
    return ask.chance.choice(list(_computed(own))), "These figures were made up for this question."


def _is_like_size(one: Tally, other: Tally) -> bool:
    first, second = sum(one), sum(other)
    return max(first, second) <= _SIZE * min(first, second)


def _computed(own: Tally) -> Iterator[Tally]:
    """Yield tallies of as many voices, but of another closeness: how many sat in a body may be known."""
    voices = sum(own)
    found = [
        other
        for fewer in (round(voices * (1 - margin) / 2) for margin in _MARGINS)
        if (other := Tally(voices - fewer, fewer)).more > fewer and other.closeness != own.closeness
    ]
    yield from found
    # Of very few voices some closeness is left always: all against none, or one ahead.
    if not found:
        yield Tally(voices, 0) if own.closeness < 2 else Tally(voices // 2 + 1, (voices - 1) // 2)  # noqa: PLR2004


def _choice(vote: Vote, text: str, source: OptionSource, index: Index) -> Choice:
    return Choice(
        id=vote.id, text=text, why=_what_became(vote, index), source=source, facts=(vote.id,)
    )


def _what_became(vote: Vote, index: Index) -> str:
    """Say who did what with the motion, and how close it was: "The Town Council rejected it: a close vote."."""
    if vote.type is VoteType.CHOICE:
        return "That was chosen."
    own = _figures_of(vote)
    how = f": {_HOW_CLOSE[own.closeness]}" if own else ""
    return full_stop(f"{fate(vote, index)} it{how}".replace("put off it", "put it off"))


def _wrong(vote: Vote, text: str, why: str) -> Choice:
    name = fold(text).replace(" ", "-")
    return Choice(id=f"{vote.id}:{name}", text=text, why=why, source=OptionSource.COMPUTED)


OUTCOME = OutcomeOf()
