"""Dates that are told by others, and spans of time; what is found stands in ⟦…⟧."""

from __future__ import annotations

import pytest

from tests.dates.written.marking import check
from trainer.dates.written import Direction, Part, Point, Relative, Span, TimeOfDay, Unit

BEFORE, AFTER, SAME = Direction.BEFORE, Direction.AFTER, Direction.SAME
DAY, WEEK, MONTH, YEAR = Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR


def moved(
    count: int | None, unit: Unit, direction: Direction, anchor: str | None = None
) -> Relative:
    return Relative(count=count, unit=unit, direction=direction, anchor=anchor)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("⟦Three days later⟧ he left.", moved(3, DAY, AFTER)),
        ("⟦Exactly two months later⟧ he left.", moved(2, MONTH, AFTER)),
        ("He had left ⟦two weeks earlier⟧.", moved(2, WEEK, BEFORE)),
        ("He had left ⟦a fortnight before⟧.", moved(2, WEEK, BEFORE)),
        ("⟦A year later⟧ he left.", moved(1, YEAR, AFTER)),
        ("⟦A decade later⟧ he left.", moved(10, YEAR, AFTER)),
        ("⟦Half a year later⟧ he left.", moved(6, MONTH, AFTER)),
        ("⟦Several weeks later⟧ he left.", moved(None, WEEK, AFTER)),
        ("⟦Years later⟧ he left.", moved(None, YEAR, AFTER)),
        ("He left ⟦four days before⟧ the fair.", moved(4, DAY, BEFORE, "the fair")),
        ("⟦Twenty years after⟧ the fact, he left.", moved(20, YEAR, AFTER, "the fact")),
        ("He left ⟦10 days after⟧ Alder did.", moved(10, DAY, AFTER, "Alder did")),
        ("⟦Three days following⟧ the fair he left.", moved(3, DAY, AFTER, "the fair")),
        ("What was made ⟦four days before⟧ was lost.", moved(4, DAY, BEFORE)),
        ("⟦The day after⟧ the fair, he left.", moved(1, DAY, AFTER, "the fair")),
        ("He had not guessed ⟦the day before⟧.", moved(1, DAY, BEFORE)),
        ("⟦The next day⟧ he left.", moved(1, DAY, AFTER)),
        ("⟦Next day⟧ Alder left.", moved(1, DAY, AFTER)),
        ("At ⟦the next day⟧’s session he left.", moved(1, DAY, AFTER)),
        ("⟦The very next day⟧ he left.", moved(1, DAY, AFTER)),
        ("⟦The following week⟧ he left.", moved(1, WEEK, AFTER)),
        ("⟦The previous year⟧ he left.", moved(1, YEAR, BEFORE)),
        ("On ⟦the eve⟧ of the fair, he left.", moved(1, DAY, BEFORE, "the fair")),
        ("On ⟦the eve⟧ he left.", moved(1, DAY, BEFORE)),
        ("⟦That day⟧ he left.", moved(0, DAY, SAME)),
        ("⟦That very day⟧ he left.", moved(0, DAY, SAME)),
        ("⟦The same day⟧ he left.", moved(0, DAY, SAME)),
        ("⟦That year⟧ he left.", moved(0, YEAR, SAME)),
        ("⟦On the day⟧ of the fair, he left.", moved(0, DAY, SAME, "the fair")),
        ("⟦On the very day⟧ when it rained, he left.", moved(0, DAY, SAME, "it rained")),
        ("⟦The day⟧ the fair opened, he left.", moved(0, DAY, SAME, "the fair opened")),
    ],
)
def test_a_date_is_told_by_its_distance(sentence: str, says: Relative) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("“⟦Yesterday⟧ he left.”", Relative(count=1, unit=DAY, direction=BEFORE, deictic=True)),
        ("“⟦Today⟧ he left.”", Relative(count=0, unit=DAY, direction=SAME, deictic=True)),
        ("“⟦Tomorrow⟧ he leaves.”", Relative(count=1, unit=DAY, direction=AFTER, deictic=True)),
        (
            "“⟦The day before yesterday⟧ he left.”",
            Relative(count=2, unit=DAY, direction=BEFORE, deictic=True),
        ),
        ("“⟦A year ago⟧ he left.”", Relative(count=1, unit=YEAR, direction=BEFORE, deictic=True)),
        (
            "⟦More than four years ago⟧ he left.",
            Relative(count=4, unit=YEAR, direction=BEFORE, deictic=True, approximate=True),
        ),
        (
            "⟦Last night⟧ he left.",
            Relative(
                count=1, unit=DAY, direction=BEFORE, deictic=True, time_of_day=TimeOfDay.NIGHT
            ),
        ),
        (
            "⟦Last Monday⟧ he left.",
            Relative(count=1, unit=WEEK, direction=BEFORE, deictic=True, weekday="Monday"),
        ),
        ("⟦This year⟧ he left.", Relative(count=0, unit=YEAR, direction=SAME, deictic=True)),
    ],
)
def test_what_is_reckoned_from_the_time_of_speaking_says_so(sentence: str, says: Relative) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        (
            "⟦That night⟧ he left.",
            Relative(count=0, unit=DAY, direction=SAME, time_of_day=TimeOfDay.NIGHT),
        ),
        (
            "⟦The same evening⟧ he left.",
            Relative(count=0, unit=DAY, direction=SAME, time_of_day=TimeOfDay.EVENING),
        ),
        (
            "⟦The next morning⟧ he left.",
            Relative(count=1, unit=DAY, direction=AFTER, time_of_day=TimeOfDay.MORNING),
        ),
        (
            "⟦Two or three days later⟧ he left.",
            Relative(count=2, most=3, unit=DAY, direction=AFTER),
        ),
        (
            "During ⟦the next two months⟧ he slept.",
            Relative(count=2, unit=MONTH, direction=AFTER, throughout=True),
        ),
        (
            "During ⟦the past few weeks⟧ he slept.",
            Relative(count=None, unit=WEEK, direction=BEFORE, throughout=True),
        ),
        (
            "During ⟦the ensuing four wet days⟧ he slept.",
            Relative(count=4, unit=DAY, direction=AFTER, throughout=True),
        ),
        (
            "All of ⟦the last week preceding⟧ the fair, he slept.",
            Relative(count=1, unit=WEEK, direction=BEFORE, throughout=True, anchor="the fair"),
        ),
        (
            "By ⟦the end of the month⟧ he slept.",
            Relative(count=0, unit=MONTH, direction=SAME, part=Part.LATE),
        ),
        (
            "At ⟦the beginning of the century⟧ he slept.",
            Relative(count=0, unit=Unit.CENTURY, direction=SAME, part=Part.EARLY),
        ),
    ],
)
def test_a_relative_date_has_its_time_of_day_part_and_extent(sentence: str, says: Relative) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("⟦The twenty-two days⟧ that went by were wet.", Span(count=22, unit=DAY)),
        ("It lasted ⟦almost three weeks⟧.", Span(count=3, unit=WEEK, approximate=True)),
        ("It lasted ⟦a month or two⟧.", Span(count=1, most=2, unit=MONTH)),
        ("Within ⟦twenty-four hours⟧ all was over.", Span(count=24, unit=Unit.HOUR)),
        ("A ⟦fourteen-year⟧-old quarrel.", Span(count=14, unit=YEAR)),
        ("It lasted for ⟦a day⟧.", Span(count=1, unit=DAY)),
        ("⟦Five more days⟧ solved it.", Span(count=5, unit=DAY)),
        ("It lasted ⟦many years⟧.", Span(count=None, unit=YEAR)),
        ("It was a day of joy, and one day he sang.", None),
    ],
)
def test_a_span_of_time_lies_nowhere(sentence: str, says: Span | None) -> None:
    check(sentence, *([] if says is None else [says]))


def test_a_date_that_a_relative_one_is_reckoned_from_is_found_as_well() -> None:
    check(
        "⟦Three days after⟧ ⟦the third of May⟧, he left.",
        moved(3, DAY, AFTER, "the third of May"),
        Point(day=3, month=5),
    )
