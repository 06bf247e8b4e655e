"""What stands in an entry that may still be wrong: nothing about it is sure."""

from __future__ import annotations

from typing import Any


def listed(data: dict[str, Any], key: str) -> list[Any]:
    """Return the items of a key, none where it holds no list."""
    value = data.get(key)
    return value if isinstance(value, list) else []


def name_in(one: Any) -> str:
    """Return a name, written bare or with its note; empty where it is neither."""
    name = one.get("name") if isinstance(one, dict) else one
    return name if isinstance(name, str) else ""
