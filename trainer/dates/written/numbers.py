"""Numbers, ordinals, years and decades among the tokens of a text, in figures and in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.dates.written.vocabulary import LEXICON, Sort
from trainer.text.numerals import read_numeral

if TYPE_CHECKING:
    from trainer.dates.written.tokens import Piece, Run, Tokens
    from trainer.text.numerals import Numeral

_LONGEST = 12
_LAST_DAY, _FIRST_YEAR, _LAST_YEAR = 31, 1000, 2999
_TEN, _CENTURY = 10, 100
# "Eleven seventeen" to "twenty twenty" are years.
_YEARS_IN_TWO = range(11, 21)
_FOUR_FIGURES = re.compile("[0-9]{4}")
_TWO_FIGURES = re.compile("[0-9]{2}")
_DECADE = re.compile("([1-9][0-9]{0,2}0)s")
# A figure with letters that look like others: 2s, 1o; and such a 1 before another, with or without a space.
_DAMAGED = re.compile("[0-9](?=.*[a-z])[0-9iloszb]{1,2}(?:st|nd|rd|th)?")
_TEEN_WITH_A_LETTER = re.compile("[il] ?([0-9])(?:st|nd|rd|th)?")
_BEFORE_DAYS = {Sort.MONTH, Sort.SLASH, Sort.DASH}


def read_number(tokens: Tokens, index: int) -> tuple[Piece, int] | None:
    """Return the number that begins with a token as a piece, and the token behind it."""
    run = tokens.run(index, _LONGEST)
    if decade := _DECADE.fullmatch(run.words[0]):
        first = int(decade[1])
        says = {"decade" if first >= _CENTURY else "short_decade": first}
        return (tokens.piece(Sort.DECADE, index, index + 1, says), index + 1)
    # "A" is for the grammar: a day, a hundred days.
    numeral = None if run.words[0] == "a" else read_numeral(run.words)
    if numeral is None:
        return None
    if numeral.ordinal:
        return _ordinal(tokens, index, run, numeral)
    if numeral.spelled:
        return _spelled(tokens, index, run, numeral)
    return _figures(tokens, index, run, numeral)


def read_damaged(tokens: Tokens, index: int, before: Piece | None) -> tuple[Piece, int] | None:
    """Return a misprinted figure where a day is expected: "12/2s", "September i 5th"."""
    if before is None or before.sort not in _BEFORE_DAYS:
        return None
    run = tokens.run(index, 2)
    for count in (2, 1):
        teen = _TEEN_WITH_A_LETTER.fullmatch(" ".join(run.words[:count]))
        if teen is not None:
            says = {"day": _TEN + int(teen[1]), "damaged": True}
            stop = run.stops[:count][-1]
            return (tokens.piece(Sort.ORDINAL, index, stop, says), stop)
    if read_numeral(run.words[:1]) is None and _DAMAGED.fullmatch(run.words[0]):
        return (tokens.piece(Sort.DAMAGED, index, index + 1, {"damaged": True}), index + 1)
    return None


def read_short_year(tokens: Tokens, index: int) -> tuple[Piece, int] | None:
    """Return the year of an apostrophe and two figures: '17."""
    if tokens[index].folded != "'" or not _TWO_FIGURES.fullmatch(tokens.tight(index + 1)):
        return None
    says = {"short_year": int(tokens[index + 1].folded)}
    return (tokens.piece(Sort.SHORT, index, index + 2, says), index + 2)


def _ordinal(tokens: Tokens, index: int, run: Run, numeral: Numeral) -> tuple[Piece, int]:
    stop = run.stops[numeral.stop - 1]
    if 1 <= numeral.value <= _LAST_DAY:
        says = {"day": numeral.value}
        return (tokens.piece(Sort.ORDINAL, index, stop, says, numeral.value), stop)
    return (tokens.piece(Sort.WORD, index, stop), stop)


def _figures(tokens: Tokens, index: int, run: Run, numeral: Numeral) -> tuple[Piece, int]:
    stop, value = run.stops[numeral.stop - 1], numeral.value
    if (
        _FOUR_FIGURES.fullmatch(tokens[index].raw)
        and _FIRST_YEAR <= value <= _LAST_YEAR
        and numeral.stop == 1
    ):
        if value % _TEN == 0 and tokens.tight(stop) == "'" and tokens.tight(stop + 1) == "s":
            return (tokens.piece(Sort.DECADE, index, stop + 2, {"decade": value}), stop + 2)
        return (tokens.piece(Sort.YEAR, index, stop, {"year": value}, value), stop)
    if 1 <= value <= _LAST_DAY:
        return (tokens.piece(Sort.FIGURE, index, stop, {"day": value}, value), stop)
    sort = Sort.NUMBER if 0 < value < _FIRST_YEAR else Sort.CARDINAL
    return (tokens.piece(sort, index, stop, number=value), stop)


def _spelled(tokens: Tokens, index: int, run: Run, numeral: Numeral) -> tuple[Piece, int]:
    """Read a number in words, which may be a year (nineteen seventeen) or a decade (nineteen-twenties)."""
    stop, value = run.stops[numeral.stop - 1], numeral.value
    if _FIRST_YEAR <= value <= _LAST_YEAR:
        return (tokens.piece(Sort.YEAR, index, stop, {"year": value}, value), stop)
    if value in _YEARS_IN_TWO:
        rest = read_numeral(run.words, numeral.stop)
        if rest and rest.spelled and not rest.ordinal and _TEN <= rest.value < _CENTURY:
            year, stop = _CENTURY * value + rest.value, run.stops[rest.stop - 1]
            return (tokens.piece(Sort.YEAR, index, stop, {"year": year}, year), stop)
        sort, says = LEXICON.get(run.words[numeral.stop : numeral.stop + 1], (None, {}))
        if sort is Sort.DECADE:
            stop = run.stops[numeral.stop]
            decade = {"decade": _CENTURY * value + says["short_decade"]}
            return (tokens.piece(Sort.DECADE, index, stop, decade), stop)
    return (tokens.piece(Sort.CARDINAL, index, stop, number=value), stop)
