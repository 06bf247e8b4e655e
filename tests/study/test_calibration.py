"""What was expected against what was remembered."""

from __future__ import annotations

from itertools import islice
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.progress import made_up
from tests.study.reviews import logged
from trainer.study.calibration import calibrate
from trainer.study.entries import LoggedReview
from trainer.study.predictions import Prediction, predictions
from trainer.study.scheduler import Scheduler
from trainer.study.settings import StudySettings

SCHEDULER = Scheduler(StudySettings(), fuzzing=False)


def test_log_loss_and_error_are_those_worked_out_by_hand() -> None:
    found = calibrate(
        [
            Prediction(0.9, remembered=True),
            Prediction(0.9, remembered=True),
            Prediction(0.9, remembered=False),
            Prediction(0.6, remembered=False),
        ]
    )
    assert found is not None
    doubtful, sure = found.bins
    assert (doubtful.least, doubtful.most, doubtful.reviews, doubtful.remembered) == (
        0.5,
        0.7,
        1,
        0,
    )
    assert (sure.least, sure.most, sure.reviews, sure.remembered) == (0.9, 0.95, 3, 2)
    assert sure.expected == pytest.approx(2.7)
    # (-2 ln 0.9 - ln 0.1 - ln 0.4) / 4, and the root of ((2 - 2.7)²/3 + (0 - 0.6)²/1) / 4
    assert found.log_loss == pytest.approx(0.857399, abs=1e-6)
    assert found.rmse == pytest.approx(0.361709, abs=1e-6)


def test_of_nothing_there_is_no_calibration() -> None:
    assert calibrate([]) is None


@given(st.lists(st.builds(Prediction, st.floats(0, 1, allow_nan=False), st.booleans()), min_size=1))
def test_every_review_is_in_one_bin_that_holds_its_chance(told: list[Prediction]) -> None:
    found = calibrate(told)
    assert found is not None
    assert sum(each.reviews for each in found.bins) == len(told)
    assert sum(each.remembered for each in found.bins) == sum(each.remembered for each in told)
    assert sum(each.expected for each in found.bins) == pytest.approx(
        sum(each.chance for each in told)
    )
    for each in found.bins:
        assert each.least <= each.expected / each.reviews + 1e-9
        assert each.expected / each.reviews <= each.most + 1e-9
    assert 0 <= found.rmse <= 1


def test_what_is_expected_is_the_chance_just_before_the_review() -> None:
    # After one "good" the stability is 2.3065 days, and after two of them (1 + 0.98037·2/2.3065)^-0.1542 is left.
    reviews = [logged(), logged(after=2, right=False)]
    found = predictions(reviews, {}, SCHEDULER)
    assert [*found] == [reviews[1].id]
    assert found[reviews[1].id].chance == pytest.approx(0.9095, abs=1e-4)
    assert found[reviews[1].id].remembered is False


def test_answers_of_one_day_and_what_is_not_scheduled_tell_nothing_of_forgetting() -> None:
    reviews = [
        logged(),
        logged(minute=10),
        logged(after=3, mode="quiz", rating=None),
        logged("bridge#when", after=3),
    ]
    assert predictions(reviews, {}, SCHEDULER) == {}


def test_a_card_keeps_its_past_under_a_new_id() -> None:
    reviews = [logged("old#when"), logged("new#when", after=2)]
    names = {"flood:old#when": "flood:new#when"}
    assert [*predictions(reviews, names, SCHEDULER)] == [reviews[1].id]


def test_the_order_of_the_log_does_not_matter() -> None:
    reviews = [logged(after=day, right=day != 8) for day in (0, 2, 8, 9)]
    assert predictions(reviews, {}, SCHEDULER) == predictions(reversed(reviews), {}, SCHEDULER)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_learner_who_forgets_as_the_schedule_thinks_is_found_to(seed: int) -> None:
    cards = (f"flood:{number}#when" for number in range(10_000))
    made = islice(made_up(cards, StudySettings(), seed=seed), 4000)
    reviews = [LoggedReview(f"{at:05}", review) for at, review in enumerate(made)]
    found = predictions(reviews, {}, SCHEDULER).values()
    differ = sum(each.remembered - each.chance for each in found)
    chance = sqrt(sum(each.chance * (1 - each.chance) for each in found))
    assert len(found) > 1500
    assert abs(differ) < 3 * chance
    calibration = calibrate(found)
    assert calibration is not None
    assert calibration.rmse < 0.03


def test_a_learner_who_forgets_far_more_is_found_out() -> None:
    reviews = []
    for card in range(40):
        told = [(0, True), (0, True), (2, card % 2 == 0)]
        reviews += [
            logged(f"{card}#when", after, right=right, minute=minute)
            for minute, (after, right) in enumerate(told)
        ]
    calibration = calibrate(predictions(reviews, {}, SCHEDULER).values())
    assert calibration is not None
    assert sum(each.remembered for each in calibration.bins) == 20
    assert calibration.rmse == pytest.approx(0.4, abs=0.03)
