"""What the coming days bring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.study.cards import DAY, NOON, known, learning
from trainer.study.forecast import (
    ComingDay,
    begun_a_day,
    evenly,
    forecast,
    new_card_days,
    review_days,
    seconds_an_answer,
    worked_off,
)
from trainer.study.scheduler import Scheduler
from trainer.study.settings import StudySettings

if TYPE_CHECKING:
    from trainer.study.memory import Memory

SCHEDULER = Scheduler(StudySettings(), fuzzing=False)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def reviews_of(*memories: Memory, begun: tuple[int, ...] = (0,) * 4) -> list[int]:
    return [each.reviews for each in forecast(memories, begun, SCHEDULER, DAY)]


def test_a_card_counts_on_the_day_on_which_it_is_due() -> None:
    assert reviews_of(known("dam#when", due=0), known("weir#when", due=3)) == [1, 0, 0, 1]
    assert reviews_of(known("dam#when", due=4)) == [0, 0, 0, 0]


def test_what_is_overdue_or_being_learned_counts_today() -> None:
    first, *_ = reviews_of(known("dam#when", due=-9), learning("weir#when", due_at=NOON))
    assert first == 2


def test_a_new_card_comes_again_after_2_11_and_46_days() -> None:
    # FSRS's own vector for "good" again and again: 0, 2, 11, 46 days.
    assert [*new_card_days(DAY, after(60), SCHEDULER)] == [after(2), after(13), after(59)]
    assert reviews_of(begun=(1, 3, *[0] * 13)) == [0, 0, 1, 3, *[0] * 9, 1, 3]
    assert [each.new for each in forecast([], (1, 3), SCHEDULER, DAY)] == [1, 3]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda due, waited, stability: replace(
                known("any#when", due=due, last=due - waited), stability=stability
            ),
            st.integers(-40, 40),
            st.integers(1, 60),
            st.floats(0.5, 300),
        ),
        max_size=8,
    ),
    st.lists(st.integers(0, 5), min_size=1, max_size=40),
)
def test_each_review_of_each_card_is_counted_once(memories: list[Memory], begun: list[int]) -> None:
    coming = forecast(memories, begun, SCHEDULER, DAY)
    last = after(len(begun) - 1)
    alone = [[*review_days(each, DAY, last, SCHEDULER)] for each in memories]
    alone += [
        [*new_card_days(after(offset), last, SCHEDULER)]
        for offset, number in enumerate(begun)
        for _ in range(number)
    ]
    assert [each.day for each in coming] == [after(offset) for offset in range(len(begun))]
    assert sum(each.reviews for each in coming) == sum(map(len, alone))
    for each in coming:
        assert each.reviews == sum(days.count(each.day) for days in alone)
    for days in alone:
        assert days == sorted(days)


@given(st.floats(0, 50), st.integers(0, 60), st.none() | st.integers(0, 500))
def test_new_cards_are_spread_evenly(rate: float, days: int, most: int | None) -> None:
    begun = evenly(rate, days, most)
    assert len(begun) == days
    whole = sum(begun)
    assert whole == pytest.approx(min(rate * days, whole if most is None else most), abs=1.01)
    if most is None:
        assert max(begun, default=0) - min(begun, default=0) <= 1
    else:
        assert whole <= most


def test_the_rate_of_new_cards_is_that_of_the_days_before_today() -> None:
    begun = [replace(known(f"{at}#when"), introduced=after(at)) for at in (-1, -1, -3, 0)]
    assert begun_a_day(begun, DAY, 14) == 1.0
    long_ago = replace(known("old#when"), introduced=after(-100))
    assert begun_a_day([*begun, long_ago], DAY, 14) == 3 / 14
    assert begun_a_day([], DAY, 14) is None
    assert begun_a_day(begun[3:], DAY, 14) is None


def test_a_backlog_is_worked_off_at_so_many_reviews_a_day() -> None:
    days = [ComingDay(day=after(at), reviews=due, new=0) for at, due in enumerate((30, 5, 5, 5))]
    assert worked_off(days, 20) == after(1)  # 10 wait, then 10 + 5 - 20
    assert worked_off(days, 13) == after(3)  # 17, 9, 1, none
    assert worked_off(days, 10) is None  # 20, 15, 10, 5
    assert worked_off(days, 30) == DAY


def test_a_forgotten_card_and_a_new_one_take_more_answers_than_one() -> None:
    assert ComingDay(day=DAY, reviews=20, new=3).answers(0.9) == pytest.approx(28)


def test_the_learners_own_pace_is_believed_from_fifty_answers_on() -> None:
    assert seconds_an_answer(49 * 3.0, 49) == 10
    assert seconds_an_answer(50 * 3.0, 50) == 3
