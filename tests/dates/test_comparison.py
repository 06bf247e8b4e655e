from __future__ import annotations

import pytest
from hypothesis import given

from trainer.dates import (
    Calendar,
    Date,
    Order,
    compare,
    days_between,
    make_date,
    single_day,
    sort_key,
    twin,
)

from .strategies import dates, days

OPPOSITE = {
    Order.BEFORE: Order.AFTER,
    Order.AFTER: Order.BEFORE,
    Order.SAME: Order.SAME,
    Order.OVERLAPPING: Order.OVERLAPPING,
}


def dated(text: str) -> Date:
    """Read "1917-04-03 OS" or "1917-04-16 NS"."""
    edtf, _, style = text.partition(" ")
    return make_date(edtf, Calendar.JULIAN if style == "OS" else Calendar.GREGORIAN)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1917-04-03 OS", "1917-04-04 OS", Order.BEFORE),
        ("1917-04-03 OS", "1917-04-16 NS", Order.SAME),
        ("1917-04-03 OS", "1917-04-05 NS", Order.AFTER),
        ("1917-10-25 OS", "1917-11-07 NS", Order.SAME),
        ("1917-04 OS", "1917-04 OS", Order.OVERLAPPING),
        ("1917-04 OS", "1917-04-14/1917-05-13 NS", Order.OVERLAPPING),
        ("1917-04 OS", "1917-04-13 NS", Order.AFTER),
        ("1917-04 OS", "1917-04-14 NS", Order.OVERLAPPING),
        ("1917 OS", "1918-01-13 NS", Order.OVERLAPPING),
        ("1917 OS", "1918-01-14 NS", Order.BEFORE),
        ("1820~ OS", "1917 NS", Order.BEFORE),
        ("1917/.. OS", "1916 OS", Order.AFTER),
        ("1917/.. OS", "../1916 OS", Order.AFTER),
        ("1917/.. OS", "../1917 OS", Order.OVERLAPPING),
        ("../1917 OS", "../1916 OS", Order.OVERLAPPING),
        ("[1917-04-03,1917-04-05] OS", "1917-04-04 OS", Order.OVERLAPPING),
        ("[1917-04-03,1917-04-05] OS", "1917-04-06 OS", Order.BEFORE),
        ("-0043-03-15 OS", "0000 OS", Order.BEFORE),
    ],
)
def test_dates_are_compared_by_their_days(a: str, b: str, expected: Order) -> None:
    assert compare(dated(a), dated(b)) is expected


@given(dates(), dates())
def test_comparison_is_antisymmetric(a: Date, b: Date) -> None:
    assert compare(b, a) is OPPOSITE[compare(a, b)]


@given(dates(), dates())
def test_what_comes_before_sorts_before(a: Date, b: Date) -> None:
    if compare(a, b) is Order.BEFORE:
        assert sort_key(a) < sort_key(b)


@given(dates())
def test_only_a_single_day_is_the_same_as_itself(date: Date) -> None:
    same = compare(date, date) is Order.SAME
    assert same is (single_day(date) is not None)


@given(days())
def test_a_day_is_the_same_as_its_twin(date: Date) -> None:
    other = twin(date)
    assert other is not None
    assert compare(date, other) is Order.SAME
    assert days_between(date, other) == 0


@given(days(), days())
def test_days_between_tells_the_order(a: Date, b: Date) -> None:
    between = days_between(a, b)
    assert between is not None
    assert days_between(b, a) == -between
    by_sign = {1: Order.BEFORE, 0: Order.SAME, -1: Order.AFTER}
    assert compare(a, b) is by_sign[(between > 0) - (between < 0)]


def test_days_are_counted_across_calendars() -> None:
    assert days_between(dated("1917-04-03 OS"), dated("1917-11-07 NS")) == 205


@pytest.mark.parametrize("other", ["1917-04 OS", "1917/.. OS", "[1917-04-03,1917-04-05] OS"])
def test_days_are_counted_between_single_days_only(other: str) -> None:
    assert days_between(dated("1917-04-03 OS"), dated(other)) is None
    assert days_between(dated(other), dated("1917-04-03 OS")) is None
