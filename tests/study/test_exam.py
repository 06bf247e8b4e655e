"""What it takes to know all of a deck by a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.study.cards import DAY, card, known
from trainer.study.exam import Preparation, known_without_more, most_in_time, prepare
from trainer.study.settings import StudySettings

if TYPE_CHECKING:
    from trainer.study.memory import Memory

SETTINGS = StudySettings()


def preparation(
    days: int, unknown: int, *memories: Memory, seconds_an_answer: float = 10
) -> Preparation:
    found = prepare(
        DAY + timedelta(days=days),
        DAY,
        unknown,
        memories,
        SETTINGS,
        seconds_an_answer=seconds_an_answer,
    )
    assert found is not None
    return found


def test_twenty_cards_in_thirteen_days_are_two_a_day_but_for_the_last_three() -> None:
    found = preparation(13, 20)
    assert found.days == 13
    assert found.new_a_day == 2
    assert [each.new for each in found.coming] == [2] * 10 + [0] * 3
    # Each comes again after 2 days, and the first two after 11 more: on the exam's day, which is the eve.
    assert [each.reviews for each in found.coming] == [0, 0, *[2] * 10, 2]
    # 22 reviews, 2.2 lapses, 40 first answers in 13 days
    assert found.answers_a_day == 5
    assert found.minutes_a_day == 1
    assert preparation(13, 20, seconds_an_answer=60).minutes_a_day == 5


def test_what_was_begun_today_is_not_asked_for_again() -> None:
    today = [replace(known(f"{at}#when", due=90), introduced=DAY) for at in range(2)]
    found = preparation(13, 18, *today)
    assert found.new_a_day == 2
    assert [each.new for each in found.coming] == [0, *[2] * 9, 0, 0, 0]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.integers(0, 200), st.integers(0, 30))
def test_every_card_is_begun_in_time(days: int, unknown: int, begun_today: int) -> None:
    today = [replace(known(f"{at}#when", due=90), introduced=DAY) for at in range(begun_today)]
    coming = preparation(days, unknown, *today).coming
    assert len(coming) == days
    assert sum(each.new for each in coming) == unknown
    assert days <= 3 or not any(each.new for each in coming[-3:])


def test_what_is_known_until_after_the_exam_costs_nothing() -> None:
    found = preparation(10, 0, known("dam#when", due=11))
    assert (found.new_a_day, found.answers_a_day, found.minutes_a_day) == (0, 0, 0)


def test_on_the_day_itself_nothing_is_prepared() -> None:
    assert prepare(DAY, DAY, 5, [], SETTINGS) is None
    assert prepare(date(2020, 1, 1), DAY, 5, [], SETTINGS) is None


def test_cards_are_handed_out_in_the_order_of_the_path() -> None:
    path = [card(f"{at}#when") for at in range(5)]
    found = preparation(6, 5).new_cards(path)
    assert [[each.fact for each in day] for day in found] == [
        ["0", "1"],
        ["2", "3"],
        ["4"],
        [],
        [],
        [],
    ]


@pytest.mark.parametrize("minutes", [0, 1, 3, 8])
def test_no_more_cards_fit_into_the_minutes_than_fit(minutes: int) -> None:
    whole = preparation(10, 300)
    fit = most_in_time(whole, 300, [], SETTINGS, minutes)
    assert preparation(10, fit).minutes_a_day <= minutes
    assert preparation(10, fit + 1).minutes_a_day > minutes


def test_without_more_study_a_card_fades() -> None:
    held = known("dam#when", last=0)  # a stability of 5 days: nine of ten are left after these
    assert known_without_more([held], DAY + timedelta(days=5), SETTINGS) == pytest.approx(0.9)
    assert known_without_more([held] * 10, DAY, SETTINGS) == 10
