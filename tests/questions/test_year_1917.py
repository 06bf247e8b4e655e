"""The first chapter, held to the rules: what generated chapters cannot show is how it reads at scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fixtures import YEAR_1917, asked_of, loaded
from tests.questions.builders import choices, orders
from tests.questions.judge import is_in_order, right_options
from tests.questions.judge_of_persons import whose
from trainer.questions.audit.auditing import audit
from trainer.questions.audit.coverage import State
from trainer.questions.bank import build_bank
from trainer.questions.families.catalogue import BY_REQUEST
from trainer.questions.question import Form, Kind

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.questions.audit.auditing import Audit
    from trainer.questions.question import Bank


@pytest.fixture(scope="module")
def record() -> Chapter:
    return loaded(YEAR_1917)


@pytest.fixture(scope="module")
def made() -> Bank:
    return asked_of(YEAR_1917)


def test_it_yields_at_least_three_hundred_questions_of_every_kind(made: Bank) -> None:
    assert len(made.choices) >= 300
    assert {question.kind for question in made.questions} >= {Kind.DATE, Kind.PERSON, Kind.VOTE}


def test_every_choice_has_one_right_answer(record: Chapter, made: Bank) -> None:
    assert [q.id for q in choices(made) if right_options(record, q) != [q.key.id]] == []


def test_every_predicate_of_a_match_is_true_of_one_of_its_persons(
    record: Chapter, made: Bank
) -> None:
    for question in made.questions:
        if question.form is Form.MATCH:
            people = {option.id for option in question.options}
            for option in question.options:
                assert whose(record, option.text) & people == {option.id}, question.id


def test_every_order_is_certain(record: Chapter, made: Bank) -> None:
    assert orders(made)
    assert all(is_in_order(record, question) for question in orders(made))


def test_every_choice_by_request_has_one_right_answer(record: Chapter) -> None:
    asked = [q for q in build_bank(record, 0, BY_REQUEST).choices if q.template in BY_REQUEST]
    assert {question.template for question in asked} == BY_REQUEST
    assert [q.id for q in asked if right_options(record, q) != [q.key.id]] == []


def test_no_stem_names_its_answer(record: Chapter, made: Bank) -> None:
    surnames = {person.id: person.sort_name for person in record.persons}
    for question in made.choices:
        surname = surnames.get(question.key.id)
        assert surname is None or surname not in question.prompt, question.id


@pytest.fixture(scope="module")
def audited(record: Chapter, made: Bank) -> Audit:
    return audit([record], made.questions, made.fronts, made.withheld)


def test_the_audit_finds_no_flaw(audited: Audit) -> None:
    assert audited.flaws == ()


@pytest.mark.parametrize("seed", [1, 2])
def test_no_other_seed_has_a_flawed_question(record: Chapter, seed: int) -> None:
    found = audit([record], build_bank(record, seed).questions)
    assert [flaw for flaw in found.flaws if flaw.questions] == []


def test_blind_guesses_gain_nothing(audited: Audit) -> None:
    told = {each.strategy: each.tally for each in audited.guesses if each.tally}
    assert told.keys() >= {
        "longest",
        "shortest",
        "middle",
        "first",
        "last",
        "earliest",
        "most frequent person",
        "rarest person",
        "partisan: a friend",
        "partisan: a foe",
    }
    assert [name for name, tally in told.items() if not tally.is_fair] == []


def test_every_aspect_has_a_question_or_a_reason(audited: Audit) -> None:
    assert [
        each.id
        for each in audited.coverage.aspects
        if each.state is not State.ASKED and not each.reasons
    ] == []


def test_difficulty_splits_the_bank_sensibly(made: Bank, audited: Audit) -> None:
    asked = [question for question in made.questions if question.options]
    shares = [many / len(asked) for _, many in audited.hardness.levels]
    assert all(0.15 <= share <= 0.55 for share in shares)
