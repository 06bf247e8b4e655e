"""Which of two dates came first, whatever their calendars, and whether that can be said."""

from __future__ import annotations

from enum import StrEnum

from trainer.dates.dates import Date, bounds, single_day


class Order(StrEnum):
    """How one date lies to another; OVERLAPPING cannot be compared."""

    BEFORE = "before"
    AFTER = "after"
    SAME = "same"
    OVERLAPPING = "overlapping"


def compare(a: Date, b: Date) -> Order:
    """Tell how `a` lies to `b`; SAME only where both are the same single day.

    By bounds alone: `1820~` counts as the year 1820, and a day marked `?` as that day. Ask
    `is_approximate` and `is_uncertain` where the answer must not rest on such a date.
    """
    a_first, a_last = bounds(a)
    b_first, b_last = bounds(b)
    if a_last is not None and b_first is not None and a_last < b_first:
        return Order.BEFORE
    if b_last is not None and a_first is not None and b_last < a_first:
        return Order.AFTER
    if a_first is not None and a_first == a_last == b_first == b_last:
        return Order.SAME
    return Order.OVERLAPPING


def days_between(a: Date, b: Date) -> int | None:
    """Return the days from `a` to `b`, negative if `b` is earlier; None unless both are single days."""
    a_day, b_day = single_day(a), single_day(b)
    return None if a_day is None or b_day is None else b_day - a_day
