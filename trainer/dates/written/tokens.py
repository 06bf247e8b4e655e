"""The words, figures and signs of a text, each with its place, and the pieces that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.dates.written.numeric import DIGIT_FORMS, TYPED_FORMS
from trainer.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.dates.written.vocabulary import Says, Sort

_OTHERS = r"[0-9]{1,3}(?:[.,][0-9]{3})+(?!\w)|[^\W_]+|[^\w\s]|_"
_TOKEN = re.compile(rf"(?P<date>{DIGIT_FORMS})|{_OTHERS}")
_TYPED_TOKEN = re.compile(rf"(?P<date>{TYPED_FORMS})|{_OTHERS}")
_EM_DASH = "\u2014"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, phrase, number or sign; `says` is its part of the data that a date is built from."""

    sort: Sort
    start: int
    stop: int
    says: Says
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a run of figures, a date all in figures, or a single sign."""

    folded: str
    raw: str
    start: int
    stop: int
    spaced: bool
    is_date: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is letters or figures, but no date."""
        return self.raw[0].isalnum() and not self.is_date


@dataclass(frozen=True, slots=True)
class Run:
    """Words that only spaces and hyphens divide; behind word `i` comes token `stops[i]`."""

    words: tuple[str, ...]
    stops: tuple[int, ...]


class Tokens:
    """The tokens of a running text, or of what was typed."""

    def __init__(self, text: str, *, typed: bool = False) -> None:
        self._tokens = tuple(_tokens(text, _TYPED_TOKEN if typed else _TOKEN))

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index]

    def raw(self, index: int) -> str:
        """Return a token as it is printed; "" where there is none."""
        return self._tokens[index].raw if 0 <= index < len(self._tokens) else ""

    def tight(self, index: int) -> str:
        """Return a token, folded, that follows the one before without a space; "" if none does."""
        if not 0 < index < len(self._tokens) or self._tokens[index].spaced:
            return ""
        return self._tokens[index].folded

    def run(self, index: int, length: int, *, initials: bool = False) -> Run:
        """Return at most so many words from token `index` on; full stops of initials divide none."""
        words: list[str] = []
        stops: list[int] = []
        for at in range(index, len(self._tokens)):
            token = self._tokens[at]
            if token.is_word:
                words.append(token.folded)
                stops.append(at + 1)
                if len(words) == length:
                    break
            elif not _divides_nothing(token, words, initials=initials):
                break
        return Run(tuple(words), tuple(stops))

    def piece(
        self, sort: Sort, index: int, stop: int, says: Says | None = None, number: int | None = None
    ) -> Piece:
        """Return the piece that tokens make."""
        first, last = self._tokens[index], self._tokens[stop - 1]
        return Piece(sort, first.start, last.stop, says or {}, number)


def _tokens(text: str, pattern: re.Pattern[str]) -> Iterator[Token]:
    last = 0
    for match in pattern.finditer(text):
        yield Token(
            fold(match[0]),
            match[0],
            match.start(),
            match.end(),
            spaced=match.start() > last,
            is_date=match["date"] is not None,
        )
        last = match.end()


def _divides_nothing(token: Token, words: list[str], *, initials: bool) -> bool:
    if token.folded == "." and initials:
        return bool(words) and len(words[-1]) == 1
    return token.folded == "-" and token.raw != _EM_DASH
