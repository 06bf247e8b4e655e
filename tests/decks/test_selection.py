"""What a deck selects: every key that is given must be met, any of its values will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trainer.chapters.record import Importance
from trainer.chapters.relations import dating_of, parties_to
from trainer.dates import Calendar, bounds, make_date
from trainer.decks.selection import Period, Selection, Selector, select
from trainer.questions.bank import build_bank
from trainer.questions.question import Demand, Form, Kind

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.questions.question import Bank


@pytest.fixture(scope="module")
def bank(mill_lane: Chapter) -> Bank:
    return build_bank(mill_lane, 0)


def choose(
    chapter: Chapter, bank: Bank, wanted: Selector, unwanted: Selector | None = None
) -> Selection:
    return select(chapter, bank, wanted, unwanted)


def test_a_selector_that_asks_nothing_takes_all(mill_lane: Chapter, bank: Bank) -> None:
    chosen = choose(mill_lane, bank, Selector())
    assert (chosen.cards, chosen.questions, chosen.fronts) == (
        bank.cards,
        bank.questions,
        bank.fronts,
    )


def test_a_selector_of_nothing_takes_nothing(mill_lane: Chapter, bank: Bank) -> None:
    chosen = choose(mill_lane, bank, Selector(facts=frozenset()))
    assert chosen == Selection((), (), (), ())


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.PERSON, Kind.VOTE])
def test_kinds(mill_lane: Chapter, bank: Bank, kind: Kind) -> None:
    chosen = choose(mill_lane, bank, Selector(kinds=frozenset({kind})))
    assert {question.kind for question in chosen.questions} == {kind}
    assert {card.kind for card in chosen.cards} == {kind}
    assert len(chosen.questions) == sum(question.kind is kind for question in bank.questions)


def test_two_keys_must_both_be_met(mill_lane: Chapter, bank: Bank) -> None:
    selector = Selector(
        kinds=frozenset({Kind.DATE, Kind.PERSON}), importance=frozenset({Importance.CORE})
    )
    chosen = choose(mill_lane, bank, selector)
    assert chosen.questions
    assert all(
        question.kind in {Kind.DATE, Kind.PERSON} and question.importance is Importance.CORE
        for question in chosen.questions
    )


def test_lessons_templates_demands_and_tags(mill_lane: Chapter, bank: Bank) -> None:
    sample = bank.questions[len(bank.questions) // 2]
    assert sample.lesson is not None
    for selector in (
        Selector(lessons=frozenset({sample.lesson})),
        Selector(templates=frozenset({sample.template})),
        Selector(demands=frozenset({sample.demand})),
        *(Selector(tags=frozenset({tag})) for tag in sample.tags),
    ):
        chosen = choose(mill_lane, bank, selector)
        assert sample in chosen.questions
    by_template = choose(mill_lane, bank, Selector(templates=frozenset({sample.template})))
    assert {question.template for question in by_template.questions} == {sample.template}
    by_demand = choose(mill_lane, bank, Selector(demands=frozenset({Demand.SOURCE})))
    assert {question.template for question in by_demand.questions} <= {
        "basis",
        "compare",
        "record-or-claim",
    }


def test_persons_and_bodies_are_those_that_the_asked_fact_names(
    mill_lane: Chapter, bank: Bank
) -> None:
    facts = {fact.id: fact for fact in mill_lane.facts()}
    cards = {card.id: card for card in bank.cards}
    party = next(
        party
        for question in bank.questions
        for party in sorted(parties_to(facts[cards[question.cards[0]].fact]))
    )
    chosen = choose(mill_lane, bank, Selector(persons=frozenset({party})))
    assert chosen.questions
    for question in chosen.questions:
        assert any(party in parties_to(facts[cards[card].fact]) for card in question.cards)


def test_a_period_takes_what_lies_wholly_within_it(mill_lane: Chapter, bank: Bank) -> None:
    facts = {fact.id: fact for fact in mill_lane.facts()}
    cards = {card.id: card for card in bank.cards}
    days = sorted(
        reach.first
        for fact in facts.values()
        if (dating := dating_of(fact)) and (reach := bounds(dating.date)).first is not None
    )
    period = Period(first=days[len(days) // 4], last=days[3 * len(days) // 4])
    chosen = choose(mill_lane, bank, Selector(period=period))
    assert 0 < len(chosen.questions) < len(bank.questions)
    for question in chosen.questions:
        for card in question.cards:
            dating = dating_of(facts[cards[card].fact])
            assert dating is not None
            reach = bounds(dating.date)
            assert reach.first is not None
            assert reach.last is not None
            assert period.first is not None
            assert period.last is not None
            assert period.first <= reach.first <= reach.last <= period.last


def test_an_open_period_has_one_end(mill_lane: Chapter, bank: Bank) -> None:
    day = bounds(make_date("0900", Calendar.GREGORIAN)).first
    everything_dated = choose(mill_lane, bank, Selector(period=Period(first=None, last=None)))
    later = choose(mill_lane, bank, Selector(period=Period(first=day, last=None)))
    earlier = choose(mill_lane, bank, Selector(period=Period(first=None, last=day)))
    assert set(later.questions) <= set(everything_dated.questions)
    assert not set(later.questions) & set(earlier.questions)


def test_what_meets_any_key_of_exclude_is_dropped(mill_lane: Chapter, bank: Bank) -> None:
    template = bank.questions[0].template
    unwanted = Selector(templates=frozenset({template}), kinds=frozenset({Kind.VOTE}))
    chosen = choose(mill_lane, bank, Selector(), unwanted)
    assert chosen.questions
    assert all(
        question.template != template and question.kind is not Kind.VOTE
        for question in chosen.questions
    )


def test_the_cards_and_fronts_are_those_of_what_was_chosen(mill_lane: Chapter, bank: Bank) -> None:
    chosen = choose(mill_lane, bank, Selector(kinds=frozenset({Kind.DATE})))
    kept = {card.id for card in chosen.cards}
    assert {card for question in chosen.questions for card in question.cards} <= kept
    assert {front.card.id for front in chosen.fronts} <= kept


def test_a_card_that_is_asked_and_excluded_is_not_smuggled_in_as_a_front(
    mill_lane: Chapter, bank: Bank
) -> None:
    front = bank.fronts[0]
    chosen = choose(mill_lane, bank, Selector(), Selector(facts=frozenset({front.card.fact})))
    assert front not in chosen.fronts
    assert front.card not in chosen.cards


@pytest.mark.parametrize("form", [Form.CHOICE, Form.TYPED, Form.DATE, Form.RECALL])
def test_forms(mill_lane: Chapter, bank: Bank, form: Form) -> None:
    chosen = choose(mill_lane, bank, Selector(forms=frozenset({form})))
    assert {question.form for question in chosen.questions} == {form}
    asked = {card for question in chosen.questions for card in question.cards}
    assert {card.id for card in chosen.cards} == asked
    left = choose(mill_lane, bank, Selector(), Selector(forms=frozenset({form})))
    assert set(left.questions) == set(bank.questions) - set(chosen.questions)
