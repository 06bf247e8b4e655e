from __future__ import annotations

import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.dates import (
    Calendar,
    Date,
    DateError,
    DateSet,
    EdtfError,
    Interval,
    Moment,
    Qualification,
    SetKind,
    Unspecified,
    bounds,
    day_number,
    make_date,
    parse_edtf,
)

from .strategies import dates, moment_texts, qualifications

THIRD, FIFTH = Moment(1917, 4, 3), Moment(1917, 4, 5)

VALID = [
    ("1917-04-03", THIRD),
    ("1917-04", Moment(1917, 4)),
    ("1917", Moment(1917)),
    ("-0043", Moment(-43)),
    ("-0043-03-15", Moment(-43, 3, 15)),
    ("0000", Moment(0)),
    ("1917-04-03?", Moment(1917, 4, 3, Qualification.UNCERTAIN)),
    ("1820~", Moment(1820, qualification=Qualification.APPROXIMATE)),
    ("1917-04%", Moment(1917, 4, None, Qualification.UNCERTAIN_AND_APPROXIMATE)),
    ("191X", Moment(1910, unspecified=Unspecified.YEAR_OF_DECADE)),
    ("18XX", Moment(1800, unspecified=Unspecified.YEAR_OF_CENTURY)),
    ("-004X", Moment(-49, unspecified=Unspecified.YEAR_OF_DECADE)),
    ("-00XX", Moment(-99, unspecified=Unspecified.YEAR_OF_CENTURY)),
    ("-000X", Moment(-9, unspecified=Unspecified.YEAR_OF_DECADE)),
    ("000X", Moment(0, unspecified=Unspecified.YEAR_OF_DECADE)),
    ("1917-XX", Moment(1917, unspecified=Unspecified.MONTH)),
    ("1917-XX-XX", Moment(1917, unspecified=Unspecified.MONTH_AND_DAY)),
    ("1917-04-XX", Moment(1917, 4, unspecified=Unspecified.DAY)),
    ("1917-04-03/1917-04-05", Interval(THIRD, FIFTH)),
    ("1917/1918-03", Interval(Moment(1917), Moment(1918, 3))),
    ("1917-04-03/..", Interval(THIRD, None)),
    ("../1917-04-03", Interval(None, THIRD)),
    ("[1917-04-03,1917-04-05]", DateSet(SetKind.ONE_OF, (THIRD, FIFTH))),
    ("{1917-04-03,1917-04-05}", DateSet(SetKind.ALL_OF, (THIRD, FIFTH))),
    ("[1917-04-03..1917-04-05]", DateSet(SetKind.ONE_OF, (Interval(THIRD, FIFTH),))),
    ("[..1917-04-03]", DateSet(SetKind.ONE_OF, (Interval(None, THIRD),))),
    ("{1916,1917-04-03..}", DateSet(SetKind.ALL_OF, (Moment(1916), Interval(THIRD, None)))),
]

