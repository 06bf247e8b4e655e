"""The names that chapters and decks may have, and the one to use where somebody wrote another."""

from __future__ import annotations

import re

from trainer.errors import UsageError
from trainer.text.folding import fold

LONGEST_NAME = 60

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# Names that Windows keeps for devices: a folder of this name could not be given to everybody.
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
}


def is_name(name: str) -> bool:
    """Tell whether a chapter or deck may have this name, which is also its id, on every system."""
    return bool(_NAME.fullmatch(name)) and len(name) <= LONGEST_NAME and name not in _DEVICES


def check_name(name: str, sort: str) -> None:
    """Refuse what cannot be the name of a new `sort` (chapter or deck).

    Raises:
        UsageError: says why, and what to write instead.
    """
    if is_name(name):
        return
    if name in _DEVICES:
        raise UsageError(
            f"a {sort} cannot be called {name}: some systems keep that name for themselves",
            mend=f"call it {name}-{sort}, for example",
        )
    if not name:
        raise UsageError(f"a {sort} needs a name", mend="write one such as harbour-lamp")
    what = (
        f"a {sort}'s name has at most {LONGEST_NAME} letters; this has {len(name)}"
        if len(name) > LONGEST_NAME
        else f'a {sort} cannot be called "{name}": a name has lower-case letters, digits and single hyphens'
    )
    likely = likely_name(name)
    raise UsageError(what, mend=f"call it {likely}" if likely else "write one such as harbour-lamp")


def likely_name(text: str) -> str:
    """Return the name that is nearest to `text`; empty where it has no Latin letters or digits."""
    words = re.findall("[a-z0-9]+", fold(text).replace("'", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:LONGEST_NAME]
        if len(longer) > LONGEST_NAME:
            break
        name = longer
    return name if is_name(name) else ""
