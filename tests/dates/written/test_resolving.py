"""From what is written to a date: filled in by what the question tells, never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from trainer.dates import Calendar, Date, DateError, make_date
from trainer.dates.written import NoDate, read_date, resolve

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


def resolved(text: str, **frame: Any) -> Date | None:
    read = read_date(text)
    assert not isinstance(read, NoDate), read
    return resolve(read, **frame)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("3 May", "1871-05-03"),
        ("3 May 1872", "1872-05-03"),
        ("3.5.72", "1872-05-03"),
        ("May", "1871-05"),
        ("1872", "1872"),
        ("'72", "1872"),
        ("about 1820", "1820~"),
        ("perhaps May", "1871-05?"),
        ("early May", "1871-05-01~/1871-05-10~"),
        ("mid-May", "1871-05-11~/1871-05-20~"),
        ("the end of February", "1871-02-21~/1871-02-28~"),
        ("the first days of May", "1871-05-01~/1871-05-05~"),
        ("the first week of May", "1871-05-01/1871-05-07"),
        ("the last week of May", "1871-05-25/1871-05-31"),
        ("the second half of May", "1871-05-16/1871-05-31"),
        ("early 1872", "1872-01~/1872-04~"),
        ("the first week of 1872", "1872-01-01/1872-01-07"),
        ("a day in May", "1871-05-XX"),
        ("a month in 1872", "1872-XX"),
        ("the summer of 1872", "1872-06/1872-08"),
        ("spring", "1871-03/1871-05"),
        ("the winter of 1871-72", "1871-12/1872-02"),
        ("the 1890s", "189X"),
        ("the twenties", "182X"),
        ("the nineteenth century", "18XX"),
        ("the second century BCE", "-01XX"),
        ("the first half of the nineteenth century", "1800/1849"),
        ("the mid-1890s", "1893~/1896~"),
        ("14-22 May", "1871-05-14/1871-05-22"),
        ("30 December - 2 January", "1871-12-30/1872-01-02"),
        ("from early May to June 1872", "1872-05-01~/1872-06"),
        ("until 3 May", "../1871-05-03"),
        ("from May on", "1871-05/.."),
        ("3 or 5 May", "[1871-05-03,1871-05-05]"),
        ("3 and 5-7 May", "{1871-05-03,1871-05-05..1871-05-07}"),
        ("3/15 May", "1871-05-03"),
        ("25 December/6 January", "1871-12-25"),
        ("44 BC", "-0043"),
    ],
)
def test_what_is_left_out_is_filled_in(typed: str, edtf: str) -> None:
    assert resolved(typed, year=1871, calendar=JULIAN) == make_date(edtf, JULIAN)


def test_a_day_without_a_month_takes_the_one_that_is_asked_for() -> None:
    assert resolved("the 3rd", year=1871, month=5, calendar=JULIAN) == make_date(
        "1871-05-03", JULIAN
    )


def test_the_calendar_that_is_written_counts() -> None:
    found = resolved("15 May N.S.", year=1871, calendar=JULIAN)
    assert found == make_date("1871-05-15", GREGORIAN)


def test_a_range_across_two_calendars_keeps_both() -> None:
    found = resolved("3 May 1871 (O.S.) – 20 May 1871 (N.S.)")
    assert found == make_date("1871-05-03/1871-05-20", JULIAN, GREGORIAN)


def test_of_a_day_in_two_calendars_the_one_asked_for_is_returned() -> None:
    assert resolved("3/15 May", year=1871, calendar=GREGORIAN) == make_date("1871-05-15", GREGORIAN)
    assert resolved("3/15 May", year=1871) == make_date("1871-05-03", JULIAN)
    assert resolved("25 December/6 January 1872", calendar=GREGORIAN) == make_date(
        "1872-01-06", GREGORIAN
    )


@pytest.mark.parametrize(
    ("typed", "frame"),
    [
        ("3 May", {"calendar": JULIAN}),
        ("May", {"calendar": JULIAN}),
        ("the 3rd", {"year": 1871, "calendar": JULIAN}),
        ("3 May 1871", {}),
        ("'71", {"calendar": JULIAN}),
        ("the twenties", {"calendar": JULIAN}),
        ("Monday", {"year": 1871, "calendar": JULIAN}),
        ("winter", {"year": 1871, "calendar": JULIAN}),
        ("3/5/1871", {"calendar": JULIAN}),
        ("30 December - 2 January", {"calendar": JULIAN}),
        ("two days later", {"year": 1871, "calendar": JULIAN}),
        ("two days", {"anchor": make_date("1871-05-03", JULIAN)}),
        ("some days later", {"anchor": make_date("1871-05-03", JULIAN)}),
    ],
)
def test_what_is_not_told_is_not_guessed(typed: str, frame: dict[str, Any]) -> None:
    assert resolved(typed, **frame) is None


def test_a_month_that_is_asked_for_tells_which_figure_is_the_day() -> None:
    found = resolved("3/5/1871", month=5, calendar=JULIAN)
    assert found == make_date("1871-05-03", JULIAN)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("31 April", "30 days"),
        ("29 February 1900 N.S.", "29 February 1900 does not exist in the Gregorian calendar"),
        ("3/16 May", "is not"),
        ("14-3 May", "comes before"),
    ],
)
def test_what_cannot_be_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(DateError, match=reason):
        resolved(typed, year=1871, calendar=JULIAN)


ANCHOR = make_date("1871-05-03", JULIAN)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("three days later", "1871-05-06"),
        ("a fortnight before", "1871-04-19"),
        ("two months earlier", "1871-03-03"),
        ("half a year later", "1871-11-03"),
        ("a year ago", "1870-05-03"),
        ("twenty-four hours later", "1871-05-04"),
        ("the next day", "1871-05-04"),
        ("on the eve", "1871-05-02"),
        ("yesterday", "1871-05-02"),
        ("the same evening", "1871-05-03"),
        ("about three days later", "1871-05-06~"),
        ("two or three days later", "[1871-05-05..1871-05-06]"),
        ("two or three days before", "[1871-04-30..1871-05-01]"),
        ("the next two weeks", "1871-05-03/1871-05-17"),
        ("the past two weeks", "1871-04-19/1871-05-03"),
        ("that year", "1871"),
        ("the end of the month", "1871-05-21~/1871-05-31~"),
        ("the beginning of the century", "1800~/1832~"),
        # 3 May 1871 was a Monday in the Julian calendar.
        ("the following Monday", "1871-05-10"),
        ("the following Tuesday", "1871-05-04"),
        ("last Monday", "1871-04-26"),
    ],
)
def test_a_relative_date_is_reckoned_from_its_anchor(typed: str, edtf: str) -> None:
    assert resolved(typed, anchor=ANCHOR) == make_date(edtf, JULIAN)


def test_days_are_not_reckoned_from_a_month() -> None:
    with pytest.raises(DateError, match="moved by days"):
        resolved("three days later", anchor=make_date("1871-05", JULIAN))
