"""Whether a regular expression that somebody wrote can be put to use."""

from __future__ import annotations

import re
import warnings

# An escape, a set of signs, or one sign.
_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_ENDLESS = re.compile(r"[*+]|\{\d*,\}")
# What no text prints: whatever matches some of it matches names or figures of any sort.
_NONSENSE = "Qx zvw 7 4829"


def fault_of(pattern: str) -> tuple[str, str] | None:
    """Return what is wrong with a pattern, and how to mend it; None if nothing is."""
    try:
        with warnings.catch_warnings(action="ignore"):
            compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return (f"is no regular expression: {error}", "correct it")
    if compiled.match(""):
        return ("matches where nothing stands", "leave out what may be missing, such as x* alone")
    if _repeats_repeats(pattern):
        return (
            "repeats without end what repeats without end itself, and may take for ever",
            "bound the outer one: (\\w+ ){1,5}",
        )
    if (careless := compiled.search(_NONSENSE)) is not None:
        matched = careless[0].strip()
        return (
            f"matches whatever is printed, even “{matched}”" if matched else "matches every space",
            "write out words that stand in each match, or name the items one by one with `prints`",
        )
    return None


def _repeats_repeats(pattern: str) -> bool:
    """Tell whether an endless repeat stands within a group that is itself repeated without end."""
    # For each open group, whether it holds an endless repeat.
    open_groups = [False]
    for atom in _ATOM.finditer(pattern):
        endless = _ENDLESS.match(pattern, atom.end()) is not None
        if atom[0] == "(":
            open_groups.append(False)
        elif atom[0] == ")" and len(open_groups) > 1:
            holds = open_groups.pop()
            if holds and endless:
                return True
            open_groups[-1] |= holds or endless
        else:
            open_groups[-1] |= endless
    return False
