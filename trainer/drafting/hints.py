"""A few words beside a find, by which its author knows it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.text.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from trainer.drafting.pages import Page

_LONGEST = 6
# What may hang on to a word.
_MARKS = ".,;:!?()[]*_\"'\u201c\u201d\u2018\u2019"
_CLAUSE_END = re.compile(r"[,;:](?=\s)|[()\u2013\u2014]")
_FEW = 2


def hint_beside(page: Page, start: int, stop: int) -> str:
    """Return up to six words of the clause around characters `start` to `stop`, without these."""
    begin, end = page.sentence_at(start)
    behind = _stretch(page, stop, end, backwards=False)
    before = _stretch(page, begin, start, backwards=True)
    best = behind if len(behind) >= len(before) else before
    return " ".join(best) or page.token(*_edges(page, start, stop))


def _edges(page: Page, start: int, stop: int) -> tuple[int, int]:
    at = page.contents.paragraph.indices(start, stop)
    return at[0], min(at[-1] + 1, at[0] + _LONGEST)


def _stretch(page: Page, start: int, stop: int, *, backwards: bool) -> list[str]:
    """Return the words of the clause that borders on the find, telling words at both ends."""
    clauses = [part.split() for part in _CLAUSE_END.split(page.text[start:stop])]
    clauses = [clause for clause in clauses if clause]
    if not clauses:
        return []
    clause = clauses[-1 if backwards else 0]
    if len(clause) <= _FEW:
        clause = page.text[start:stop].split()
    words = clause[-_LONGEST:] if backwards else clause[:_LONGEST]
    words = [word.strip(_MARKS) for word in words]
    words = [word for word in words if word]
    while words and words[0].casefold() in FUNCTION_WORDS:
        words.pop(0)
    while words and words[-1].casefold() in FUNCTION_WORDS:
        words.pop()
    return words
