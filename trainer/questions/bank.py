"""All the questions that a chapter yields."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from trainer.questions.balance import (
    without_best_guesses,
    without_easy_outcomes,
    without_long_lists,
    without_repeats,
)
from trainer.questions.cards import cards_of
from trainer.questions.doubles import doubles
from trainer.questions.draft import Refusal
from trainer.questions.families.catalogue import BY_REQUEST, COMPOSITES, FAMILIES
from trainer.questions.gate import closed
from trainer.questions.glossing import with_glosses
from trainer.questions.index import Index
from trainer.questions.making import make_choice, make_front
from trainer.questions.question import Bank, Front, Question, Withheld
from trainer.questions.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from trainer.chapters.record import Chapter, Fact
    from trainer.questions.families.family import Family
    from trainer.questions.question import Card

FRONT = "front"

ONLY_BY_REQUEST = "asked only where a deck names the template"


def build_bank(chapter: Chapter, seed: int = 0, requested: Container[str] = ()) -> Bank:
    """Return every card, question and recall side of a chapter, and what was withheld.

    Families that are `by_request` are asked only if their template is `requested`; that changes nothing else.

    The same chapter and seed give the same bank, byte for byte. The seed decides on distractors, on
    the order of options, and with them on the few questions that would give a name too often; cards,
    fronts, and the id, stem and key of a question do not depend on it.
    """
    index = Index(chapter)
    cards: list[Card] = []
    made: list[Question | Front | Withheld] = []
    all_cards = tuple(cards_of(chapter))
    repeats = doubles(all_cards)
    for card, fact in all_cards:
        if closed(fact) is None:
            cards.append(card)
        for family in _BY_ASPECT.get(card.aspect, ()):
            if not family.concerns(card, fact):
                continue
            if card.id in repeats and family.gives_front:
                reason = f"it would ask the same as {repeats[card.id]}"
                made += (_withheld(card, name, reason) for name in (family.template, FRONT))
            elif family.by_request and family.template not in requested:
                made.append(_withheld(card, family.template, ONLY_BY_REQUEST))
            else:
                made += _asked(family, card, fact, index, seed)
    fronts = [each for each in made if isinstance(each, Front)]
    withheld = [each for each in made if isinstance(each, Withheld)]
    everything = [each for each in made if isinstance(each, Question)]
    questions = [question for question in everything if question.template not in BY_REQUEST]
    questions, left_out = without_repeats(questions)
    withheld.extend(left_out)
    questions, left_out = without_long_lists(questions)
    withheld.extend(left_out)
    questions, left_out = without_easy_outcomes(questions)
    withheld.extend(left_out)
    questions, left_out = without_best_guesses(questions, {*index.persons, *index.bodies})
    withheld.extend(left_out)
    for composite in _composites(index, seed):
        if isinstance(composite, Withheld):
            withheld.append(composite)
        else:
            questions.append(composite)
    questions += (question for question in everything if question.template in BY_REQUEST)
    return Bank(
        chapter=chapter.id,
        digest=chapter.digest,
        seed=seed,
        cards=tuple(cards),
        questions=tuple(with_glosses(questions, index)),
        fronts=tuple(with_glosses(fronts, index)),
        withheld=tuple(withheld),
    )


def _composites(index: Index, seed: int) -> Iterator[Question | Withheld]:
    timeline = Timeline(index)
    for composite in COMPOSITES:
        yield from composite.make(timeline, seed)


def _asked(
    family: Family[Any], card: Card, fact: Fact, index: Index, seed: int
) -> Iterator[Question | Front | Withheld]:
    """Yield the card asked in one way, and its recall side, or why there is none."""
    question = make_choice(family, card, fact, index, seed)
    if isinstance(question, Refusal):
        yield _withheld(card, family.template, question.reason)
    else:
        yield question
    front = make_front(family, card, fact, index)
    if isinstance(front, Refusal):
        yield _withheld(card, FRONT, front.reason)
    elif front is not None:
        yield front


def _withheld(card: Card, template: str, reason: str) -> Withheld:
    return Withheld(card=card.id, template=template, reason=reason)


def _by_aspect() -> dict[str, list[Family[Any]]]:
    found: dict[str, list[Family[Any]]] = defaultdict(list)
    for family in FAMILIES:
        found[family.aspect].append(family)
    return dict(found)


_BY_ASPECT = _by_aspect()
