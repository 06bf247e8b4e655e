"""Choosing from a bank what a deck asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.chapters.record import Person, Statement
from trainer.chapters.relations import dating_of, parties_to
from trainer.dates import bounds
from trainer.decks.requests import without_too_many
from trainer.questions.cards import facets
from trainer.questions.making import COMPOSITE, tags_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from trainer.chapters.record import Chapter, Fact, Importance
    from trainer.questions.question import (
        Bank,
        Card,
        Demand,
        Form,
        Front,
        Kind,
        Question,
        Withheld,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A closed stretch of days by Julian day number; None is an open end."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """Which questions are meant; None asks nothing, within a set any member will do."""

    lessons: frozenset[str] | None = None
    kinds: frozenset[Kind] | None = None
    templates: frozenset[str] | None = None
    demands: frozenset[Demand] | None = None
    forms: frozenset[Form] | None = None
    tags: frozenset[str] | None = None
    importance: frozenset[Importance] | None = None
    period: Period | None = None
    persons: frozenset[str] | None = None
    organizations: frozenset[str] | None = None
    issues: frozenset[str] | None = None
    facts: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen from one bank, in its order."""

    cards: tuple[Card, ...]
    questions: tuple[Question, ...]
    fronts: tuple[Front, ...]
    withheld: tuple[Withheld, ...]


def select(chapter: Chapter, bank: Bank, wanted: Selector, unwanted: Selector | None) -> Selection:
    """Return what meets every condition of `wanted` and none of `unwanted`.

    A card is chosen with the questions that ask it, in whatever form; one that no question asks yet is chosen by
    what it is about, unless the deck names templates, demands, forms or tags, which only questions have.
    """
    facts = {fact.id: fact for fact in chapter.facts()}
    cards = {card.id: card for card in bank.cards}

    def about(card_ids: Iterable[str]) -> list[Fact]:
        return [facts[cards[card].fact] for card in card_ids]

    def chosen(question: Question) -> bool:
        subject = about(question.cards)
        return all(_conditions(wanted, question, subject)) and not (
            unwanted and any(_conditions(unwanted, question, subject))
        )

    questions, left_out = without_too_many(filter(chosen, bank.questions))
    asked = {card for question in bank.questions for card in question.cards}
    kept = {card for question in questions for card in question.cards}
    if not (wanted.templates or wanted.demands or wanted.forms or wanted.tags):
        kept |= {
            card.id
            for card in bank.cards
            if card.id not in asked
            and all(_conditions_of_card(wanted, card, facts[card.fact]))
            and not (unwanted and any(_conditions_of_card(unwanted, card, facts[card.fact])))
        }
    return Selection(
        tuple(card for card in bank.cards if card.id in kept),
        questions,
        tuple(front for front in bank.fronts if front.card.id in kept),
        (*(each for each in bank.withheld if each.card in kept), *left_out),
    )


def subjects(
    chapter: Chapter, wanted: Selector, unwanted: Selector | None, lesson: str | None
) -> tuple[str, ...]:
    """Return the facts that what is selected may ask about, as far as that hangs on the facts themselves.

    Of a `lesson`, if one is given, and so known without making a question.
    """
    lessons = None if lesson is None else frozenset({lesson})
    return tuple(
        fact.id
        for fact in chapter.facts()
        if _is_of(lessons, fact)
        and _is_of(wanted.lessons, fact)
        and (wanted.tags is None or not wanted.tags.isdisjoint((*tags_of(fact), COMPOSITE)))
        and all(_about_facts(wanted, fact.importance, [fact]))
        and not (unwanted and any(_about_facts(unwanted, fact.importance, [fact])))
    )


def _is_of(lessons: Collection[str] | None, fact: Fact) -> bool:
    """Whether a card on the fact belongs to one of the lessons; those on a person may belong to several."""
    if lessons is None or fact.lesson in lessons:
        return True
    return isinstance(fact, Person) and any(facet.lesson in lessons for facet in facets(fact))


def _conditions(selector: Selector, question: Question, subject: list[Fact]) -> Iterable[bool]:
    """Yield, for each condition that is set, whether the question meets it."""
    if selector.templates is not None:
        yield question.template in selector.templates
    if selector.demands is not None:
        yield question.demand in selector.demands
    if selector.forms is not None:
        yield question.form in selector.forms
    if selector.tags is not None:
        yield not selector.tags.isdisjoint(question.tags)
    yield from _about(selector, question.kind, question.lesson, question.importance, subject)


def _conditions_of_card(selector: Selector, card: Card, fact: Fact) -> Iterable[bool]:
    yield from _about(selector, card.kind, card.lesson, card.importance, [fact])


def _about(
    selector: Selector,
    kind: Kind,
    lesson: str | None,
    importance: Importance,
    subject: list[Fact],
) -> Iterable[bool]:
    if selector.kinds is not None:
        yield kind in selector.kinds
    if selector.lessons is not None:
        yield lesson in selector.lessons
    yield from _about_facts(selector, importance, subject)


def _about_facts(selector: Selector, importance: Importance, subject: list[Fact]) -> Iterable[bool]:
    if selector.importance is not None:
        yield importance in selector.importance
    if selector.facts is not None:
        yield any(fact.id in selector.facts for fact in subject)
    for parties in (selector.persons, selector.organizations):
        if parties is not None:
            yield any(_names(parties, fact) for fact in subject)
    if selector.issues is not None:
        yield any(isinstance(fact, Statement) and fact.issue in selector.issues for fact in subject)
    if selector.period is not None:
        yield all(_within(selector.period, fact) for fact in subject)


def _names(parties: Collection[str], fact: Fact) -> bool:
    return not parties_to(fact).isdisjoint(parties)


def _within(period: Period, fact: Fact) -> bool:
    """Whether all that is known of the fact's date lies in the period."""
    dating = dating_of(fact)
    if dating is None:
        return False
    reach = bounds(dating.date)
    after = period.first is None or (reach.first is not None and reach.first >= period.first)
    before = period.last is None or (reach.last is not None and reach.last <= period.last)
    return after and before
