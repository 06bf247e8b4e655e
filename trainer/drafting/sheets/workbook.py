"""Tables in an Excel workbook (`.xlsx`), with the extra `sheets`."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from trainer.drafting.sheets.cells import DateCell
from trainer.drafting.sheets.tables import ABOUT, about, tables
from trainer.errors import ContentError, Place, Problem, TrainerError, reason_of
from trainer.files import write_atomically, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import ModuleType

    from openpyxl.worksheet.worksheet import Worksheet

    from trainer.drafting.sheets.rows import Rows
    from trainer.drafting.sheets.tables import Column

# What Excel lets one cell hold.
_LONGEST_CELL = 32_767

# A chapter is a few hundred KB; whatever unpacks to more than this is no chapter.
_LARGEST = 100_000_000

# Twenty thousand entries have not so many; a stray mark in the last row that there is makes more.
_MOST_CELLS = 5_000_000

# The same chapter gives the same bytes: a workbook and the files in it carry no other time.
_STAMP = datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl knows no zones

_WHEN = _STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")

_TEXT = "@"  # so that no program takes 1901-03-04 for a date of its own, or a text for a formula
# What stands in a cell of these sorts is no value.
_NO_VALUES = {"f": "a formula", "e": "the error {}"}
_WIDTHS = {"id": 28, "key": 24, "value": 90, "evidence": 60}
_WIDE, _NARROW = 36, 14
_ROWS_WITH_LISTS = 2_000


def write_workbook(contents: Mapping[str, Rows], path: Path) -> None:
    """Write tables, by name, as the sheets of one workbook.

    Raises:
        ContentError: a text is longer than a cell may be.
        OutputError: the file cannot be written.
        TrainerError: the extra is not installed.
    """
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in contents.items():
        _fill(book.create_sheet(name), rows, _columns_of(name))
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _STAMP
    buffer = io.BytesIO()
    book.save(buffer)
    write_atomically(path, _without_times(buffer.getvalue()))


def read_workbook(path: Path) -> dict[str, Rows]:
    """Return the sheets of a workbook by name, each cell as the text that a reader sees in it.

    Raises:
        ContentError: a formula or an error stands where a value should, or cells are merged.
        TrainerError: it is no workbook, or the extra is not installed.
    """
    openpyxl = _openpyxl()
    try:
        _refuse_bomb(path)
        book = openpyxl.load_workbook(path)
    except OSError as error:
        raise TrainerError(
            f"cannot read {path}: {reason_of(error)}", mend="name a workbook that you may read"
        ) from error
    except TrainerError:
        raise
    except Exception as error:
        raise TrainerError(
            f"{path} is no Excel workbook", mend="save it as .xlsx, or as a folder of .csv files"
        ) from error
    from openpyxl.utils import get_column_letter

    problems: list[Problem] = []
    found = {}
    for sheet in book.worksheets:
        where = f"{path}:{sheet.title}"
        if sheet.max_row * sheet.max_column > _MOST_CELLS:
            end = f"{get_column_letter(sheet.max_column)}{sheet.max_row}"
            mend = "delete the empty rows and columns behind the last entry"
            problems.append(Problem(Place(f"{where}!{end}"), "a table that ends here", mend))
            continue
        problems += [
            Problem(Place(f"{where}!{merged}"), "merged cells", "part them, and fill in each")
            for merged in sheet.merged_cells.ranges
        ]
        rows = [[_said(cell, where, problems) for cell in row] for row in sheet.iter_rows()]
        if any(text.strip() for row in rows for text in row):  # a new workbook brings empty ones
            found[sheet.title] = rows
    if problems:
        raise ContentError(problems)
    return found


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
    except ImportError:
        raise TrainerError(
            "Excel workbooks need the extra `sheets`",
            mend='run: pip install "chapter-trainer[sheets]" – or use a folder of .csv files',
        ) from None
    return openpyxl


def _refuse_bomb(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > _LARGEST:
        raise TrainerError(
            f"{path} unpacks to {size:,} bytes, and no more than {_LARGEST:,} are read",
            mend="save its sheets as a folder of .csv files, or make two chapters of it",
        )


def _said(cell: Any, where: str, problems: list[Problem]) -> str:
    match cell.value:
        case None:
            return ""
        case bool(value):
            return "true" if value else "false"
        case float(value) if value.is_integer():
            return str(int(value))
        case datetime() | date() as moment:
            return DateCell(moment.isoformat().removesuffix("T00:00:00"))
        case value if cell.data_type in _NO_VALUES:
            place = Place(f"{where}!{cell.coordinate}")
            what = _NO_VALUES[cell.data_type].format(value)
            problems.append(Problem(place, what, "write its value as text"))
            return str(value)
        case value:
            return str(value)


def _columns_of(name: str) -> Mapping[str, Column]:
    table = next((table for table in (about(), *tables()) if table.name == name), None)
    return {column.name: column for column in table.columns} if table else {}


def _fill(sheet: Worksheet, rows: Rows, columns: Mapping[str, Column]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, start=1):
        for index, text in enumerate(row, start=1):
            cell = sheet.cell(number, index)
            if len(text) > _LONGEST_CELL:
                place = Place(f"{sheet.title}!{cell.coordinate}")
                what = f"a text of {len(text):,} signs, of which a cell holds {_LONGEST_CELL:,}"
                raise ContentError([Problem(place, what, "write a folder of .csv files")])
            if text:
                cell.value = text
                cell.data_type = "s"  # a text that begins with = is no formula
            cell.number_format = _TEXT
            cell.alignment = wrapped
            cell.font = Font(bold=number == 1)
    sheet.freeze_panes = "B2"
    for index, name in enumerate(rows[0], start=1):
        head, letter = sheet.cell(1, index), get_column_letter(index)
        column = columns.get(name)
        width = _WIDTHS.get(name) or (_NARROW if column and column.allowed else _WIDE)
        sheet.column_dimensions[letter].width = width
        if column is not None and column.description:
            head.comment = Comment(column.description, "")
        if column is not None and column.allowed and sheet.title != ABOUT:
            _offer(sheet, letter, column.allowed)


def _offer(sheet: Worksheet, letter: str, allowed: tuple[str, ...]) -> None:
    """Let the cells of a column be chosen from a list, and refuse others as they are typed."""
    from openpyxl.worksheet.datavalidation import DataValidation

    choice = DataValidation(type="list", formula1=f'"{",".join(allowed)}"', allow_blank=True)
    choice.error = f"Write {', '.join(allowed)}"
    sheet.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{max(sheet.max_row, 1) + _ROWS_WITH_LISTS}")


def _without_times(content: bytes) -> bytes:
    """Return a zip archive with the same files, none of which tells when it was written."""
    with zipfile.ZipFile(io.BytesIO(content)) as given:
        files = {entry.filename: given.read(entry) for entry in given.infolist()}
    saved = rb"\g<1>%s\g<2>" % _WHEN
    return zipped({name: _SAVED.sub(saved, file) for name, file in files.items()})
