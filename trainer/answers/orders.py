"""Judging an order: credit by the share of pairs that stand in the right order, full only if all do."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from trainer.answers.verdict import AskAgain, Doubt, PartlyRight, Right, Verdict, Wrong
from trainer.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.answers.expected import Order

_FIRST_LETTER = ord("a")
_LETTERS = re.compile(r"[a-z]+")
_MARK = re.compile(r"\d+|[a-z](?![a-z])")
_MOST_DIGITS = 3
_MOST_IN_ONE_DIGIT = 9

_NOT_UNDERSTOOD = AskAgain(
    Doubt.NOT_UNDERSTOOD,
    "That is no order: type the numbers or letters of the items, first to last.",
)
_TWICE = AskAgain(Doubt.MORE_SPECIFIC, "An item stands there twice: give each of them once.")
_TOO_FEW = AskAgain(
    Doubt.MORE_SPECIFIC, "Some items are missing: type the number or letter of every one."
)
_STRANGE = AskAgain(
    Doubt.NOT_UNDERSTOOD,
    "That names something that is not among the items: type their numbers or letters, first to last.",
)


def judge_typed_order(expected: Order, typed: str) -> Verdict:
    """Judge an order typed by the numbers (from 1) or letters of the items as shown: `2 1 3`, `b, a, c`, `bac`.

    It asks again until all items are there, so that a slip costs nothing.
    """
    assert expected.shown, "an order is typed by the places of what was shown"
    places = _places(fold(typed), len(expected.shown))
    if not places:
        return _NOT_UNDERSTOOD
    if any(not 0 <= place < len(expected.shown) for place in places):
        return _STRANGE
    if len(set(places)) == len(places) < len(expected.shown):
        return _TOO_FEW
    return judge_order(expected, [expected.shown[place] for place in places])


def judge_order(expected: Order, given: Sequence[str]) -> Verdict:
    """Judge items put in order.

    A pair counts only if both of its items are there: what is missing costs its pairs. What stands there twice, or is
    none of the items, asks again.
    """
    if any(item not in expected.items for item in given):
        return _STRANGE
    if len(set(given)) < len(given):
        return _TWICE
    if not given:
        return _NOT_UNDERSTOOD
    pairs = list(combinations(range(len(expected.items)), 2))
    right = sum(_stand_right(expected, first, second, given) for first, second in pairs)
    missing = len(expected.items) - len(given)
    if right == len(pairs) and not missing:
        return Right("Right: all in order.")
    why = f"{right} of {len(pairs)} pairs {'stands' if right == 1 else 'stand'} in the right order."
    if missing:
        why += (
            f" {missing} of {len(expected.items)} items {'is' if missing == 1 else 'are'} missing."
        )
    return PartlyRight(right / len(pairs), why) if right else Wrong(why)


def _stand_right(expected: Order, first: int, second: int, given: Sequence[str]) -> bool:
    earlier, later = expected.items[first], expected.items[second]
    if earlier not in given or later not in given:
        return False
    if expected.ranks and expected.ranks[first] == expected.ranks[second]:
        return True
    return given.index(earlier) < given.index(later)


def _places(folded: str, count: int) -> list[int]:
    """Return the places, from 0, that numbers or letters name; nothing where anything else stands there."""
    run = folded.strip(" .")
    # Letters, or the digits of fewer than ten items, may stand without anything between.
    digits = run.isdecimal() and count <= _MOST_IN_ONE_DIGIT and len(run) > 1
    if run.isascii() and (digits or _LETTERS.fullmatch(run)):
        marks = list(run)
    else:
        marks = re.findall(r"[^\W_]+", folded)
    places = []
    for mark in marks:
        if _MARK.fullmatch(mark) is None or len(mark) > _MOST_DIGITS:
            return []
        places.append(int(mark) - 1 if mark.isdecimal() else ord(mark) - _FIRST_LETTER)
    return places
