"""All the questions that a chapter yields."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from trainer.questions.balance import (
    without_best_guesses,
    without_easy_outcomes,
    without_long_lists,
    without_repeats,
    without_worn_answers,
)
from trainer.questions.cards import cards_of
from trainer.questions.doubles import doubles
from trainer.questions.draft import Refusal
from trainer.questions.families.catalogue import FAMILIES
from trainer.questions.families.first import make_firsts
from trainer.questions.gate import closed
from trainer.questions.glossing import with_glosses
from trainer.questions.index import Index
from trainer.questions.making import make_choice, make_front
from trainer.questions.question import Bank, Withheld

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.questions.families.family import Family
    from trainer.questions.question import Card, Front, Question

FRONT = "front"


def build_bank(chapter: Chapter, seed: int = 0) -> Bank:
    """Return every card, question and recall side of a chapter, and what was withheld.

    The same chapter and seed give the same bank, byte for byte. The seed decides on distractors, on
    the order of options, and with them on the few questions that would give a name too often; cards,
    fronts, and the id, stem and key of a question do not depend on it.
    """
    index = Index(chapter)
    cards: list[Card] = []
    questions: list[Question] = []
    fronts: list[Front] = []
    withheld: list[Withheld] = []
    all_cards = tuple(cards_of(chapter))
    repeats = doubles(all_cards)
    for card, fact in all_cards:
        if closed(fact) is None:
            cards.append(card)
        for family in _BY_ASPECT.get(card.aspect, ()):
            if card.id in repeats and family.gives_front:
                reason = f"it would ask the same as {repeats[card.id]}"
                withheld += [
                    Withheld(card=card.id, template=template, reason=reason)
                    for template in (family.template, FRONT)
                ]
                continue
            question = make_choice(family, card, fact, index, seed)
            if isinstance(question, Refusal):
                withheld.append(
                    Withheld(card=card.id, template=family.template, reason=question.reason)
                )
            else:
                questions.append(question)
            front = make_front(family, card, fact, index)
            if isinstance(front, Refusal):
                withheld.append(Withheld(card=card.id, template=FRONT, reason=front.reason))
            elif front is not None:
                fronts.append(front)
    questions, left_out = without_repeats(questions)
    withheld.extend(left_out)
    questions, left_out = without_long_lists(questions)
    withheld.extend(left_out)
    questions, left_out = without_worn_answers(questions)
    withheld.extend(left_out)
    questions, left_out = without_easy_outcomes(questions)
    withheld.extend(left_out)
    questions, left_out = without_best_guesses(questions, {*index.persons, *index.bodies})
    withheld.extend(left_out)
    for composite in make_firsts(index, seed):
        if isinstance(composite, Withheld):
            withheld.append(composite)
        else:
            questions.append(composite)
    return Bank(
        chapter=chapter.id,
        digest=chapter.digest,
        seed=seed,
        cards=tuple(cards),
        questions=tuple(with_glosses(questions, index)),
        fronts=tuple(with_glosses(fronts, index)),
        withheld=tuple(withheld),
    )


def _by_aspect() -> dict[str, list[Family[Any]]]:
    found: dict[str, list[Family[Any]]] = defaultdict(list)
    for family in FAMILIES:
        found[family.aspect].append(family)
    return dict(found)


_BY_ASPECT = _by_aspect()
