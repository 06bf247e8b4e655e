"""Numbers as they are printed in English, in digits and in words.

The grammar, over folded words (see `trainer.text.words`), so that hyphens and white space do not matter:

    number   = digits [scale] | below-1000 [scale [["and"] below-1000]] , scales falling
    scale    = "thousand" | "million"
    below-1000 = (below-100 | "a") "hundred" [["and"] below-100] | below-100
    below-100  = ten [unit] | unit | teen
    ordinal  = a number whose last word is an ordinal | digits ("st" | "nd" | "rd" | "th")
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SMALL = [
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
_SMALL_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_TENS_ORDINALS = [
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
]

# Each word's number and whether it is an ordinal.
_BELOW_TWENTY = {word: (number, False) for number, word in enumerate(_SMALL)} | {
    word: (number, True) for number, word in enumerate(_SMALL_ORDINALS)
}
_TENS_VALUES = {word: (10 * number, False) for number, word in enumerate(_TENS, 2)} | {
    word: (10 * number, True) for number, word in enumerate(_TENS_ORDINALS, 2)
}
_HUNDRED = {"hundred": (100, False), "hundredth": (100, True)}
_SCALES = {
    "thousand": (1_000, False),
    "thousandth": (1_000, True),
    "million": (1_000_000, False),
    "millionth": (1_000_000, True),
}

# Fifteen digits are more than anybody counts.
_DIGITS = re.compile(r"([0-9]{1,15})(st|nd|rd|th)?")
_TEN = 10


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number printed from word `start` to before word `stop`."""

    value: int
    ordinal: bool
    start: int
    stop: int
    spelled: bool


def read_numeral(printed: Sequence[str], start: int = 0) -> Numeral | None:
    """Return the longest number that begins at word `start` of folded words; None if none does."""
    if start >= len(printed):
        return None
    if digits := _DIGITS.fullmatch(printed[start]):
        value, ordinal = int(digits[1]), digits[2] is not None
        stop = start + 1
        if not ordinal and stop < len(printed) and printed[stop] in _SCALES:
            scale, ordinal = _SCALES[printed[stop]]
            value, stop = value * scale, stop + 1
        return Numeral(value, ordinal, start, stop, spelled=False)
    reading = _number(printed, start)
    if reading is None:
        return None
    value, ordinal, stop = reading
    return Numeral(value, ordinal, start, stop, spelled=True)


def numerals(printed: Sequence[str]) -> tuple[Numeral, ...]:
    """Return every number in folded words, from left to right, each as long as can be."""
    found = []
    index = 0
    while index < len(printed):
        numeral = read_numeral(printed, index)
        if numeral is None:
            index += 1
        else:
            found.append(numeral)
            index = numeral.stop
    return tuple(found)


# A reading is a value, whether it is an ordinal (and so complete), and where it stops.
_Reading = tuple[int, bool, int]


def _number(printed: Sequence[str], start: int) -> _Reading | None:
    total, index = 0, start
    limit = 1_000_000_000
    best: _Reading | None = None
    while group := _below_thousand(printed, index if best is None else _after_and(printed, index)):
        value, ordinal, stop = group
        scale = _SCALES.get(printed[stop]) if stop < len(printed) and not ordinal else None
        if scale is None:
            # What follows a scale adds to it; what follows anything else is another number.
            return (total + value, ordinal, stop)
        size, ordinal = scale
        if size >= limit or not value:
            return best or group
        total, limit, index = total + value * size, size, stop + 1
        best = (total, ordinal, index)
        if ordinal:
            break
    return best


def _below_thousand(printed: Sequence[str], start: int) -> _Reading | None:
    head = _below_hundred(printed, start)
    if head is None:
        follows = printed[start + 1] if start + 1 < len(printed) else ""
        if start < len(printed) and printed[start] == "a" and follows in (_HUNDRED | _SCALES):
            head = (1, False, start + 1)
        else:
            return None
    value, ordinal, stop = head
    if ordinal or stop >= len(printed) or not value % _TEN or printed[stop] not in _HUNDRED:
        return head
    hundred, ordinal = _HUNDRED[printed[stop]]
    value, stop = value * hundred, stop + 1
    if ordinal:
        return (value, ordinal, stop)
    rest = _below_hundred(printed, _after_and(printed, stop))
    if rest is None or not rest[0]:
        return (value, False, stop)
    return (value + rest[0], rest[1], rest[2])


def _below_hundred(printed: Sequence[str], start: int) -> _Reading | None:
    if start >= len(printed):
        return None
    word = printed[start]
    if word in _BELOW_TWENTY:
        return (*_BELOW_TWENTY[word], start + 1)
    if word not in _TENS_VALUES:
        return None
    tens, ordinal = _TENS_VALUES[word]
    if not ordinal and start + 1 < len(printed):
        unit, unit_ordinal = _BELOW_TWENTY.get(printed[start + 1], (0, False))
        if 0 < unit < _TEN:
            return (tens + unit, unit_ordinal, start + 2)
    return (tens, ordinal, start + 1)


def _after_and(printed: Sequence[str], index: int) -> int:
    return index + 1 if index < len(printed) and printed[index] == "and" else index
