"""How near a distractor lies to the key, from 0 (another phase, another circle) to 1 (a neighbour, a namesake almost).

By this distractors are drawn far or near, and by this the difficulty tells how near those are that were drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.record import Person
from trainer.questions.distance import PHASE
from trainer.questions.rows import days_of

if TYPE_CHECKING:
    from trainer.chapters.record import Fact
    from trainer.questions.index import Index

# Of what hangs on no fact, such as a made-up option.
UNKNOWN = 0.5


def nearness_in_days(gap: int, phase: int = PHASE) -> float:
    """Return 1 for what falls together, 0 for what lies a phase or more apart."""
    return max(0.0, 1 - gap / phase)


def nearness_of_facts(index: Index, one: Fact, other: Fact) -> float:
    """Return how near two facts lie, from 0 to 1: half by time, half by lesson and by whom and what they share."""
    if isinstance(one, Person) and isinstance(other, Person):
        return nearness_of_persons(index, one, one.id, other.id)
    together = one.lesson is not None and one.lesson == other.lesson
    first, second = days_of(one), days_of(other)
    if first is None or second is None:
        in_time = float(together)
    else:
        gap = max(0, first[0] - second[1], second[0] - first[1])
        longest = max(last - start for start, last in (first, second))
        in_time = nearness_in_days(gap, max(PHASE, 2 * longest))
    shared = not index.matters[one.id].isdisjoint(index.matters[other.id])
    return in_time / 2 + together / 4 + shared / 4


def nearness_of_persons(index: Index, fact: Fact, key: str, other: str) -> float:
    """Return how near somebody lies to the key of a question on a fact, from 0 to 1.

    One of three parts each for the lesson, for a party or faction, and for a body or quarrel that they share. Whose
    name is easily taken for the key's is as near as can be.
    """
    if other in index.confusables.get(key, ()):
        return 1.0
    lessons = index.lessons_of_person.get(other, frozenset())
    in_lesson = fact.lesson in lessons if fact.lesson else index.share_a_lesson(key, other)
    met = index.share_a_body(key, other) or other in index.adversaries.get(key, ())
    return (in_lesson + index.share_a_circle(key, other) + met) / 3


def nearness_of_bodies(index: Index, fact: Fact, key: str, other: str) -> float:
    """Return how near two bodies lie, from 0 to 1: one half for being of one sort, one for the lesson."""
    sorts = {index.bodies[name].classification for name in (key, other)}
    in_lesson = fact.lesson in index.lessons_of_body.get(other, frozenset())
    return (len(sorts) == 1) / 2 + in_lesson / 2
