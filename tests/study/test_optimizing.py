from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from math import log

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from tests.study.memories import DAY, answered, evening
from tests.study.test_store import REVIEW
from trainer.errors import TrainerError
from trainer.study import optimizing
from trainer.study.entries import LoggedReview, Mode
from trainer.study.grades import Rating
from trainer.study.optimizing import LEAST_REVIEWS, fit, history_of, loss, reviews_to_fit
from trainer.study.scheduler import Answered
from trainer.study.settings import StudySettings

GOOD, AGAIN = Rating.GOOD, Rating.AGAIN
ONE_CARD = [answered(GOOD), answered(GOOD, minutes=10), answered(GOOD, 2), answered(AGAIN, 30)]


def cards(number: int) -> dict[str, list[Answered]]:
    """As many cards as told, each with two reviews to fit."""
    return {f"flood:{n}#when": ONE_CARD for n in range(number)}


def test_only_reviews_on_a_later_day_say_something_of_forgetting() -> None:
    assert reviews_to_fit({"a": ONE_CARD}) == 2
    assert reviews_to_fit({"a": ONE_CARD[:2], "b": []}) == 0


def test_of_a_card_only_as_much_counts_as_the_package_looks_at() -> None:
    many = [answered(GOOD, days) for days in range(100)]
    assert reviews_to_fit({"a": many}) == 63


def test_too_few_reviews_are_refused_with_the_reason() -> None:
    with pytest.raises(
        TrainerError, match=f"^510 of your reviews .* {LEAST_REVIEWS} are the least"
    ):
        fit(cards(255), StudySettings())


def test_the_least_is_the_packages() -> None:
    source = re.search(r"mini_batch_size = (\d+)", _source())
    longest = re.search(r"max_seq_len = \(\s*(\d+)", _source())
    assert source is not None
    assert longest is not None
    assert int(source[1]) == LEAST_REVIEWS
    assert int(longest[1]) == optimizing.MOST_REVIEWS_OF_A_CARD


def _source() -> str:
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("fsrs.optimizer")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).read_text()


def test_a_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> None:
        raise ImportError("Optimizer is not installed")

    monkeypatch.setattr(fsrs, "Optimizer", missing, raising=False)
    with pytest.raises(TrainerError, match=r"needs PyTorch.*chapter-trainer\[optimize\]"):
        fit(cards(256), StudySettings())


@dataclass
class Optimizer:
    """Stands in for the package's, which needs a gigabyte."""

    found: list[float]
    logs: list[fsrs.ReviewLog]

    def compute_optimal_parameters(self) -> list[float]:
        return self.found


@pytest.fixture
def optimizer(monkeypatch: pytest.MonkeyPatch) -> Optimizer:
    made = Optimizer(list(DEFAULT_PARAMETERS), [])

    def make(logs: list[fsrs.ReviewLog]) -> Optimizer:
        made.logs = logs
        return made

    monkeypatch.setattr(fsrs, "Optimizer", make, raising=False)
    return made


def test_what_was_found_is_rounded_kept_within_bounds_and_measured(optimizer: Optimizer) -> None:
    optimizer.found = [0.21234567, *DEFAULT_PARAMETERS[1:-1], 0.09999]
    settings = StudySettings()
    found = fit(cards(256), settings)
    assert (found.parameters[0], found.parameters[-1]) == (0.2123, 0.1)
    assert found.reviews == 512
    assert found.loss_before == loss(cards(256), settings)
    assert found.loss == loss(cards(256), replace(settings, parameters=found.parameters))


def test_the_optimizer_is_told_study_days(optimizer: Optimizer) -> None:
    late = Answered(GOOD, evening(DAY) + timedelta(hours=6), DAY)
    back = Answered(GOOD, evening(DAY), DAY - timedelta(days=1))
    fit({**cards(256), "late": [late, back]}, StudySettings())
    *_, one, other = optimizer.logs
    assert one.review_datetime == other.review_datetime
    assert one.review_datetime.isoformat() == "2027-03-01T00:00:00+00:00"
    assert one.card_id == other.card_id


def test_a_prediction_costs_the_more_the_surer_and_wronger_it_was() -> None:
    fits = [answered(GOOD), answered(GOOD, minutes=10)]
    known, forgotten = [*fits, answered(GOOD, 2)], [*fits, answered(AGAIN, 2)]
    settings = StudySettings()
    assert 0 < loss({"a": known}, settings) < log(2) < loss({"a": forgotten}, settings)


def test_history_is_what_was_rated_of_single_cards_in_its_order() -> None:
    flash = replace(REVIEW, mode=Mode.FLASH, rating=GOOD)
    later = replace(flash, at=flash.at + timedelta(days=3), study_day="2026-03-08", rating=AGAIN)
    found = history_of(
        LoggedReview(str(number), each)
        for number, each in enumerate(
            (
                later,
                replace(flash, study_day="2026-03-05"),
                replace(REVIEW, rating=None),
                replace(flash, card=None),
            )
        )
    )
    assert list(found) == [flash.card]
    assert [answer.rating for answer in found[flash.card or ""]] == [GOOD, AGAIN]
