"""Which tables a chapter has as a spreadsheet, and what stands in their columns: read off the schemas of its files."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from trainer.chapters.files import CHAPTER_FILE, LIST_FILES
from trainer.chapters.schemas import schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

ABOUT = CHAPTER_FILE.removesuffix(".yaml")

# The columns of the table about the chapter itself, which has a row for each key.
KEY, VALUE = "key", "value"

# What every entry may say stands on the right of what only such an entry says.
_FIRST = ("id", "type")
_LAST = (
    "evidence",
    "importance",
    "significance",
    "lesson",
    "voice",
    "asserted_by",
    "basis",
    "contested",
    "links",
    "ask",
    "reason",
    "status",
    "note",
    "formerly",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `counts.for` stands for the key `for` within `counts`.

    Attributes:
        path: the key, or the two keys.
        is_list: its cells hold one item a line.
        may_be_mapping: a cell, or a line of it, may hold a mapping in braces.
        allowed: the only values there are, or none where any will do.
        description: what the schema says of it.
    """

    path: tuple[str, ...]
    is_list: bool
    may_be_mapping: bool
    allowed: tuple[str, ...] = ()
    description: str = ""

    @property
    def name(self) -> str:
        """What stands at its head."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Table:
    """The entries of one file; `name` is the file's without its ending."""

    name: str
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """The file whose entries it holds."""
        return f"{self.name}.yaml"

    def column(self, name: str) -> Column | None:
        """Return the column with this head, in any case of letters."""
        return next((c for c in self.columns if c.name.casefold() == name.casefold()), None)


@cache
def tables() -> tuple[Table, ...]:
    """Return the tables in the order of the record."""
    texts = schemas()
    return tuple(_table(file.removesuffix(".yaml"), texts) for file in LIST_FILES)


@cache
def about() -> Table:
    """Return what the chapter itself may say, each key as if it were a column."""
    return Table(ABOUT, tuple(_columns(json.loads(schemas()[f"{ABOUT}.schema.json"]))))


def _table(name: str, texts: dict[str, str]) -> Table:
    found: dict[tuple[str, ...], Column] = {}
    for column in _columns(json.loads(texts[f"{name}.schema.json"])):
        known = found.get(column.path, column)
        allowed = tuple(dict.fromkeys((*known.allowed, *column.allowed)))
        found[column.path] = replace(column, allowed=allowed)
    return Table(name, tuple(sorted(found.values(), key=_rank)))


def _rank(column: Column) -> int:
    key = column.path[0]
    if key in _FIRST:
        return _FIRST.index(key) - len(_FIRST)
    return _LAST.index(key) + 1 if key in _LAST else 0


def _columns(schema: dict[str, Any]) -> Iterator[Column]:
    definitions = schema.get("$defs", {})
    for entry in _alternatives(schema.get("items", schema), definitions):
        for key, value in entry["properties"].items():
            inner = _fields_of(value, definitions)
            if inner is None:
                yield _column((key,), value, definitions)
            else:
                for name, field in inner.items():
                    yield _column((key, name), field, definitions)


def _column(path: tuple[str, ...], schema: dict[str, Any], definitions: dict[str, Any]) -> Column:
    alternatives = list(_alternatives(schema, definitions))
    lists = [each for each in alternatives if each.get("type") == "array" and "items" in each]
    items = [
        item for each in lists for item in _alternatives(each["items"], definitions)
    ] or alternatives
    return Column(
        path=path,
        is_list=bool(lists) and len(lists) == len(alternatives),
        may_be_mapping=any("properties" in item for item in items),
        allowed=() if lists else _allowed(alternatives),
        description=schema.get("description", ""),
    )


def _fields_of(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any] | None:
    """Return the fields of what is always a mapping, so that each can have its column."""
    match list(_alternatives(schema, definitions)):
        case [{"properties": dict(fields)}]:
            return fields
        case _:
            return None


def _alternatives(schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield each sort of value that a schema lets pass, null apart."""
    if "$ref" in schema:
        yield from _alternatives(definitions[schema["$ref"].rsplit("/", 1)[1]], definitions)
    elif several := schema.get("anyOf") or schema.get("oneOf"):
        for one in several:
            yield from _alternatives(one, definitions)
    elif schema.get("type") != "null":
        yield schema


def _allowed(alternatives: list[dict[str, Any]]) -> tuple[str, ...]:
    values: dict[str, None] = {}
    for each in alternatives:
        if each.get("type") == "boolean":
            values |= dict.fromkeys(("true", "false"))
        elif "enum" in each or "const" in each:
            values |= dict.fromkeys(str(value) for value in each.get("enum", [each.get("const")]))
        else:
            return ()
    return tuple(values)
