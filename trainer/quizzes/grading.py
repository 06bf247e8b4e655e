"""How a learner grades what was recalled: known, not known, or so many of the points."""

from __future__ import annotations

import re

_WORDS = {"y": 1.0, "yes": 1.0, "n": 0.0, "no": 0.0}
_POINTS = re.compile(r"([0-9]{1,2})\s*(?:/|of|out of)\s*([0-9]{1,2})")


def credit(grade: str) -> float | None:
    """Return the credit, from 0 to 1, that a grade such as "y", "n" or "2/3" gives; None if it is none."""
    folded = grade.strip().casefold()
    if folded in _WORDS:
        return _WORDS[folded]
    points = _POINTS.fullmatch(folded)
    if points is None:
        return None
    had, all_of_them = int(points[1]), int(points[2])
    return had / all_of_them if had <= all_of_them and all_of_them else None
