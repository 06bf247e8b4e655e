"""What the families of exact figures share: a motion of a body with both of its figures; by request only."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Vote, VoteType
from trainer.questions.draft import Ask, Pick
from trainer.questions.families.family import Family
from trainer.questions.families.outcome import Tally, tally_of
from trainer.questions.question import Kind
from trainer.questions.wording import body, on_date_beside, scene_of

if TYPE_CHECKING:
    from trainer.questions.question import Card

# So many motions on either side of a vote lend it their figures.
REACH = 30


class OfATally(Family[Vote]):
    """A motion with both of its figures."""

    aspect: ClassVar[str] = "outcome"
    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.IN_ORDER
    gives_front: ClassVar[bool] = False
    by_request: ClassVar[bool] = True
    tells_date: ClassVar[bool] = True

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

    def precision(self, ask: Ask[Vote]) -> float:  # noqa: ARG002
        """Nothing is more exact."""
        return 1.0


def who_decided(ask: Ask[Vote]) -> str:
    """Return the scene of a stem: "the Town Council decided on 9 September on the motion to …"."""
    vote, index = ask.fact, ask.index
    who, style = body(index.bodies[vote.organization or ""]), index.two_calendars
    when = on_date_beside(vote.when.date, who, style=style) if vote.when else scene_of(vote, index)
    return f"{who} decided{f' {when}' if when else ''} on the motion to {vote.motion}"


def figures_of(vote: Vote) -> Tally:
    """Return the two figures of a motion that is not `unsuitable`."""
    figures = tally_of(vote)
    assert figures is not None, "unsuitable() comes first"
    return figures
