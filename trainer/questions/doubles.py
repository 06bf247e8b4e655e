"""Cards that ask the same of the same person: each would give the other's answer away."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Person, Statement, Work
from trainer.dates import Order, compare
from trainer.questions.cards import deeds_by_subject
from trainer.questions.gate import shaky
from trainer.questions.words import word_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Dating, Evidence, Fact
    from trainer.questions.question import Card

# Two that share so much of the shorter one's words, and no fewer words than this, say the same.
_SHARE, _FEWEST = 0.55, 3

# A deed makes the shorter stem; an office is told without its scene.
_ASPECTS = {"who": 0, "stance": 1, "author": 2, "role": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a card says of a person."""

    card: str
    fact: str
    aspect: str
    words: frozenset[str]
    paragraphs: frozenset[int]
    when: Dating | None
    rank: tuple[int, int, str]


def doubles(cards: Iterable[tuple[Card, Fact]]) -> dict[str, str]:
    """Return each card that repeats another, with that other: the more important is kept, then the deed.

    Two of different aspects repeat each other if they say most of the same of one person, out of one paragraph and at no other time.
    """
    by_paragraph: dict[tuple[str, int], list[_Asked]] = defaultdict(list)
    for card, fact in cards:
        if card.aspect in _ASPECTS and not shaky(fact):
            for person, asked in _asked(card, fact):
                for paragraph in asked.paragraphs:
                    by_paragraph[person, paragraph].append(asked)
    alike = {
        (kept.rank, other.rank)
        for rows in by_paragraph.values()
        for kept, other in combinations(sorted(rows, key=lambda asked: asked.rank), 2)
        if _repeats(other, kept)
    }
    found: dict[str, str] = {}
    for (*_, kept), (*_, other) in sorted(alike):
        if kept not in found:
            found.setdefault(other, kept)
    return found


def _repeats(one: _Asked, other: _Asked) -> bool:
    """Tell whether two cards on one person and out of one paragraph say the same."""
    if one.aspect == other.aspect or {one.aspect, other.aspect} == {"author", "role"}:
        return False
    shared, shorter = len(one.words & other.words), min(len(one.words), len(other.words))
    if shared < max(_FEWEST, _SHARE * shorter):
        return False
    if one.when is None or other.when is None:
        return True
    return compare(one.when.date, other.when.date) not in {Order.BEFORE, Order.AFTER}


def _asked(card: Card, fact: Fact) -> Iterator[tuple[str, _Asked]]:
    evidence: tuple[Evidence, ...] = fact.evidence
    when: Dating | None = None
    match fact:
        case Event():
            deeds = deeds_by_subject(fact)[card.subject or ""]
            said, people, when = " ".join(d.deed or "" for d in deeds), [deeds[0].person], fact.when
        case Statement():
            said, people, when = fact.position, [fact.speaker], fact.when
        case Work():
            said, people, when = fact.title, list(fact.authors), fact.when
        case Person():
            office = next(office for office in fact.offices if office.id == card.subject)
            said, people, evidence = office.role, [fact.id], office.evidence or fact.evidence
        case _:
            return
    for person in people:
        yield (
            person,
            _Asked(
                card=card.id,
                fact=fact.id,
                aspect=card.aspect,
                words=word_stems(said),
                paragraphs=frozenset(item.paragraph for item in evidence),
                when=when,
                rank=(card.importance.rank, _ASPECTS[card.aspect], card.id),
            ),
        )
