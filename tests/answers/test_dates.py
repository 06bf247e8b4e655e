"""Dates typed for the events of a small chapter in the Old Style, then of the real one."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers.verdicts import MORE, RIGHT, STYLE, WHAT, WHICH_FIRST, WRONG, short
from tests.questions.builders import chapter, event
from trainer.answers.asking import date_of
from trainer.answers.directory import Directory
from trainer.answers.expected import When
from trainer.answers.judging import judge
from trainer.answers.verdict import AskAgain, Doubt, PartlyRight, Right, Wrong
from trainer.chapters.record import Event, Grain, Importance, Voice
from trainer.dates import Calendar, Date, Precision, format_date, make_date, precision, twin

# In 1871 the calendars lay twelve days apart.
FLOOD = Directory(
    chapter(
        event("thaw", "the thaw", "1871-03-12"),
        event("fair", "the fair", "1871-04-03"),
        event("flood", "the great flood", "1871-04-15"),
        event("feast", "the feast", "1871-04-19"),
        event("repairs", "the repairs", "1871-05-01/1871-05-09"),
        event("drought", "the drought", "1871-07"),
        event("frost", "the first frost", "1871-10-25", ask_grain=Grain.MONTH),
        event("wedding", "the wedding", "1871-12-25"),
        event("war", "the war", "1870"),
        event("lamp", "the first lamp", "1820~", ask_grain=Grain.YEAR),
        event("silting", "the silting", "182X", ask_grain=Grain.YEAR),
        event("strike", "the strike", "1847-12-27/1848-01-06", ask_grain=Grain.MONTH),
        event("dredging", "the dredging", "1853/1855", ask_grain=Grain.YEAR),
        event("rumour", "the rumour", "1871-09-01", voice=Voice.DENIED),
        event("jubilee", "the jubilee", "1921-04-03", importance=Importance.TRIVIA),
    )
)

LOOSE = [
    ("lamp", "1820", RIGHT),
    ("lamp", "about 1820", RIGHT),
    ("lamp", "1822", RIGHT),
    ("lamp", "1825", WRONG),
    ("lamp", "the 1820s", MORE),
    ("silting", "the 1820s", RIGHT),
    ("silting", "1824", RIGHT),
    ("silting", "the 1830s", WRONG),
    ("strike", "December 1847 to January 1848", RIGHT),
    ("strike", "27 December 1847 to 6 January 1848", RIGHT),
    ("strike", "December 1847", MORE),
    ("strike", "December 1846 to January 1847", WRONG),
    ("dredging", "1853 to 1855", RIGHT),
    ("dredging", "1853-1855", RIGHT),
    ("dredging", "1853 to 1856", WRONG),
    ("dredging", "1854", MORE),
]

DAYS = [
    # ways to write a day
    ("fair", "3 April", RIGHT),
    ("fair", "3 april 1871", RIGHT),
    ("fair", "April 3rd", RIGHT),
    ("fair", "April 3, 1871", RIGHT),
    ("fair", "the third of April", RIGHT),
    ("fair", "on the 3rd of April, 1871", RIGHT),
    ("fair", "1871-04-03", RIGHT),
    ("fair", "3.4.1871", RIGHT),
    ("fair", "3.IV.1871", RIGHT),
    ("fair", "3.IV", RIGHT),
    ("fair", "Apr. 3", RIGHT),
    ("fair", "about 3 April", RIGHT),
    ("fair", "3 April.", RIGHT),
    # calendars
    ("fair", "3 April (Old Style)", RIGHT),
    ("fair", "3 April O.S.", RIGHT),
    ("fair", "15 April N.S.", RIGHT),
    ("fair", "15 April 1871, New Style", RIGHT),
    ("fair", "3/15 April", RIGHT),
    ("fair", "15/3 April 1871", RIGHT),
    ("fair", "3/16 April", WHAT),
    ("fair", "3 April N.S.", WRONG),
    ("fair", "15 April", STYLE),
    ("fair", "15.4.1871", STYLE),
    ("fair", "15 April O.S.", "wrong flood"),
    ("thaw", "24 March", STYLE),
    ("thaw", "12 March", RIGHT),
    ("flood", "3 April", "wrong fair"),
    ("flood", "27 April", STYLE),
    ("wedding", "25 December", RIGHT),
    ("wedding", "6 January N.S.", RIGHT),
    ("wedding", "6 January 1872 N.S.", RIGHT),
    ("wedding", "6 January 1872", STYLE),
    ("wedding", "6 January 1871 N.S.", WRONG),
    ("wedding", "25 December 1871 / 6 January 1872", RIGHT),
    ("wedding", "25 December / 6 January", RIGHT),
    ("wedding", "6 January / 25 December", RIGHT),
    ("fair", "6 January / 25 December", WRONG),
    # day or month first
    ("fair", "03/04/1871", WHICH_FIRST),
    ("fair", "4/3/1871", WHICH_FIRST),
    ("fair", "3/4", WHICH_FIRST),
    ("thaw", "12/3", WHICH_FIRST),
    # too coarse
    ("fair", "April", MORE),
    ("fair", "April 1871", MORE),
    ("fair", "May", MORE),
    ("fair", "1871", MORE),
    ("fair", "spring 1871", MORE),
    ("fair", "early April", MORE),
    ("fair", "1–5 April", MORE),
    ("fair", "3 or 4 April", MORE),
    ("fair", "Monday", MORE),
    ("fair", "3", MORE),
    ("fair", "the third", MORE),
    # wrong, and whose date it is
    ("fair", "19 April", "wrong feast"),
    ("fair", "12 March", "wrong thaw"),
    ("fair", "1 May N.S.", "wrong feast"),
    ("fair", "3 April 1872", WRONG),
    ("fair", "20 June", WRONG),
    ("fair", "1 September", "wrong rumour"),
    # the year has to be told where the chapter's is not meant
    ("jubilee", "3 April 1921", RIGHT),
    ("jubilee", "3 April", MORE),
    ("jubilee", "3 April 1871", "wrong fair"),
    ("jubilee", "April 1921", MORE),
    # no dates
    ("fair", "", WHAT),
    ("fair", "hello", WHAT),
    ("fair", "31 April", WHAT),
    ("fair", "30 February 1871", WHAT),
    ("fair", "two days later", WHAT),
    ("fair", "the day before the flood", WHAT),
    ("fair", "3 April " * 30, WHAT),
]

GRAINS = [
    ("drought", "July", RIGHT),
    ("drought", "July 1871", RIGHT),
    ("drought", "1871-07", RIGHT),
    ("drought", "12 July", RIGHT),
    ("drought", "12 July N.S.", WRONG),
    ("drought", "13 July N.S.", RIGHT),
    ("drought", "August", WRONG),
    ("drought", "1871", MORE),
    ("drought", "summer 1871", MORE),
    ("frost", "October", RIGHT),
    ("frost", "25 October", RIGHT),
    ("frost", "6 November N.S.", RIGHT),
    ("frost", "November", STYLE),
    ("frost", "November N.S.", RIGHT),
    ("frost", "November O.S.", WRONG),
    ("war", "1870", RIGHT),
    ("war", "July 1870", RIGHT),
    ("war", "1871", WRONG),
    ("war", "the 1870s", MORE),
    ("war", "July", MORE),
    ("repairs", "1–9 May", RIGHT),
    ("repairs", "from 1 to 9 May 1871", RIGHT),
    ("repairs", "13–21 May N.S.", RIGHT),
    ("repairs", "13–21 May", STYLE),
    ("repairs", "5 May", MORE),
    ("repairs", "May", MORE),
    ("repairs", "1–20 May", WRONG),
]

NEAR = [
    ("fair", 1, "4 April", "partly 0.50"),
    ("fair", 1, "2 April 1871", "partly 0.50"),
    ("fair", 1, "5 April", WRONG),
    ("fair", 0, "4 April", WRONG),
    ("fair", 3, "6 April", "partly 0.50"),
    ("fair", 20, "15 April O.S.", "wrong flood"),
    ("fair", 20, "8 April", "partly 0.50"),
    ("fair", 20, "9 April", WRONG),  # as near to the flood
    ("feast", 3, "18 April", "partly 0.50"),
    ("feast", 3, "17 April", WRONG),
    ("feast", 3, "21 April", WRONG),  # no nearer than the flood on the other side
    ("repairs", 2, "2–9 May", "partly 0.50"),
    ("drought", 9, "August", WRONG),
]


def when(ident: str, tolerance: int = 0) -> When:
    fact = FLOOD.facts[ident]
    assert isinstance(fact, Event)
    expected = date_of(fact, FLOOD.chapter)
    assert expected is not None
    return When(date=expected.date, fact=ident, year=expected.year, tolerance=tolerance)


@pytest.mark.parametrize(("ident", "typed", "expected"), DAYS)
def test_a_day_is_judged_by_what_was_written(ident: str, typed: str, expected: str) -> None:
    assert short(judge(when(ident), typed, FLOOD)) == expected


@pytest.mark.parametrize(("ident", "typed", "expected"), LOOSE)
def test_what_is_told_loosely_is_judged_loosely(ident: str, typed: str, expected: str) -> None:
    assert short(judge(when(ident), typed, FLOOD)) == expected


@pytest.mark.parametrize(("ident", "typed", "expected"), GRAINS)
def test_months_years_and_spans_have_their_own_grain(ident: str, typed: str, expected: str) -> None:
    if ident == "war":
        typed_for = When(date=when("war").date, fact="war", year=None)
    else:
        typed_for = when(ident)
    assert short(judge(typed_for, typed, FLOOD)) == expected


@pytest.mark.parametrize(("ident", "tolerance", "typed", "expected"), NEAR)
def test_a_near_miss_earns_half_unless_nearer_to_another_date(
    ident: str, tolerance: int, typed: str, expected: str
) -> None:
    assert short(judge(when(ident, tolerance), typed, FLOOD)) == expected


def test_without_a_second_calendar_nobody_asks_for_the_style() -> None:
    plain = Directory(
        chapter(
            event("fair", "the fair", "1871-04-03", calendar=Calendar.GREGORIAN),
            calendar=Calendar.GREGORIAN,
        )
    )
    expected = When(date=make_date("1871-04-03", Calendar.GREGORIAN), fact="fair", year=1871)
    assert short(judge(expected, "22 March", plain)) == WRONG
    assert judge(expected, "3 April", plain) == Right("Right: 3 April 1871.")


@pytest.mark.parametrize(
    ("ident", "typed", "said"),
    [
        ("fair", "19 April", "That is the date of the feast."),
        ("fair", "1 May N.S.", "In the New Style that is the date of the feast."),
        ("fair", "1 May", "In the New Style that is the date of the feast."),
        ("fair", "1 September", "That is the date of something else."),
        ("fair", "20 June", "That is not the day."),
        ("fair", "3 April", "Right: 3 April 1871 (Old Style)."),
    ],
)
def test_the_message_says_whose_date_that_is(ident: str, typed: str, said: str) -> None:
    assert judge(when(ident), typed, FLOOD).message == said


@pytest.mark.parametrize(
    ("ident", "typed", "expected"),
    [
        ("lenin-returns", "3 April", RIGHT),
        ("lenin-returns", "16 April", STYLE),
        ("lenin-returns", "16 April 1917 (N.S.)", RIGHT),
        ("lenin-returns", "4 April", "wrong april-theses-presented"),
        ("stalin-arrives-in-petrograd", "12/25 March", RIGHT),
        ("stalin-arrives-in-petrograd", "25 March", STYLE),
    ],
)
def test_days_of_the_first_chapter(
    year_1917: Directory, ident: str, typed: str, expected: str
) -> None:
    fact = year_1917.facts[ident]
    assert isinstance(fact, Event)
    assert fact.when is not None
    asked = When(date=fact.when.date, fact=ident, year=1917, tolerance=3)
    assert short(judge(asked, typed, year_1917)) == expected


def _asked(directory: Directory) -> list[When]:
    found = (date_of(fact, directory.chapter) for fact in directory.chapter.events)
    return [expected for expected in found if expected is not None]


def test_every_date_of_the_chapter_is_right_in_both_calendars(year_1917: Directory) -> None:
    for expected in _asked(year_1917):
        own = format_date(expected.date, calendar_name="long")
        assert isinstance(judge(expected, own, year_1917), Right), own
        other = twin(expected.date)
        if other is not None and precision(expected.date) is Precision.DAY:
            told = format_date(other, calendar_name="short")
            assert isinstance(judge(expected, told, year_1917), Right), told


def test_no_date_of_the_chapter_is_accepted_for_anothers(year_1917: Directory) -> None:
    asked = [e for e in _asked(year_1917) if precision(e.date) is Precision.DAY]
    for expected, other in permutations(asked, 2):
        if expected.date == other.date:
            continue
        for named in ("none", "long"):
            typed = format_date(other.date, calendar_name=named)
            found = judge(expected, typed, year_1917)
            assert isinstance(found, Wrong | AskAgain), (expected.fact, typed)
            if isinstance(found, AskAgain):
                assert found.which is Doubt.OLD_OR_NEW_STYLE
                assert named == "none"


days = st.dates(
    min_value=__import__("datetime").date(1871, 1, 1),
    max_value=__import__("datetime").date(1872, 12, 31),
)


@given(days, st.sampled_from(["none", "short"]))
def test_a_day_is_right_only_if_it_is_the_day(day: object, named: str) -> None:
    date = Date(str(day), Calendar.JULIAN)
    found = judge(
        when("fair"),
        format_date(date, calendar_name="short" if named == "short" else "none"),
        FLOOD,
    )
    assert isinstance(found, Right) == (date.edtf == "1871-04-03")


@given(
    st.sampled_from(DAYS), st.sampled_from(["upper", "lower", "title"]), st.sampled_from(["", " "])
)
def test_case_and_spaces_never_matter(row: tuple[str, str, str], how: str, space: str) -> None:
    ident, typed, expected = row
    recased = getattr(typed, how)()
    assert short(judge(when(ident), f"{space}{recased}{space}", FLOOD)) == expected


@given(st.sampled_from([row for row in DAYS if row[1][-1:].isalnum()]))
def test_a_final_full_stop_never_matters(row: tuple[str, str, str]) -> None:
    ident, typed, expected = row
    assert short(judge(when(ident), f"{typed}.", FLOOD)) == expected


@given(
    st.text(max_size=40)
    | st.text(alphabet="0123456789 ./-,AprilMayIVXosn", max_size=20)
    | st.lists(
        st.sampled_from(["3", "April", "/", "of", "N.S.", "1871", "or", "–", "the", "0"]),
        max_size=7,
    ).map(" ".join)
)
def test_any_text_gets_a_verdict(typed: str) -> None:
    for ident in ("fair", "repairs", "drought", "war", "jubilee"):
        found = judge(when(ident, 2), typed, FLOOD)
        assert isinstance(found, Right | PartlyRight | Wrong | AskAgain)
        assert found.message
