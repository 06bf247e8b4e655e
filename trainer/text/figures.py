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
_NOTE_MARK = re.compile(r"(?:^\s*|(?<=\S))\[(\d+)\]")
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)")
# How many words from `one` its part in a tally is told.
_REACH = 3


def find_figures(text: str) -> tuple[Figure, ...]:
    """Return the numbers of a paragraph, from left to right."""
    marks = {match.start(1) for match in _NOTE_MARK.finditer(text)}
    printed = located_words(text)
    found = []
    for first, last in _runs(text, printed):
        for numeral in numerals([word.word for word in printed[first:last]]):
            at = first + numeral.start
            start, stop = printed[at].start, printed[first + numeral.stop - 1].stop
            if numeral.ordinal or start in marks:
                continue
            if numeral.spelled and numeral.value == 1 and not _in_tally(text, printed, at):
                continue
            found.append(Figure(start, stop, text[start:stop], numeral.value))
    return tuple(found)


def _runs(text: str, printed: Sequence[Located]) -> Iterator[tuple[int, int]]:
    """Yield from and to before which word no punctuation but a hyphen stands: what may be one number."""
    first = 0
    for index in range(1, len(printed) + 1):
        if index == len(printed) or not _WITHIN.fullmatch(
            text, printed[index - 1].stop, printed[index].start
        ):
            yield (first, index)
            first = index


def _in_tally(text: str, printed: Sequence[Located], at: int) -> bool:
    """Tell whether the `one` that is word `at` of a text counts votes."""
    one = printed[at]
    counted = read_tally(text[one.start : _reach_behind(text, printed, at)])
    if counted and counted[0].role is not None:
        first, others = counted[0], counted[1:]
        # "for" is also a plain preposition: "one for the road".
        if first.role is not Role.FOR or first.implied or _faced(others[:1]):
            return True
    before = read_tally(text[_reach_before(text, printed, at) : one.stop])
    return len(before) > 1 and before[-1].role not in {None, Role.FOR}


def _faced(others: Sequence[Tallied]) -> bool:
    return any(other.role is Role.AGAINST for other in others)


def _reach_behind(text: str, printed: Sequence[Located], at: int) -> int:
    """Return where the words behind word `at` end that are of its sentence and within reach."""
    stop = printed[at : at + _REACH + 1][-1].stop
    end = _SENTENCE_END.search(text, printed[at].stop, stop)
    return end.start() if end else stop


def _reach_before(text: str, printed: Sequence[Located], at: int) -> int:
    """Return where the words before word `at` begin that are of its sentence and within reach."""
    start = printed[max(at - _REACH, 0)].start
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, printed[at].start)]
    return ends[-1] if ends else start
