"""Ranges, lists, and one day in two calendars; what is found stands in ⟦…⟧."""

from __future__ import annotations

import pytest

from tests.dates.written.marking import check
from trainer.dates import Calendar, SetKind
from trainer.dates.written import Ambiguous, DateList, Dual, Part, Point, Range, TimeOfDay

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


def days(first: int, last: int, month: int, year: int | None = None) -> Range:
    return Range(Point(day=first, month=month, year=year), Point(day=last, month=month, year=year))


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("It sat ⟦from the fourteenth to the twenty- second of May⟧.", days(14, 22, 5)),
        ("It sat ⟦May 14-22⟧ in the hall.", days(14, 22, 5)),
        ("It sat on ⟦14–22 May 1871⟧.", days(14, 22, 5, 1871)),
        ("It sat ⟦May 3rd-5th⟧.", days(3, 5, 5)),
        ("It sat ⟦between 3 and 5 May⟧.", days(3, 5, 5)),
        ("It sat ⟦from May 3 to 5, 1871⟧.", days(3, 5, 5, 1871)),
        ("It sat ⟦May 3 through May 5⟧.", days(3, 5, 5)),
        ("It sat ⟦from the third to the fifth⟧, and rose.", Range(Point(day=3), Point(day=5))),
        (
            "It sat ⟦29 April – 3 May⟧.",
            Range(Point(day=29, month=4), Point(day=3, month=5)),
        ),
        (
            "It sat ⟦30 December 1870 – 2 January 1871⟧.",
            Range(Point(day=30, month=12, year=1870), Point(day=2, month=1, year=1871)),
        ),
        (
            "It sat ⟦30 December – 2 January 1871⟧.",
            Range(Point(day=30, month=12, year=1870), Point(day=2, month=1, year=1871)),
        ),
        (
            "It sat ⟦from April to June 1871⟧.",
            Range(Point(month=4, year=1871), Point(month=6, year=1871)),
        ),
        (
            "It sat for long (⟦August, 1871 to February, 1872⟧).",
            Range(Point(month=8, year=1871), Point(month=2, year=1872)),
        ),
        ("It sat in ⟦1911-12⟧.", Range(Point(year=1911), Point(year=1912))),
        ("It sat in ⟦1911–2⟧.", Range(Point(year=1911), Point(year=1912))),
        (
            "It sat in ⟦Jan.–Feb. 1871⟧.",
            Range(Point(month=1, year=1871), Point(month=2, year=1871)),
        ),
        ("It sat in ⟦1911-1914⟧ only.", Range(Point(year=1911), Point(year=1914))),
        ("It sat in ⟦1911—1914⟧ only.", Range(Point(year=1911), Point(year=1914))),
        (
            "In ⟦the winter of 1916-17⟧ it froze.",
            Range(Point(month=12, year=1916), Point(month=2, year=1917)),
        ),
        ("They ruled ⟦44–40 BCE⟧.", Range(Point(year=-43), Point(year=-39))),
        ("They ruled ⟦27 BCE – 14 CE⟧.", Range(Point(year=-26), Point(year=14))),
        (
            "On ⟦the night of 3/4 May⟧.",
            Range(Point(day=3, month=5, time_of_day=TimeOfDay.NIGHT), Point(day=4, month=5)),
        ),
        ("It ran ⟦until the third of May⟧.", Range(None, Point(day=3, month=5))),
        ("It was utopian ⟦until April, 1871⟧.", Range(None, Point(month=4, year=1871))),
        ("It ran ⟦since 1871⟧.", Range(Point(year=1871), None)),
        ("It ran ⟦from May on⟧.", Range(Point(month=5), None)),
        (
            "It came ⟦from May 1871 to 3 June 1871⟧.",
            Range(Point(month=5, year=1871), Point(day=3, month=6, year=1871)),
        ),
    ],
)
def test_ranges_share_what_is_printed_once(sentence: str, says: Range) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "kind", "members"),
    [
        (
            "On ⟦the twenty-first and twenty-second of May⟧ they met.",
            SetKind.ALL_OF,
            [Point(day=21, month=5), Point(day=22, month=5)],
        ),
        (
            "On ⟦May 3 and 5⟧ they met.",
            SetKind.ALL_OF,
            [Point(day=3, month=5), Point(day=5, month=5)],
        ),
        (
            "On ⟦3, 5 and 9 May 1871⟧ they met.",
            SetKind.ALL_OF,
            [Point(day=day, month=5, year=1871) for day in (3, 5, 9)],
        ),
        (
            "On ⟦May 3 and June 5⟧ they met.",
            SetKind.ALL_OF,
            [Point(day=3, month=5), Point(day=5, month=6)],
        ),
        (
            "On ⟦3 or 5 May⟧ they met.",
            SetKind.ONE_OF,
            [Point(day=3, month=5), Point(day=5, month=5)],
        ),
        ("In ⟦May and June⟧ they met.", SetKind.ALL_OF, [Point(month=5), Point(month=6)]),
        ("In ⟦May, June, and July⟧ they met.", SetKind.ALL_OF, [Point(month=m) for m in (5, 6, 7)]),
        ("In ⟦1870 and 1871⟧ they met.", SetKind.ALL_OF, [Point(year=1870), Point(year=1871)]),
        (
            "In ⟦the 18th and 19th centuries⟧.",
            SetKind.ALL_OF,
            [Point(century=18), Point(century=19)],
        ),
        (
            "On ⟦3–5 or 9 May⟧ they met.",
            SetKind.ONE_OF,
            [days(3, 5, 5), Point(day=9, month=5)],
        ),
    ],
)
def test_lists_have_each_of_their_dates(
    sentence: str, kind: SetKind, members: list[Point | Range]
) -> None:
    check(sentence, DateList(kind, tuple(members)))


