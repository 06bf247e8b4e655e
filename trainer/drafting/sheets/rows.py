"""Entries as rows of texts, and rows as the text of a chapter's file, line for line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from trainer.chapters.suggestions import nearest
from trainer.drafting.sheets.cells import (
    DateCell,
    UnreadableCellError,
    text_of,
    value_of,
    with_numbers,
)
from trainer.drafting.sheets.tables import KEY, VALUE
from trainer.drafting.yaml_text import flow
from trainer.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from trainer.drafting.sheets.tables import Column, Table

Rows = list[list[str]]

# Keys whose bare value is a date, or stands in quotes.
_WRITTEN_LIKE = {"date": "edtf", "founded": "edtf", "dissolved": "edtf", "pattern": "prints"}


@dataclass(slots=True)
class Written:
    """The text of one file, made of rows.

    Attributes:
        lines: of the file, in order.
        places: the cell that each line was made of, from the first line on.
        problems: what is wrong with the rows themselves.
    """

    lines: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the file."""
        return "".join(f"{line}\n" for line in self.lines)

    def add(self, line: str, place: Place) -> None:
        """Add one line, made of the cell at `place`."""
        self.lines.append(line)
        self.places.append(place)


def rows_of(entries: Sequence[Mapping[str, Any]], table: Table) -> Rows:
    """Return the head and a row for each entry; columns that no entry fills are left out, but for the first keys."""
    cells = [{c: _cell(entry, c) for c in table.columns} for entry in entries]
    used = [c for i, c in enumerate(table.columns) if i == 0 or any(row[c] for row in cells)]
    return [[c.name for c in used], *([row[c] for c in used] for row in cells)]


def rows_about(values: Mapping[str, Any]) -> Rows:
    """Return a row for each key of `chapter.yaml`, and for each key within a key."""
    rows = [[KEY, VALUE]]
    for key, value in values.items():
        if isinstance(value, dict):
            rows += [[f"{key}.{name}", text_of(each)] for name, each in value.items()]
        else:
            rows.append([key, text_of(value)])
    return rows


def _cell(entry: Mapping[str, Any], column: Column) -> str:
    value: Any = entry
    for key in column.path:
        value = value.get(key) if isinstance(value, dict) else None
    return "" if value is None else text_of(value)


def entries_text(rows: Rows, table: Table, file: str) -> Written:
    """Return the text of a list of entries.

    Args:
        rows: the head, and a row for each entry; empty rows are passed over.
        table: which columns there may be.
        file: what to call the table in places.
    """
    written = Written()
    head = rows[0] if rows else []
    columns = list(_columns(head, table, file, written))
    rank = {column: index for index, column in enumerate(table.columns)}
    for number, row in enumerate(rows[1:], start=2):
        written.problems += _headless(head, row, file, number)
        cells = sorted(_filled(columns, row), key=lambda cell: rank[cell[0]])
        _add_entry([(c, text, _at(file, number, i)) for c, i, text in cells], written)
    if not written.lines:
        written.add("[]", Place(file))
    return written


def about_text(rows: Rows, file: str) -> Written:
    """Return the text of `chapter.yaml`, of rows with a key and a value each."""
    written = Written()
    inner: dict[str, list[tuple[str, Place]]] = {}
    for number, row in enumerate(rows, start=1):
        key, value, *_ = [*(cell.strip() for cell in row), "", ""]
        written.problems += [
            _no_text(cell, _at(file, number, index))
            for index, cell in enumerate(row[:2])
            if isinstance(cell, DateCell)
        ]
        if not value or (number == 1 and (key.lower(), value.lower()) == (KEY, VALUE)):
            continue
        outer, dot, name = key.partition(".")
        line = f"{name if dot else key}: {flow(with_numbers(value))}"
        if dot:
            inner.setdefault(outer, []).append((f"  {line}", _at(file, number, 1)))
        else:
            written.add(line, _at(file, number, 1))
    for outer, lines in inner.items():
        written.add(f"{outer}:", lines[0][1])
        for line, place in lines:
            written.add(line, place)
    return written


def _columns(
    head: Sequence[str], table: Table, file: str, written: Written
) -> Iterator[Column | None]:
    seen: set[str] = set()
    for index, cell in enumerate(head):
        name = cell.strip()
        column = table.column(name) if name else None
        if name and column is None:
            near = nearest(name, [each.name for each in table.columns])
            mend = f'did you mean "{near}"?' if near else "delete the column, or name a known one"
            written.problems.append(Problem(_at(file, 1, index), f'unknown column "{name}"', mend))
        elif column is not None and column.name in seen:
            what = f'the column "{name}" stands twice'
            written.problems.append(Problem(_at(file, 1, index), what, "keep one of them"))
        if column is not None:
            seen.add(column.name)
        yield column


def _headless(head: Sequence[str], row: Sequence[str], file: str, number: int) -> Iterator[Problem]:
    for index, text in enumerate(row):
        if text.strip() and not (index < len(head) and head[index].strip()):
            what = "a text in a column without a name"
            yield Problem(_at(file, number, index), what, "name the column in row 1, or delete it")


def _filled(
    columns: Sequence[Column | None], row: Sequence[str]
) -> Iterator[tuple[Column, int, str]]:
    for index, (column, text) in enumerate(zip(columns, row, strict=False)):
        if column is not None and text.strip():
            yield column, index, text


def _add_entry(cells: Iterable[tuple[Column, str, Place]], written: Written) -> None:
    lead, inner = "- ", ""
    for column, text, place in cells:
        if isinstance(text, DateCell) and _WRITTEN_LIKE.get(column.path[-1]) != "edtf":
            written.problems.append(_no_text(text, place))
            continue
        try:
            value = value_of(text, column)
        except UnreadableCellError as error:
            written.problems.append(Problem(place, error.what, error.mend))
            continue
        key, *within = column.path
        if within and key != inner:
            written.add(f"{lead}{key}:", place)
            lead = "  "
        indent = "    " if within else lead
        for line in _lines(column.path[-1], value, indent):
            written.add(line, place)
        inner, lead = key if within else "", "  "


def _no_text(text: str, place: Place) -> Problem:
    """Return what to say of a date where none belongs: nobody knows any more what was typed."""
    what = f"the date {text}, where a text belongs: the spreadsheet program may have made it of what you typed"
    return Problem(place, what, "format the cell as text, and type it again")


def _lines(key: str, value: Any, lead: str) -> Iterable[str]:
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        indent = " " * len(lead)
        return [f"{lead}{key}:", *(f"{indent}  - {flow(item)}" for item in value)]
    return [f"{lead}{key}: {flow(value, key=_WRITTEN_LIKE.get(key, key))}"]


def _at(file: str, row: int, column: int) -> Place:
    """Return the place of a cell, as spreadsheets name it: `events!C5`; rows count from 1, columns from 0."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return Place(f"{file}!{letters}{row}")
