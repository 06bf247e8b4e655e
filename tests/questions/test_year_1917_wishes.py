"""What teachers asked of the first chapter, and get."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import YEAR_1917, asked_of, loaded
from tests.questions.builders import one
from trainer.chapters.record import Basis
from trainer.chapters.relations import dating_of
from trainer.questions.bank import build_bank
from trainer.questions.rows import days_of

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter, Statement
    from trainer.questions.question import Bank, Question

MONTH = re.compile(r"\b(?:March|April|July|August|September|October)\b")


@pytest.fixture(scope="module")
def record() -> Chapter:
    return loaded(YEAR_1917)


@pytest.fixture(scope="module")
def made() -> Bank:
    return asked_of(YEAR_1917)


def views_asked(made: Bank, statement: Statement) -> list[Question]:
    card = f"{made.chapter}:{statement.id}#"
    return [q for q in made.questions if q.card in {f"{card}stance", f"{card}position"}]


def test_who_held_which_view_on_merging_with_the_mensheviks_and_when(
    record: Chapter, made: Bank
) -> None:
    views = [s for s in record.statements if s.issue == "union-with-the-mensheviks"]
    assert {view.speaker for view in views} == {"stalin", "molotov", "zalutsky", "lenin"}
    for view in views:
        asked = views_asked(made, view)
        assert {"stance", "position"} & {question.template for question in asked}, view.id
        assert all(MONTH.search(question.prompt) for question in asked), "each says when"
    changed = [q for q in made.questions if q.template == "changed"]
    assert any("stalin-for-unity" in question.facts for question in changed), "and who moved"


def test_what_kamenev_held_from_march_to_october(record: Chapter, made: Bank) -> None:
    views = [s for s in record.statements if s.speaker == "kamenev"]
    asked = {view.id: views_asked(made, view) for view in views}
    assert all(asked.values()), [name for name, rows in asked.items() if not rows]
    prompts = " ".join(q.prompt for rows in asked.values() for q in rows)
    assert {"March", "April", "August", "September", "October"} <= set(MONTH.findall(prompts))


def test_who_was_absent_where_it_mattered(made: Bank) -> None:
    asked = [q for q in made.questions if q.template == "absent" and q.options]
    facts = {question.facts[0] for question in asked}
    assert {"launching-of-the-insurrection", "break-with-the-staff"} <= facts


def test_why_a_slogan_was_dropped_and_taken_up_again(made: Bank) -> None:
    assert (
        one(made, "because", "slogan-of-soviet-power-dropped").key.id == "strength-shifts-in-july"
    )
    (again,) = (
        question
        for question in made.questions
        if question.card == "year-1917:slogan-of-soviet-power-revived#because"
    )
    assert again.answer.text == "The end of General Kornilov's march on Petrograd and of his mutiny"


def test_what_moving_a_congress_by_five_days_made_possible(made: Bank) -> None:
    question = one(made, "led-to", "congress-of-soviets-put-off")
    assert question.key.id == "preparations-for-the-rising-completed"
    assert "from 20 to 25 October" in question.explanation


@pytest.mark.parametrize("seed", range(4))
def test_which_of_two_claims_about_24_october_is_recorded_and_which_inferred(
    record: Chapter, seed: int
) -> None:
    question = one(build_bank(record, seed), "record-or-claim", "stalin-learns-of-the-rising-late")
    facts = {fact.id: fact for fact in record.facts()}
    inferred = facts[question.key.id]
    assert inferred.basis is Basis.INFERENCE
    recorded = [facts[option.id] for option in question.options if not option.correct]
    assert {fact.basis for fact in recorded} == {Basis.PROTOCOL}
    assert any(days_of(fact) == days_of(inferred) for fact in recorded)
    dating = dating_of(inferred)
    assert dating is not None
    assert dating.date.edtf == "1917-10-24"


@pytest.mark.parametrize(
    "body",
    ["information-bureau", "october-seven", "october-center", "military-revolutionary-committee"],
)
def test_what_each_of_the_four_october_bodies_did(made: Bank, body: str) -> None:
    question = one(made, "purpose", body)
    assert question.key.id == body
    others = {option.id for option in question.options} - {body}
    assert others < {
        "information-bureau",
        "october-seven",
        "october-center",
        "military-revolutionary-committee",
        "program-committee",
    }
