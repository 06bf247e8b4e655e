"""Entries as the text of a chapter's file: one key a line, dates and evidence in a row, tokens in quotes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PLAIN = re.compile(r"[A-Za-z](?:[\w ./\u2019-]*[\w.\u2019])?", re.ASCII)
_QUOTED_KEYS = frozenset({"prints"})
# EDTF that YAML readers elsewhere leave alone.
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:/\d{4}(?:-\d{2}){0,2})?~?")


def entries_text(entries: Sequence[Mapping[str, Any]]) -> tuple[str, list[int]]:
    """Return entries as a list, and the line, from 1, at which each begins."""
    lines: list[str] = []
    begin: list[int] = []
    for entry in entries:
        begin.append(len(lines) + 1)
        lead = "- "
        for key, value in entry.items():
            lines += _pair(key, value, lead)
            lead = "  "
    return "".join(f"{line}\n" for line in lines) or "[]\n", begin


def mapping_text(values: Mapping[str, Any]) -> str:
    """Return a mapping, one key a line."""
    return "".join(f"{key}: {flow(value)}\n" for key, value in values.items())


def _pair(key: str, value: Any, lead: str) -> list[str]:
    if key in {"people", "evidence", "candidates", "alternatives"} and len(value) > 1:
        return [f"{lead}{key}:", *(f"    - {flow(item)}" for item in value)]
    return [f"{lead}{key}: {flow(value, key=key)}"]


def flow(value: Any, *, key: str = "") -> str:
    """Return a value as it stands in a row."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() if key not in _QUOTED_KEYS:
            return str(value)
        case dict():
            return (
                f"{{{', '.join(f'{name}: {flow(one, key=name)}' for name, one in value.items())}}}"
            )
        case list():
            return f"[{', '.join(flow(one, key=key) for one in value)}]"
        case _:
            text = str(value)
            plain = _PLAIN_DATE if key == "edtf" else _PLAIN
            if key not in _QUOTED_KEYS and plain.fullmatch(text):
                return text
            return json.dumps(text, ensure_ascii=False)
