"""What holds for every text and every date."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.dates.strategies import calendars, dates, day_text, days
from trainer.dates import (
    Calendar,
    CalendarName,
    Date,
    bounds,
    day_number,
    format_both,
    format_date,
    from_day_number,
    make_date,
    single_day,
    twin,
)
from trainer.dates.names import MONTHS
from trainer.dates.written import NoDate, find_dates, read_date, resolve
from trainer.dates.written.vocabulary import LEXICON

# While both calendars were in use, up to when the lag between them grows to 14 days.
FIRST_DAY_IN_BOTH = day_number(1583, 1, 1, Calendar.JULIAN)
LAST_DAY_IN_BOTH = day_number(2099, 12, 31, Calendar.JULIAN)
# When a number of four figures is taken for a year without more words.
FIRST_PLAIN_DAY = day_number(1400, 1, 1, Calendar.JULIAN)
LAST_PLAIN_DAY = day_number(2099, 12, 31, Calendar.JULIAN)

fragments = st.sampled_from(
    [
        *(" ".join(phrase) for phrase in LEXICON),
        *("3", "14", "44", "476", "1917", "1,917", "3rd", "third", "twenty- second", "2s", "i 5th"),
        *(
            "3.4.1917",
            "3.IV.1917",
            "3.iv",
            "IV",
            "03/04/1917",
            "'17",
            "1890s",
            "nineteen",
            "Alder",
            "April",
            "May",
            "may",
        ),
        *(",", ".", "-", "–", "—", "/", "[", "]", "(", ")", "’", "“", "\n", " "),
    ]
)
texts = st.one_of(
    st.text(max_size=60),
    st.lists(fragments, max_size=14).map(" ".join),
    st.lists(fragments, max_size=10).map("".join),
)
calendar_names: st.SearchStrategy[CalendarName] = st.sampled_from(["none", "short", "long"])


@given(texts)
def test_dates_lie_in_the_text_one_after_another(text: str) -> None:
    last = 0
    for date in find_dates(text):
        assert last <= date.start < date.stop
        assert text[date.start : date.stop] == date.text
        last = date.stop


@given(texts)
def test_any_text_is_read_as_one_date_or_none(text: str) -> None:
    read = read_date(text)
    if isinstance(read, NoDate):
        assert read.reason
    else:
        assert text[read.start : read.stop] == read.text


@given(dates(), calendar_names, st.booleans())
def test_a_formatted_date_is_read_back(date: Date, name: CalendarName, weekday: bool) -> None:  # noqa: FBT001
    text = format_date(date, calendar_name=name, weekday=weekday)
    read = read_date(text)
    assert not isinstance(read, NoDate), read
    back = resolve(read, calendar=date.calendar)
    assert back is not None
    assert bounds(back) == bounds(date)
    assert format_date(back, calendar_name=name, weekday=weekday) == text


@given(dates(FIRST_PLAIN_DAY, LAST_PLAIN_DAY), calendar_names)
def test_a_formatted_date_is_found_whole_in_a_sentence(date: Date, name: CalendarName) -> None:
    text = format_date(date, calendar_name=name)
    found = find_dates(f"So it is written: {text}.")
    assert [each.text for each in found] == [text]


@given(st.integers(FIRST_DAY_IN_BOTH, LAST_DAY_IN_BOTH), calendars)
def test_a_day_said_in_both_calendars_is_one_day(number: int, calendar: Calendar) -> None:
    date = make_date(day_text(number, calendar), calendar)
    read = read_date(format_both(date))
    assert not isinstance(read, NoDate)
    assert resolve(read, calendar=calendar) == date
    assert resolve(read, calendar=calendar.other) == twin(date)


@given(st.integers(FIRST_DAY_IN_BOTH, LAST_DAY_IN_BOTH))
def test_a_day_written_in_both_calendars_at_once_is_one_day(number: int) -> None:
    _, month, day = from_day_number(number, Calendar.JULIAN)
    year, new_month, new_day = from_day_number(number, Calendar.GREGORIAN)
    old, new = f"{day} {MONTHS[month - 1]}", f"{new_day} {MONTHS[new_month - 1]}"
    for text in (f"{old}/{new} {year}", f"{old} ({new}) {year}", f"{old}/{new_day}"):
        read = read_date(text)
        assert not isinstance(read, NoDate)
        found = resolve(read, year=year - (month > new_month), calendar=Calendar.JULIAN)
        assert found is not None
        assert single_day(found) == number


ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


@given(st.integers(FIRST_PLAIN_DAY, LAST_PLAIN_DAY), st.sampled_from([".", ". ", "/", "-", " "]))
def test_a_month_in_roman_figures_is_that_month(number: int, sign: str) -> None:
    date = make_date(day_text(number, Calendar.JULIAN), Calendar.JULIAN)
    year, month, day = from_day_number(number, Calendar.JULIAN)
    full = f"{day}{sign}{ROMAN[month - 1]}{sign}{year:04}"
    (found,) = find_dates(f"Sent on {full}, it came late.")
    assert found.text == full
    for text in (full, full.lower(), full.removesuffix(f"{sign}{year:04}")):
        read = read_date(text)
        assert not isinstance(read, NoDate)
        assert resolve(read, year=year, calendar=date.calendar) == date


@given(days())
def test_a_day_without_its_year_takes_the_one_given(date: Date) -> None:
    read = read_date(format_date(date, year=False))
    assert not isinstance(read, NoDate)
    number = single_day(date)
    assert number is not None
    year, _, _ = from_day_number(number, date.calendar)
    assert resolve(read, year=year, calendar=date.calendar) == date
    assert resolve(read, calendar=date.calendar) is None
