from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers.verdicts import MORE, RIGHT, WHAT, WRONG, short
from trainer.answers.expected import Order
from trainer.answers.judging import judge
from trainer.answers.orders import judge_order
from trainer.answers.verdict import Right

if TYPE_CHECKING:
    from trainer.answers.directory import Directory

# Shown as: 1 flood, 2 thaw, 3 drought, 4 fair.
SEASONS = Order(
    items=("thaw", "flood", "fair", "drought"), shown=("flood", "thaw", "drought", "fair")
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2 1 4 3", RIGHT),
        ("2143", RIGHT),
        ("2, 1, 4, 3.", RIGHT),
        ("2-1-4-3", RIGHT),
        ("b a d c", RIGHT),
        ("BADC", RIGHT),
        ("1 2 4 3", "partly 0.83"),
        ("1 2 3 4", "partly 0.67"),
        ("3 4 1 2", WRONG),
        ("2 1 4", MORE),
        ("2", MORE),
        ("2 1 4 4", MORE),
        ("2 1 4 5", WHAT),
        ("0 1 2 3", WHAT),
        ("thaw first", WHAT),
        ("", WHAT),
    ],
)
def test_credit_is_the_share_of_pairs_in_order(lane: Directory, typed: str, expected: str) -> None:
    assert short(judge(SEASONS, typed, lane)) == expected


def test_items_of_one_day_go_either_way() -> None:
    order = Order(items=("thaw", "flood", "fair"), ranks=(1, 2, 2))
    assert judge_order(order, ["thaw", "fair", "flood"]) == Right("Right: all in order.")
    assert short(judge_order(order, ["fair", "thaw", "flood"])) == "partly 0.67"


def test_a_missing_item_is_told() -> None:
    assert "1 of 4 items is missing" in judge_order(SEASONS, ["thaw", "flood", "fair"]).message


@given(st.permutations(SEASONS.items))
def test_only_the_right_order_is_right(given_order: list[str]) -> None:
    found = judge_order(SEASONS, given_order)
    right = sum(
        given_order.index(one) < given_order.index(other)
        for one, other in combinations(SEASONS.items, 2)
    )
    assert isinstance(found, Right) == (tuple(given_order) == SEASONS.items)
    assert getattr(found, "share", None) == pytest.approx(right / 6)


@given(st.text(max_size=20) | st.text(alphabet="abcd1234 ,", max_size=9))
def test_any_text_gets_a_verdict(lane: Directory, typed: str) -> None:
    assert judge(SEASONS, typed, lane).message
