"""From a text to the pieces that the grammar of dates is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.dates.written.numbers import read_damaged, read_number, read_short_year
from trainer.dates.written.numeric import read_digit_form
from trainer.dates.written.tokens import Piece, Tokens
from trainer.dates.written.vocabulary import (
    LEXICON,
    LONGEST_PHRASE,
    MONTH_ABBREVIATIONS,
    WEEKDAY_ABBREVIATIONS,
    Sort,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = {",": Sort.COMMA, "-": Sort.DASH, "/": Sort.SLASH}
_SIGNS |= dict.fromkeys("([{", Sort.OPEN) | dict.fromkeys(")]}", Sort.CLOSE)
# Also words or names: "may" is no month, and "Jan" one only beside a figure.
_ALSO_WORDS = {"jan", "mar", "may", "dec", "sep", "sat", "sun", "mon", "wed", "thu", "march"}
# What only stands behind a date.
_MARKS = {Sort.CALENDAR, Sort.BEFORE_ERA, Sort.ERA}


def pieces(text: str, *, any_case: bool = False) -> tuple[Piece, ...]:
    """Return the pieces of a text in order; with `any_case`, as people type, "may" is the month as well.

    Spelled numbers and phrases may be broken by spaces, hyphens and line ends: "twenty- second".
    """
    return tuple(_pieces(Tokens(text, typed=any_case), any_case=any_case))


def _pieces(tokens: Tokens, *, any_case: bool) -> Iterator[Piece]:
    index = 0
    before: Piece | None = None
    while index < len(tokens):
        if tokens[index].is_word:
            found = _word(tokens, index, before, any_case=any_case)
        else:
            found = _sign(tokens, index)
        before, index = found
        yield before


def _sign(tokens: Tokens, index: int) -> tuple[Piece, int]:
    token = tokens[index]
    if token.is_date:
        says = {"readings": read_digit_form(token.raw)}
        return (tokens.piece(Sort.NUMERIC, index, index + 1, says), index + 1)
    sort = _SIGNS.get(token.folded, Sort.SIGN)
    return read_short_year(tokens, index) or (tokens.piece(sort, index, index + 1), index + 1)


def _word(tokens: Tokens, index: int, before: Piece | None, *, any_case: bool) -> tuple[Piece, int]:
    sort = Sort.NAME if tokens[index].raw[0].isupper() else Sort.WORD
    return (
        read_damaged(tokens, index, before)
        or _phrase(tokens, index, any_case=any_case)
        or _abbreviation(tokens, index, any_case=any_case)
        or _number(tokens, index, any_case=any_case)
        or (tokens.piece(sort, index, index + 1), index + 1)
    )


def _phrase(tokens: Tokens, index: int, *, any_case: bool) -> tuple[Piece, int] | None:
    """Return the longest phrase that begins with a token."""
    run = tokens.run(index, LONGEST_PHRASE, initials=True)
    for length in range(len(run.words), 0, -1):
        sort, says = LEXICON.get(run.words[:length], (None, {}))
        if sort is None:
            continue
        if sort is Sort.MONTH and not (any_case or _has_a_capital(tokens, index)):
            return None
        stop = run.stops[length - 1]
        if sort in _MARKS and tokens.raw(stop) == "." and tokens.raw(stop - 2) == ".":
            # The full stop of "b.c." is not that of the sentence.
            stop += 1
        return (tokens.piece(sort, index, stop, says), stop)
    return None


def _number(tokens: Tokens, index: int, *, any_case: bool) -> tuple[Piece, int] | None:
    """Return a number, with the full stop that makes it an ordinal in other languages: "3. April".

    In a running text it would end a sentence.
    """
    found = read_number(tokens, index)
    if found is None or not any_case or found[0].sort is not Sort.FIGURE:
        return found
    piece, stop = found
    if tokens.tight(stop) != "." or stop + 1 == len(tokens):
        return found
    return (tokens.piece(piece.sort, index, stop + 1, piece.says, piece.number), stop + 1)


def _has_a_capital(tokens: Tokens, index: int) -> bool:
    """Tell March from the march of time; only what is also a word must have a capital."""
    token = tokens[index]
    return token.folded not in _ALSO_WORDS or not token.raw.islower()


def _abbreviation(tokens: Tokens, index: int, *, any_case: bool) -> tuple[Piece, int] | None:
    """Return an abbreviated month or weekday, or the "c." before a year."""
    token = tokens[index]
    dotted = tokens.tight(index + 1) == "."
    stop = index + 2 if dotted else index + 1
    before, after = tokens.raw(index - 1), tokens.raw(stop)
    if token.raw in {"c", "ca"} and dotted and after[:1].isdigit():
        return (tokens.piece(Sort.ABOUT, index, stop, {"approximate": True}), stop)
    if not any_case and not token.raw[0].isupper():
        return None
    plain = token.folded not in _ALSO_WORDS
    in_range = dotted and tokens.tight(stop) in {"-", "/"}
    led = before[:1].isdigit() or before == "of"
    if token.folded in MONTH_ABBREVIATIONS and (plain or led or in_range or after[:1].isdigit()):
        says: dict[str, object] = {"month": MONTH_ABBREVIATIONS[token.folded]}
        return (tokens.piece(Sort.MONTH, index, stop, says), stop)
    if token.folded in WEEKDAY_ABBREVIATIONS and (plain or dotted or any_case):
        says = {"weekday": WEEKDAY_ABBREVIATIONS[token.folded]}
        return (tokens.piece(Sort.WEEKDAY, index, stop, says), stop)
    return None
