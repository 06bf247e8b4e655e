"""Checks values against a JSON schema, in the words that our schemas use."""

from __future__ import annotations

import re
from typing import Any

Schema = dict[str, Any]

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}


def fits(value: Any, schema: Schema, root: Schema) -> bool:
    """Tell whether `value` is as `schema` says; `root` holds what it refers to."""
    if "$ref" in schema:
        target = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        return fits(value, target, root)
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return any(fits(value, option, root) for option in schema[word])
    return (
        _type_fits(value, schema)
        and value in schema.get("enum", [value])
        and value == schema.get("const", value)
        and _text_fits(value, schema)
        and _number_fits(value, schema)
        and _list_fits(value, schema, root)
        and _mapping_fits(value, schema, root)
    )


def _type_fits(value: Any, schema: Schema) -> bool:
    types = schema.get("type", list(_TYPES))
    types = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in types
    return any(isinstance(value, _TYPES[name]) for name in types)


def _text_fits(value: Any, schema: Schema) -> bool:
    if not isinstance(value, str):
        return True
    return len(value) >= schema.get("minLength", 0) and bool(
        re.search(schema.get("pattern", ""), value)
    )


def _number_fits(value: Any, schema: Schema) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return True
    above = schema.get("exclusiveMinimum", float("-inf")) < value
    return above and bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))


def _list_fits(value: Any, schema: Schema, root: Schema) -> bool:
    if not isinstance(value, list):
        return True
    items = schema.get("prefixItems") or [schema.get("items", {})] * len(value)
    enough = schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
    return enough and all(fits(item, each, root) for item, each in zip(value, items, strict=False))


def _mapping_fits(value: Any, schema: Schema, root: Schema) -> bool:
    if not isinstance(value, dict):
        return True
    if not set(schema.get("required", ())) <= value.keys():
        return False
    expected = dict(schema.get("properties", {}))
    for pattern, each in schema.get("patternProperties", {}).items():
        expected.update({key: each for key in value if re.search(pattern, key)})
    return all(key in expected and fits(item, expected[key], root) for key, item in value.items())
