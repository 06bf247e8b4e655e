from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.dates import (
    Bounds,
    Calendar,
    Date,
    DateError,
    EdtfError,
    Precision,
    bounds,
    day_number,
    in_calendar,
    is_approximate,
    is_uncertain,
    make_date,
    precision,
    shift,
    single_day,
    sort_key,
    twin,
)

from .strategies import dates, days

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


def julian(edtf: str) -> Date:
    return make_date(edtf, JULIAN)


def gregorian(edtf: str) -> Date:
    return make_date(edtf, GREGORIAN)


@pytest.mark.parametrize(
    ("edtf", "calendar", "what", "mend"),
    [
        ("1917-04-31", JULIAN, "31 April does not exist", "April 1917 has 30 days"),
        ("1917-04-01/1917-04-31", JULIAN, "31 April does not exist", "30 days"),
        ("[1917-04-01,1917-04-31]", JULIAN, "31 April does not exist", "30 days"),
        ("1917-02-30", JULIAN, "30 February does not exist", "has 28 days"),
        (
            "1917-02-29",
            GREGORIAN,
            "29 February 1917 does not exist in the Gregorian calendar",
            "28 February or 1 March",
        ),
        ("1917-02-29", JULIAN, "does not exist in the Julian calendar", "28 February or 1 March"),
        (
            "1900-02-29",
            GREGORIAN,
            "29 February 1900 does not exist in the Gregorian calendar",
            "exists in the Julian one",
        ),
        ("3000", JULIAN, "the year 3000 is out of range", "-0999 to 2999"),
        ("-1000-05-01", JULIAN, "the year -1000 is out of range", "-0999 to 2999"),
        ("1917-04-05/1917-04-03", JULIAN, "1917-04-03 comes before 1917-04-05", "earlier end"),
        ("1918/1917-12", JULIAN, "1917-12 comes before 1918", "earlier end"),
        ("[1918..1917]", JULIAN, "1917 comes before 1918", "earlier end"),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_a_mend(
    edtf: str, calendar: Calendar, what: str, mend: str
) -> None:
    with pytest.raises(DateError) as caught:
        make_date(edtf, calendar)
    assert what in caught.value.what
    assert mend in caught.value.mend


def test_a_syntax_error_is_a_date_error_too() -> None:
    with pytest.raises(DateError) as caught:
        julian("April 1917")
    assert isinstance(caught.value, EdtfError)


def test_29_february_1900_is_a_julian_day() -> None:
    assert twin(julian("1900-02-29")) == gregorian("1900-03-13")


def test_an_interval_across_the_change_is_ordered_by_its_days_not_its_digits() -> None:
    # 31 January Old Style was followed by 14 February New Style.
    across = make_date("1918-01-31/1918-02-14", JULIAN, GREGORIAN)
    first, last = bounds(across)
    assert first is not None
    assert last == first + 1
    with pytest.raises(DateError, match="comes before"):
        make_date("1918-01-31/1918-02-01", JULIAN, GREGORIAN)


@pytest.mark.parametrize("edtf", ["1917", "1917/..", "../1917", "[1917,1918]"])
def test_only_a_closed_interval_has_a_calendar_for_its_end(edtf: str) -> None:
    with pytest.raises(DateError, match="two ends"):
        make_date(edtf, JULIAN, GREGORIAN)


def test_an_end_calendar_that_says_nothing_new_is_dropped() -> None:
    assert make_date("1917/1918", JULIAN, JULIAN) == julian("1917/1918")


def test_a_date_is_kept_in_its_canonical_form() -> None:
    assert julian("[1917, 1918]").edtf == "[1917,1918]"


@given(dates())
def test_a_date_survives_json(date: Date) -> None:
    stored = json.loads(json.dumps(asdict(date)))
    end = stored["end_calendar"]
    assert Date(stored["edtf"], Calendar(stored["calendar"]), end and Calendar(end)) == date


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1917-04-03?", Precision.DAY),
        ("1917-04", Precision.MONTH),
        ("1917-04-XX", Precision.MONTH),
        ("1917~", Precision.YEAR),
        ("1917-XX", Precision.YEAR),
        ("1917-XX-XX", Precision.YEAR),
        ("191X", Precision.DECADE),
        ("19XX", Precision.CENTURY),
        ("1917/1918", Precision.INTERVAL),
        ("1917/..", Precision.OPEN),
        ("../1917", Precision.OPEN),
        ("[1917,1918]", Precision.SET),
        ("{..1917}", Precision.SET),
    ],
)
def test_precision_is_how_narrowly_a_date_is_told(edtf: str, expected: Precision) -> None:
    assert precision(julian(edtf)) is expected


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1917-04-03", (1917, 4, 3), (1917, 4, 3)),
        ("1916-02", (1916, 2, 1), (1916, 2, 29)),
        ("1917-02-XX", (1917, 2, 1), (1917, 2, 28)),
        ("1917", (1917, 1, 1), (1917, 12, 31)),
        ("1820~", (1820, 1, 1), (1820, 12, 31)),
        ("191X", (1910, 1, 1), (1919, 12, 31)),
        ("18XX", (1800, 1, 1), (1899, 12, 31)),
        ("-004X", (-49, 1, 1), (-40, 12, 31)),
        ("-00XX", (-99, 1, 1), (0, 12, 31)),
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("1916-02/1917", (1916, 2, 1), (1917, 12, 31)),
        ("1917/..", (1917, 1, 1), None),
        ("../1917", None, (1917, 12, 31)),
        ("[1917-05,1917-04-03]", (1917, 4, 3), (1917, 5, 31)),
        ("{..1917,1918}", None, (1918, 12, 31)),
        ("[1916,1917..]", (1916, 1, 1), None),
    ],
)
@pytest.mark.parametrize("calendar", Calendar)
def test_bounds_are_the_first_and_last_day_meant(
    edtf: str,
    first: tuple[int, int, int] | None,
    last: tuple[int, int, int] | None,
    calendar: Calendar,
) -> None:
    assert bounds(make_date(edtf, calendar)) == Bounds(
        first and day_number(*first, calendar), last and day_number(*last, calendar)
    )


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [
        ("1917", False, False),
        ("1917~", True, False),
        ("1917?", False, True),
        ("1917%", True, True),
        ("1917/1918~", True, False),
        ("../1918?", False, True),
        ("[1917,1918%]", True, True),
    ],
)
def test_a_date_is_as_unsure_as_its_parts(edtf: str, *, approximate: bool, uncertain: bool) -> None:
    assert is_approximate(julian(edtf)) is approximate
    assert is_uncertain(julian(edtf)) is uncertain


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1917-04-03", "1917-04-16"),
        ("1917-10-25", "1917-11-07"),
        ("1918-02-01", "1918-02-14"),
        ("1900-02-28", "1900-03-12"),
        ("1917-12-25?", "1918-01-07?"),
        ("-0043-03-15", "-0043-03-13"),
        ("0000-01-01", "-0001-12-30"),
    ],
)
def test_the_twin_of_a_day_is_a_day(old: str, new: str) -> None:
    assert twin(julian(old)) == gregorian(new)
    assert twin(gregorian(new)) == julian(old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1917-04", "1917-04-14/1917-05-13"),
        ("1917-04-XX~", "1917-04-14~/1917-05-13~"),
        ("1917?", "1917-01-14?/1918-01-13?"),
        ("1917-XX", "1917-01-14/1918-01-13"),
        ("1917-03-29/1917-04-03", "1917-04-11/1917-04-16"),
        ("1917-04/1917-05-02?", "1917-04-14/1917-05-15?"),
        ("1917-04-03/..", "1917-04-16/.."),
        ("../1917-04", "../1917-05-13"),
        ("[1917-04-03,1917-04-05?]", "[1917-04-16,1917-04-18?]"),
        ("{1917-04-03..1917-04-05,1917-04-09}", "{1917-04-16..1917-04-18,1917-04-22}"),
        ("[..1917-04-03,1917-04-09..]", "[..1917-04-16,1917-04-22..]"),
    ],
)
def test_what_is_longer_than_a_day_has_an_interval_for_a_twin(old: str, new: str) -> None:
    assert twin(julian(old)) == gregorian(new)


