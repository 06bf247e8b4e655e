"""`votes.yaml`: motions, choices, elections, lists of names and figures, told apart by `type`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from trainer.chapters.models.base import (
    CountEntry,
    DateEntry,
    Entry,
    Id,
    Model,
    Remarked,
    RollEntry,
    Shorthand,
    Sourced,
    Text,
    problem,
)
from trainer.chapters.record import Outcome, Stand


class CountsEntry(Model):
    """A tally as people say it: for, against, abstaining, not voting, absent; `present` is their sum."""

    for_: CountEntry | None = Field(None, alias="for")
    against: CountEntry | None = None
    abstaining: CountEntry | None = None
    not_voting: CountEntry | None = None
    absent: CountEntry | None = None
    present: CountEntry | None = None

    @model_validator(mode="after")
    def _adds_up(self) -> CountsEntry:
        parts = [c.value for c in (self.for_, self.against, self.abstaining, self.not_voting) if c]
        exact = [n for n in parts if n is not None]
        present = self.present.value if self.present else None
        if present is None:
            return self
        whole = all((self.for_, self.against)) and len(exact) == len(parts)
        if sum(exact) > present or (whole and sum(exact) != present):
            raise problem(
                f'counts add up to {sum(exact)}, but "present" says {present}',
                "correct one of them",
            )
        return self


class SideEntry(Model):
    """Where one person or body stood: exactly one of `{for: ID}`, `{against: ID}` and so on."""

    for_: Id | None = Field(None, alias="for")
    against: Id | None = None
    abstaining: Id | None = None
    not_voting: Id | None = None
    absent: Id | None = None

    @model_validator(mode="after")
    def _is_one_side(self) -> SideEntry:
        if len(self.stands()) != 1:
            raise problem(
                f"a side with {len(self.stands())} stands",
                "write each as its own item: [{for: A}, {against: B}]",
            )
        return self

    def stands(self) -> list[tuple[Stand, str]]:
        """The stands that are given."""
        pairs = (
            (Stand.FOR, self.for_),
            (Stand.AGAINST, self.against),
            (Stand.ABSTAINING, self.abstaining),
            (Stand.NOT_VOTING, self.not_voting),
            (Stand.ABSENT, self.absent),
        )
        return [(stand, who) for stand, who in pairs if who is not None]


class CandidateEntry(Shorthand, Remarked):
    """Somebody who stood in an election: `agnes-pell`, or `{person: agnes-pell, votes: 104}`."""

    shorthand = "person"
    person: Id
    votes: CountEntry | None = None


class AlternativeEntry(Shorthand):
    """One of the things between which a body chose: a phrase, or `{option: …, votes: 12}`."""

    shorthand = "option"
    option: Text
    votes: CountEntry | None = None
    proposed_by: list[Id] = Field(default_factory=list)


class RoundEntry(Model):
    """One ballot of a vote that took several."""

    counts: CountsEntry | None = None
    candidates: list[CandidateEntry] = Field(default_factory=list)
    alternatives: list[AlternativeEntry] = Field(default_factory=list)
    outcome: Outcome | None = None
    note: Text | None = None


class BallotEntry(Entry):
    """What votes of every type may say."""

    title: Text | None = Field(None, description="a noun phrase that names it")
    organization: Id | None = Field(None, description="the body that voted")
    session: Id | None = Field(
        None, description="the meeting, where it is recorded as a body or event"
    )
    date: DateEntry | None = None
    place: Text | None = None
    issue: Id | None = Field(
        None, description="what it decided, as `issue` of the statements on it says"
    )
    proposed_by: list[Id] = Field(default_factory=list)
    sides: list[SideEntry] = Field(default_factory=list)
    secret: bool = False
    weighted_by: Text | None = Field(
        None, description="what a voice counts for, where not one a head"
    )
    rounds: list[RoundEntry] = Field(default_factory=list)


class MotionEntry(BallotEntry):
    """A motion: `motion` completes "the motion to …"."""

    type: Literal["motion"]
    motion: Sourced
    counts: CountsEntry | None = None
    unanimous: bool = False
    outcome: Outcome
    casting_vote: Id | None = Field(None, description="the person whose vote decided a tie")

    @model_validator(mode="after")
    def _outcome_fits(self) -> MotionEntry:
        tally = self.counts
        if tally is None or tally.for_ is None or tally.against is None or self.weighted_by:
            return self
        in_favour, against = tally.for_.value, tally.against.value
        if in_favour is None or against is None or self.casting_vote:
            return self
        if self.outcome is Outcome.TIED and in_favour != against:
            raise problem(f"tied at {in_favour} to {against}", "correct the counts or the outcome")
        if self.outcome is Outcome.FAILED and in_favour > against and not self.note:
            raise problem(
                f"failed with {in_favour} to {against}",
                "correct one, or say in `note` which majority was needed",
            )
        if self.outcome is Outcome.PASSED and in_favour <= against:
            mend = "correct the counts or the outcome"
            if in_favour == against:
                mend += ", or name the casting_vote"
            raise problem(f"passed with {in_favour} to {against}", mend)
        return self


class ChoiceEntry(BallotEntry):
    """A choice between several things: `question` completes "the choice of …"."""

    type: Literal["choice"]
    question: Text
    alternatives: list[AlternativeEntry] = Field(min_length=2)
    chosen: Text | None = None

    @model_validator(mode="after")
    def _chosen_was_open(self) -> ChoiceEntry:
        options = [alternative.option for alternative in self.alternatives]
        if self.chosen is not None and self.chosen not in options:
            raise problem(
                f"{self.chosen} was not among the alternatives", "copy one of them word by word"
            )
        return self


class ElectionEntry(BallotEntry):
    """An election: `office` completes "the election of …"."""

    type: Literal["election"]
    office: Text | None = None
    delegates: CountEntry | None = None
    ballots: CountEntry | None = None
    candidates: list[CandidateEntry] = Field(default_factory=list)
    elected: RollEntry | None = None
    alternates: RollEntry | None = None

    @model_validator(mode="after")
    def _votes_fit_the_ballots(self) -> ElectionEntry:
        ballots = self.ballots.value if self.ballots else None
        for candidate in self.candidates:
            votes = candidate.votes.value if candidate.votes else None
            if ballots is not None and votes is not None and votes > ballots:
                raise problem(
                    f"{candidate.person} got {votes} votes of {ballots} ballots",
                    "correct one of them",
                )
        return self


class ListEntry(BallotEntry):
    """A list of names: `roll` says of what (`presidium`, `delegation`, `attendance`, …)."""

    type: Literal["list"]
    roll: Text
    members: RollEntry


class FigureEntry(BallotEntry):
    """A figure: `unit` completes "how many …"."""

    type: Literal["figure"]
    number: CountEntry
    unit: Text
    round_to: int | None = Field(None, gt=0, description="the roundness worth remembering")


VoteEntry = Annotated[
    MotionEntry | ChoiceEntry | ElectionEntry | ListEntry | FigureEntry, Field(discriminator="type")
]
