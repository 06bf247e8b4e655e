"""`trainer chapter to-sheet|from-sheet`: a chapter as a spreadsheet and back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from trainer.cli.diagnostics import narrate
from trainer.cli.patience import LONG_SHEET, tell_if_long
from trainer.content import find_chapter, find_places
from trainer.text.plurals import counted

app = App(name="chapter", help="A chapter as a spreadsheet and back.", help_format="plaintext")

Output = Annotated[Path, Parameter(name=["--output", "-o"])]


@app.command
def to_sheet(chapter: str, /, *, output: Output) -> None:
    """Write a chapter as a spreadsheet, one table for each of its files.

    Parameters
    ----------
    chapter
        The id or path of a chapter.
    output
        A workbook whose name ends in .xlsx, or a folder for .csv files.
    """
    from trainer.drafting.sheets.converting import write_sheets

    folder = find_chapter(chapter, find_places(os.environ))
    tell_if_long(f"reading {folder.name}", folder)
    write_sheets(folder, output)
    narrate(f"{output}: written; comments in the files stay where they are – back: from-sheet")


@app.command
def from_sheet(sheet: Path, /, *, output: Output) -> None:
    """Write a chapter from a spreadsheet, unless anything in it is wrong.

    Parameters
    ----------
    sheet
        A workbook, or a folder of .csv files.
    output
        The new folder of the chapter; its name is the chapter's id.
    """
    from trainer.drafting.sheets.converting import read_sheets

    tell_if_long(f"reading {sheet.name}", sheet, LONG_SHEET)
    chapter = read_sheets(sheet, output)
    facts = counted(len(chapter.facts()), "fact")
    narrate(f"{output}: {facts} – next: trainer check {output}")
