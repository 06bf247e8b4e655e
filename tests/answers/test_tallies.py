from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers.verdicts import MORE, RIGHT, WRONG, short
from trainer.answers.expected import Tally
from trainer.answers.judging import judge
from trainer.answers.tallies import judge_tally
from trainer.answers.verdict import Right
from trainer.chapters.record import Stand

if TYPE_CHECKING:
    from trainer.answers.directory import Directory

LOST = Tally(((Stand.FOR, 414), (Stand.AGAINST, 519), (Stand.NOT_VOTING, 67)))
CARRIED = Tally(((Stand.FOR, 10), (Stand.AGAINST, 2)))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("414 to 519, 67 abstaining", RIGHT),
        ("414 to 519, 67 not voting", RIGHT),
        ("414-519, 67 did not vote", RIGHT),
        ("414 for, 519 against, 67 not voting", RIGHT),
        ("519 against, 414 for and 67 abstained", RIGHT),
        ("for: 414; against: 519; not voting: 67", RIGHT),
        ("67 not voting, 414 to 519", RIGHT),
        ("414, 519, 67", RIGHT),
        ("414/519/67", RIGHT),
        ("four hundred fourteen to five hundred nineteen, sixty-seven not voting", RIGHT),
        ("Rejected by 519 to 414, 67 not voting.", RIGHT),
        ("519 to 414, 67 abstaining", "partly 0.33"),
        ("414 to 517, 67 abstaining", "partly 0.67"),
        ("67 for, 414 against, 519 not voting", WRONG),
        ("414 to 519", MORE),
        ("414", MORE),
        ("414 for, 519 against, 67 not voting, 3 absent", MORE),
        ("414 for, 519 for, 67 not voting", MORE),
        ("a narrow defeat", MORE),
        ("", MORE),
        ("9" * 5000, MORE),
    ],
)
def test_credit_is_the_share_of_right_counts(lane: Directory, typed: str, expected: str) -> None:
    assert short(judge(LOST, typed, lane)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ten to two", RIGHT),
        ("10:2", RIGHT),
        ("10 \u2013 2", RIGHT),
        ("10 against 2", RIGHT),
        ("ten votes to two", RIGHT),
        ("against two, for ten", RIGHT),
        ("carried by ten to two", RIGHT),
        ("10 2", RIGHT),
        ("two to ten", WRONG),
        ("lost by ten to two", WRONG),
        ("10 to 3", "partly 0.50"),
        ("12 to 3", WRONG),
        ("10 for, 2 against, 1 abstaining", MORE),
        ("10", MORE),
    ],
)
def test_those_for_come_first(typed: str, expected: str) -> None:
    assert short(judge_tally(CARRIED, typed)) == expected


def test_a_count_given_for_another_says_so() -> None:
    exchanged = "For: that is the count against; against: that is the count for."
    assert judge_tally(CARRIED, "2 to 10").message == exchanged
    assert (
        judge_tally(CARRIED, "10 to 3").message == "Partly right. Against: that is not the number."
    )
    said = judge_tally(LOST, "67 to 519, 414 not voting").message
    assert said.startswith("Partly right. For: that is the count not voting; not voting: that is")
    assert judge_tally(LOST, "1").message == "Give 3 counts: those for, against and not voting."


@given(st.tuples(*[st.integers(0, 999)] * 3))
def test_only_all_counts_together_are_right(counts: tuple[int, ...]) -> None:
    for_, against, others = counts
    found = judge_tally(LOST, f"{for_} for, {against} against, {others} not voting")
    right = sum(one == other for one, other in zip(counts, (414, 519, 67), strict=True))
    assert isinstance(found, Right) == (right == 3)
    assert getattr(found, "share", None) == pytest.approx(right / 3)


@given(st.text(max_size=40))
def test_any_text_gets_a_verdict(typed: str) -> None:
    assert judge_tally(LOST, typed).message
