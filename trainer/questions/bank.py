"""All the questions that a chapter yields."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from trainer.chapters.collector import collector_off
from trainer.questions.balance import (
    without_best_guesses,
    without_easy_outcomes,
    without_known_names,
    without_long_lists,
    without_repeats,
    without_worn_answers,
)
from trainer.questions.cards import cards_of
from trainer.questions.distance import Distance
from trainer.questions.doubles import doubles
from trainer.questions.draft import Refusal
from trainer.questions.families.catalogue import BY_REQUEST, COMPOSITES, FAMILIES
from trainer.questions.families.composite import OfEvents
from trainer.questions.gate import closed
from trainer.questions.glossing import with_glosses
from trainer.questions.index import Index
from trainer.questions.making import front_of, make_choice, make_cloze, make_open
from trainer.questions.question import Bank, Form, Question, Withheld
from trainer.questions.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from trainer.chapters.record import Chapter, Fact
    from trainer.questions.families.family import Family
    from trainer.questions.question import Card

FRONT = "front"
CLOZE = "cloze"


def _go_on() -> None:
    """Do nothing between two cards."""


ONLY_BY_REQUEST = "asked only where a deck names the template"


@collector_off()
def build_bank(
    chapter: Chapter,
    seed: int = 0,
    requested: Container[str] = (),
    *,
    distance: Distance = Distance.NEAR,
    only: Container[str] | None = None,
    together: bool = True,
    between: Callable[[], None] = _go_on,
) -> Bank:
    """Return every card, question and recall side of a chapter, and what was withheld.

    Families that are `by_request` are asked only if their template is `requested`; that changes nothing else.

    Distractors lie near the key, as befits a quiz and cards that are known, unless `distance` is FAR, as befits new
    ones: study asks for the bank at the distance of the card. Questions on several cards at once know no distance.

    The same chapter, seed and distance give the same bank, byte for byte. Seed and distance decide on distractors, on
    the order of options, and with them on the few questions that would give a name too often; cards,
    fronts, and the id, stem and key of a question do not depend on them.

    Of the facts in `only` alone it is made quickly, and nearly so: what hangs on how often something is asked is seen
    among them alone, questions on several cards at once are those on the dates of these events, and not even they
    unless they are asked `together`.

    `between` is called many times on the way; what it raises ends the making.
    """
    index = Index(chapter)
    cards: list[Card] = []
    made: list[Question | Withheld] = []
    all_cards = tuple(cards_of(chapter))
    repeats = doubles(all_cards)
    for card, fact in all_cards:
        if only is not None and fact.id not in only:
            continue
        between()
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
                made += _asked(family, card, fact, index, seed, distance=distance)
    withheld = [each for each in made if isinstance(each, Withheld)]
    asked = [each for each in made if isinstance(each, Question)]
    opens = [q for q in asked if q.form is not Form.CHOICE]
    fronts = with_glosses((q for q in opens if _is_front(q)), index)
    without_front = with_glosses((q for q in opens if not _is_front(q)), index)
    choices = [question for question in asked if question.form is Form.CHOICE]
    questions = [question for question in choices if question.template not in BY_REQUEST]
    questions, left_out = _balanced(questions, index)
    withheld.extend(left_out)
    for composite in _composites(index, seed, only) if together else ():
        between()
        if isinstance(composite, Withheld):
            withheld.append(composite)
        else:
            questions.append(composite)
    questions += (question for question in choices if question.template in BY_REQUEST)
    by_id = {card.id: card for card, _ in all_cards}
    return Bank(
        chapter=chapter.id,
        digest=chapter.digest,
        seed=seed,
        cards=tuple(cards),
        questions=tuple(
            _card_by_card(by_id, with_glosses(questions, index), (*without_front, *fronts))
        ),
        fronts=tuple(front_of(by_id[question.cards[0]], question) for question in fronts),
        withheld=tuple(withheld),
    )


def _balanced(questions: list[Question], index: Index) -> tuple[list[Question], list[Withheld]]:
    """Return the choices that keep the bank balanced, and those that were left out for it, in turn."""
    named = {*index.persons, *index.bodies}
    withheld: list[Withheld] = []
    for without in (
        without_repeats,
        without_long_lists,
        without_worn_answers,
        without_easy_outcomes,
        partial(without_best_guesses, names=named),
        partial(without_known_names, mentions=index.mentions),
    ):
        questions, left_out = without(questions)
        withheld.extend(left_out)
    return questions, withheld


def _composites(
    index: Index, seed: int, only: Container[str] | None
) -> Iterator[Question | Withheld]:
    timeline = Timeline(index, only)
    for composite in COMPOSITES:
        # The others go through the whole chapter.
        if only is None or isinstance(composite, OfEvents):
            yield from composite.make(timeline, seed)


def _asked(
    family: Family[Any], card: Card, fact: Fact, index: Index, seed: int, *, distance: Distance
) -> Iterator[Question | Withheld]:
    """Yield the card asked in one way, as a choice, with a gap and without options, or why it is not."""
    question = make_choice(family, card, fact, index, seed, distance=distance)
    if isinstance(question, Refusal):
        yield _withheld(card, family.template, question.reason)
    else:
        yield question
    with_gap = make_cloze(family, card, fact, index)
    if isinstance(with_gap, Refusal):
        yield _withheld(card, CLOZE, with_gap.reason)
    elif with_gap is not None:
        yield with_gap
    without_options = make_open(family, card, fact, index)
    if isinstance(without_options, Refusal):
        # A template without fronts has told why it is not asked.
        if family.gives_front:
            yield _withheld(card, FRONT, without_options.reason)
    elif without_options is not None:
        yield without_options


def _is_front(question: Question) -> bool:
    """Tell whether a question without options is its card's front."""
    return question.form is not Form.CLOZE and question.template not in BY_REQUEST


def _withheld(card: Card, template: str, reason: str) -> Withheld:
    return Withheld(card=card.id, template=template, reason=reason)


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
