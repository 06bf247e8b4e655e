from __future__ import annotations

import pytest

from trainer.text.figures import find_figures


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("about 150 delegates stood for 79,000 members", [("150", 150), ("79,000", 79000)]),
        ("a mere three hundred and twenty thousand copies", [("three hundred and twenty thousand", 320_000)]),
        ("the Twenty-four fishermen", [("Twenty-four", 24)]),
        ("the twenty- two carts", [("twenty- two", 22)]),
        ("a hundred times", [("a hundred", 100)]),
        ("forty per cent", [("forty", 40)]),
        ("the first of three", [("three", 3)]),
        ("the second time, the 3rd", []),
        ("one of them went", []),
        ("no one, not one", []),
        ("half of it", []),
        ("passed by ten to one", [("ten", 10), ("one", 1)]),
        ("by twenty votes, with one abstaining", [("twenty", 20), ("one", 1)]),
        ("six for, one against", [("six", 6), ("one", 1)]),
        ("one vote was missing", [("one", 1)]),
        ("one against a hundred and ten", [("one", 1), ("a hundred and ten", 110)]),
        ("one for the road", []),
        ("one of those who opposed it all along and for years", []),
        ("1 cart", [("1", 1)]),
        ("a motion of Pike’s[2] was passed", []),
        ("[2] Pike had left.", []),
        ("the 3 [16] carts", [("3", 3), ("16", 16)]),
        ("there were twenty. Two left", [("twenty", 20), ("Two", 2)]),
        ("of three, of five, of seven", [("three", 3), ("five", 5), ("seven", 7)]),
        ("414–519", [("414", 414), ("519", 519)]),
        ("Orme 40. Pike 3.", [("40", 40), ("3", 3)]),
        ("two million", [("two million", 2_000_000)]),
        ("in room 8b", []),
        ("", []),
    ],
)  # fmt: skip
def test_numbers_are_found_in_figures_and_in_words(
    text: str, numbers: list[tuple[str, int]]
) -> None:
    assert [(figure.text, figure.value) for figure in find_figures(text)] == numbers
