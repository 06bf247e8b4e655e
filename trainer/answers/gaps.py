"""Judging the word that is left out of a title or slogan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.answers.spelling import allowed, distance
from trainer.answers.verdict import AskAgain, Doubt, Right, Verdict, Wrong
from trainer.text.words import words

if TYPE_CHECKING:
    from trainer.questions.question import Gap

_LONGEST = 200

_ARTICLES = frozenset({"a", "an", "the"})

_NO_WORD = AskAgain(Doubt.NOT_UNDERSTOOD, "That is no word: type what is missing.")


def judge_gap(expected: Gap, typed: str) -> Verdict:
    """Judge a missing word, which may be misspelt; the whole title or slogan is as good. Articles do not matter."""
    said = _bare(words(typed)) if len(typed) <= _LONGEST else ()
    if not said:
        return _NO_WORD
    for text in (expected.missing, expected.whole):
        wanted = _bare(words(text))
        if len(said) == len(wanted) and all(map(_is_spelling_of, said, wanted)):
            return Right(f"Right: {expected.missing}.")
    return Wrong("That is not what is missing.")


def _bare(said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in said if word not in _ARTICLES)


def _is_spelling_of(said: str, wanted: str) -> bool:
    return said == wanted or distance(said, wanted) <= allowed(said, wanted)
