from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers.verdicts import MORE, RIGHT, WHAT, WRONG, short
from trainer.answers.expected import Match
from trainer.answers.judging import judge
from trainer.answers.matches import judge_match
from trainer.answers.verdict import Right

if TYPE_CHECKING:
    from trainer.answers.directory import Directory

# Shown as: a bread, b nets, c lamps, d boats.
TRADES = Match(
    names=("Ada Marsh", "Ben Carr", "Cora Bell", "Dan Reed"),
    items=("nets", "boats", "bread", "lamps"),
    shown=("bread", "nets", "lamps", "boats"),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("b d a c", RIGHT),
        ("bdac", RIGHT),
        ("B, D, A, C.", RIGHT),
        ("b; d; a; c", RIGHT),
        ("b-d-a-c", RIGHT),
        (" b  d\ta c ", RIGHT),
        ("1b 2d 3a 4c", RIGHT),
        ("1b2d3a4c", RIGHT),
        ("1-b, 2-d, 3-a, 4-c", RIGHT),
        ("1: b; 2: d; 3: a; 4: c", RIGHT),
        ("4c 3a 2d 1b", RIGHT),
        ("b d c a", "partly 0.50"),
        ("b a d c", "partly 0.50"),
        ("b c d a", "partly 0.25"),
        ("a b c d", WRONG),
        ("b d a", WHAT),
        ("b", WHAT),
        ("1b 2d", WHAT),
        ("b d a c c", WHAT),
        ("b d a a", MORE),
        ("1b 1d 3a 4c", MORE),
        ("b d a e", WHAT),
        ("1b 2d 3a 5c", WHAT),
        ("2 4 1 3", WHAT),
        ("nets", WHAT),
        ("the nets go with Ada", WHAT),
        ("", WHAT),
        ("b" * 1000, WHAT),
    ],
)
def test_credit_is_the_share_of_right_pairs(lane: Directory, typed: str, expected: str) -> None:
    assert short(judge(TRADES, typed, lane)) == expected


def test_each_wrong_pair_is_told_with_the_right_one() -> None:
    assert judge_match(TRADES, "b d c a").message == (
        "Partly right. 2 of 4 pairs are right."
        " Cora Bell goes with a, not with c; Dan Reed goes with c, not with a."
    )
    assert judge_match(TRADES, "a b c d").message.startswith("None of 4 pairs are right. Ada Marsh")


def test_too_few_letters_are_told_how_many_are_wanted() -> None:
    assert "4 letters, as in c a b" in judge_match(TRADES, "b d").message


@given(st.sampled_from(list(permutations("abcd"))))
def test_only_what_is_right_for_all_is_right(letters: tuple[str, ...]) -> None:
    found = judge_match(TRADES, " ".join(letters))
    right = sum(one == other for one, other in zip(letters, "bdac", strict=True))
    assert isinstance(found, Right) == (right == len(letters))
    assert getattr(found, "share", None) == right / 4


@given(st.text(max_size=30) | st.text(alphabet="abcd1234 -,", max_size=12))
def test_any_text_gets_a_verdict(typed: str) -> None:
    assert judge_match(TRADES, typed).message
