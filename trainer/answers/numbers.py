"""Judging a typed number: digits or words, with thousands separators, "about" and what it counts tolerated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from trainer.answers.verdict import AskAgain, Doubt, Right, Verdict, Wrong
from trainer.text.folding import fold
from trainer.text.numerals import numerals
from trainer.text.words import words

if TYPE_CHECKING:
    from trainer.answers.expected import Number
    from trainer.chapters.record import Count

_LONGEST = 200

# A twentieth on either side, in whole numbers so that no rounding has a say.
_TWENTIETH = 20

_GROUP = re.compile(r"(?<=\d)[\s'_](?=\d{3}(?!\d))")
_SHORT_SCALE = re.compile(r"(?<=\d)\s*(k|m|mn|mill?)\b")
_SHORT_SCALES = {"k": "thousand"}
_DECIMAL = re.compile(r"\b(\d{1,4})[.,](\d{1,2})\s+(thousand|million)\b")
_SCALES = {"thousand": 1_000, "million": 1_000_000}
_NEGATIVE = re.compile(r"(?<![\w\s])\s*-\s*\d|^\s*-|\bminus\b")
_WORDS_FOR_NUMBERS = (
    (re.compile(r"\bhalf a million\b"), "500000"),
    (re.compile(r"\bhalf a thousand\b"), "500"),
    (re.compile(r"\b(?:a|one) dozen\b"), "12"),
    (re.compile(r"\btwo dozen\b"), "24"),
    (re.compile(r"\b(?:none|nobody|nil|no one|nought)\b|^no$"), "0"),
)


class _Bound(Enum):
    """How a number is qualified."""

    PLAIN = "plain"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    OVER = "over"
    UNDER = "under"


# What says so, longer phrases first where one holds another.
_BOUNDS = (
    (_Bound.AT_LEAST, re.compile(r"\b(?:at least|no (?:fewer|less) than|not (?:fewer|less) than|minimum)\b|\bor more\b|>=|≥")),
    (_Bound.AT_MOST, re.compile(r"\b(?:at (?:the )?most|no more than|not more than|up to|maximum)\b|\bor (?:fewer|less)\b|<=|≤")),
    (_Bound.OVER, re.compile(r"\b(?:more than|over|above|upwards of)\b|>")),
    (_Bound.UNDER, re.compile(r"\b(?:fewer than|less than|under|below)\b|<")),
)  # fmt: skip

_NOT_UNDERSTOOD = AskAgain(
    Doubt.NOT_UNDERSTOOD, "That is no number: type one in digits or in words."
)
_WHOLE = AskAgain(
    Doubt.NOT_UNDERSTOOD, "Numbers of people and votes are whole and not below nought: type one."
)
_SEVERAL = AskAgain(Doubt.MORE_SPECIFIC, "Those are several numbers: type the one that you mean.")


@dataclass(frozen=True, slots=True)
class _Typed:
    value: int
    bound: _Bound


def judge_number(expected: Number, typed: str) -> Verdict:
    """Judge a number; one that belongs to something else of the vote is wrong and says to what."""
    read = _read(typed)
    if isinstance(read, AskAgain):
        return read
    if _is_right(read, expected.count, expected.round_to):
        return Right(f"Right: {_said(expected.count)}.")
    for what, count in expected.others:
        if _matches(read.value, count):
            return Wrong(f"That is {what}.")
    return Wrong(_missed(read, expected.count))


def _read(typed: str) -> _Typed | AskAgain:
    if len(typed) > _LONGEST:
        return _NOT_UNDERSTOOD
    text = fold(typed)
    bound = next((bound for bound, phrase in _BOUNDS if phrase.search(text)), _Bound.PLAIN)
    if _NEGATIVE.search(text):
        return _WHOLE
    for phrase, figure in _WORDS_FOR_NUMBERS:
        text = phrase.sub(figure, text)
    text = _DECIMAL.sub(_multiplied, _SHORT_SCALE.sub(_scale, _GROUP.sub("", text)))
    found = [numeral for numeral in numerals(words(text)) if not numeral.ordinal]
    if not found:
        return _NOT_UNDERSTOOD
    if len(found) > 1:
        return _WHOLE if re.search(r"\d[.,]\d", text) else _SEVERAL
    return _Typed(found[0].value, bound)


def _scale(match: re.Match[str]) -> str:
    return f" {_SHORT_SCALES.get(match[1], 'million')}"


def _multiplied(match: re.Match[str]) -> str:
    """Write 1.5 million out."""
    whole, part, scale = match.groups()
    return str(int(whole + part) * _SCALES[scale] // 10 ** len(part))


def _is_right(typed: _Typed, count: Count, round_to: int | None) -> bool:
    value, bound = typed.value, typed.bound
    if count.value is not None:
        known = {count.value, _rounded(count.value, round_to)} if round_to else {count.value}
        return bound is _Bound.PLAIN and value in known
    if count.about is not None:
        return bound is _Bound.PLAIN and _near(value, count.about)
    if count.at_least is not None:
        least = value + 1 if bound is _Bound.OVER else value
        fits = bound in {_Bound.PLAIN, _Bound.AT_LEAST, _Bound.OVER}
        return fits and least >= count.at_least and _near(least, count.at_least)
    assert count.at_most is not None, "a count has one of four bounds"
    most = value - 1 if bound is _Bound.UNDER else value
    fits = bound in {_Bound.PLAIN, _Bound.AT_MOST, _Bound.UNDER}
    return fits and most <= count.at_most and _near(most, count.at_most)


def _near(value: int, about: int) -> bool:
    return abs(value - about) * _TWENTIETH <= about


def _rounded(value: int, to: int) -> int:
    return (value + to // 2) // to * to


def _matches(value: int, count: Count) -> bool:
    if count.about is not None:
        return _near(value, count.about)
    return value in {count.value, count.at_least, count.at_most}


def _missed(typed: _Typed, count: Count) -> str:
    """Say what sort of number is asked for, without giving it away."""
    if typed.value == count.value:
        return "The number is known exactly: neither more nor fewer."
    if count.at_least is not None:
        return "The chapter tells only the least that it may have been."
    if count.at_most is not None:
        return "The chapter tells only the most that it may have been."
    if count.about is not None:
        return "That is more than a twentieth off what the chapter tells."
    return "That is not the number."


def _said(count: Count) -> str:
    for words_, number in (
        ("", count.value),
        ("about ", count.about),
        ("at least ", count.at_least),
        ("at most ", count.at_most),
    ):
        if number is not None:
            return f"{words_}{number:,}"
    return "unknown"
