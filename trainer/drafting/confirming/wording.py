"""What an author is to put in words of their own: it stands in “…” where drafts are made."""

from __future__ import annotations

from typing import Any

from trainer.chapters.own_words import WORDED, is_quotation


def unworded(data: Any) -> str | None:
    """Return the key of an entry whose value is still in the text's own words, if there is one."""
    if not isinstance(data, dict):
        return None
    return next((key for key in WORDED if _is_quotation(data.get(key))), None)


def _is_quotation(value: Any) -> bool:
    said = value.get("value") if isinstance(value, dict) else value
    return isinstance(said, str) and is_quotation(said)
