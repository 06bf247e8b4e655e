"""Tables that fit into a window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from trainer.cli.tables import by_weeks, duration, percent, short, table

ROWS = [("a long name of a lesson", "1,000", "90 %"), ("b", "2", "–")]


def test_figures_stand_to_the_right_below_each_other() -> None:
    assert [*table(("", "answers", "known"), ROWS, 80)] == [
        "                         answers  known",
        "a long name of a lesson    1,000   90 %",
        "b                              2      –",
    ]


def test_where_there_is_no_room_names_are_cut_and_first_columns_left_out() -> None:
    assert [*table(("", "answers", "known"), ROWS, 30)] == [
        "                answers  known"[-30:],
        "a long name o…    1,000   90 %",
        "b                     2      –",
    ]
    assert [*table(("", "answers", "known"), ROWS, 24)][1] == "a long name of a…   90 %"


def test_what_data_says_cannot_break_a_table() -> None:
    assert [*table(("", "n"), [("a\nb\x1b[31m", "1")], 40)][1] == "a b␛[31m  1"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (89, "1 min"),
        (3599, "1 h 0 min"),
        (5000, "1 h 23 min"),
    ],
)
def test_time_is_told_as_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_a_share_of_nothing_is_a_dash() -> None:
    assert (percent(0.9), percent(1, 3), percent(0, 0)) == ("90 %", "33 %", "–")


def test_what_is_cut_ends_with_an_ellipsis() -> None:
    assert (short("abc", 3), short("abcd", 3)) == ("abc", "ab…")


@pytest.mark.parametrize("days", [1, 7, 8, 20, 21])
def test_days_are_told_one_by_one_and_then_in_weeks_that_leave_none_out(days: int) -> None:
    all_days = [date(2027, 2, 25) + timedelta(days=at) for at in range(days)]
    rows = [*by_weeks(all_days, 7)]
    assert [at for _, within in rows for at in within] == [*range(days)]
    assert rows[0][0] == "Thu 25 Feb"
    if days == 20:
        assert [name for name, _ in rows[7:]] == ["4 Mar – 10 Mar", "11 Mar – 16 Mar"]
