from __future__ import annotations

import io
from typing import TYPE_CHECKING

from trainer.study.log import ReviewLog, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Trainer


def test_a_plain_quiz_is_asked_scored_and_logged(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n2\n1\n"))
    ran = trainer("quiz", "--plain", "--count", "3", "--seed", "5", "first-steps")
    assert ran.code == 0
    assert "Question 3 of 3" in ran.out
    with ReviewLog.open(home / "state" / "log.db") as log:
        reviews = [logged.review for logged in log.reviews()]
    assert len(reviews) == 3
    right = sum(review.verdict is Verdict.RIGHT for review in reviews)
    assert f"{right} of 3 right" in ran.out


def test_a_quiz_that_ends_early_keeps_what_was_answered(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    trainer("quiz", "--plain", "--count", "3", "--seed", "5", "first-steps")
    with ReviewLog.open(home / "state" / "log.db") as log:
        assert sum(1 for _ in log.reviews()) == 1