def dual(first: tuple[int, int], second: tuple[int, int], *, new_first: bool = False) -> Dual:
    styles = (GREGORIAN, JULIAN) if new_first else (JULIAN, GREGORIAN)
    points = zip((first, second), styles, strict=True)
    return Dual(*(Point(day=day, month=month, calendar=style) for (day, month), style in points))


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("On ⟦the third [ 16] of April⟧ he came.", dual((3, 4), (16, 4))),
        ("On ⟦3/16 April⟧ he came.", dual((3, 4), (16, 4))),
        ("On ⟦April 3/16⟧ he came.", dual((3, 4), (16, 4))),
        ("On ⟦April 3 (16)⟧ he came.", dual((3, 4), (16, 4))),
        ("On ⟦April 14 [1]⟧ he came.", dual((14, 4), (1, 4), new_first=True)),
        ("On ⟦June 25 (12)⟧ he came.", dual((25, 6), (12, 6), new_first=True)),
        ("On ⟦April 7 (March 25)⟧ he came.", dual((7, 4), (25, 3), new_first=True)),
        ("On ⟦March 28/10⟧ he came.", dual((28, 3), (10, 4))),
        ("On ⟦28 [10] April⟧ he came.", dual((28, 3), (10, 4))),
        ("On ⟦25 March/7 April⟧ he came.", dual((25, 3), (7, 4))),
        ("On ⟦19 February (3 March)⟧ he came.", dual((19, 2), (3, 3))),
        ("On ⟦3 April (16 April N.S.)⟧ he came.", dual((3, 4), (16, 4))),
        ("It was ⟦3 April (Old Style), 16 April New Style⟧.", dual((3, 4), (16, 4))),
    ],
)
def test_one_day_in_two_calendars_has_each_in_its_own(sentence: str, says: Dual) -> None:
    check(sentence, says)


def test_the_year_behind_two_days_is_that_of_both() -> None:
    check(
        "On ⟦April 4 [17], 1917⟧ he came.",
        Dual(
            Point(day=4, month=4, year=1917, calendar=JULIAN),
            Point(day=17, month=4, year=1917, calendar=GREGORIAN),
        ),
    )


def test_a_calendar_that_is_misprinted_stays_as_it_is_printed() -> None:
    check(
        "It was on ⟦April first (Apr. 14, o.s.)⟧ too.",
        Dual(Point(day=1, month=4), Point(day=14, month=4, calendar=JULIAN)),
    )


def test_a_number_in_brackets_is_no_twin_if_it_cannot_be() -> None:
    check("On ⟦April 3⟧ (7) he came.", Point(day=3, month=4))


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("He wrote ⟦3.4.1917⟧ above it.", (Point(day=3, month=4, year=1917),)),
        ("He wrote ⟦1917-04-03⟧ above it.", (Point(day=3, month=4, year=1917),)),
        ("He wrote ⟦3.4.17⟧ above it.", (Point(day=3, month=4, short_year=17),)),
        ("He wrote ⟦16/04/1917⟧ above it.", (Point(day=16, month=4, year=1917),)),
        ("He wrote ⟦04/16/1917⟧ above it.", (Point(day=16, month=4, year=1917),)),
        (
            "He wrote ⟦03/04/1917⟧ above it.",
            (Point(day=3, month=4, year=1917), Point(day=4, month=3, year=1917)),
        ),
        ("He wrote ⟦04/04/1917⟧ above it.", (Point(day=4, month=4, year=1917),)),
    ],
)
def test_figures_are_read_without_guessing_which_is_the_day(
    sentence: str, says: tuple[Point, ...]
) -> None:
    check(sentence, says[0] if len(says) == 1 else Ambiguous(says))


def test_impossible_figures_are_no_date() -> None:
    check("He wrote 13/14/1917 and 32.4.1917 above it.")


def test_dates_of_two_sentences_are_two() -> None:
    check(
        "He came in ⟦April⟧. ⟦May 3⟧, ⟦June 5⟧: all were wet; ⟦1871⟧, ⟦the end of 1872⟧.",
        Point(month=4),
        Point(day=3, month=5),
        Point(day=5, month=6),
        Point(year=1871),
        Point(year=1872, part=Part.LATE),
    )