# Each with a word of the complaint, and one of the mend.
INVALID = [
    ("", "empty", "1901-04-03"),
    (" 1917", "space", "write 1917"),
    ("3 April 1917", "no date as it is written here", "write 1917-04-03"),
    ("July 1917", "no date as it is written here", "write 1917-07"),
    ("1917 04", "space", "without"),
    ("1917-4-3", "zero", "1901-04-03"),
    ("1917-04-3", "zero", "1901-04-03"),
    ("3.4.1917", "no date as it is written here", "write 1917-04-03"),
    ("3/4/1917", "no date as it is written here", "1901-04-03"),
    ("1917–1918", "dash", "write 1917/1918"),
    ("917", "short", "write 0917"),
    ("about 1820", "no date as it is written here", "write 1820~"),
    ("44 BC", "space", "write -0043"),
    ("12 and 14 May 1904", "no date", "write {1904-05-12,1904-05-14}"),
    ("5 April 1904 New Style", "no date", "the year first"),
    ("31 February 1888", "no date", "the year first"),
    ("winter 1903", "no date", "the year first"),
    ("12345 BC", "space", "without"),
    ("12345", "long", "four"),
    ("Y12345", "long", "four"),
    ("191x", "letter", "X"),
    ("191u", "letter", "X"),
    ("1917-1X", "amiss", "XX"),
    ("XXXX", "amiss", "191X"),
    ("1X17", "amiss", "191X"),
    ("191X-04", "unknown year", "all digits"),
    ("1917-XX-03", "unknown month", "XX"),
    ("1917?-04", "sign", "end"),
    ("?1917", "sign", "end"),
    ("1917??", "sign", "once"),
    ("1917-13", "month 13", "01 to 12"),
    ("1917-21", "month 21", "for a season, the interval of its months with status: derived"),
    ("1917-00", "month 00", "01 to 12"),
    ("1917-04-32", "day 32", "01 to 31"),
    ("1917-04-00", "day 00", "01 to 31"),
    ("-0000", "-0000", "0000"),
    ("1917-04-03T12:00", "time of day", "alone"),
    ("..", "alone", "1901/.."),
    ("../..", "both ends", "one"),
    ("1917/", "missing", ".."),
    ("/1917", "missing", ".."),
    ("1916/1917/1918", "no date as it is written here", "1901-04"),
    ("1917..1918", "outside a set", "a/b"),
    ("[1917", "']'", "[a,b]"),
    ("[", "']'", "[a,b]"),
    ("{1917]", "'}'", "{a,b}"),
    ("[]", "empty", "comma"),
    ("[1917,]", "empty", "comma"),
    ("[1916/1917]", "interval in the set", "a..b"),
    ("[..]", "no ends", "one"),
    ("[1917..1918?]", "not plain", "whole"),
    ("[191X..]", "not plain", "whole"),
    ("[1917..1918-03]", "not alike", "two years"),
    ("[1917,..1918]", "first", "beginning"),
    ("[1917..,1918]", "last", "end"),
    ("[1917,1917]", "twice", "once"),
    ("[1917,[1918,1919]]", "no date as it is written here", "1901-04"),
    ("١٩١٧", "no date as it is written here", "1901"),
    ("yesterday", "no date as it is written here", "1901"),
]


@pytest.mark.parametrize(("text", "meant"), VALID)
def test_what_is_written_is_what_is_meant(text: str, meant: object) -> None:
    assert parse_edtf(text) == meant


@pytest.mark.parametrize("text", [text for text, _ in VALID])
def test_what_is_read_is_written_back(text: str) -> None:
    assert str(parse_edtf(text)) == text


@given(moment_texts())
def test_any_moment_is_written_back(text: str) -> None:
    assert str(parse_edtf(text)) == text


def test_a_space_after_a_comma_is_forgiven_and_forgotten() -> None:
    assert str(parse_edtf("[1917, 1918]")) == "[1917,1918]"


@pytest.mark.parametrize(("text", "what", "mend"), INVALID)
def test_what_is_not_edtf_is_refused_with_a_mend(text: str, what: str, mend: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert what in caught.value.what
    assert mend in caught.value.mend
    assert str(caught.value) == f"{caught.value.what} – {caught.value.mend}"


@given(st.text(alphabet="0123456789X-?~%/.,[]{} YT", max_size=24))
def test_no_text_breaks_the_parser(text: str) -> None:
    try:
        value = parse_edtf(text)
    except EdtfError:
        return
    assert parse_edtf(str(value)) == value


def test_whether_a_day_exists_is_left_to_the_calendar() -> None:
    assert parse_edtf("1917-02-29") == Moment(1917, 2, 29)
    with pytest.raises(DateError):
        make_date("1917-02-29", Calendar.GREGORIAN)


reference = importlib.import_module("edtf")


@pytest.mark.parametrize("text", [text for text, _ in VALID])
def test_the_edtf_package_reads_what_we_read(text: str) -> None:
    # It puts a space after the comma of a set.
    assert str(reference.parse_edtf(text)).replace(", ", ",") == text


@settings(max_examples=30, deadline=None)
@given(dates())
def test_the_edtf_package_reads_what_we_write(date: Date) -> None:
    assert str(reference.parse_edtf(date.edtf)).replace(", ", ",") == date.edtf


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2999), st.integers(1, 12), st.integers(1, 28), qualifications)
def test_bounds_are_those_of_the_edtf_package(year: int, month: int, day: int, sign: str) -> None:
    whole = f"{year:04}-{month:02}-{day:02}"
    for text in (whole, whole[:7], whole[:4], whole[:3] + "X", whole[:2] + "XX", whole[:8] + "XX"):
        theirs = reference.parse_edtf(text + sign)
        ours = bounds(make_date(text + sign, Calendar.GREGORIAN))
        lower, upper = theirs.lower_strict(), theirs.upper_strict()
        assert ours.first == day_number(lower[0], lower[1], lower[2], Calendar.GREGORIAN)
        assert ours.last == day_number(upper[0], upper[1], upper[2], Calendar.GREGORIAN)
