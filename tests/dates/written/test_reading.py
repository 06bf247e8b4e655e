"""The whole of a short text as one date, as learners type it."""

from __future__ import annotations

import pytest

from trainer.dates import Calendar
from trainer.dates.written import (
    Ambiguous,
    Direction,
    NoDate,
    Part,
    Point,
    Range,
    Reading,
    Relative,
    TimeOfDay,
    Unit,
    read_date,
)

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN
MAY_3 = Point(day=3, month=5)
MAY_3_1871 = Point(day=3, month=5, year=1871)


def said(text: str) -> Reading:
    read = read_date(text)
    assert not isinstance(read, NoDate), read
    assert text[read.start : read.stop] == read.text
    return read.says


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("3 may", MAY_3),
        ("may 3", MAY_3),
        ("3rd may", MAY_3),
        ("the third of may", MAY_3),
        ("On the 3rd of May.", MAY_3),
        ("  3 May  ", MAY_3),
        ("3.5.", MAY_3),
        ("3. May", MAY_3),
        ("14.–22. May", Range(Point(day=14, month=5), Point(day=22, month=5))),
        ("3.5.1871", MAY_3_1871),
        ("May 3rd, 1871", MAY_3_1871),
        ("3 mar", Point(day=3, month=3)),
        ("dec 3", Point(day=3, month=12)),
        ("3 MAY 1871", MAY_3_1871),
        ("3.V.1871", MAY_3_1871),
        ("3. V. 1871", MAY_3_1871),
        ("3.v.1871", MAY_3_1871),
        ("3 V 1871", MAY_3_1871),
        ("3/V/1871", MAY_3_1871),
        ("3-V-1871.", MAY_3_1871),
        ("3.V", MAY_3),
        ("3.v.", MAY_3),
        ("3/V", MAY_3),
        ("on 3 V", MAY_3),
        ("30.XII", Point(day=30, month=12)),
        ("3.V (O.S.)", Point(day=3, month=5, calendar=JULIAN)),
        ("3.V.1871 n.s.", Point(day=3, month=5, year=1871, calendar=GREGORIAN)),
        ("1871-05-03", MAY_3_1871),
        ("3.5.71", Point(day=3, month=5, short_year=71)),
        ("'71", Point(short_year=71)),
        ("13/5", Point(day=13, month=5)),
        ("1871-05", Point(month=5, year=1871)),
        ("1871", Point(year=1871)),
        ("476", Point(year=476)),
        ("may", Point(month=5)),
        ("In May", Point(month=5)),
        ("mid-may", Point(month=5, part=Part.MIDDLE)),
        ("the third", Point(day=3)),
        ("3rd", Point(day=3)),
        ("3", Point(day=3)),
        ("the twenties", Point(short_decade=20)),
        ("monday", Point(weekday="Monday")),
        ("16 may new style", Point(day=16, month=5, calendar=GREGORIAN)),
        ("16 May NS", Point(day=16, month=5, calendar=GREGORIAN)),
        ("3 may o.s.", Point(day=3, month=5, calendar=JULIAN)),
        ("about 1820", Point(year=1820, approximate=True)),
        ("evening of 3 may", Point(day=3, month=5, time_of_day=TimeOfDay.EVENING)),
        ("14-22 may", Range(Point(day=14, month=5), Point(day=22, month=5))),
        ("from may 14 to 22", Range(Point(day=14, month=5), Point(day=22, month=5))),
        ("until 3 may", Range(None, MAY_3)),
        ("yesterday", Relative(count=1, unit=Unit.DAY, direction=Direction.BEFORE, deictic=True)),
        (
            "two days before the fair",
            Relative(count=2, unit=Unit.DAY, direction=Direction.BEFORE, anchor="the fair"),
        ),
        (
            "on the eve of the fair",
            Relative(count=1, unit=Unit.DAY, direction=Direction.BEFORE, anchor="the fair"),
        ),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, says: Reading) -> None:
    assert said(typed) == says


@pytest.mark.parametrize("typed", ["3/5/1871", "3/5", "03-05-1871", "on 3/5/71"])
def test_what_may_be_day_or_month_is_ambiguous(typed: str) -> None:
    read = said(typed)
    assert isinstance(read, Ambiguous)
    assert [(point.day, point.month) for point in read.readings] == [(3, 5), (5, 3)]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "nothing is written"),
        ("   ", "nothing is written"),
        ("…", "“…” is no date"),
        ("3 mya", "“mya” is no part of a date"),
        ("never", "“never” is no part of a date"),
        ("3 May, I think", "“I” is no part of a date"),
        ("32 May", "“32 May” is no date"),
        ("32.5.1871", "“32.5.1871” is no date"),
        ("3 May 5 June", "“5 June” does not go with “3 May”"),
        ("31.31.", "“31.31.” is no date"),
        ("32.V", "“32.V” is no date"),
        ("3.XIII", "“XIII” is no part of a date"),
    ],
)
def test_what_is_no_date_says_why(typed: str, reason: str) -> None:
    assert read_date(typed) == NoDate(reason)
