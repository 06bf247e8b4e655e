"""What an author is to put in words of their own: it stands in “…” where drafts are made."""

from __future__ import annotations

from typing import Any

_WORDED = ("title", "statement", "motion", "question")


def unworded(data: Any) -> str | None:
    """Return the key of an entry whose value is still in the text's own words, if there is one."""
    if not isinstance(data, dict):
        return None
    return next((key for key in _WORDED if _is_quotation(data.get(key))), None)


def _is_quotation(value: Any) -> bool:
    said = value.get("value") if isinstance(value, dict) else value
    return isinstance(said, str) and said.startswith("“") and said.endswith("”")
