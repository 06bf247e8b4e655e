"""Numbers in words."""

from __future__ import annotations

# fmt: off
_SMALL = (
    "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
# fmt: on
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HUNDRED, _THOUSAND, _MILLION = 100, 1_000, 1_000_000
_MOST = 1_000 * _MILLION


def spelled_out(number: int) -> str:
    """Return a number below a milliard in words: "four hundred and fourteen"; others in digits."""
    if not 0 <= number < _MOST:
        return f"{number:,}"
    for scale, name in ((_MILLION, "million"), (_THOUSAND, "thousand"), (_HUNDRED, "hundred")):
        if number >= scale:
            many, rest = divmod(number, scale)
            link = " and " if rest < _HUNDRED else " "
            return f"{spelled_out(many)} {name}" + (f"{link}{spelled_out(rest)}" if rest else "")
    if number < len(_SMALL):
        return _SMALL[number]
    ten, rest = divmod(number, 10)
    return _TENS[ten - 2] + (f"-{_SMALL[rest]}" if rest else "")
