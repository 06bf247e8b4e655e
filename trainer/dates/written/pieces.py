"""From a text to the pieces that the grammar of dates is written in, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.dates.written.numeric import DIGIT_FORMS, read_digit_form
from trainer.dates.written.vocabulary import (
    LEXICON,
    LONGEST_PHRASE,
    MONTH_ABBREVIATIONS,
    WEEKDAY_ABBREVIATIONS,
    Says,
    Sort,
)
from trainer.text.folding import fold
from trainer.text.numerals import read_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    rf"(?P<digits>{DIGIT_FORMS})|[0-9]{{1,3}}(?:[.,][0-9]{{3}})+(?!\w)|[^\W_]+|[^\w\s]|_"
)
_SIGNS = {",": Sort.COMMA, "-": Sort.DASH, "/": Sort.SLASH}
_SIGNS |= dict.fromkeys("([{", Sort.OPEN) | dict.fromkeys(")]}", Sort.CLOSE)
_LAST_DAY, _FIRST_YEAR, _LAST_YEAR = 31, 1000, 2999
_TENS = 10
_DECADE = re.compile(r"([12][0-9]{2}0)s")
_DAMAGED = re.compile(r"(?=.*[0-9])[0-9iloszb]{2,3}(?:st|nd|rd|th)?")
_ONE_BY_MISTAKE = {"i", "l"}
# Also words or names, so that a figure must stand beside them.
_ALSO_WORDS = {"jan", "mar", "may", "dec", "sep", "sat", "sun", "mon", "wed", "thu", "march"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, phrase, number or sign; `says` is its part of the data that a date is built from."""

    sort: Sort
    start: int
    stop: int
    says: Says
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    folded: str
    raw: str
    start: int
    stop: int
    # What stands before it, folded: "", " ", or a line wrap as a space.
    spaced: bool
    digits: bool = False

    @property
    def is_word(self) -> bool:
        return self.raw[0].isalnum()


def pieces(text: str, *, any_case: bool = False) -> tuple[Piece, ...]:
    """Return the pieces of a text in order; with `any_case`, "may" is the month as well.

    Spelled numbers and phrases may be broken by spaces, hyphens and line ends: "twenty- second".
    """
    tokens = tuple(_tokens(text))
    return tuple(_Reader(tokens, any_case=any_case))


def _tokens(text: str) -> Iterator[_Token]:
    last = 0
    for match in _TOKEN.finditer(text):
        yield _Token(
            fold(match[0]),
            match[0],
            match.start(),
            match.end(),
            spaced=match.start() > last,
            digits=match["digits"] is not None,
        )
        last = match.end()


