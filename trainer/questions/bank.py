"""All the questions that a chapter yields."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
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
from trainer.questions.families.catalogue import COMPOSITES, FAMILIES
from trainer.questions.gate import closed
from trainer.questions.glossing import with_glosses
from trainer.questions.index import Index
from trainer.questions.making import front_of, make_choice, make_open
from trainer.questions.question import Bank, Withheld
from trainer.questions.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Chapter
    from trainer.questions.families.family import Family
    from trainer.questions.question import Card, Question

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
    opens: list[Question] = []
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
            asked = make_open(family, card, fact, index)
            if isinstance(asked, Refusal):
                withheld.append(Withheld(card=card.id, template=FRONT, reason=asked.reason))
            elif asked is not None:
                opens.append(asked)
    questions, left_out = without_repeats(questions)
    withheld.extend(left_out)
    questions, left_out = without_long_lists(questions)
    withheld.extend(left_out)
    questions, left_out = without_easy_outcomes(questions)
    withheld.extend(left_out)
    questions, left_out = without_best_guesses(questions, {*index.persons, *index.bodies})
    withheld.extend(left_out)
    for made in _composites(index, seed):
        if isinstance(made, Withheld):
            withheld.append(made)
        else:
            questions.append(made)
    opens = with_glosses(opens, index)
    by_id = {card.id: card for card, _ in all_cards}
    return Bank(
        chapter=chapter.id,
        digest=chapter.digest,
        seed=seed,
        cards=tuple(cards),
        questions=tuple(_card_by_card(by_id, with_glosses(questions, index), opens)),
        fronts=tuple(front_of(by_id[question.cards[0]], question) for question in opens),
        withheld=tuple(withheld),
    )


def _composites(index: Index, seed: int) -> Iterator[Question | Withheld]:
    timeline = Timeline(index)
    for composite in COMPOSITES:
        yield from composite.make(timeline, seed)


def _card_by_card(
    cards: Iterable[str], choices: Iterable[Question], opens: Iterable[Question]
) -> Iterator[Question]:
    """Yield the questions of each card together, choices first, then those that ask for several cards at once."""
    rows: dict[str, list[Question]] = {card: [] for card in cards}
    composites = []
    for question in choices:
        if question.card is None:
            composites.append(question)
        else:
            rows[question.card].append(question)
    for question in opens:
        rows[question.cards[0]].append(question)
    return chain(chain.from_iterable(rows.values()), composites)


def _by_aspect() -> dict[str, list[Family[Any]]]:
    found: dict[str, list[Family[Any]]] = defaultdict(list)
    for family in FAMILIES:
        found[family.aspect].append(family)
    return dict(found)


_BY_ASPECT = _by_aspect()
