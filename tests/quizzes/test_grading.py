from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.quizzes.grading import credit


@pytest.mark.parametrize(
    ("grade", "share"),
    [
        ("y", 1),
        ("Yes", 1),
        (" n ", 0),
        ("NO", 0),
        ("2/3", 2 / 3),
        ("2 / 4", 0.5),
        ("1 of 2", 0.5),
        ("1 out of 4", 0.25),
        ("3/3", 1),
        ("0/3", 0),
        ("4/3", None),
        ("0/0", None),
        ("2", None),
        ("-1/3", None),
        ("100/100", None),
        ("", None),
        ("perhaps", None),
    ],
)
def test_a_grade_is_yes_no_or_a_number_of_points(grade: str, share: float | None) -> None:
    assert credit(grade) == share


@given(st.text(max_size=20))
def test_any_text_is_a_share_or_no_grade(grade: str) -> None:
    share = credit(grade)
    assert share is None or 0 <= share <= 1
