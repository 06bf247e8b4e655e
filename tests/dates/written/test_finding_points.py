"""Days, months, years, seasons, decades and centuries in running text; what is found stands in ⟦…⟧."""

from __future__ import annotations

import pytest

from tests.dates.written.marking import check
from trainer.dates import Calendar
from trainer.dates.written import Part, Point, Season, TimeOfDay

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN
MAY_3 = Point(day=3, month=5)
MAY_3_1871 = Point(day=3, month=5, year=1871)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("On ⟦the third of May⟧ the mill burned.", MAY_3),
        ("On ⟦the 3rd of May⟧ the mill burned.", MAY_3),
        ("On ⟦May third⟧ the mill burned.", MAY_3),
        ("On ⟦May the third⟧ the mill burned.", MAY_3),
        ("On ⟦May 3rd⟧ the mill burned.", MAY_3),
        ("On ⟦May 3⟧ the mill burned.", MAY_3),
        ("On ⟦3 May⟧ the mill burned.", MAY_3),
        ("On ⟦3rd May⟧ the mill burned.", MAY_3),
        ("On that very ⟦Third of May⟧ it burned.", MAY_3),
        ("In his diary of ⟦May 3, 1871⟧, he is silent.", MAY_3_1871),
        ("It burned on ⟦3 May 1871⟧.", MAY_3_1871),
        ("It burned on ⟦the third of May, 1871⟧.", MAY_3_1871),
        ("It burned (⟦May 3rd, 1871⟧) at night.", MAY_3_1871),
        ("It burned on ⟦3 May of the year 1871⟧.", MAY_3_1871),
        ("On ⟦the twenty- second of May⟧ it rained.", Point(day=22, month=5)),
        ("On ⟦the twenty-\nsecond of\nMay⟧ it rained.", Point(day=22, month=5)),
        ("On ⟦May twenty-second⟧ it rained.", Point(day=22, month=5)),
        ("On ⟦the thirty-first of May⟧ it rained.", Point(day=31, month=5)),
        ("On ⟦Monday, May 3⟧, all were there.", Point(day=3, month=5, weekday="Monday")),
        ("On ⟦Monday the third of May⟧ all came.", Point(day=3, month=5, weekday="Monday")),
        ("On ⟦Wed., 3 May⟧, all came.", Point(day=3, month=5, weekday="Wednesday")),
        ("It was ⟦Sept. 14⟧ at last.", Point(day=14, month=9)),
        ("It was ⟦14 Sep 1871⟧ by then.", Point(day=14, month=9, year=1871)),
        ("It was ⟦Jan. 14⟧ by then.", Point(day=14, month=1)),
        ("⟦14 MAY 1871⟧ stands over the door.", Point(day=14, month=5, year=1871)),
        ("She left on ⟦May 3, 44 BC⟧, they say.", Point(day=3, month=5, year=-43)),
        ("She left on ⟦3 May 44 B.C.⟧ by boat.", Point(day=3, month=5, year=-43)),
        ("She left on ⟦3 May AD 14⟧ by boat.", Point(day=3, month=5, year=14)),
        ("She left on ⟦3 May 476⟧.", Point(day=3, month=5, year=476)),
        ("⟦The May third⟧ assembly fell out.", MAY_3),
    ],
)
def test_days_are_found_as_people_write_them(sentence: str, says: Point) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("On ⟦3 May (O.S.)⟧ it burned.", Point(day=3, month=5, calendar=JULIAN)),
        ("On ⟦3 May, Old Style⟧, it burned.", Point(day=3, month=5, calendar=JULIAN)),
        ("On ⟦May 3, o.s.⟧, it burned.", Point(day=3, month=5, calendar=JULIAN)),
        ("On ⟦May 3, O. S.⟧ it burned.", Point(day=3, month=5, calendar=JULIAN)),
        ("Sent on ⟦3.V.1871⟧.", Point(day=3, month=5, year=1871)),
        ("Sent on ⟦3 V 1871, O.S.⟧ by post.", Point(day=3, month=5, year=1871, calendar=JULIAN)),
        ("On ⟦May 3 N.S.⟧ it burned.", Point(day=3, month=5, calendar=GREGORIAN)),
        (
            "On ⟦3 May 1871 New Style⟧ it burned.",
            Point(day=3, month=5, year=1871, calendar=GREGORIAN),
        ),
        ("On ⟦3 May (N.S.) 1871⟧ it burned.", Point(day=3, month=5, year=1871, calendar=GREGORIAN)),
        (
            "On ⟦3 May (Julian calendar)⟧ it burned.",
            Point(day=3, month=5, calendar=JULIAN),
        ),
    ],
)
def test_a_calendar_that_is_named_belongs_to_the_date(sentence: str, says: Point) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        (
            "On ⟦the morning of May 3⟧ it burned.",
            Point(day=3, month=5, time_of_day=TimeOfDay.MORNING),
        ),
        (
            "From ⟦the very night of the third of May⟧ he watched.",
            Point(day=3, month=5, time_of_day=TimeOfDay.NIGHT),
        ),
        (
            "He wrote on ⟦the evening of the twenty-fourth⟧ …",
            Point(day=24, time_of_day=TimeOfDay.EVENING),
        ),
        (
            "On ⟦May 3 in the evening⟧ it burned.",
            Point(day=3, month=5, time_of_day=TimeOfDay.EVENING),
        ),
        ("On ⟦May 3, at noon⟧, it burned.", Point(day=3, month=5, time_of_day=TimeOfDay.NOON)),
        ("On ⟦Monday evening⟧ it burned.", Point(weekday="Monday", time_of_day=TimeOfDay.EVENING)),
    ],
)
def test_the_time_of_day_belongs_to_the_day(sentence: str, says: Point) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("On ⟦the ninth⟧, Alder walked out.", Point(day=9)),
        ("He came on ⟦the ninth⟧.", Point(day=9)),
        ("On ⟦the 9th⟧ he walked out.", Point(day=9)),
        ("On ⟦the 9th⟧ I saw him.", Point(day=9)),
        ("On ⟦the twenty-first⟧ the council met.", Point(day=21)),
        ("It must be done before ⟦the twentieth⟧; otherwise not.", Point(day=20)),
        ("It was to begin ⟦about the fifteenth⟧.", Point(day=15, approximate=True)),
        ("No later than ⟦the fifth⟧, all must be in.", Point(day=5)),
        ("He paid on ⟦the fifth of the month⟧.", Point(day=5)),
        ("He paid on ⟦the 5th of that month⟧ as well.", Point(day=5)),
        ("On ⟦Monday the ninth⟧ he left.", Point(day=9, weekday="Monday")),
    ],
)
def test_an_ordinal_is_a_day_where_words_of_dates_lead_to_it(sentence: str, says: Point) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Third International met.",
        "The second speaker was Alder, the third Birch.",
        "At the First Congress nobody came.",
        "On the third ballot Birch won.",
        "On the first anniversary they drank.",
        "At first he slept; second, he ate.",
        "For the first time in his life he was in the first place.",
        "A third member of the second rank took the fifth seat.",
        "The first of the year's sheep and the third of the week.",
        "Of the third he knew nothing.",
        "They may march through the marsh; it may be so.",
        "May it rain! March on, friends!",
        "May God help him.",
        "Theresa May spoke, and Fredric March listened.",
        "Jan Alder and Sun Birch left in a mad dash.",
        "For 2000 men there were 1500 horses.",
        "There were 1200 sacks and 1917 votes, 211 of them void.",
        "He paid 1,917 crowns for no. 12 and 12/25 of the land.",
        "They spring to their feet and fall down.",
        "A man in his twenties, or his 80s, counted to thirty-one.",
        "See 3.II and 12/IV of the register, and 3.I.",
        "Chapter 3 has 14 pages; he stood 3 to 2.",
        "The order of the day was read, day after day, to this day.",
        "As early as that, and as late as this.",
        "In those days the years of war were long.",
        "The end of the road is the beginning of all trouble.",
        "He asked what day it was, and what month.",
        "Somewhat later he wrote, and soon after he died.",
        "He lost 97 to 95, or 3–2, and 12 (of 14) left.",
        "A latter-day prophet works day in and day out.",
        "",
        "…",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("In ⟦May⟧ it rained.", Point(month=5)),
        ("⟦April⟧ was cold.", Point(month=4)),
        ("In ⟦May 1871⟧ it rained.", Point(month=5, year=1871)),
        ("In ⟦May, 1871⟧, it rained.", Point(month=5, year=1871)),
        ("In ⟦the month of May⟧ it rained.", Point(month=5)),
        ("In ⟦May of 1871⟧ it rained.", Point(month=5, year=1871)),
        ("In ⟦March⟧ Alder left.", Point(month=3)),
        ("At ⟦the March⟧ conference he slept.", Point(month=3, attributive=True)),
        ("During the “⟦July⟧ Days” he slept.", Point(month=7, attributive=True)),
        ("His ⟦March⟧ report was lost.", Point(month=3, attributive=True)),
        ("It was a ⟦May⟧ morning.", Point(month=5, attributive=True)),
        ("Until ⟦the July⟧ storm he slept.", Point(month=7, attributive=True)),
        ("He told about ⟦the July⟧ storm.", Point(month=7, attributive=True)),
        ("⟦About April⟧ he left.", Point(month=4, approximate=True)),
    ],
)
def test_months_are_found_and_known_where_they_only_name_something(
    sentence: str, says: Point
) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("In ⟦1871⟧ it rained.", Point(year=1871)),
        ("⟦The Year 1871⟧", Point(year=1871)),
        ("The ⟦1871⟧ edition is lost.", Point(year=1871, attributive=True)),
        ("He owed it to ⟦1871⟧ conditions.", Point(year=1871)),
        ("In ⟦eighteen hundred and five⟧ it rained.", Point(year=1805)),
        ("In ⟦eighteen seventy-one⟧ it rained.", Point(year=1871)),
        ("In ⟦'71⟧ it rained.", Point(short_year=71)),
        ("In ⟦’71⟧ it rained.", Point(short_year=71)),
        ("In ⟦44 BC⟧ and no later.", Point(year=-43)),
        ("In ⟦AD 14⟧ he died.", Point(year=14)),
        ("In ⟦14 CE⟧ he died.", Point(year=14)),
        ("It was ⟦c. 1820⟧ that he came.", Point(year=1820, approximate=True)),
        ("⟦About 1820⟧ he came.", Point(year=1820, approximate=True)),
        ("⟦Perhaps 1820⟧ is meant.", Point(year=1820, uncertain=True)),
        ("In ⟦the 1890s⟧ it rained.", Point(decade=1890)),
        ("In ⟦the 1890’s⟧ it rained.", Point(decade=1890)),
        ("In ⟦the ’nineties⟧ it rained.", Point(short_decade=90)),
        ("In ⟦the ’80s⟧ it rained.", Point(short_decade=80)),
        ("In ⟦the twenties⟧ it rained.", Point(short_decade=20)),
        ("In ⟦the nineteen-twenties⟧ it rained.", Point(decade=1920)),
        ("In ⟦the nineteenth century⟧ it rained.", Point(century=19)),
        ("In ⟦the 19th century⟧ it rained.", Point(century=19)),
        ("In ⟦the fourth century BC⟧ it rained.", Point(century=-4)),
        ("In ⟦the summer of 1871⟧ it rained.", Point(season=Season.SUMMER, year=1871)),
        ("In ⟦the fall of 1871⟧ it rained.", Point(season=Season.AUTUMN, year=1871)),
        ("By ⟦spring⟧ the seed was up.", Point(season=Season.SPRING)),
    ],
)
def test_years_seasons_decades_and_centuries_are_found(sentence: str, says: Point) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("In ⟦early April⟧ it thawed.", Point(month=4, part=Part.EARLY)),
        ("⟦Early in April⟧ it thawed.", Point(month=4, part=Part.EARLY)),
        ("In ⟦mid-April⟧ it thawed.", Point(month=4, part=Part.MIDDLE)),
        ("By ⟦the middle of April⟧ it thawed.", Point(month=4, part=Part.MIDDLE)),
        ("Toward ⟦the end of July⟧ it thawed.", Point(month=7, part=Part.LATE)),
        ("In ⟦the first days of April⟧ it thawed.", Point(month=4, part=Part.FIRST_DAYS)),
        ("In ⟦the first week of April⟧ it thawed.", Point(month=4, part=Part.FIRST_WEEK)),
        ("In ⟦the second half of April⟧ it thawed.", Point(month=4, part=Part.SECOND_HALF)),
        ("In ⟦the beginning of 1871⟧ it thawed.", Point(year=1871, part=Part.EARLY)),
        ("In ⟦late 1871⟧ it thawed.", Point(year=1871, part=Part.LATE)),
        ("In ⟦the mid-1890s⟧ it thawed.", Point(decade=1890, part=Part.MIDDLE)),
        ("In ⟦the early nineteenth century⟧ it thawed.", Point(century=19, part=Part.EARLY)),
        ("As early as ⟦March⟧ it thawed.", Point(month=3)),
        ("As late as ⟦1871⟧ it thawed.", Point(year=1871)),
        (
            "It grew ⟦about the beginning of May⟧.",
            Point(month=5, part=Part.EARLY, approximate=True),
        ),
    ],
)
def test_a_part_of_a_month_or_year_is_told(sentence: str, says: Point) -> None:
    check(sentence, says)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        (
            "It burned [⟦Sunday, May 12/2s⟧] again.",
            Point(day=12, month=5, weekday="Sunday", damaged=True),
        ),
        ("So the minutes: ⟦May i 5th⟧: Alder.", Point(day=15, month=5, damaged=True)),
        ("So the minutes: ⟦May l5th⟧: Alder.", Point(day=15, month=5, damaged=True)),
        ("So the minutes: ⟦May 1o⟧: Alder.", Point(month=5, damaged=True)),
    ],
)
def test_a_misprinted_figure_is_marked(sentence: str, says: Point) -> None:
    check(sentence, says)
