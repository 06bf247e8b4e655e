"""Dates all in figures: 1901-04-03, 3.4.1901, 3.IV.1901, and 03/04/1901, which may be the third of April or March 4.

iso     = year "-" month "-" day                      year of four figures
dotted  = day "." month "." year                      year of two or four figures
roman   = day sign month [sign year]                  month in Roman figures; in running text only capitals, and a year
slashed = number ("/" | "-") number same-sign year    either number may be the day
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.dates.written.model import Point

if TYPE_CHECKING:
    from collections.abc import Iterable

_ISO = r"(?<![\w.,/-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w/]|-[0-9])"
_DOTTED = r"(?<![\w.,/-])[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?(?:[0-9]{4}|[0-9]{2})(?![\w/]|[.,-][0-9])"
_SLASHED = r"(?<![\w.,/-])[0-9]{1,2}(?P<sign>[/-])[0-9]{1,2}(?P=sign)(?:[0-9]{4}|[0-9]{2})(?![\w/]|[.,-][0-9])"

_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = rf"(?<![\w.,/-])[0-9]{{1,2}}(?:\.\s?|[ /-])(?:{'|'.join(reversed(_ROMAN_MONTHS)).upper()})"
_ROMAN_YEAR = r"(?:\.\s?|[ /-])[0-9]{4}(?![\w/]|[.,-][0-9])"
_ROMAN_ALONE = r"(?![\w/-]|\.?\s?[0-9])\.?"

DIGIT_FORMS = f"{_ISO}|{_DOTTED}|{_SLASHED}|{_ROMAN}{_ROMAN_YEAR}"
"""A pattern of what `read_digit_form` reads in a running text."""

TYPED_FORMS = f"{DIGIT_FORMS}|(?i:{_ROMAN}(?:{_ROMAN_YEAR}|{_ROMAN_ALONE}))"
"""The same of what is typed, where nothing but a date can be meant."""

_DAY_AND_MONTH = re.compile(r"(?P<a>[0-9]{1,2})(?P<sign>[./])(?P<b>[0-9]{1,2})\.?")
_YEAR_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})")
_MONTHS, _LAST_DAY = 12, 31
_FOUR = 4


def read_digit_form(text: str) -> tuple[Point, ...]:
    """Return the ways to read a date in figures: none if there is no such day or month, two if it is ambiguous."""
    if roman := re.search("[ivx]+", text.lower()):
        month = _ROMAN_MONTHS.index(roman[0]) + 1
        day, *year = (int(figures) for figures in re.findall("[0-9]+", text))
        return _possible([Point(day=day, month=month, year=year[0] if year else None)])
    a, b, c = re.findall("[0-9]+", text)
    if len(a) == _FOUR:
        orders = [(c, b, a)]
    elif "." in text:
        orders = [(a, b, c)]
    else:
        orders = [(a, b, c), (b, a, c)]
    return _possible(_dated(int(day), int(month), year) for day, month, year in orders)


def read_lone_figures(text: str) -> tuple[Point, ...]:
    """Return the ways to read figures that are a date where nothing else can be meant: "3.4.", "3/4", "1901-04"."""
    if year_month := _YEAR_MONTH.fullmatch(text):
        return _possible([Point(year=int(year_month["year"]), month=int(year_month["month"]))])
    short = _DAY_AND_MONTH.fullmatch(text)
    if short is None:
        return ()
    a, b = int(short["a"]), int(short["b"])
    orders = [(a, b)] if short["sign"] == "." else [(a, b), (b, a)]
    return _possible(Point(day=day, month=month) for day, month in orders)


def _dated(day: int, month: int, year: str) -> Point:
    if len(year) == _FOUR:
        return Point(day=day, month=month, year=int(year))
    return Point(day=day, month=month, short_year=int(year))


def _possible(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return those that may be, each once."""
    return tuple(dict.fromkeys(point for point in points if _can_be(point)))


def _can_be(point: Point) -> bool:
    day = 1 if point.day is None else point.day
    return 1 <= day <= _LAST_DAY and point.month is not None and 1 <= point.month <= _MONTHS