@pytest.mark.parametrize(
    "date",
    [
        julian("191X"),
        julian("19XX"),
        julian("191X/1920"),
        julian("[1917-04,1917-05-03]"),
        make_date("1918-01-28/1918-02-20", JULIAN, GREGORIAN),
        julian("2999-12-31"),
        julian("-0999-01-01"),
    ],
    ids=lambda date: date.edtf,
)
def test_where_the_twin_cannot_be_said_there_is_none(date: Date) -> None:
    assert twin(date) is None


@given(days())
def test_the_twin_of_the_twin_of_a_day_is_the_day(date: Date) -> None:
    other = twin(date)
    assert other is not None
    assert other.calendar is date.calendar.other
    assert twin(other) == date


@given(dates())
def test_a_twin_covers_the_same_days(date: Date) -> None:
    other = twin(date)
    if other is not None:
        assert bounds(other) == bounds(date)
        assert is_approximate(other) is is_approximate(date)
        assert is_uncertain(other) is is_uncertain(date)


def test_a_date_in_its_own_calendar_is_itself() -> None:
    date = julian("1917-04")
    assert in_calendar(date, JULIAN) is date
    assert in_calendar(date, GREGORIAN) == twin(date)


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [(JULIAN, "1918-01-28/1918-02-07"), (GREGORIAN, "1918-02-10/1918-02-20")],
)
def test_an_interval_across_the_change_can_be_told_in_either_calendar(
    calendar: Calendar, expected: str
) -> None:
    across = make_date("1918-01-28/1918-02-20", JULIAN, GREGORIAN)
    assert in_calendar(across, calendar) == make_date(expected, calendar)


