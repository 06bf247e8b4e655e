"""From a chapter's folder to a spreadsheet, and from a spreadsheet to a chapter's folder."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.chapters.files import CHAPTER_FILE, read_files
from trainer.chapters.loading import load_chapter
from trainer.chapters.yaml_source import read_yaml
from trainer.drafting.sheets.csv_folder import read_csv_folder, write_csv_folder
from trainer.drafting.sheets.rows import (
    Rows,
    Written,
    about_text,
    entries_text,
    rows_about,
    rows_of,
)
from trainer.drafting.sheets.tables import ABOUT, tables
from trainer.drafting.sheets.workbook import read_workbook, write_workbook
from trainer.errors import ContentError, NotFoundError, OutputError, Place, Problem, TrainerError
from trainer.files import write_new_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.chapters.record import Chapter

WORKBOOK = ".xlsx"


def write_sheets(folder: Path, output: Path) -> None:
    """Write the chapter in `folder` as a workbook, or as a folder of CSV files where `output` has no ending.

    Comments in the chapter's files are not carried over; all else is.

    Raises:
        ContentError: something is wrong with the chapter.
        TrainerError: it cannot be read, or `output` not written.
    """
    load_chapter(folder)
    contents = read_files(folder)
    data = {
        name.removesuffix(".yaml"): read_yaml(content, str(folder / name)).data
        for name, content in contents.items()
    }
    found: dict[str, Rows] = {ABOUT: rows_about(data[ABOUT])}
    found |= {table.name: rows_of(data.get(table.name) or [], table) for table in tables()}
    if output.suffix.lower() == WORKBOOK:
        write_workbook(found, output)
    else:
        write_csv_folder(found, output)


def read_sheets(source: Path, folder: Path) -> Chapter:
    """Write the chapter that a workbook or a folder of CSV files holds into a new `folder`, and return it.

    Nothing is written unless all of it is right.

    Raises:
        ContentError: what is wrong, each with its table and cell.
        NotFoundError: there is no `source`.
        OutputError: `folder` is there already, or cannot be written.
        TrainerError: `source` cannot be read.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise OutputError(
            f"{folder} is there already", mend="name a new folder: a chapter is not overwritten"
        )
    if not source.exists():
        raise NotFoundError(
            f"there is no {source}", mend="name a workbook or a folder of .csv files"
        )
    contents = read_workbook(source) if source.is_file() else read_csv_folder(source)
    files, problems = _files(contents, source)
    if problems:
        raise ContentError(problems)
    texts = {name: written.text for name, written in files.items()}
    with tempfile.TemporaryDirectory() as temporary:
        trial = Path(temporary) / folder.resolve().name
        write_new_folder(trial, texts)
        try:
            chapter = load_chapter(trial)
        except ContentError as error:
            raise ContentError(
                [_at_its_cell(problem, files) for problem in error.problems]
            ) from None
    if folder.is_dir():  # and empty
        folder.rmdir()
    write_new_folder(folder, texts)
    return chapter


def _files(contents: Mapping[str, Rows], source: Path) -> tuple[dict[str, Written], list[Problem]]:
    known = {table.name: table for table in tables()}
    problems, files = [], {}
    if ABOUT not in contents:
        what = f"there is no table “{ABOUT}”"
        raise TrainerError(
            what,
            mend="add it, with a key and a value in each row: title, …",
            place=Place(str(source)),
        )
    for name, rows in contents.items():
        called = f"{source}:{name}"
        if name == ABOUT:
            files[CHAPTER_FILE] = about_text(rows, called)
        elif name in known:
            files[f"{name}.yaml"] = entries_text(rows, known[name], called)
        else:
            mend = f"delete it, or give it one of these names: {', '.join((ABOUT, *known))}"
            problems.append(Problem(Place(called), "no table of a chapter has this name", mend))
    problems += [problem for written in files.values() for problem in written.problems]
    return files, problems


def _at_its_cell(problem: Problem, files: Mapping[str, Written]) -> Problem:
    """Return a problem of a file's line with the cell that the line was made of."""
    if problem.place is None:
        return problem
    written = files.get(Path(problem.place.file).name)
    line = problem.place.line
    if written is None or not 0 < line <= len(written.places):
        return problem._replace(place=None)
    return problem._replace(place=written.places[line - 1])
