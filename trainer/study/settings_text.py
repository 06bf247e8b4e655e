"""`study.toml` as text: where its keys stand, and one value changed with every other byte left as it is."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

from trainer.errors import ContentError, Place, Problem, TrainerError

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")


class _Statement(NamedTuple):
    """A key with its value, or a part of a table: lines `first` to before `end`, counted from 0.

    Attributes:
        table: whether it is the header of a table, or a dotted key, which holds but a part of what `key` says.
    """

    key: str
    first: int
    end: int
    table: bool


def load(text: str, name: str) -> dict[str, Any]:
    """Return what TOML says.

    Raises:
        ContentError: it is no TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT.fullmatch(str(error))
        what, line, column = found.groups() if found else (str(error), None, None)
        line, column = int(line or text.count("\n") + 1), int(column or 1)
        what = f"this is no TOML: {what[0].lower()}{what[1:]}"
        mend = "write settings as in minutes = 10"
        raise ContentError([Problem(Place(name, line, column), what, mend)]) from error


def lines_of_keys(text: str) -> dict[str, int]:
    """Return the line, from 1, on which each key or table of a TOML text begins."""
    return {each.key: each.first + 1 for each in _statements(text.split("\n"))}


def changed(text: str, key: str, value: object, name: str) -> str:
    """Return the text with another value for `key`, or without it if `value` is None.

    Raises:
        ContentError: it is no TOML.
        TrainerError: the value is written in a way that only its author can change.
    """
    before = load(text, name)
    lines = text.split("\n")
    statements = list(_statements(lines))
    held = next((each for each in statements if each.key == key), None)
    if held is not None and held.table:
        raise _by_hand(key, name, held.first)
    if held is None:
        if value is None:
            return text
        _insert(lines, statements, f"{key} = {toml(value)}")
    elif value is None:
        del lines[held.first : held.end]
    else:
        _replace(lines, held, value, name)
    after = "\n".join(lines)
    expected = {other: said for other, said in before.items() if other != key}
    assert tomllib.loads(after) == (expected if value is None else {**expected, key: value})
    return after


def _statements(lines: list[str]) -> Iterator[_Statement]:
    """Yield the keys above the first table, and then the tables, of a text that is TOML."""
    at, in_table = 0, False
    while at < len(lines):
        start = lines[at].strip()
        if not start or start.startswith("#"):
            at += 1
            continue
        header = start.startswith("[")
        in_table = in_table or header
        end, parsed = _whole(lines, at)
        if header or not in_table:
            part = header or "." in start.partition("=")[0]
            yield _Statement(next(iter(parsed)), at, end, part)
        at = end


def _whole(lines: list[str], first: int) -> tuple[int, dict[str, Any]]:
    """Return where the statement ends that begins on line `first`: where it can be read; and what it says."""
    for end in range(first + 1, len(lines) + 1):
        try:
            return end, tomllib.loads("\n".join(lines[first:end]) + "\n")
        except tomllib.TOMLDecodeError:
            continue
    raise AssertionError("a text that is TOML has statements")


def _insert(lines: list[str], statements: list[_Statement], line: str) -> None:
    """Put a line below the last key, or above the first table."""
    ending = "\r" if any(other.endswith("\r") for other in lines) else ""
    keys = [each for each in statements if not each.table]
    if keys:
        at = keys[-1].end
    elif statements:
        at = statements[0].first
    else:
        at = len(lines) if lines[-1] else len(lines) - 1
    if at == len(lines):  # the text does not end with a line feed
        lines[-1] += ending
        lines.append("")
        lines.insert(at, line + ending)
    else:
        lines.insert(at, line + ending)


def _replace(lines: list[str], held: _Statement, value: object, name: str) -> None:
    """Write another value in place of one, and leave what stands before and after it."""
    written = "\n".join(lines[held.first : held.end])
    start = written.index("=") + 1
    end = _end_of_value(written, start)
    if "#" in written[start:end] and "\n" in written[start:end]:
        raise _by_hand(held.key, name, held.first)
    body = written[start:end]
    space = body[: len(body) - len(body.lstrip())]
    tail = body[len(body.rstrip()) :]
    line = f"{written[:start]}{space}{toml(value)}{tail}{written[end:]}"
    lines[held.first : held.end] = line.split("\n")


def _end_of_value(written: str, start: int) -> int:
    """Return where the comment behind a value begins, or the end if there is none."""
    said = tomllib.loads(written + "\n")
    for found in re.finditer("#", written[start:]):
        end = start + found.start()
        try:
            if tomllib.loads(written[:end]) == said:
                return end
        except tomllib.TOMLDecodeError:
            continue
    return len(written)


def toml(value: object) -> str:
    """Return a value as TOML writes it, in one line."""
    match value:
        case dict():
            return f"{{ {', '.join(f'{key} = {toml(each)}' for key, each in value.items())} }}"
        case list():
            return f"[{', '.join(map(toml, value))}]"
        case str():
            import json  # whose strings are strings of TOML, but for one sign

            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case dt.date():
            return value.isoformat()
        case _:
            return repr(value)


def _by_hand(key: str, name: str, line: int) -> TrainerError:
    return TrainerError(
        f"{key} is written here in a way that cannot be changed without losing something of yours",
        mend="change it in the file",
        place=Place(name, line + 1, 1),
    )
