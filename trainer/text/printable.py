"""Text from data made safe for a terminal."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Controls could move the cursor or change colours; directional overrides could make a line read as another;
# lone surrogates cannot be encoded. Line feeds stay.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
_FIRST_CONTROL_PICTURE = 0x2400
_DELETE = 0x7F
_SPACE = 0x20


def printable(text: str) -> str:
    """Return `text` with whatever a terminal might obey replaced by something that is seen.

    Tabs become a space, the other C0 controls their pictures (␀ … ␡), all else the replacement character.
    """
    return _UNSAFE.sub(_visible, text)


def one_line(text: str) -> str:
    """Return `printable(text)` with every run of white space made one space."""
    return " ".join(printable(text).split())


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character == "\t":
        return " "
    if code < _SPACE:
        return chr(_FIRST_CONTROL_PICTURE + code)
    if code == _DELETE:
        return "\N{SYMBOL FOR DELETE}"
    return REPLACEMENT
