"""Every exact number that the votes of a chapter tell, with what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.chapters.record import Stand, Status, Vote
from trainer.questions.gate import shaky
from trainer.questions.wording import full_stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.chapters.record import Count, Person

_DID = {
    Stand.FOR: "voted for",
    Stand.AGAINST: "voted against",
    Stand.ABSTAINING: "abstained on",
    Stand.NOT_VOTING: "did not vote on",
    Stand.ABSENT: "were absent from the vote on",
    Stand.PRESENT: "were present at the vote on",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One number of one vote.

    Attributes:
        of: what it counts, in words that can be compared with those of another.
        bodies: the body that voted and the meeting, as far as they are told.
        why: what the learner reads where it is the wrong answer.
        offered: whether it may stand among options.
    """

    value: int
    fact: str
    of: str
    bodies: frozenset[str]
    why: Callable[[], str]
    offered: bool


def numbers_of(vote: Vote, persons: dict[str, Person]) -> Iterator[Told]:
    """Yield the numbers of a vote; what is known only about or within bounds is left out, but for figures."""
    bodies = frozenset(body for body in (vote.organization, vote.session) if body)
    offered = not shaky(vote)

    def told(count: Count | None, of: str, why: str) -> Iterator[Told]:
        value = count.value if count is not None else None
        if count is not None and value is not None and count.status is not Status.DRAFT:
            yield Told(
                value=value,
                fact=vote.id,
                of=of,
                bodies=bodies,
                why=lambda: full_stop(why),
                offered=offered,
            )

    if (number := figure_of(vote)) is not None:
        why = f"That figure belongs to another fact: {vote.title}."
        yield Told(
            value=number,
            fact=vote.id,
            of=f"{vote.unit} {vote.title}",
            bodies=bodies,
            why=lambda: why,
            offered=offered,
        )
    for stand, count in vote.counts.known() if vote.counts else ():
        motion = f"the motion to {vote.motion}" if vote.motion else vote.title
        yield from told(count, f"{stand} {motion}", f"So many {_DID[stand]} {motion}")
    yield from told(
        vote.delegates, f"delegates {vote.title}", f"So many delegates there were at {vote.title}"
    )
    yield from told(
        vote.ballots, f"ballots {vote.title}", f"So many ballots were cast in {vote.title}"
    )
    for candidate in vote.candidates:
        if candidate.person in persons and candidate.status is not Status.DRAFT:
            name = persons[candidate.person].name
            yield from told(
                candidate.votes,
                f"votes for {name} {vote.title}",
                f"So many votes were cast for {name} in {vote.title}",
            )


def figure_of(vote: Vote) -> int | None:
    """Return a figure at the roundness that is worth keeping; None where only a bound of it is known."""
    count = vote.number
    if count is None or count.status is Status.DRAFT:
        return None
    value = count.value if count.value is not None else count.about
    if value is None or vote.round_to is None:
        return value
    return (2 * value + vote.round_to) // (2 * vote.round_to) * vote.round_to


def is_about(vote: Vote) -> bool:
    """Tell whether a figure is known, or kept, only about."""
    count = vote.number
    return count is not None and (count.value is None or count.value != figure_of(vote))
