"""Lists: nobody stands twice, orders by votes are orders, nobody is on two sides."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from trainer.chapters.authored import models_within
from trainer.chapters.checks.ids import check_unique
from trainer.chapters.models.base import RollEntry
from trainer.chapters.models.votes import ElectionEntry, RoundEntry
from trainer.chapters.record import Part
from trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from trainer.chapters.authored import Authored, AuthoredChapter
    from trainer.chapters.models.events import EventEntry
    from trainer.chapters.models.votes import BallotEntry, CandidateEntry
    from trainer.chapters.record import Stand
    from trainer.chapters.yaml_source import Path


def check_lists(authored: AuthoredChapter) -> Iterator[Problem]:
    """Hold the lists of every fact against themselves and each other."""
    for fact in authored.facts():
        for path, model in models_within(fact.entry):
            yield from _check_twice(fact, path, model)
    for event in authored.events:
        yield from _check_parts(event)
    for vote in authored.votes:
        yield from _check_sides(vote)
        if isinstance(vote.entry, ElectionEntry):
            yield from _check_election(vote, vote.entry)


def _check_twice(fact: Authored[Any], path: Path, model: object) -> Iterator[Problem]:
    """Nobody stands twice, unless in another role or at another time."""
    listed: list[tuple[str, Hashable]] = []
    if isinstance(model, RollEntry):
        path = (*path, "persons")
        listed = [(item.person, (item.role, item.from_)) for item in model.persons]
    elif isinstance(model, ElectionEntry | RoundEntry):
        path = (*path, "candidates")
        listed = [(item.person, None) for item in model.candidates]
    seen: set[tuple[str, Hashable]] = set()
    for index, item in enumerate(listed):
        if item in seen:
            place = fact.place(*path, index, "person")
            yield Problem(place, f"{item[0]} stands twice on the list", "delete one")
        seen.add(item)


def _check_parts(event: Authored[EventEntry]) -> Iterator[Problem]:
    """Nobody both took part and was absent; deeds with an id have their own."""
    people = event.entry.people
    there = {
        deed.person for deed in people if deed.part in {Part.ACTOR, Part.COMPANION, Part.PRESENT}
    }
    for index, deed in enumerate(people):
        if deed.part is Part.ABSENT and deed.person in there:
            place = event.place("people", index, "part")
            yield Problem(place, f"{deed.person} is absent and took part", "keep one of them")
    yield from check_unique(
        (event, deed.id, ("people", index, "id"))
        for index, deed in enumerate(people)
        if deed.id is not None
    )


def _check_sides(vote: Authored[BallotEntry]) -> Iterator[Problem]:
    """Nobody stands on two sides."""
    stands: dict[str, Stand] = {}
    for index, side in enumerate(vote.entry.sides):
        for stand, who in side.stands():
            if stands.setdefault(who, stand) is not stand:
                both = " and ".join(word.replace("_", " ") for word in (stands[who], stand))
                yield Problem(vote.place("sides", index), f"{who} is {both}", "keep one of them")


def _check_election(vote: Authored[BallotEntry], election: ElectionEntry) -> Iterator[Problem]:
    delegates = election.delegates.value if election.delegates else None
    ballots = election.ballots.value if election.ballots else None
    one_each = election.weighted_by is None
    if delegates is not None and ballots is not None and ballots > delegates and one_each:
        what = f"{ballots} ballots of {delegates} delegates"
        mend = "correct one, or say what they are `weighted_by`"
        yield Problem(vote.place("ballots"), what, mend)
    elected, alternates = election.elected, election.alternates
    if elected is not None and alternates is not None:
        members = {member.person for member in elected.persons}
        for index, member in enumerate(alternates.persons):
            if member.person in members:
                place = vote.place("alternates", "persons", index, "person")
                what = f"{member.person} is elected and an alternate"
                yield Problem(place, what, "keep one of them")
    if elected is not None and elected.ordered_by_votes:
        yield from _check_order(vote, election, elected)
    if elected is not None and elected.complete:
        yield from _check_winners(vote, election, elected)


def _check_order(
    vote: Authored[BallotEntry], election: ElectionEntry, elected: RollEntry
) -> Iterator[Problem]:
    """A list in the order of the votes is one."""
    votes = _votes(election.candidates)
    persons = [member.person for member in elected.persons]
    known = [(person, votes[person]) for person in persons if person in votes]
    for (above, more), (below, fewer) in pairwise(known):
        if fewer > more:
            place = vote.place("elected", "persons", persons.index(below), "person")
            what = f"{below} with {fewer} votes stands below {above} with {more}"
            yield Problem(place, what, "correct the order, or set ordered_by_votes: false")


def _check_winners(
    vote: Authored[BallotEntry], election: ElectionEntry, elected: RollEntry
) -> Iterator[Problem]:
    """Nobody outside a complete list got more votes than somebody on it, unless a note on one of them says why.

    Of several ballots the last decides.
    """
    path: Path = ("candidates",)
    candidates = election.candidates
    if election.rounds and election.rounds[-1].candidates:
        path = ("rounds", len(election.rounds) - 1, "candidates")
        candidates = election.rounds[-1].candidates
    noted = {candidate.person for candidate in candidates if candidate.note}
    noted |= {member.person for member in elected.persons if member.note}
    votes = _votes(candidates)
    won = [
        (votes[member.person], member.person)
        for member in elected.persons
        if member.person in votes and member.person not in noted
    ]
    if not won:
        return
    least, last = min(won)
    persons = {member.person for member in elected.persons}
    for index, candidate in enumerate(candidates):
        person = candidate.person
        if person not in persons | noted and votes.get(person, 0) > least:
            what = f"{person} with {votes[person]} votes is not elected, but {last} with {least} is"
            mend = f"correct one of them, or say why in a `note` on {person} or {last}"
            yield Problem(vote.place(*path, index, "person"), what, mend)


def _votes(candidates: Iterable[CandidateEntry]) -> dict[str, int]:
    """Return the votes of each candidate of whom they are exactly known."""
    return {
        candidate.person: candidate.votes.value
        for candidate in candidates
        if candidate.votes is not None and candidate.votes.value is not None
    }
