from __future__ import annotations

import pytest

from tests.chapters.gaps.moor import AT, cites, day, event, missing
from trainer.chapters.record import Fate, GapClass, Office, Person, Status
from trainer.dates import Calendar

DATE = GapClass.DATE
THIRD = day("1917-04-03")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On April 3 the mill burned.", "1917-04-03"),
        ("On the third of April, 1917, it burned.", "1917-04-03"),
        ("On April 3/16 the mill burned.", "1917-04-03"),
        ("On the third [16] of April it burned.", "1917-04-03"),
        ("On April 16 the mill burned.", "1917-04-03"),
        ("In April, 1917, the mill burned.", "1917-04"),
        ("In 1924 the mill burned.", "1924"),
        ("From the third to the ninth of April it burned.", "1917-04-03/1917-04-09"),
        ("In 1911-1914 it burned.", "1911/1914"),
        ("Since October it burned.", "1917-10/.."),
        ("On the 3rd and 5th of April it burned.", "{1917-04-03,1917-04-05}"),
        ("In the twenties of the last century it burned.", "182X"),
        ("All the nineteenth century it burned.", "18XX"),
        ("In 44 B.C. it burned.", "-0043"),
    ],
)
def test_a_date_is_on_record_if_a_fact_of_the_paragraph_holds_it(text: str, edtf: str) -> None:
    assert missing(DATE, text)
    assert missing(DATE, text, event(cites(1, "burned"), when=day(edtf))) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On April 4 the mill burned.", "1917-04-03"),
        ("On April 3, 1918, the mill burned.", "1917-04-03"),
        ("In April, 1917, the mill burned.", "1917-04-03"),
        ("On April 3 the mill burned.", "1917-04"),
        ("On April 4 the mill burned.", "1917-04-03/1917-04-09"),
        ("In 1924 the mill burned.", "1924-05"),
        ("On the 3rd and 5th of April it burned.", "1917-04-03"),
        ("On May 3/16 the mill burned.", "1917-04-03"),
        ("Three days later it burned.", "1917-04-03"),
    ],
)
def test_a_date_that_is_only_near_is_missing(text: str, edtf: str) -> None:
    assert missing(DATE, text, event(cites(1, "burned"), when=day(edtf)))


@pytest.mark.parametrize(
    ("text", "quoted", "edtf"),
    [
        ("At the April meeting it burned.", "April meeting", "1917-04-03"),
        ("In 1924 the mill burned.", "In 1924", "1924-05-03"),
        ("On April 4 the mill burned.", "April 4", "1917-04-03/1917-04-09"),
        ("Three days later it burned.", "Three days later", "1917-04-03"),
        ("It burned on that very night.", "that very night", "1917-04-03"),
    ],
)
def test_a_date_that_is_near_is_on_record_where_it_is_quoted(
    text: str, quoted: str, edtf: str
) -> None:
    assert missing(DATE, text, event(cites(1, quoted), when=day(edtf))) == []


def test_a_fact_without_a_date_does_not_hold_what_it_quotes() -> None:
    assert missing(DATE, "Three days later it burned.", event(cites(1, "Three days later")))
    assert missing(DATE, "On April 3 it burned.", event(cites(1, "April 3")))


def test_a_fact_of_another_paragraph_holds_nothing_here() -> None:
    text = "On April 3 it burned.\nOn April 3 it rained."
    assert missing(DATE, text, event(cites(2, "April 3"), when=THIRD)) == ["April 3"]


def test_what_a_fact_says_in_words_is_on_record_where_it_quotes_it() -> None:
    fact = event(cites(1, "the flood of 1903"), statement="The flood of 1903 was recalled.")
    assert missing(DATE, "They spoke of the flood of 1903.", fact) == []
    assert missing(DATE, "They spoke of the flood of 1904.", fact) == ["1904"]


def test_a_corrected_date_is_printed_otherwise() -> None:
    corrected = day("1917-04-03", status=Status.CORRECTED, note="April 31 is printed")
    text = "On April 30 the mill burned."
    assert missing(DATE, text, event(cites(1, "April 30"), when=corrected)) == []
    assert missing(DATE, text, event(cites(1, "burned"), when=corrected)) == ["April 30"]


def test_offices_and_fates_hold_dates_by_evidence_of_their_own() -> None:
    person = Person(
        id="p",
        source=AT,
        name="Pell",
        sort_name="Pell",
        evidence=(cites(1, "Pell"),),
        offices=(Office(id="o", role="miller", from_=THIRD, evidence=(cites(2, "April 3"),)),),
        fate=Fate(text="died", when=day("1924")),
    )
    text = "Pell, from April 3, died in 1924.\nPell milled from April 3, and until 1924."
    assert missing(DATE, text, person) == ["April 3", "1924"]


def test_the_year_of_the_chapter_needs_no_fact() -> None:
    assert missing(DATE, "In 1917 it burned.") == []
    assert missing(DATE, "In 1918 it burned.") == ["1918"]


def test_a_month_within_a_name_and_a_date_within_a_title_belong_to_these() -> None:
    assert missing(DATE, "During the April Fair it burned.") == []
    assert missing(DATE, "in his essay “The Third of April in the Mill” too") == []


def test_the_calendar_that_is_printed_counts() -> None:
    text = "On 3 April (new style) the mill burned."
    fact = event(cites(1, "burned"), when=THIRD)
    assert missing(DATE, text, fact)
    gregorian = event(cites(1, "burned"), when=day("1917-04-03", Calendar.GREGORIAN))
    assert missing(DATE, text, gregorian) == []
