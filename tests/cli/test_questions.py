from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Trainer

CONTRACT_OF_A_QUESTION = {
    "id", "card", "kind", "demand", "template", "form", "lesson", "prompt", "options", "answer",
    "explanation", "evidence", "facts", "difficulty", "tags",
}  # fmt: skip


def test_questions_prints_the_contract_one_object_a_line(trainer: Trainer) -> None:
    lines = trainer("questions", "year-1917", "--json").out.splitlines()
    questions = [json.loads(line) for line in lines]
    assert len(questions) >= 250
    for question in questions:
        assert question.keys() - {"cards"} == CONTRACT_OF_A_QUESTION
        assert ("cards" in question) == (question["card"] is None)
        if question["form"] == "order":
            assert question["options"] == []
            assert 4 <= len(question["answer"]) <= 6
            continue
        assert sum(option["correct"] for option in question["options"]) == 1
        assert all(
            option.keys() >= {"id", "text", "correct", "why"} for option in question["options"]
        )


def test_questions_of_one_kind_are_of_that_kind(trainer: Trainer) -> None:
    lines = trainer("questions", "year-1917", "--kind", "vote", "--json").out.splitlines()
    assert lines
    assert {json.loads(line)["kind"] for line in lines} == {"vote"}


def test_questions_are_the_same_for_the_same_seed(trainer: Trainer) -> None:
    assert (
        trainer("questions", "year-1917", "--seed", "3").out
        == trainer("questions", "year-1917", "--seed", "3").out
    )
