"""Offices that several held in turn: "the first harbour master", "the third harbour master"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from trainer.questions.words import fold

# Those who followed each other in an office: nobody holds it for the first time twice.
_TURN = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)( and last)?\b",
    re.IGNORECASE,
)


class Turn(NamedTuple):
    """An office, folded, and which of those who held it in turn a role says that somebody was."""

    office: str
    place: str


@lru_cache(maxsize=65536)
def turn_of(role: str) -> Turn | None:
    """Return the office that a role counts its holders of, or None where it counts none."""
    found = _TURN.search(role)
    return Turn(fold(_TURN.sub("", role, count=1)), found[1].lower()) if found else None


def are_in_turn(one: str, other: str) -> bool:
    """Tell whether two roles are one office held in turn, at different times; "the last" may be any of them."""
    first, second = turn_of(one), turn_of(other)
    if first is None or second is None or first.office != second.office:
        return False
    return first.place != second.place and "last" not in {first.place, second.place}
