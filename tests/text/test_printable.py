from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.printable import one_line, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lamps\x1b[31m out", "Lamps␛[31m out"),
        ("\x00\x7f", "␀␡"),
        ("a\tb", "a b"),
        ("a\nb", "a\nb"),
        ("a\r\nb", "a␍\nb"),
        ("abc\u202edef", "abc�def"),
        ("\x9b31m", "�31m"),
        ("\ud800", "�"),
        ("“¶ 109” – Zürich, Хлеб, 東京, 👩‍🚒", "“¶ 109” – Zürich, Хлеб, 東京, 👩‍🚒"),
    ],
)
def test_what_a_terminal_might_obey_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_whatever_comes_out_can_be_written_and_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert printable(shown) == shown
    assert len(shown) == len(text)


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
