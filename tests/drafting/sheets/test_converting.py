"""A chapter goes into a spreadsheet and comes back as it was; what is wrong is told by table and cell."""

from __future__ import annotations

import zipfile
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.cell import Cell

from tests.fixtures import HARBOUR_COUNCIL, MILL_LANE, YEAR_1917
from trainer.chapters.loading import load_chapter
from trainer.drafting.sheets.converting import read_sheets, write_sheets
from trainer.drafting.sheets.csv_folder import read_csv_folder, write_csv_folder
from trainer.drafting.sheets.workbook import read_workbook, write_workbook
from trainer.errors import ContentError, OutputError, TrainerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def told(value: Any) -> Any:
    """Return what a record tells, without the lines at which its files tell it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: told(getattr(value, field.name))
            for field in fields(value)
            if field.name not in {"source", "digest"}
        }
    if isinstance(value, tuple | list):
        return [told(each) for each in value]
    if isinstance(value, dict):
        return {key: told(each) for key, each in value.items()}
    return value


@pytest.mark.parametrize("name", ["book.xlsx", "tables"])
@pytest.mark.parametrize(
    "chapter", [MILL_LANE, HARBOUR_COUNCIL, YEAR_1917], ids=lambda chapter: chapter.name
)
def test_a_chapter_comes_back_as_it_was(chapter: Path, name: str, tmp_path: Path) -> None:
    sheet, back = tmp_path / name, tmp_path / "back" / chapter.name
    write_sheets(chapter, sheet)
    assert told(read_sheets(sheet, back)) == told(load_chapter(chapter)) == told(load_chapter(back))


def test_the_same_chapter_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_sheets(MILL_LANE, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def book_with(tmp_path: Path, sheet: str, cell: str, value: Any) -> Path:
    """Return a workbook of the chapter in which one cell has another value."""
    path = tmp_path / "book.xlsx"
    write_sheets(MILL_LANE, path)
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    book.save(path)
    return path


def column_of(tmp_path: Path, sheet: str, name: str) -> str:
    path = tmp_path / "look.xlsx"
    write_sheets(MILL_LANE, path)
    head = next(openpyxl.load_workbook(path)[sheet].iter_rows(max_row=1))
    return next(c.column_letter for c in head if isinstance(c, Cell) and c.value == name)


def complaints(book: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_sheets(book, book.parent / "back")
    assert not (book.parent / "back").exists(), "nothing is written of what is wrong"
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("sheet", "column", "value", "says"),
    [
        ("events", "importance", "vital", 'importance: "vital" is not known'),
        ("events", "date", "1901-13-01", "there is no month 13"),
        ("events", "lesson", "no-such-lesson", "no-such-lesson"),
        ("votes", "counts.for", "many", 'for: "many" is not a whole number'),
        ("persons", "offices", "{id: chair, role", "a closing brace"),
        ("persons", "evidence", "{paragraph: 2, prints: [Agnes Pell]}", "is not quoted"),
    ],
)
def test_what_is_wrong_is_told_by_its_cell(
    sheet: str, column: str, value: str, says: str, tmp_path: Path
) -> None:
    cell = f"{column_of(tmp_path, sheet, column)}2"
    book = book_with(tmp_path, sheet, cell, value)
    assert any(f"{book}:{sheet}!{cell}: " in each and says in each for each in complaints(book))


def test_a_text_below_no_head_is_told(tmp_path: Path) -> None:
    book = book_with(tmp_path, "events", "AZ2", "a thought")
    says = "a text in a column without a name – name the column in row 1, or delete it"
    assert complaints(book) == [f"{book}:events!AZ2: {says}"]


def test_an_unknown_column_is_told_with_the_nearest(tmp_path: Path) -> None:
    cell = f"{column_of(tmp_path, 'events', 'title')}1"
    book = book_with(tmp_path, "events", cell, "titel")
    assert f'{book}:events!{cell}: unknown column "titel" – did you mean "title"?' in complaints(
        book
    )


def test_a_sheet_of_ones_own_is_told_with_the_names_there_are(tmp_path: Path) -> None:
    book = changed(tmp_path, lambda book: book.create_sheet("my notes").append(["look this up"]))
    (said,) = complaints(book)
    assert said.startswith(f"{book}:my notes: no table of a chapter has this name – delete it, or")
    assert "chapter, lessons, persons" in said


def test_heads_may_be_in_any_case_of_letters(tmp_path: Path) -> None:
    cell = f"{column_of(tmp_path, 'events', 'title')}1"
    book = book_with(tmp_path, "events", cell, "Title ")
    assert told(read_sheets(book, tmp_path / "mill-lane")) == told(load_chapter(MILL_LANE))
    twice = book_with(tmp_path, "events", f"{column_of(tmp_path, 'events', 'place')}1", "TITLE")
    assert any('the column "TITLE" stands twice' in each for each in complaints(twice))


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        ("events", "title"),
        ("votes", "counts.for"),
        ("persons", "other_names"),
        ("chapter", "value"),
    ],
)
def test_a_date_that_the_program_made_of_a_text_is_told(
    sheet: str, column: str, tmp_path: Path
) -> None:
    cell = f"{column_of(tmp_path, sheet, column)}2"
    book = book_with(tmp_path, sheet, cell, datetime(2026, 2, 1))  # noqa: DTZ001
    said = f"{book}:{sheet}!{cell}: the date 2026-02-01, where a text belongs"
    assert any(each.startswith(said) for each in complaints(book))


@pytest.mark.parametrize(
    ("value", "says"),
    [("=1+1", "a formula – write its value as text"), ("#N/A", "the error #N/A – write its value")],
)
def test_a_formula_or_an_error_is_refused(value: str, says: str, tmp_path: Path) -> None:
    book = book_with(tmp_path, "events", "B2", value)
    (said,) = complaints(book)
    assert said.startswith(f"{book}:events!B2: {says}")


def changed(tmp_path: Path, change: Callable[[openpyxl.Workbook], object]) -> Path:
    """Return a workbook of the chapter to which something was done."""
    path = tmp_path / "book.xlsx"
    write_sheets(MILL_LANE, path)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def test_merged_cells_are_refused_as_only_the_first_would_be_read(tmp_path: Path) -> None:
    book = changed(tmp_path, lambda book: book["events"].merge_cells("B2:B4"))
    assert f"{book}:events!B2:B4: merged cells – part them, and fill in each" in complaints(book)


def test_a_table_that_ends_in_the_last_row_there_is_is_not_read_to_its_end(tmp_path: Path) -> None:
    book = changed(tmp_path, lambda book: book["events"].cell(1_048_576, 16_384, " "))
    (said,) = complaints(book)
    assert said.startswith(f"{book}:events!XFD1048576: a table that ends here – delete the empty")


def rearrange(book: openpyxl.Workbook) -> None:
    """Do what nobody means to change anything by."""
    book.create_sheet("Sheet1")
    for sheet in book.worksheets[1:-1]:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for at, row in enumerate(rows, start=1):
            for column, value in enumerate([*reversed(row), None, "  "], start=1):
                cell = sheet.cell(at, column)
                cell.value = f"{value}  " if value else None
                cell.data_type = "s"  # a text that begins with = too
        sheet.insert_rows(2, 2)
        sheet.sheet_state = "hidden"


def test_order_and_blanks_and_empty_or_hidden_sheets_do_not_matter(tmp_path: Path) -> None:
    back = read_sheets(changed(tmp_path, rearrange), tmp_path / "back" / MILL_LANE.name)
    assert told(back) == told(load_chapter(MILL_LANE))


def test_quotes_of_a_word_processor_are_told_with_those_to_write(tmp_path: Path) -> None:
    cell = f"{column_of(tmp_path, 'persons', 'evidence')}2"
    book = book_with(tmp_path, "persons", cell, "{paragraph: 2, prints: [“Agnes Pell”]}")
    mend = 'is in curly quotes – write straight ones: "Agnes Pell"'
    assert f"{book}:persons!{cell}: the token “Agnes Pell” {mend}" in complaints(book)


def test_every_list_to_choose_from_is_short_enough_and_offers_what_stands_there(
    tmp_path: Path,
) -> None:
    write_sheets(MILL_LANE, tmp_path / "book.xlsx")
    lists = 0
    for sheet in openpyxl.load_workbook(tmp_path / "book.xlsx").worksheets:
        for choice in sheet.data_validations.dataValidation:
            assert len(choice.formula1) <= 257, "the most that Excel opens, quotes included"
            offered = {*choice.formula1.strip('"').split(","), None}
            assert {cell.value for (cell,) in sheet[str(choice.sqref)]} <= offered
            lists += 1
    assert lists > 10


def test_a_damaged_sheet_in_a_workbook_is_told(tmp_path: Path) -> None:
    write_sheets(MILL_LANE, tmp_path / "whole.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "whole.xlsx") as whole,
        zipfile.ZipFile(tmp_path / "book.xlsx", "w") as half,
    ):
        for name in whole.namelist():
            content = whole.read(name)
            half.writestr(name, content[: len(content) // 2] if "sheet3" in name else content)
    with pytest.raises(TrainerError, match="is no Excel workbook"):
        read_workbook(tmp_path / "book.xlsx")


def test_what_a_spreadsheet_program_made_of_a_value_is_read_as_it_was_typed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("x")
    for value in (True, 6, 6.0, 6.5, datetime(1901, 3, 4)):  # noqa: DTZ001
        sheet.append([value])
    book.save(tmp_path / "book.xlsx")
    rows = read_workbook(tmp_path / "book.xlsx")["x"]
    assert rows == [["true"], ["6"], ["6"], ["6.5"], ["1901-03-04"]]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-0043", "@x", "'quoted", "'=x", "a,b", 'a "b"', "ä\nb"]
)
def test_a_text_is_no_formula_and_comes_back_as_it_was(text: str, tmp_path: Path) -> None:
    contents = {"x": [["head"], [text]]}
    write_csv_folder(contents, tmp_path / "csv")
    write_workbook(contents, tmp_path / "book.xlsx")
    assert read_csv_folder(tmp_path / "csv") == contents
    assert read_workbook(tmp_path / "book.xlsx") == contents
    assert openpyxl.load_workbook(tmp_path / "book.xlsx")["x"]["A2"].data_type == "s"
    raw = (tmp_path / "csv" / "x.csv").read_text(encoding="utf-8-sig").split("\n", 1)[1]
    assert not raw.startswith(("=", "+", "-", "@"))


def test_cells_parted_by_semicolons_are_read(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes('id;gloss\na;"b, c"\n'.encode("utf-8-sig"))
    assert read_csv_folder(tmp_path) == {"x": [["id", "gloss"], ["a", "b, c"]]}


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("book.xlsx", b"no workbook", "is no Excel workbook"),
        ("book.xlsx", b"", "is no Excel workbook"),
        ("tables/chapter.csv", b"key,value\ntitle,M\xfchle\n", "is not UTF-8"),
        ("tables/chapter.csv", b'key,value\ntitle,"open\n', "is no CSV"),
        ("tables/events.csv", b"id\n", "there is no table"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_in_words(
    name: str, content: bytes, says: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    with pytest.raises(TrainerError, match=says):
        read_sheets(tmp_path / name.partition("/")[0], tmp_path / "back")


def test_a_chapter_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    write_sheets(MILL_LANE, tmp_path / "book.xlsx")
    (tmp_path / "back").mkdir()
    (tmp_path / "back" / "mine.txt").write_text("mine")
    with pytest.raises(OutputError, match="is there already"):
        read_sheets(tmp_path / "book.xlsx", tmp_path / "back")
    assert [path.name for path in (tmp_path / "back").iterdir()] == ["mine.txt"]


def test_a_cell_that_a_workbook_cannot_hold_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="of which a cell holds 32,767"):
        write_workbook({"x": [["head"], ["a" * 40_000]]}, tmp_path / "book.xlsx")
    assert not (tmp_path / "book.xlsx").exists()