class _Reader:
    """Reads tokens into pieces, the longest phrase first."""

    def __init__(self, tokens: Sequence[_Token], *, any_case: bool) -> None:
        self._tokens = tokens
        self._any_case = any_case

    def __iter__(self) -> Iterator[Piece]:
        index = 0
        before: Piece | None = None
        while index < len(self._tokens):
            piece, index = self._next(index, before)
            yield piece
            before = piece

    def _next(self, index: int, before: Piece | None) -> tuple[Piece, int]:
        token = self._tokens[index]
        if token.digits:
            says = {"readings": read_digit_form(token.raw)}
            return (self._piece(Sort.NUMERIC, index, index + 1, says), index + 1)
        if not token.is_word:
            return self._sign(index)
        for read in (self._damaged, self._phrase, self._abbreviation, self._numeral, self._decade):
            found = read(index, before)
            if found is not None:
                return found
        sort = Sort.NAME if token.raw[0].isupper() else Sort.WORD
        return (self._piece(sort, index, index + 1), index + 1)

    def _piece(
        self,
        sort: Sort,
        index: int,
        stop: int,
        says: Says | None = None,
        number: int | None = None,
    ) -> Piece:
        first, last = self._tokens[index], self._tokens[stop - 1]
        return Piece(sort, first.start, last.stop, says or {}, number)

    def _sign(self, index: int) -> tuple[Piece, int]:
        token = self._tokens[index]
        following = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        if (
            token.folded == "'"
            and following is not None
            and not following.spaced
            and re.fullmatch("[0-9]{2}", following.folded)
        ):
            says = {"short_year": int(following.folded)}
            return (self._piece(Sort.SHORT, index, index + 2, says), index + 2)
        return (self._piece(_SIGNS.get(token.folded, Sort.SIGN), index, index + 1), index + 1)

    def _words(self, index: int) -> Iterator[tuple[str, int]]:
        """Yield the words from a token on that only spaces and hyphens divide, each with the token behind it."""
        while index < len(self._tokens):
            token = self._tokens[index]
            if token.is_word and not token.digits:
                yield (token.folded, index + 1)
            elif token.folded != "-" or token.raw == "\u2014":
                return
            index += 1

    def _phrase(self, index: int, before: Piece | None) -> tuple[Piece, int] | None:
        run = list(self._dotted(index))
        for length in range(min(LONGEST_PHRASE, len(run)), 0, -1):
            meaning = LEXICON.get(tuple(word for word, _ in run[:length]))
            if meaning is None:
                continue
            sort, says = meaning
            stop = run[length - 1][1]
            if sort is Sort.MONTH and not self._is_month(index):
                return None
            if sort in {Sort.CALENDAR, Sort.BEFORE_ERA, Sort.ERA}:
                stop = self._past_dot(stop)
                if before is None or len(run[0][0]) == 1 and length == 1:
                    return None
            return (self._piece(sort, index, stop, says), stop)
        return None

    def _dotted(self, index: int) -> Iterator[tuple[str, int]]:
        """Yield words as `_words` does, with initials ("O. S.", "b.c.") among them."""
        while index < len(self._tokens):
            token = self._tokens[index]
            if token.is_word and not token.digits:
                yield (token.folded, index + 1)
            elif token.folded == ".":
                if len(self._tokens[index - 1].raw) > 1:
                    return
            elif token.folded != "-" or token.raw == "\u2014":
                return
            index += 1

    def _past_dot(self, stop: int) -> int:
        """Take in the full stop of an abbreviation written with full stops."""
        dotted = any(token.raw == "." for token in self._tokens[stop - 2 : stop])
        if dotted and stop < len(self._tokens) and self._tokens[stop].raw == ".":
            return stop + 1
        return stop

    def _is_month(self, index: int) -> bool:
        """Tell the month from the verb: by its capital, or by "may" where case is not kept."""
        return self._any_case or not self._tokens[index].raw.islower() or (
            self._tokens[index].folded not in _ALSO_WORDS
        )

    def _abbreviation(self, index: int, _: Piece | None) -> tuple[Piece, int] | None:
        token = self._tokens[index]
        stop = index + 1
        if stop < len(self._tokens) and self._tokens[stop].raw == "." and not self._tokens[stop].spaced:
            stop += 1
        if token.raw in {"c", "ca"} and stop > index + 1 and self._is_figure(stop):
            return (self._piece(Sort.ABOUT, index, stop, {"approximate": True}), stop)
        if not self._any_case and not token.raw[0].isupper():
            return None
        if token.folded in MONTH_ABBREVIATIONS:
            beside = self._is_figure(stop) or self._is_figure(index - 1) or self._is_of(index - 1)
            if beside or token.folded not in _ALSO_WORDS:
                says = {"month": MONTH_ABBREVIATIONS[token.folded]}
                return (self._piece(Sort.MONTH, index, stop, says), stop)
        if token.folded in WEEKDAY_ABBREVIATIONS:
            beside = stop > index + 1 or self._any_case
            if beside or token.folded not in _ALSO_WORDS:
                says = {"weekday": WEEKDAY_ABBREVIATIONS[token.folded]}
                return (self._piece(Sort.WEEKDAY, index, stop, says), stop)
        return None

    def _is_figure(self, index: int) -> bool:
        return 0 <= index < len(self._tokens) and self._tokens[index].raw[0].isdigit()

    def _is_of(self, index: int) -> bool:
        return 0 <= index < len(self._tokens) and self._tokens[index].folded == "of"

    def _numeral(self, index: int, _: Piece | None) -> tuple[Piece, int] | None:
        run = list(self._words(index))
        words = [word for word, _ in run[:12]]
        numeral = read_numeral(words) if words and words[0] != "a" else None
        if numeral is None:
            return None
        stop = run[numeral.stop - 1][1]
        value = numeral.value
        if not numeral.spelled and self._tokens[index].folded != words[0]:
            return None
        if numeral.ordinal:
            if not 1 <= value <= _LAST_DAY:
                # The hundredth is no day, but "the 101st century" is nothing either.
                return (self._piece(Sort.WORD, index, stop, number=value), stop)
            return (self._piece(Sort.ORDINAL, index, stop, {"day": value}, value), stop)
        if _FIRST_YEAR <= value <= _LAST_YEAR and (
            numeral.spelled or re.fullmatch("[0-9]{4}", words[0])
        ):
            return self._year(index, stop, value)
        if numeral.spelled:
            return self._spelled(index, stop, value, words, run, numeral.stop)
        if not 1 <= value < _FIRST_YEAR or numeral.stop > 1:
            return (self._piece(Sort.CARDINAL, index, stop, number=value), stop)
        if value <= _LAST_DAY:
            return (self._piece(Sort.FIGURE, index, stop, {"day": value}, value), stop)
        return (self._piece(Sort.NUMBER, index, stop, number=value), stop)

    def _year(self, index: int, stop: int, value: int) -> tuple[Piece, int]:
        """Read a year, or the decade that an apostrophe and an s make of it: 1890's."""
        tail = self._tokens[stop : stop + 2]
        if (
            [token.folded for token in tail] == ["'", "s"]
            and not any(token.spaced for token in tail)
            and not value % _TENS
        ):
            says = {"decade": value}
            return (self._piece(Sort.DECADE, index, stop + 2, says), stop + 2)
        return (self._piece(Sort.YEAR, index, stop, {"year": value}, value), stop)

    def _spelled(
        self,
        index: int,
        stop: int,
        value: int,
        words: Sequence[str],
        run: Sequence[tuple[str, int]],
        used: int,
    ) -> tuple[Piece, int]:
        """Read a number in words, or the year that two of them make: nineteen seventeen."""
        if _TENS < value <= 2 * _TENS:
            rest = read_numeral(words, used)
            if rest and rest.spelled and not rest.ordinal and _TENS <= rest.value < 100:  # noqa: PLR2004
                stop = run[rest.stop - 1][1]
                year = 100 * value + rest.value
                return (self._piece(Sort.YEAR, index, stop, {"year": year}, year), stop)
            decade = LEXICON.get((words[used],)) if used < len(words) else None
            if decade is not None and decade[0] is Sort.DECADE:
                stop = run[used][1]
                says = {"decade": 100 * value + decade[1]["short_decade"]}
                return (self._piece(Sort.DECADE, index, stop, says), stop)
        return (self._piece(Sort.CARDINAL, index, stop, number=value), stop)

    def _damaged(self, index: int, before: Piece | None) -> tuple[Piece, int] | None:
        """Read a misprinted figure where a day is expected: "12/2s", "September i 5th"."""
        token = self._tokens[index]
        if before is None or before.sort not in {Sort.MONTH, Sort.SLASH, Sort.DASH}:
            return None
        if token.folded in _ONE_BY_MISTAKE and self._is_figure(index + 1):
            units = re.fullmatch("([0-9])(?:st|nd|rd|th)?", self._tokens[index + 1].folded)
            if units is not None:
                says = {"day": _TENS + int(units[1]), "damaged": True}
                return (self._piece(Sort.ORDINAL, index, index + 2, says), index + 2)
        if (
            token.raw[0].isdigit()
            and not token.raw.isdigit()
            and read_numeral([token.folded]) is None
            and _DAMAGED.fullmatch(token.folded)
        ):
            return (self._piece(Sort.DAMAGED, index, index + 1, {"damaged": True}), index + 1)
        return None

    def _decade(self, index: int, _: Piece | None) -> tuple[Piece, int] | None:
        """Read 1890s."""
        found = _DECADE.fullmatch(self._tokens[index].folded)
        if found is None:
            return None
        return (self._piece(Sort.DECADE, index, index + 1, {"decade": int(found[1])}), index + 1)