@pytest.mark.parametrize(
    ("edtf", "by", "expected"),
    [
        ("1917-04-03", {"days": 9}, "1917-04-12"),
        ("1917-04-03?", {"weeks": -1}, "1917-03-27?"),
        ("1917-12-25", {"weeks": 1, "days": -1}, "1917-12-31"),
        ("1917-01-31", {"months": 1}, "1917-02-28"),
        ("1916-01-31", {"months": 1}, "1916-02-29"),
        ("1917-01-31", {"months": -2}, "1916-11-30"),
        ("1916-02-29", {"years": 1}, "1917-02-28"),
        ("1917-01-31", {"months": 1, "days": 1}, "1917-03-01"),
        ("1917-11", {"months": 2}, "1918-01"),
        ("1917-11-XX", {"months": 2}, "1918-01-XX"),
        ("1917~", {"years": -97}, "1820~"),
        ("1917-XX", {"years": 1}, "1918-XX"),
        ("0001-01-01", {"days": -1}, "0000-12-31"),
        ("191X", {}, "191X"),
        ("1917/1918", {"days": 0}, "1917/1918"),
    ],
)
def test_a_shifted_date_keeps_its_precision(edtf: str, by: dict[str, int], expected: str) -> None:
    assert shift(julian(edtf), **by) == julian(expected)


@pytest.mark.parametrize(
    ("edtf", "by", "what"),
    [
        ("1917-04", {"days": 1}, "is a month and cannot be moved by days"),
        ("1917", {"weeks": 1}, "is a year and cannot be moved by days"),
        ("1917", {"months": 12}, "is a year and cannot be moved by months"),
        ("191X", {"years": 10}, "cannot be moved"),
        ("1917/1918", {"years": 1}, "cannot be moved"),
        ("[1917,1918]", {"years": 1}, "cannot be moved"),
        ("2999-12-31", {"days": 1}, "out of range"),
        ("1917", {"years": 99_999}, "out of range"),
    ],
)
def test_a_shift_beyond_the_precision_is_refused(edtf: str, by: dict[str, int], what: str) -> None:
    with pytest.raises(DateError, match=what):
        shift(julian(edtf), **by)


@given(days(), st.integers(-20, 20), st.integers(-2, 2))
def test_a_shift_by_days_and_weeks_is_undone_by_its_opposite(
    date: Date, days: int, weeks: int
) -> None:
    there = shift(date, days=days, weeks=weeks)
    assert shift(there, days=-days, weeks=-weeks) == date
    start, end = single_day(date), single_day(there)
    assert start is not None
    assert end == start + days + 7 * weeks


@given(st.integers(-900, 2900), st.integers(1, 12), st.integers(-200, 200), st.integers(-80, 80))
def test_a_month_shifted_by_months_and_years_comes_back(
    year: int, month: int, months: int, years: int
) -> None:
    date = julian(f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}")
    there = shift(date, months=months, years=years)
    assert shift(there, months=-months, years=-years) == date


@given(st.lists(dates(), max_size=6))
def test_any_dates_sort_the_same_way_whatever_their_order(some: list[Date]) -> None:
    backwards = some[::-1]
    assert sorted(some, key=sort_key) == sorted(backwards, key=sort_key)


def test_dates_sort_by_first_day_then_last_with_open_ends_outermost() -> None:
    in_order = [
        julian("../1918"),
        julian("1916"),
        gregorian("1917-04-15"),
        julian("1917-04-03"),
        julian("1917-04-03/1917-04-04"),
        julian("1917-04-03/.."),
        gregorian("1917-04-17"),
    ]
    backwards = in_order[::-1]
    assert sorted(backwards, key=sort_key) == in_order


def test_importing_dates_imports_only_the_standard_library() -> None:
    code = "import sys, trainer.dates; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    foreign = {"pydantic", "msgspec", "textual", "yaml", "convertdate", "edtf", "dateutil"}
    assert "trainer" in run.stdout.split()
    assert not foreign & set(run.stdout.split())
