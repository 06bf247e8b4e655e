"""The files of a new chapter: commented, with an example in each, and well as they stand."""

from __future__ import annotations

from os.path import relpath
from typing import TYPE_CHECKING

from trainer.chapters.files import CHAPTER_FILE, LIST_FILES
from trainer.chapters.naming import check_name
from trainer.content import shipped_root
from trainer.files import write_atomically, write_new_folder

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.content import Places

TEMPLATES = "templates"


def start_chapter(name: str, parent: Path, schemas: Path) -> Path:
    """Write a new chapter into `parent`/`name` and return that folder.

    Args:
        name: the chapter's id.
        parent: made where need be.
        schemas: the folder of the JSON schemas that the files are to name.

    Raises:
        UsageError: no chapter can have this name.
        OutputError: there is such a folder already, or it cannot be written.
    """
    check_name(name, "chapter")
    folder = parent / name
    files = {file: started_file(file, folder, schemas) for file in (CHAPTER_FILE, *LIST_FILES)}
    files[CHAPTER_FILE] = files[CHAPTER_FILE].replace("TITLE", title_of(name), 1)
    write_new_folder(folder, files)
    return folder


def started_file(file: str, folder: Path, schemas: Path) -> str:
    """Return what a new chapter's file says: its schema, what belongs into it, and an example."""
    template = resource(__package__ or "", file)
    return f"{schema_line(file, folder, schemas)}\n{template}"


def schema_line(file: str, folder: Path, schemas: Path) -> str:
    """Return the line by which an editor finds the schema of a file of this name in `folder`."""
    return named_schema(schemas / f"{file.removesuffix('.yaml')}.schema.json", folder)


def named_schema(schema: Path, folder: Path) -> str:
    """Return the line that names `schema` to an editor, by the way from `folder` where there is one."""
    try:
        way = relpath(schema.resolve(), folder.resolve())
    except ValueError:  # another drive
        way = str(schema.resolve())
    return f"# yaml-language-server: $schema={way.replace(chr(92), '/')}"


def schemas_for(parent: Path, places: Places) -> Path:
    """Return the schemas that new files in `parent` are to name: those beside it, or a copy in the library."""
    beside = parent.resolve().parent / "schemas"
    if parent != places.library / parent.name and beside.joinpath("deck.schema.json").is_file():
        return beside
    return copy_schemas(shipped_root() / "schemas", places.library / "schemas")


def copy_schemas(shipped: Path, target: Path) -> Path:
    """Bring the schemas in `target` up to those that ship, and return `target`.

    Raises:
        OutputError: it cannot be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    for schema in sorted(shipped.glob("*.schema.json")):
        content, copy = schema.read_bytes(), target / schema.name
        if not copy.is_file() or copy.read_bytes() != content:
            write_atomically(copy, content)
    return target


def title_of(name: str) -> str:
    """Return a title to begin with: "Harbour lamp"."""
    return name.replace("-", " ").capitalize()


def resource(package: str, file: str) -> str:
    """Return the text of a template that comes with `package`."""
    from importlib.resources import files

    return (files(package) / TEMPLATES / file).read_text(encoding="utf-8")
