"""`trainer optimize`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from tests.study.test_store import REVIEW
from trainer.study.entries import Mode
from trainer.study.grades import Rating
from trainer.study.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer

# Nothing was forgotten in a year: a larger first stability tells that better.
BETTER = [*DEFAULT_PARAMETERS[:2], 50.0, *DEFAULT_PARAMETERS[3:]]


@pytest.fixture
def log(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enough reviews to be fitted."""
    with Store.open(home / "state" / "log.db") as log:
        for number in range(512):
            for days in (0, 365):
                at = REVIEW.at + timedelta(days=days)
                log.append(
                    replace(
                        REVIEW,
                        at=at,
                        study_day=at.date().isoformat(),
                        card=f"flood:{number}#when",
                        mode=Mode.FLASH,
                        rating=Rating.GOOD,
                    )
                )


def optimizer(monkeypatch: pytest.MonkeyPatch, found: list[float]) -> None:
    class Optimizer:
        def __init__(self, logs: object) -> None: ...

        def compute_optimal_parameters(self) -> list[float]:
            return found

    monkeypatch.setattr(fsrs, "Optimizer", Optimizer, raising=False)


def test_an_empty_log_is_too_little(trainer: Trainer, home: Path) -> None:
    ran = trainer("optimize")
    assert ran.code == 1
    assert "0 of your reviews" in ran.err
    assert "512 are the least" in ran.err
    assert not (home / "state" / "study.toml").exists()


@pytest.mark.usefixtures("log")
def test_better_parameters_are_written(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    optimizer(monkeypatch, BETTER)
    told = trainer("optimize", "--dry-run")
    assert told.out == f"parameters = {BETTER}\n"
    assert not (home / "state" / "study.toml").exists()
    ran = trainer("optimize")
    assert (ran.code, ran.out) == (0, told.out)
    assert (home / "state" / "study.toml").read_text() == told.out
    assert "512 reviews: off by 0." in ran.err


@pytest.mark.usefixtures("log")
def test_parameters_that_are_no_better_are_not(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    optimizer(monkeypatch, list(DEFAULT_PARAMETERS))
    ran = trainer("optimize")
    assert (ran.code, ran.out) == (0, "")
    assert "no better" in ran.err
    assert not (home / "state" / "study.toml").exists()
