from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.numerals import numerals
from trainer.text.words import words

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def spell(number: int, joint: str) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return TENS[tens] + (f"-{ONES[unit]}" if unit else "")
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            count, rest = divmod(number, size)
            return f"{spell(count, joint)} {name}" + (
                f"{joint}{spell(rest, joint)}" if rest else ""
            )
    raise AssertionError


def number_in(text: str) -> int | None:
    """Return the number that a text is; None where it is not one number and nothing else."""
    printed = words(text)
    found = numerals(printed)
    if len(found) != 1 or (found[0].start, found[0].stop) != (0, len(printed)):
        return None
    return found[0].value


def ordinal(spelled: str) -> str:
    head, last = (
        spelled[: spelled.replace("-", " ").rfind(" ") + 1],
        spelled.replace("-", " ").split()[-1],
    )
    if last in IRREGULAR:
        return head + IRREGULAR[last]
    return head + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


@given(st.integers(0, 99_999_999), st.sampled_from([" ", " and ", ", "]))
def test_a_number_in_words_is_read_back(number: int, joint: str) -> None:
    assert number_in(spell(number, joint)) == number


@given(st.integers(1, 9_999))
def test_an_ordinal_in_words_is_read_back(number: int) -> None:
    text = ordinal(spell(number, " "))
    (numeral,) = numerals(words(text))
    assert (numeral.value, numeral.ordinal) == (number, True)


@given(st.integers(0, 10**12))
def test_a_number_in_digits_is_read_back(number: int) -> None:
    assert number_in(str(number)) == number_in(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty- second", 22),
        ("a hundred and ten", 110),
        ("21st", 21),
        ("320 thousand", 320_000),
        ("twelve hundred", 1_200),
        ("two hundred thousand", 200_000),
        ("thousandth", None),
        ("a", None),
        ("several hundred", None),
        ("twenty twenty", None),
        ("12/25", None),
        ("8o,000", None),
        ("", None),
    ],
)
def test_numbers_as_people_print_them(text: str, number: int | None) -> None:
    assert number_in(text) == number


def test_each_number_of_a_phrase_is_read_as_long_as_can_be() -> None:
    found = numerals(
        words("from the fourteenth to the twenty- second, by two hundred and six to ten")
    )
    assert [(one.value, one.ordinal) for one in found] == [
        (14, True),
        (22, True),
        (206, False),
        (10, False),
    ]


def test_a_number_of_no_end_is_no_number() -> None:
    assert number_in("9" * 5_000) is None
