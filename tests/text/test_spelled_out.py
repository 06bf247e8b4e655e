from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.numerals import read_numeral
from trainer.text.spelled_out import spelled_out
from trainer.text.words import words


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "nought"),
        (13, "thirteen"),
        (20, "twenty"),
        (97, "ninety-seven"),
        (100, "one hundred"),
        (414, "four hundred and fourteen"),
        (1_001, "one thousand and one"),
        (240_000, "two hundred and forty thousand"),
        (1_250_100, "one million two hundred and fifty thousand one hundred"),
        (-1, "-1"),
        (2_000_000_000, "2,000,000,000"),
    ],
)
def test_numbers_are_spelled_out_as_they_are_said(number: int, told: str) -> None:
    assert spelled_out(number) == told


@given(st.integers(1, 999_999))
def test_what_is_spelled_out_is_read_back(number: int) -> None:
    said = words(spelled_out(number))
    read = read_numeral(said)
    assert read is not None
    assert (read.value, read.stop) == (number, len(said))
