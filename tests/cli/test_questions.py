from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from trainer.cli.diagnostics import narrate_progress

if TYPE_CHECKING:
    import pytest

    from tests.cli.conftest import Trainer

CONTRACT_OF_A_QUESTION = {
    "id", "card", "kind", "demand", "template", "form", "lesson", "prompt", "options", "answer",
    "explanation", "evidence", "facts", "difficulty", "tags",
}  # fmt: skip


def test_questions_prints_the_contract_one_object_a_line(trainer: Trainer) -> None:
    lines = trainer("questions", "harbour-council", "--json").out.splitlines()
    questions = [json.loads(line) for line in lines]
    assert len(questions) >= 250
    for question in questions:
        assert question.keys() - {"cards"} == CONTRACT_OF_A_QUESTION
        assert ("cards" in question) == (question["card"] is None)
        if question["form"] == "order":
            assert question["options"] == []
            assert 4 <= len(question["answer"]) <= 6
            continue
        offers = question["form"] == "choice"
        assert sum(option["correct"] for option in question["options"]) == offers
        pairs = {"pairs"} if question["form"] == "match" else set()
        assert question["answer"].keys() == {"text", "accepted"} | pairs
        assert (question["form"] in {"typed", "date", "number", "cloze"}) == bool(
            question["answer"]["accepted"]
        )
        assert all(
            option.keys() >= {"id", "text", "correct", "why"} for option in question["options"]
        )


def test_questions_of_one_kind_are_of_that_kind(trainer: Trainer) -> None:
    lines = trainer("questions", "harbour-council", "--kind", "vote", "--json").out.splitlines()
    assert lines
    assert {json.loads(line)["kind"] for line in lines} == {"vote"}


def test_questions_of_some_forms_are_of_these_forms(trainer: Trainer) -> None:
    ran = trainer("questions", "harbour-council", "--form", "typed, Date", "--json")
    assert {json.loads(line)["form"] for line in ran.out.splitlines()} == {"typed", "date"}
    text = trainer("questions", "harbour-council", "--form", "recall").out
    assert "@on-what.recall\n" in text


def test_a_form_that_does_not_exist_is_refused(trainer: Trainer) -> None:
    ran = trainer("questions", "harbour-council", "--form", "typed,sung")
    assert (ran.code, ran.out) == (2, "")
    assert "--form sung: there is no such form" in ran.err


def test_questions_are_the_same_for_the_same_seed(trainer: Trainer) -> None:
    assert (
        trainer("questions", "harbour-council", "--seed", "3").out
        == trainer("questions", "harbour-council", "--seed", "3").out
    )


def test_how_far_it_is_is_told_only_in_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    narrate_progress("12,000 of 74,107 cards of annals")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    narrate_progress("12,000 of 74,107 cards of annals")
    assert capsys.readouterr().err == "12,000 of 74,107 cards of annals\n"
