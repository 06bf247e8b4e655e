"""Tables as a folder of CSV files, one each, as every spreadsheet program reads and writes them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from trainer.errors import OutputError, TrainerError, reason_of
from trainer.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.drafting.sheets.rows import Rows

# A cell that begins so is a formula to a spreadsheet program, unless an apostrophe stands before it.
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def write_csv_folder(contents: Mapping[str, Rows], folder: Path) -> None:
    """Write one file a table, in UTF-8 with the mark by which Excel knows it.

    Raises:
        OutputError: the folder cannot be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"cannot make {folder}: {reason_of(error)}", mend="name another"
        ) from error
    for name, rows in contents.items():
        buffer = io.StringIO(newline="")
        csv.writer(buffer).writerows([[_as_text(cell) for cell in row] for row in rows])
        write_atomically(folder / f"{name}.csv", buffer.getvalue().encode("utf-8-sig"))


def read_csv_folder(folder: Path) -> dict[str, Rows]:
    """Return the rows of every CSV file in a folder, by the file's name without its ending.

    Raises:
        TrainerError: a file cannot be read, is not UTF-8 or is no CSV.
    """
    return {path.stem: _read(path) for path in sorted(folder.glob("*.csv"))}


def _read(path: Path) -> Rows:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise TrainerError(
            f"cannot read {path}: {reason_of(error)}", mend="make it readable"
        ) from error
    except UnicodeDecodeError:
        raise TrainerError(
            f"{path} is not UTF-8", mend="save it as “CSV UTF-8” in the spreadsheet program"
        ) from None
    # Where the comma is the decimal sign, spreadsheet programs part the cells with semicolons.
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise TrainerError(f"{path} is no CSV: {error}", mend="save it again as CSV") from None
    return [[_from_text(cell) for cell in row] for row in rows]


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_LIKE_A_FORMULA) else cell


def _from_text(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_LIKE_A_FORMULA) else cell
