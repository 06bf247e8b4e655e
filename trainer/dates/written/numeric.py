"""Dates all in figures: 1917-04-03, 3.4.1917, and 03/04/1917, which may be the third of April or March 4.

iso     = year "-" month "-" day                      year of four figures
dotted  = day "." month "." year                      year of two or four figures
slashed = number ("/" | "-") number same-sign year    either number may be the day
"""

from __future__ import annotations

import re

from trainer.dates.written.model import Point

_ISO = r"(?<![\w.,/-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w/]|-[0-9])"
_DOTTED = r"(?<![\w.,/-])[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?(?:[0-9]{4}|[0-9]{2})(?![\w/]|[.,-][0-9])"
_SLASHED = r"(?<![\w.,/-])[0-9]{1,2}(?P<sign>[/-])[0-9]{1,2}(?P=sign)(?:[0-9]{4}|[0-9]{2})(?![\w/]|[.,-][0-9])"

DIGIT_FORMS = f"{_ISO}|{_DOTTED}|{_SLASHED}"
"""A pattern of what `read_digit_form` reads."""

_MONTHS, _LAST_DAY = 12, 31
_FOUR = 4


def read_digit_form(text: str) -> tuple[Point, ...]:
    """Return the ways to read a date in figures: none if there is no such day or month, two if it is ambiguous."""
    a, b, c = re.findall("[0-9]+", text)
    if len(a) == _FOUR:
        orders = [(c, b, a)]
    elif "." in text:
        orders = [(a, b, c)]
    else:
        orders = [(a, b, c), (b, a, c)]
    points = (_point(int(day), int(month), year) for day, month, year in orders)
    return tuple(dict.fromkeys(point for point in points if point is not None))


def _point(day: int, month: int, year: str) -> Point | None:
    if not (1 <= day <= _LAST_DAY and 1 <= month <= _MONTHS):
        return None
    if len(year) == _FOUR:
        return Point(day=day, month=month, year=int(year))
    return Point(day=day, month=month, short_year=int(year))
