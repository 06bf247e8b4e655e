from __future__ import annotations

import re

import pytest
from hypothesis import given

from trainer.dates import Calendar, Date, format_both, format_date, make_date

from .strategies import dates

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN

SAID = [
    # moments
    ("1917-04-03", "3 April 1917"),
    ("1917-04", "April 1917"),
    ("1917", "1917"),
    ("1820~", "about 1820"),
    ("1917-04-03?", "perhaps 3 April 1917"),
    ("1917-04%", "perhaps about April 1917"),
    ("1917-04-XX", "a day in April 1917"),
    ("1917-XX", "a month in 1917"),
    ("1917-XX-XX", "a day in 1917"),
    # decades and centuries
    ("191X", "the 1910s"),
    ("191X~", "about the 1910s"),
    ("190X", "the years 1900–1909"),
    ("003X", "the years 30–39 CE"),
    ("000X", "the years 1 BCE – 9 CE"),
    ("-004X", "the years 50–41 BCE"),
    ("18XX", "the 19th century"),
    ("20XX", "the 21st century"),
    ("10XX", "the 11th century"),
    ("11XX", "the 12th century"),
    ("12XX", "the 13th century"),
    ("00XX", "the 1st century"),
    ("01XX", "the 2nd century"),
    ("02XX", "the 3rd century"),
    ("-00XX", "the 1st century BCE"),
    ("-01XX", "the 2nd century BCE"),
    # before our era, and early in it
    ("-0043", "44 BCE"),
    ("0000", "1 BCE"),
    ("0001", "1 CE"),
    ("0099-08", "August 99 CE"),
    ("0100", "100"),
    ("-0043-03-15", "15 March 44 BCE"),
    # intervals
    ("1917-04-14/1917-04-22", "14–22 April 1917"),
    ("1917-03-29/1917-04-03", "29 March – 3 April 1917"),
    ("1916-12-30/1917-01-02", "30 December 1916 – 2 January 1917"),
    ("1917-04-03/1917-04-03", "3 April 1917"),
    ("1917-04/1917-06", "April–June 1917"),
    ("1916-12/1917-01", "December 1916 – January 1917"),
    ("1914/1918", "1914–1918"),
    ("-0043/-0039", "44–40 BCE"),
    ("-0026/0476", "27 BCE – 476 CE"),
    ("0030/0476", "30–476 CE"),
    ("1917-04/1917-05-03", "April 1917 – 3 May 1917"),
    ("1914~/1918~", "about 1914–1918"),
    ("1914/1918~", "1914 – about 1918"),
    ("191X/192X", "the 1910s – the 1920s"),
    # open ends
    ("../1917-04-03", "until 3 April 1917"),
    ("1917/..", "from 1917 on"),
    ("1820~/..", "from about 1820 on"),
    # sets
    ("[1917-04-03,1917-04-05]", "3 or 5 April 1917"),
    ("{1917-04-03,1917-04-05}", "3 and 5 April 1917"),
    ("[1917-04-03,1917-04-05,1917-04-09]", "3, 5 or 9 April 1917"),
    ("[1917-03-29,1917-04-03]", "29 March or 3 April 1917"),
    ("[1916-12-30,1917-01-02]", "30 December 1916 or 2 January 1917"),
    ("{1917-04,1917-06}", "April and June 1917"),
    ("[1914,1917]", "1914 or 1917"),
    ("[1917-04-03,1917-05]", "3 April 1917 or May 1917"),
    ("[1917-04-03?,1917-04-05]", "perhaps 3 April 1917 or 5 April 1917"),
    ("[1917-04-03..1917-04-05,1917-04-09]", "3–5 or 9 April 1917"),
    ("{1917-04-01,1917-04-03..1917-04-05}", "1 and 3–5 April 1917"),
    ("[1917-03-29..1917-04-02,1917-04-09]", "29 March – 2 April or 9 April 1917"),
    ("[1917-04-03..1917-04-05]", "some time in 3–5 April 1917"),
    ("[1914..1918]", "some time in 1914–1918"),
    ("{1917-04-03..1917-04-05}", "3–5 April 1917"),
    ("[..1917-04-03]", "3 April 1917 or earlier"),
    ("[1917-04-03..]", "3 April 1917 or later"),
    ("[1914,1917..]", "1914 or 1917 or later"),
    ("{..1917}", "until 1917"),
    ("[1917]", "1917"),
]


