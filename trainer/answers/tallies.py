"""Judging a whole tally, such as "414 to 519, 67 abstaining": credit by the share of right counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.answers.verdict import AskAgain, Doubt, PartlyRight, Right, Verdict, Wrong
from trainer.chapters.record import Stand
from trainer.text.folding import fold
from trainer.text.tallies import read_tally

if TYPE_CHECKING:
    from trainer.answers.expected import Tally

_LONGEST = 200

_SAID = {
    Stand.FOR: "for",
    Stand.AGAINST: "against",
    Stand.ABSTAINING: "abstaining",
    Stand.NOT_VOTING: "not voting",
    Stand.ABSENT: "absent",
    Stand.PRESENT: "present",
}

# "Rejected by ten to two" names the winning side first.
_LOST = re.compile(r"\b(?:rejected|lost|defeated|failed|voted down)\b")

# Who did not vote is often said to have abstained.
_LIKE = {Stand.ABSTAINING: Stand.NOT_VOTING, Stand.NOT_VOTING: Stand.ABSTAINING}

_TWICE = AskAgain(Doubt.MORE_SPECIFIC, "One of the counts stands there twice: give each once.")


def judge_tally(expected: Tally, typed: str) -> Verdict:
    """Judge a tally; counts that do not say what they are stand in the order asked, those for first.

    A count given for another is wrong and says so. It asks again until each count asked is there, and no other.
    """
    asked = dict(expected.counts)
    told = _told(expected, typed)
    if isinstance(told, AskAgain):
        return told
    missed = [
        f"{_SAID[stand]}: {_missed(asked, stand, told[stand])}"
        for stand, value in asked.items()
        if told[stand] != value
    ]
    if not missed:
        said = ", ".join(f"{value:,} {_SAID[stand]}" for stand, value in asked.items())
        return Right(f"Right: {said}.")
    count = len(asked) - len(missed)
    why = "; ".join(missed)
    why = f"{why[0].upper()}{why[1:]}."
    return PartlyRight(count / len(asked), why) if count else Wrong(why)


def _told(expected: Tally, typed: str) -> dict[Stand, int] | AskAgain:
    """Return each count asked as it was given."""
    asked = [stand for stand, _ in expected.counts]
    lost = _LOST.search(fold(typed)) is not None
    read = read_tally(typed, carried=False if lost else None) if len(typed) <= _LONGEST else ()
    if not read:
        return _how(asked)
    told: dict[Stand, int] = {}
    unnamed = []
    for each in read:
        if each.role is None or each.implied:
            unnamed.append(each.number)
            continue
        stand = Stand(each.role)
        stand = stand if stand in asked else _LIKE.get(stand, stand)
        if stand in told:
            return _TWICE
        told[stand] = each.number
    left = [stand for stand in asked if stand not in told]
    if len(left) != len(unnamed) or not told.keys() <= set(asked):
        return _how(asked)
    return told | dict(zip(left, unnamed, strict=True))


def _missed(asked: dict[Stand, int], stand: Stand, value: int) -> str:
    """Say which count was given instead, without giving away the right one."""
    for other, count in asked.items():
        if other is not stand and count == value:
            return f"that is the count {_SAID[other]}"
    return "that is not the number"


def _how(asked: list[Stand]) -> AskAgain:
    *others, last = (_SAID[stand] for stand in asked)
    counts = f"{', '.join(others)} and {last}"
    return AskAgain(Doubt.MORE_SPECIFIC, f"Give {len(asked)} counts: those {counts}.")
