"""An invented moor: facts to be held against a line of text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.chapters.evidence.village import AT, CHAPTER, cites, day
from trainer.chapters.gaps import GapReport, Standing, find_gaps
from trainer.chapters.record import Count, Event, Omission, Vote, VoteType

if TYPE_CHECKING:
    from trainer.chapters.record import Dating, Evidence, Fact, GapClass

__all__ = ["AT", "cites", "day", "event", "figure", "missing", "omission", "report"]


def event(*evidence: Evidence, when: Dating | None = None, **more: Any) -> Event:
    return Event(id="e", source=AT, title="it", evidence=evidence, when=when, **more)


def figure(number: int | Count, *evidence: Evidence, **more: Any) -> Vote:
    count = number if isinstance(number, Count) else Count(value=number)
    return Vote(
        id="f", source=AT, type=VoteType.FIGURE, title="it", evidence=evidence, number=count, **more
    )


def omission(**more: Any) -> Omission:
    return Omission(reason="so it is", source=AT, **more)


def report(text: str, *facts: Fact, **more: Any) -> GapReport:
    sorts: dict[str, tuple[Fact, ...]] = {}
    for fact in facts:
        sort = f"{type(fact).__name__.lower()}s"
        sorts[sort] = (*sorts.get(sort, ()), fact)
    return find_gaps(replace(CHAPTER, **{"persons": (), **sorts, **more}), text)


def missing(class_: GapClass, text: str, *facts: Fact, **more: Any) -> list[str]:
    found = report(text, *facts, **more).of(Standing.MISSING, class_)
    return [item.text for item in found]
