"""Words with which messages about chapters suggest what was meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that was most likely meant by `word`; None where none is near."""
    near = get_close_matches(word, sorted(known), n=1)
    return near[0] if near else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a question after the nearest of `known`, or `otherwise` where none is near."""
    near = nearest(word, known)
    return f"did you mean {near}?" if near else otherwise


def one_of(words: Iterable[str]) -> str:
    """Return "a, b or c"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
