from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.dates import Calendar, Date, check_weekday, make_date, twin, weekday_name
from trainer.dates.names import WEEKDAYS

from .strategies import days

THIRD_OF_APRIL = make_date("1917-04-03", Calendar.JULIAN)


def test_lenin_arrived_on_a_monday() -> None:
    assert weekday_name(THIRD_OF_APRIL) == "Monday"


@given(st.dates(max_value=dt.date(2999, 12, 31)))
def test_weekdays_agree_with_the_standard_library(day: dt.date) -> None:
    # By number and not by name: a name would be the locale's.
    date = make_date(day.isoformat(), Calendar.GREGORIAN)
    assert weekday_name(date) == WEEKDAYS[day.weekday()]


@given(days())
def test_a_day_and_its_twin_fall_on_one_weekday(date: Date) -> None:
    other = twin(date)
    assert other is not None
    assert weekday_name(date) == weekday_name(other)


@pytest.mark.parametrize("right", ["Monday", "monday", " MONDAY ", "Mon", "Mon."])
def test_a_right_weekday_is_not_corrected(right: str) -> None:
    assert check_weekday(THIRD_OF_APRIL, right) is None


@pytest.mark.parametrize("wrong", ["Tuesday", "Tues.", "Mo", "", "Mondays", "Funday"])
def test_a_wrong_weekday_is_corrected(wrong: str) -> None:
    assert check_weekday(THIRD_OF_APRIL, wrong) == "Monday"


@pytest.mark.parametrize("edtf", ["1917-04", "1917-04-03/..", "[1917-04-03,1917-04-05]"])
def test_what_is_no_single_day_has_no_weekday(edtf: str) -> None:
    date = make_date(edtf, Calendar.JULIAN)
    assert weekday_name(date) is None
    assert check_weekday(date, "Monday") is None
