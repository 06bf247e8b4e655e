"""The words behind a relative date that say what it is reckoned from: `before` the insurrection."""

from __future__ import annotations

import re

_LINK = re.compile(r"\s+(?:of|when|that|on which)\b")
_END = re.compile(
    r"[^\w\s'\u2018\u2019-]|\s[–—-]+\s|\s(?:and|but|or|which|who|while|because|where|he|she|they|it|we|so)\b"
)
# "What was made four days before was lost": these begin no name of an event.
_NO_ANCHOR = re.compile(
    r"\s*(?:was|were|is|had|has|have|would|could|did|to|there|then|for|in|on|at|with|by|from)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s*[\w'\u2019-]+")
_LONGEST = 8
# Nor are eight words any longer than so many characters.
_REACH = 200


def anchor_after(text: str, stop: int) -> str | None:
    """Return up to eight words from `stop` to the end of their clause; None if they name nothing."""
    link = _LINK.match(text, stop)
    start = link.end() if link else stop
    first = _WORD.match(text, start)
    if first is None or _NO_ANCHOR.match(text, start):
        return None
    limit = start + _REACH
    end = _END.search(text, first.end(), limit)
    return " ".join(text[start : end.start() if end else limit].split()[:_LONGEST])
