from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from trainer.study.grades import Verdict
from trainer.study.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


def test_a_plain_quiz_is_asked_scored_and_logged(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n2\n1\n"))
    ran = trainer("quiz", "--plain", "--count", "3", "--seed", "5", "harbour-first-steps")
    assert ran.code == 0
    assert "Question 3 of 3" in ran.out
    with Store.open(home / "state" / "log.db") as log:
        reviews = [logged.review for logged in log.reviews()]
    assert len(reviews) == 3
    right = sum(review.verdict is Verdict.RIGHT for review in reviews)
    assert f"{right} of 3 right" in ran.out


def test_a_quiz_that_ends_early_keeps_what_was_answered(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    trainer("quiz", "--plain", "--count", "3", "--seed", "5", "harbour-first-steps")
    with Store.open(home / "state" / "log.db") as log:
        assert sum(1 for _ in log.reviews()) == 1


def test_names_and_dates_are_typed_judged_and_logged(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = trainer(
        "questions", "harbour-first-steps", "--form", "typed,date", "--json"
    ).out.splitlines()
    answers: dict[str, str] = {
        one["prompt"]: one["answer"]["text"] for one in map(json.loads, asked)
    }

    class Knowing(io.StringIO):
        """Answers what was asked last."""

        def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
            said: str = sys.stdout.getvalue()  # type: ignore[union-attr]
            return (
                next(answers[line] for line in reversed(said.splitlines()) if line in answers)
                + "\n"
            )

    monkeypatch.setattr("sys.stdin", Knowing())
    words = (
        "--plain",
        "--form",
        "date,typed",
        "--count",
        "6",
        "--seed",
        "5",
        "harbour-first-steps",
    )
    ran = trainer("quiz", *words)
    assert ran.out.startswith(
        "First steps in Kelmouth: 6 questions.\nType the answer and press Enter"
    )
    assert "Score: 6 of 6 right, 100 per cent." in ran.out
    with Store.open(home / "state" / "log.db") as log:
        reviews = [logged.review for logged in log.reviews()]
    assert {review.form for review in reviews} == {"typed", "date"}
    assert all(review.verdict is Verdict.RIGHT and not review.options for review in reviews)
    assert all(review.answered == review.key == answers[review.prompt] for review in reviews)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--form", "typed"), "the terminal app asks choices alone"),
        (("--plain", "--form", "spoken"), "--form spoken: there is no such form"),
        (
            ("--plain", "--form", "typed,spoken"),
            "choice, cloze, date, match, number, order, recall",
        ),
        (("--plain", "--form", ""), "there is no such form"),
    ],
)
def test_forms_that_a_quiz_cannot_ask_are_refused(
    trainer: Trainer, words: tuple[str, ...], said: str
) -> None:
    ran = trainer("quiz", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_deck_without_questions_in_the_form_says_so(trainer: Trainer) -> None:
    ran = trainer("quiz", "--plain", "--form", "number", "harbour-first-steps")
    assert ran.code == 1
    assert "there is nothing to ask in harbour-first-steps in the form number" in ran.err


@pytest.mark.parametrize(
    ("form", "answer"), [("order", "1 2 3 4 5 6"), ("match", "a b c d e"), ("recall", "\ny")]
)
def test_each_form_is_asked_and_logged(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch, form: str, answer: str
) -> None:
    shorter = answer[:-2] if form != "recall" else "n"
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n{shorter}\n{shorter[:-2]}\n" * 4))
    ran = trainer(
        "quiz", "--plain", "--form", form, "--count", "1", "--seed", "5", "harbour-council"
    )
    assert ran.code == 0
    assert "of 1 right" in ran.out
    with Store.open(home / "state" / "log.db") as log:
        (review,) = [logged.review for logged in log.reviews()]
    assert review.form == form
    assert sorted(review.key.split()) == sorted(review.options) or form == "recall"
