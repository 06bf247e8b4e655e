from __future__ import annotations

import pytest

from tests.drafting.texts import drafted, pages_of
from trainer.dates import Calendar
from trainer.drafting.dates import find_events, setting_of


def dates_of(
    text: str,
    *,
    title: str = "",
    year: int | None = None,
    calendar: Calendar = Calendar.GREGORIAN,
) -> list[str]:
    pages = pages_of(text)
    setting = setting_of(pages, title=title, year=year, calendar=calendar)
    assert setting is not None
    return [date.edtf for date in find_events(pages, setting)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It opened on 3 May 1841.", ["1841-05-03"]),
        ("It opened on the third of May, 1841.", ["1841-05-03"]),
        ("About 1820 it was lit.", ["1820~"]),
        ("It began in the 1820s.", ["182X"]),
        ("The dues were farmed out in 44 BC.", ["-0043"]),
        ("It froze from 18 December 1837 to 9 February 1838.", ["1837-12-18/1838-02-09"]),
        ("They had not spoken since 1825.", ["1825"]),
    ],
)
def test_a_date_is_found_as_it_is_written(text: str, dates: list[str]) -> None:
    assert dates_of(text) == dates


def test_a_day_without_a_year_has_that_of_the_date_before_it() -> None:
    text = "It sank on 14 March 1829.\n\nOn 8 November 1831 they met, and on 15 November they chose.\n\nOn 2 May he died."
    assert dates_of(text, year=None)[1:] == ["1831-11-08", "1831-11-15", "1831-05-02"]


def test_a_span_over_the_turn_of_a_year_leaves_the_later_one_behind() -> None:
    assert dates_of("It froze from 18 December 1837 to 9 February 1838. In January none met.")[
        -1
    ] == ("1838-01")


def test_the_spring_that_followed_is_of_the_next_year() -> None:
    assert dates_of("He lost on 5 August 1851 and gave up in the following spring.")[-1] == (
        "1852-03/1852-05"
    )


def test_a_chapter_of_one_year_gives_it_to_every_date_that_tells_none() -> None:
    text = "In 1905 he fled. On 3 April he came. On 4 April he spoke. On 5 April he wrote in 1917."
    assert dates_of(text, title="The Year 1917")[1:4] == ["1917-04-03", "1917-04-04", "1917-04-05"]
    assert dates_of(text, year=1918)[1] == "1918-04-03"


def test_a_year_in_passing_does_not_move_the_story() -> None:
    text = "On 4 May 1852 it opened, and four lived in 1861. On 5 June it closed. On 1 May 1853 it burned."
    assert "1852-06-05" in dates_of(text)


def test_a_text_without_a_year_has_no_setting() -> None:
    assert setting_of(pages_of("A dog."), title="", year=None, calendar=Calendar.GREGORIAN) is None


def test_a_date_told_by_its_distance_is_derived_from_the_day_before_it() -> None:
    draft = drafted("The brig sank on 14 March 1829. The council met three days later.")
    first, second = draft.entries["events.yaml"]
    assert second["date"] == {"derived": {"from": first["id"], "days": 3}}


def test_what_only_an_event_tells_is_left_to_the_author() -> None:
    draft = drafted("The brig sank on 14 March 1829. That night he wept.")
    assert len(draft.entries["events.yaml"]) == 1
    assert any("told by others" in remark for remark in draft.remarks)


def test_a_weekday_that_is_wrong_is_left_out() -> None:
    draft = drafted("It burned on Monday, 3 March 1873. It sank on Monday, 4 March 1873.")
    first, second = draft.entries["events.yaml"]
    assert first["date"]["weekday"] == "Monday"
    assert "weekday" not in second["date"]


def test_years_and_months_later_are_told_to_the_year_and_the_month() -> None:
    text = (
        "On 6 May 1849 the lamp was hung. Five years later it fell. It was made two months earlier."
    )
    assert dates_of(text) == ["1849-05-06", "1854", "1849-03"]


def test_the_following_sunday_is_a_sunday() -> None:
    assert (
        dates_of("On 4 March 1862 they met, and on the following Sunday again.")[-1] == "1862-03-09"
    )
    assert (
        dates_of("They met on 11 and 12 August 1806, and on the Monday after.")[-1] == "1806-08-18"
    )


def test_the_last_day_of_a_month_is_a_day() -> None:
    assert dates_of("It was hallowed on the last day of February 1852.") == ["1852-02-29"]
    text = "It was hallowed on the last day of February 1900."
    assert dates_of(text) == ["1900-02-28"]
    assert dates_of(text, calendar=Calendar.JULIAN) == ["1900-02-29"]


def test_a_title_of_many_years_fixes_none() -> None:
    pages = pages_of("It began in 1907. It met on 3 March, on 4 March and on 5 March.")
    setting = setting_of(
        pages, title="The Union, 1907–1912", year=None, calendar=Calendar.GREGORIAN
    )
    assert setting is not None
    assert not setting.fixed