@pytest.mark.parametrize(("edtf", "said"), SAID)
def test_dates_are_said_as_people_say_them(edtf: str, said: str) -> None:
    assert format_date(make_date(edtf, JULIAN)) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("1917-04-03", "3 April"),
        ("1917-04", "April"),
        ("1917-04-XX", "a day in April"),
        ("1917", "1917"),
        ("1917-04-14/1917-04-22", "14–22 April"),
        ("1917-03-29/1917-04-03", "29 March – 3 April"),
        ("1916-12-30/1917-01-02", "30 December 1916 – 2 January 1917"),
        ("1917-04/1917-05-03", "April – 3 May"),
        ("[1917-04-03,1917-04-05]", "3 or 5 April"),
        ("[1917-04-03..]", "3 April or later"),
    ],
)
def test_the_year_is_left_out_where_that_loses_nothing(edtf: str, said: str) -> None:
    assert format_date(make_date(edtf, JULIAN), year=False) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("1917-04-03", "Monday 3 April 1917"),
        ("1917-04", "April 1917"),
        ("1917-04-14/1917-04-22", "Friday 14 – Saturday 22 April 1917"),
        ("[1917-04-03,1917-04-05]", "Monday 3 or Wednesday 5 April 1917"),
        ("[1917-04-01,1917-04-03..1917-04-05]", "Saturday 1 or Monday 3 – Wednesday 5 April 1917"),
    ],
)
def test_weekdays_stand_before_days(edtf: str, said: str) -> None:
    assert format_date(make_date(edtf, JULIAN), weekday=True) == said


def test_the_calendar_is_named_when_asked() -> None:
    old, new = make_date("1917-04-03", JULIAN), make_date("1917-04-16", GREGORIAN)
    assert format_date(old, calendar_name="short") == "3 April 1917 (O.S.)"
    assert format_date(new, calendar_name="short") == "16 April 1917 (N.S.)"
    assert format_date(old, calendar_name="long") == "3 April 1917 (Old Style)"
    assert format_date(new, calendar_name="long") == "16 April 1917 (New Style)"


@pytest.mark.parametrize("edtf", ["191X", "18XX"])
def test_a_decade_is_the_same_in_any_calendar(edtf: str) -> None:
    date = make_date(edtf, JULIAN)
    assert format_date(date, calendar_name="long") == format_date(date)


def test_an_interval_across_the_change_always_names_both_calendars() -> None:
    across = make_date("1918-01-28/1918-02-20", JULIAN, GREGORIAN)
    assert format_date(across) == "28 January 1918 (O.S.) – 20 February 1918 (N.S.)"
    long = "28 January 1918 (Old Style) – 20 February 1918 (New Style)"
    assert format_date(across, calendar_name="long") == long
    assert format_both(across) == long


@pytest.mark.parametrize(
    ("edtf", "calendar", "said"),
    [
        ("1917-04-03", JULIAN, "3 April 1917 (Old Style), 16 April New Style"),
        ("1917-12-25", JULIAN, "25 December 1917 (Old Style), 7 January 1918 New Style"),
        ("1917-04-16", GREGORIAN, "16 April 1917 (New Style), 3 April Old Style"),
        ("1917-04", JULIAN, "April 1917 (Old Style), 14 April – 13 May New Style"),
        (
            "1917-04-14/1917-04-22",
            JULIAN,
            "14–22 April 1917 (Old Style), 27 April – 5 May New Style",
        ),
        ("1917", JULIAN, "1917 (Old Style), 14 January 1917 – 13 January 1918 New Style"),
        (
            "[1917-04-03,1917-04-05]",
            JULIAN,
            "3 or 5 April 1917 (Old Style), 16 or 18 April New Style",
        ),
        ("1917-04-03?", JULIAN, "perhaps 3 April 1917 (Old Style), perhaps 16 April New Style"),
        ("191X", JULIAN, "the 1910s"),
        ("[1917-04,1917-06]", JULIAN, "April or June 1917 (Old Style)"),
    ],
)
def test_both_calendars_are_said_with_the_year_repeated_only_if_it_differs(
    edtf: str, calendar: Calendar, said: str
) -> None:
    assert format_both(make_date(edtf, calendar)) == said


@given(dates())
def test_any_date_can_be_said_in_clean_english(date: Date) -> None:
    for said in (
        format_date(date),
        format_date(date, weekday=True, year=False, calendar_name="short"),
        format_both(date),
    ):
        assert said == " ".join(said.split())
        assert not re.search(r"None|[X/\[\]{}~%?]|\.\.|-", said)
