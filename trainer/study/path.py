"""In which order new cards come: lesson by lesson, and within one from whom and what it is about to its exact anchors."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from trainer.chapters.record import Chapter, Lesson
    from trainer.questions.question import Card

# The share of a lesson's cards that were answered right once from which on the next is suggested.
ENOUGH = 0.8


class Stage(IntEnum):
    """What comes first within a lesson."""

    ACQUAINTANCE = 0  # its words and its people
    SEQUENCE = 1  # what happened, and who did it
    POSITIONS = 2  # who held what
    REASONS = 3  # why, and how anybody knows
    ANCHORS = 4  # days, figures, places


STAGE_OF_ASPECT: Mapping[str, Stage] = {
    "term": Stage.ACQUAINTANCE,
    "role": Stage.ACQUAINTANCE,
    "also-known-as": Stage.ACQUAINTANCE,
    "member": Stage.ACQUAINTANCE,
    "purpose": Stage.ACQUAINTANCE,
    "author": Stage.ACQUAINTANCE,
    "what": Stage.SEQUENCE,
    "who": Stage.SEQUENCE,
    "absent": Stage.SEQUENCE,
    "body": Stage.SEQUENCE,
    "on-what": Stage.SEQUENCE,
    "outcome": Stage.SEQUENCE,
    "winner": Stage.SEQUENCE,
    "stance": Stage.POSITIONS,
    "position": Stage.POSITIONS,
    "compare": Stage.POSITIONS,
    "sides": Stage.POSITIONS,
    "casting": Stage.POSITIONS,
    "because": Stage.REASONS,
    "led-to": Stage.REASONS,
    "reversed": Stage.REASONS,
    "basis": Stage.REASONS,
    "teller": Stage.REASONS,
    "fate": Stage.ANCHORS,
    "when": Stage.ANCHORS,
    "figure": Stage.ANCHORS,
    "placed": Stage.ANCHORS,
    "rounds": Stage.ANCHORS,
}


def path_through(chapters: Iterable[Chapter], cards: Iterable[Card]) -> tuple[Card, ...]:
    """Return the cards in the order in which they are to be learned.

    Chapter by chapter and lesson by lesson, what belongs to no lesson last; within a lesson what is core first, then
    stage by stage in the order of the record.
    """
    places = {
        (chapter.id, lesson): (at, within)
        for at, chapter in enumerate(chapters)
        for within, lesson in enumerate((*(each.id for each in chapter.lessons), None))
    }
    return tuple(
        sorted(
            cards,
            key=lambda card: (
                places[card.chapter, card.lesson],
                card.importance.rank,
                STAGE_OF_ASPECT.get(card.aspect, Stage.ANCHORS),
            ),
        )
    )


def next_new(path: Iterable[Card], count: int, facts_of_today: Collection[str]) -> Iterator[Card]:
    """Yield up to `count` cards of a path, no two of one fact, and none of a fact that was met today.

    Facts are given as `fact_of` names them.
    """
    met = set(facts_of_today)
    for card in path:
        if count <= 0:
            return
        fact = fact_of(card.id)
        if fact not in met:
            met.add(fact)
            count -= 1
            yield card


def fact_of(card: str) -> str:
    """Return the fact that a card's id names: `chapter:fact/subject#aspect` → `chapter:fact`."""
    return card.partition("#")[0].partition("/")[0]


def suggested_lesson(
    lessons: Sequence[str], cards: Iterable[Card], known: Collection[str]
) -> str | None:
    """Return the first lesson of which less than enough cards were answered right once; None after the last.

    Nothing is locked: it is what to begin with if nobody says otherwise.
    """
    all_of: dict[str | None, list[bool]] = {}
    for card in cards:
        all_of.setdefault(card.lesson, []).append(card.id in known)
    return next(
        (
            lesson
            for lesson in lessons
            if (answers := all_of.get(lesson)) and sum(answers) < ENOUGH * len(answers)
        ),
        None,
    )


def next_lesson(
    chapters: Iterable[Chapter], cards: Sequence[Card], known: Collection[str]
) -> Lesson | None:
    """Return the lesson to go on with, chapter by chapter; None where all of them were learned."""
    for chapter in chapters:
        lessons = {lesson.id: lesson for lesson in chapter.lessons}
        ours = (card for card in cards if card.chapter == chapter.id)
        if (name := suggested_lesson([*lessons], ours, known)) is not None:
            return lessons[name]
    return None
