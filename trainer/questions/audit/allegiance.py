"""Who stands with the narrator and who against him, as far as the record tells.

Against him stand the opponents of his statements and whoever made a statement with him among the opponents, who
voted on the other side, and who was the opponent in an event that he acted in, or the other way round. With him stand
he himself, who voted on his side or had a part beside him. Who has no such tie stands with him if they opposed his foes more
often than his other friends, and the other way round: the foe of a foe is a friend (Heider's balance). One step of this
only: two make everybody somebody's friend.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from trainer.chapters.record import Part, Stand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Chapter, Event, Vote

_SIDE_BY_SIDE = frozenset({Part.ACTOR, Part.COMPANION})
_OPPOSED = {Stand.FOR: Stand.AGAINST, Stand.AGAINST: Stand.FOR}


def allegiances(chapter: Chapter) -> dict[str, int]:
    """Return 1 for each person with the narrator and -1 for each against; nobody if there is no narrator."""
    narrator = chapter.narrator
    if narrator is None or narrator not in {person.id for person in chapter.persons}:
        return {}
    ties: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other, sign in _ties(chapter):
        if one != other:
            ties[one][other] += sign
            ties[other][one] += sign
    sides = {person: _sign(weight) for person, weight in ties[narrator].items() if weight}
    near = dict(sides)
    for person in chapter.persons:
        if person.id not in sides and person.id != narrator:
            weight = sum(
                sign * sides[other] for other, sign in ties[person.id].items() if other in sides
            )
            if weight:
                near[person.id] = _sign(weight)
    return {**near, narrator: 1}


def _ties(chapter: Chapter) -> Iterator[tuple[str, str, int]]:
    for statement in chapter.statements:
        for opponent in statement.opponents:
            yield statement.speaker, opponent, -1
    for vote in chapter.votes:
        yield from _in_vote(vote)
    for event in chapter.events:
        yield from _in_event(event)


def _in_vote(vote: Vote) -> Iterator[tuple[str, str, int]]:
    for one, other in combinations(vote.sides, 2):
        if one.stand is other.stand and one.stand in _OPPOSED:
            yield one.who, other.who, 1
        elif _OPPOSED.get(one.stand) is other.stand:
            yield one.who, other.who, -1


def _in_event(event: Event) -> Iterator[tuple[str, str, int]]:
    for one, other in combinations(event.people, 2):
        parts = {one.part, other.part}
        if Part.COMPANION in parts and parts <= _SIDE_BY_SIDE:
            yield one.person, other.person, 1
        elif parts in ({Part.ACTOR, Part.OPPONENT}, {Part.COMPANION, Part.OPPONENT}):
            yield one.person, other.person, -1


def _sign(weight: int) -> int:
    return (weight > 0) - (weight < 0)
