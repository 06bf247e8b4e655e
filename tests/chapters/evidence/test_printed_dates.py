from __future__ import annotations

from trainer.chapters.evidence.printed_dates import printed_dates
from trainer.dates.written import Direction, Point, Relative, Span, Unit


def test_a_token_may_be_cut_out_of_a_date() -> None:
    printed = printed_dates([["In April", "ninth", "the third", "twenty-first the council"]])
    assert [(day.day, day.month) for day in printed.days] == [(9, 4), (3, 4), (21, 4)]


def test_what_counts_speakers_is_no_day() -> None:
    assert printed_dates([["In April", "first", "second speaker", "the third speaker"]]).days == ()


def test_a_month_is_that_of_the_day_before_then_of_the_item_then_of_an_earlier_one() -> None:
    printed = printed_dates([["May 3", "the ninth"], ["the tenth"], ["On the fifth", "of June"]])
    assert [(day.day, day.month) for day in printed.days] == [(3, 5), (9, 5), (10, 5), (5, 5)]
    assert printed_dates([["On the fifth", "of June"]]).days == (Point(day=5, month=6),)


def test_years_are_those_of_ranges_and_decades_too() -> None:
    assert printed_dates([["1911-12", "the 1890s"]]).years == {1911, 1912, 1890}


def test_a_tally_is_no_year_and_no_day() -> None:
    printed = printed_dates([["In April", "Alder got 104 votes", "Birch –131", "12 votes", "5"]])
    assert (printed.days, printed.years) == ((), frozenset())


def test_spans_are_printed_with_and_without_a_direction() -> None:
    assert printed_dates([["nine days later", "a week"]]).spans == (
        Relative(count=9, unit=Unit.DAY, direction=Direction.AFTER),
        Span(count=1, unit=Unit.WEEK),
    )
