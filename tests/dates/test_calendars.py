from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.dates import (
    Calendar,
    DateError,
    day_number,
    days_in_month,
    from_day_number,
    is_leap_year,
    weekday,
)

from .strategies import calendars, day_numbers

if TYPE_CHECKING:
    from types import ModuleType

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


def reference(calendar: Calendar) -> ModuleType:
    return importlib.import_module(f"convertdate.{calendar}")


@given(day_numbers, calendars)
def test_a_day_number_names_one_day_and_is_named_by_it(number: int, calendar: Calendar) -> None:
    assert day_number(*from_day_number(number, calendar), calendar) == number


@given(day_numbers, calendars)
def test_days_agree_with_convertdate(number: int, calendar: Calendar) -> None:
    # convertdate reckons from midnight, half a day before the noon that a day number counts.
    assert from_day_number(number, calendar) == reference(calendar).from_jd(number - 0.5)


@pytest.mark.parametrize("calendar", Calendar)
def test_day_numbers_agree_with_convertdate_in_every_year(calendar: Calendar) -> None:
    to_jd = reference(calendar).to_jd
    for year in range(-999, 3000):
        february = days_in_month(year, 2, calendar)
        for month, day in [(1, 1), (2, february), (3, 1), (12, 31)]:
            assert day_number(year, month, day, calendar) == to_jd(year, month, day) + 0.5


@pytest.mark.parametrize("calendar", Calendar)
def test_day_numbers_run_without_gap_or_repetition(calendar: Calendar) -> None:
    numbers = [
        day_number(year, month, day, calendar)
        for year in range(1896, 1905)
        for month in range(1, 13)
        for day in range(1, days_in_month(year, month, calendar) + 1)
    ]
    assert numbers == list(range(numbers[0], numbers[-1] + 1))


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 4, 3), (1917, 4, 16)),
        ((1917, 10, 25), (1917, 11, 7)),
        ((1918, 2, 1), (1918, 2, 14)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((1700, 2, 18), (1700, 2, 28)),
        ((1700, 2, 19), (1700, 3, 1)),
        ((1900, 2, 15), (1900, 2, 27)),
        ((1900, 2, 16), (1900, 2, 28)),
        ((1900, 2, 17), (1900, 3, 1)),
        ((1900, 2, 28), (1900, 3, 12)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1900, 3, 1), (1900, 3, 14)),
        ((2000, 2, 29), (2000, 3, 13)),
        ((200, 3, 1), (200, 3, 1)),
        ((0, 1, 1), (-1, 12, 30)),
        ((0, 2, 29), (0, 2, 27)),
    ],
)
def test_known_pairs_are_the_same_day(
    julian: tuple[int, int, int], gregorian: tuple[int, int, int]
) -> None:
    number = day_number(*julian, JULIAN)
    assert from_day_number(number, GREGORIAN) == gregorian
    assert day_number(*gregorian, GREGORIAN) == number


def test_day_numbers_count_from_where_astronomers_do() -> None:
    assert day_number(2000, 1, 1, GREGORIAN) == 2_451_545


@pytest.mark.parametrize(
    ("year", "julian", "gregorian"),
    [
        (1900, True, False),
        (2000, True, True),
        (1916, True, True),
        (1917, False, False),
        (0, True, True),
        (-4, True, True),
        (-100, True, False),
    ],
)
def test_only_every_fourth_century_leaps_in_the_gregorian_calendar(
    year: int, *, julian: bool, gregorian: bool
) -> None:
    assert is_leap_year(year, JULIAN) is julian
    assert is_leap_year(year, GREGORIAN) is gregorian


@given(day_numbers)
def test_weekdays_agree_with_convertdate(number: int) -> None:
    utils = importlib.import_module("convertdate.utils")
    assert weekday(number) == utils.jwday(number - 0.5)


@given(st.integers(-999, 2999), st.integers(-1, 14), st.integers(-1, 33), calendars)
def test_what_is_taken_for_a_day_is_one(
    year: int, month: int, day: int, calendar: Calendar
) -> None:
    try:
        number = day_number(year, month, day, calendar)
    except ValueError:
        assert not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month, calendar))
    else:
        assert from_day_number(number, calendar) == (year, month, day)


@pytest.mark.parametrize("year", [-1000, 3000])
def test_years_out_of_range_are_refused_both_ways(year: int) -> None:
    with pytest.raises(DateError, match="out of range"):
        day_number(year, 1, 1, JULIAN)
    near = day_number(-999, 1, 1, JULIAN) if year < 0 else day_number(2999, 12, 31, JULIAN) + 1
    with pytest.raises(DateError, match="out of range"):
        from_day_number(near - (year < 0), JULIAN)
