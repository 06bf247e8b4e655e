from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers.verdicts import MORE, RIGHT, WHAT, WRONG, short
from tests.questions.builders import motion
from trainer.answers.asking import count_of
from trainer.answers.expected import Number
from trainer.answers.judging import judge
from trainer.answers.verdict import Right, Wrong
from trainer.chapters.record import Count, Stand

if TYPE_CHECKING:
    from trainer.answers.directory import Directory


@pytest.mark.parametrize(
    ("count", "typed", "expected"),
    [
        ({"value": 414}, "414", RIGHT),
        ({"value": 414}, " 414. ", RIGHT),
        ({"value": 414}, "four hundred and fourteen", RIGHT),
        ({"value": 414}, "Four Hundred Fourteen", RIGHT),
        ({"value": 414}, "four-hundred-and-fourteen votes", RIGHT),
        ({"value": 414}, "about 414", RIGHT),
        ({"value": 414}, "c. 414", RIGHT),
        ({"value": 414}, "~414", RIGHT),
        ({"value": 414}, "414 votes", RIGHT),
        ({"value": 414}, "about 400", WRONG),
        ({"value": 414}, "415", WRONG),
        ({"value": 414}, "441", WRONG),
        ({"value": 414}, "over 414", WRONG),
        ({"value": 414}, "at least 414", WRONG),
        ({"value": 414}, "414 to 519", MORE),
        ({"value": 414}, "414 or 415", MORE),
        ({"value": 414}, "-414", WHAT),
        ({"value": 414}, "414.5", WHAT),
        ({"value": 414}, "", WHAT),
        ({"value": 414}, "many", WHAT),
        ({"value": 414}, "the first", WHAT),
        ({"value": 12}, "a dozen", RIGHT),
        ({"value": 0}, "none", RIGHT),
        ({"value": 0}, "nobody", RIGHT),
        ({"value": 0}, "0", RIGHT),
        ({"value": 1}, "one", RIGHT),
        ({"value": 79000}, "79,000", RIGHT),
        ({"value": 79000}, "79.000", RIGHT),
        ({"value": 79000}, "79 000", RIGHT),
        ({"value": 79000}, "79'000", RIGHT),
        ({"value": 79000}, "79k", RIGHT),
        ({"value": 79000}, "79 thousand", RIGHT),
        ({"value": 79000}, "seventy-nine thousand", RIGHT),
        ({"value": 1500000}, "1.5 million", RIGHT),
        ({"value": 500000}, "half a million", RIGHT),
        ({"about": 400}, "400", RIGHT),
        ({"about": 400}, "about 420", RIGHT),
        ({"about": 400}, "380", RIGHT),
        ({"about": 400}, "421", WRONG),
        ({"about": 400}, "379", WRONG),
        ({"at_least": 5}, "5", RIGHT),
        ({"at_least": 5}, "at least five", RIGHT),
        ({"at_least": 5}, "5 or more", RIGHT),
        ({"at_least": 5}, "more than 4", RIGHT),
        ({"at_least": 5}, "more than 5", WRONG),
        ({"at_least": 5}, "at most 5", WRONG),
        ({"at_least": 5}, "6", WRONG),
        ({"at_least": 5}, "4", WRONG),
        ({"at_least": 1000}, "1,040", RIGHT),
        ({"at_most": 3}, "3", RIGHT),
        ({"at_most": 3}, "no more than three", RIGHT),
        ({"at_most": 3}, "fewer than 4", RIGHT),
        ({"at_most": 3}, "2", WRONG),
        ({"at_most": 3}, "4", WRONG),
    ],
)
def test_a_number_is_exact_unless_the_chapter_says_otherwise(
    lane: Directory, count: dict[str, Any], typed: str, expected: str
) -> None:
    assert short(judge(Number(count=Count(**count)), typed, lane)) == expected


def test_the_count_against_given_for_the_count_for_has_its_own_message(lane: Directory) -> None:
    expected = count_of(motion("m", "sell the mill", "council", (414, 519)), Stand.FOR)
    assert expected is not None
    assert judge(expected, "519", lane) == Wrong("That is the number of votes against.")
    assert judge(expected, "415", lane) == Wrong("That is not the number.")
    assert judge(expected, "414", lane) == Right("Right: 414.")


def test_equal_counts_are_right_for_either(lane: Directory) -> None:
    expected = Number(
        count=Count(value=15), others=(("the number of votes against", Count(value=15)),)
    )
    assert isinstance(judge(expected, "fifteen", lane), Right)


def test_a_count_that_is_not_told_is_not_asked() -> None:
    assert count_of(motion("m", "sell the mill", "council"), Stand.FOR) is None


@pytest.mark.parametrize(
    ("typed", "expected"), [("78,912", RIGHT), ("79000", RIGHT), ("78,900", WRONG)]
)
def test_a_rounding_worth_remembering_is_right(lane: Directory, typed: str, expected: str) -> None:
    number = Number(count=Count(value=78_912), round_to=1000)
    assert short(judge(number, typed, lane)) == expected


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_only_the_number_itself_is_right(lane: Directory, known: int, typed: int) -> None:
    number = Number(count=Count(value=known))
    assert isinstance(judge(number, f"{typed:,}", lane), Right) == (known == typed)
    assert isinstance(judge(number, f"{known:,}", lane), Right)


@given(st.text(max_size=30) | st.text(alphabet="0123456789.,'- kmno<>~", max_size=12))
def test_any_text_gets_a_verdict(lane: Directory, typed: str) -> None:
    for count in (Count(value=5), Count(about=5), Count(at_least=5), Count(at_most=5)):
        assert judge(Number(count=count), typed, lane).message
