"""Numbers as a text prints them, in figures and in words, each with its place.

Cardinals only: an ordinal tells an order or a date. `one` in words is a pronoun or an article more often than a
number, so it counts only where it is part of a tally (`ten to one`, `one abstaining`, `one vote`). The mark of a
footnote, `thus[2]`, is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.text.numerals import numerals
from trainer.text.tallies import Role, read_tally
from trainer.text.words import located_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.text.tallies import Tallied
    from trainer.text.words import Located


@dataclass(frozen=True, slots=True)
class Figure:
    """A number: characters `start` to before `stop` of the text, and its value."""

    start: int
    stop: int
    text: str
    value: int


# Between the words of one number stands nothing but this.
_WITHIN = re.compile(r"[\s\u00ad\u2010-\u2015-]*")
_NOTE_MARK = re.compile(r"(?:^\s*|(?<=\S))\[\d+\]")
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)")
# How many words from `one` its part in a tally is told.
_REACH = 3


def find_figures(text: str) -> tuple[Figure, ...]:
    """Return the numbers of a paragraph, from left to right."""
    marks = [match.span() for match in _NOTE_MARK.finditer(text)]
    found = []
    for run in _runs(text, located_words(text)):
        for numeral in numerals([word.word for word in run]):
            start, stop = run[numeral.start].start, run[numeral.stop - 1].stop
            if numeral.ordinal or any(first <= start and stop <= last for first, last in marks):
                continue
            if numeral.spelled and numeral.value == 1 and not _in_tally(text, start, stop):
                continue
            found.append(Figure(start, stop, text[start:stop], numeral.value))
    return tuple(found)


def _runs(text: str, printed: Sequence[Located]) -> Iterator[list[Located]]:
    """Yield words that no punctuation but a hyphen parts: what may be one number."""
    run: list[Located] = []
    for word in printed:
        if run and not _WITHIN.fullmatch(text, run[-1].stop, word.start):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _in_tally(text: str, start: int, stop: int) -> bool:
    """Tell whether the `one` at a place of a text counts votes."""
    behind = text[start : _reach_behind(text, stop)]
    counted = read_tally(behind)
    if counted and counted[0].role is not None:
        first, others = counted[0], counted[1:]
        # "for" is also a plain preposition: "one for the road".
        if first.role is not Role.FOR or first.implied or _faced(others[:1]):
            return True
    before = read_tally(text[_reach_before(text, start) : stop])
    return len(before) > 1 and before[-1].role not in {None, Role.FOR}


def _faced(others: Sequence[Tallied]) -> bool:
    return any(other.role is Role.AGAINST for other in others)


def _reach_behind(text: str, stop: int) -> int:
    words = located_words(text[stop : _clause_end(text, stop)])
    return stop + words[:_REACH][-1].stop if words else stop


def _reach_before(text: str, start: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    begin = ends[-1] if ends else 0
    words = located_words(text[begin:start])
    return begin + words[-_REACH:][0].start if words else start


def _clause_end(text: str, stop: int) -> int:
    match = _SENTENCE_END.search(text, stop)
    return match.start() if match else len(text)
