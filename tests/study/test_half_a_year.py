"""What `benchmarks.simulation` shows at length, for one learner: see `docs/development.md`."""

from __future__ import annotations

import pytest

from benchmarks.learner import TwoComponents
from benchmarks.schedules import Fixed, Sm2
from benchmarks.simulation import WANTED, WITHIN, Outcome, outcome
from trainer.study.scheduler import Scheduler
from trainer.study.settings import StudySettings


@pytest.fixture(scope="module")
def ours() -> Outcome:
    return outcome(TwoComponents, Scheduler(StudySettings()), seed=0)


def test_a_learner_knows_as_much_as_was_wanted(ours: Outcome) -> None:
    assert abs(ours.right - WANTED) <= WITHIN


@pytest.mark.parametrize("other", [Sm2, Fixed])
def test_a_minute_brings_more_than_by_other_schedules(
    ours: Outcome, other: type[Sm2 | Fixed]
) -> None:
    assert ours.a_minute > outcome(TwoComponents, other(), seed=0).a_minute
