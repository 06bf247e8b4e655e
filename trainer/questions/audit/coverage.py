"""What of the record is asked, and what is not and why: aspect by aspect, core facts first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.chapters.record import Importance, Work
from trainer.questions.cards import cards_of
from trainer.questions.gate import closed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from trainer.chapters.record import Chapter, Fact
    from trainer.questions.question import Front, Question, Withheld

# What is withheld under these is one way to ask without options, and no reason why the card is not asked.
_BESIDE_A_CHOICE = frozenset({"front", "cloze"})


class State(StrEnum):
    """How far an aspect is asked."""

    ASKED = "asked"
    FRONT_ONLY = "flash card only"
    WITHHELD = "withheld"
    SILENT = "without a reason"
    NO_ASPECT = "no aspect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One thing to remember, and whether it is asked; `reasons` say why not.

    Attributes:
        id: the card's; of a fact of which nothing is asked, `chapter:fact`.
    """

    id: str
    importance: Importance
    aspect: str | None
    state: State
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Every aspect of what a deck selects, core facts first."""

    aspects: tuple[Aspect, ...]

    def count(self, importance: Importance, *states: State) -> int:
        """Return how many aspects of that importance are in one of the states."""
        return sum(each.importance is importance and each.state in states for each in self.aspects)

    @property
    def silent(self) -> tuple[Aspect, ...]:
        """What is not asked without a reason."""
        return tuple(each for each in self.aspects if each.state is State.SILENT)


def coverage(
    chapters: Iterable[Chapter],
    questions: Collection[Question],
    fronts: Iterable[Front],
    withheld: Iterable[Withheld],
    *,
    selected: Collection[str] | None = None,
) -> Coverage:
    """Return what is asked of the chapters, or of the cards `selected` from them."""
    chapters = tuple(chapters)
    asked = {card for question in questions if question.options for card in question.cards}
    without_options = {
        card for question in questions if not question.options for card in question.cards
    }
    without_options.update(front.card.id for front in fronts)
    reasons: dict[str, dict[str, None]] = defaultdict(dict)
    for each in withheld:
        if each.template not in _BESIDE_A_CHOICE:
            reasons[each.card][f"{each.template}: {each.reason}"] = None

    def state_of(card: str) -> State:
        if card in asked:
            return State.ASKED
        if card in without_options:
            return State.FRONT_ONLY
        return State.WITHHELD if reasons[card] else State.SILENT

    found = [
        Aspect(
            id=card.id,
            importance=card.importance,
            aspect=card.aspect,
            state=state_of(card.id),
            reasons=() if card.id in asked else tuple(reasons[card.id]),
        )
        for chapter in chapters
        for card, _ in cards_of(chapter)
        if selected is None or card.id in selected
    ]
    if selected is None:
        found += [each for chapter in chapters for each in _without_aspect(chapter)]
    return Coverage(aspects=tuple(sorted(found, key=lambda each: each.importance.rank)))


def _without_aspect(chapter: Chapter) -> Iterator[Aspect]:
    told = {card.fact for card, _ in cards_of(chapter)}
    for fact in chapter.facts():
        if fact.id not in told:
            yield Aspect(
                id=f"{chapter.id}:{fact.id}",
                importance=fact.importance,
                aspect=None,
                state=State.NO_ASPECT,
                reasons=(_why_nothing(fact),),
            )


def _why_nothing(fact: Fact) -> str:
    if reason := closed(fact):
        return reason
    match fact:
        case Work():
            return "the record does not tell its author"
        case _:
            return f"this {type(fact).__name__.lower()} has no aspect of its own that a family asks for"
