"""Rules written as text, over pieces: a name in small letters is a sort of piece or another rule.

`|`, `?`, `*`, `(…)` and `(?!…)` mean what they mean in a regular expression; white space is free. A rule
becomes a regular expression over the *shape* of a text, in which every piece is one character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.dates.written.vocabulary import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.dates.written.tokens import Piece

# Characters that no regular expression and no text gives a meaning.
_LETTERS = {sort.name.lower(): chr(0xE000 + sort.value) for sort in Sort}
_NAME = re.compile("[a-z_]+")


def shape(pieces: Iterable[Piece]) -> str:
    """Return one character for each piece, by its sort."""
    return "".join(_LETTERS[piece.sort.name.lower()] for piece in pieces)


def compile_rules(rules: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Return each rule as a pattern over shapes; a rule names only sorts and rules before it."""
    known = dict(_LETTERS)
    for name, rule in rules.items():
        pattern = _NAME.sub(lambda match: known[match[0]], rule)
        known[name] = f"(?:{pattern.replace(' ', '')})"
    return {name: re.compile(known[name]) for name in rules}
