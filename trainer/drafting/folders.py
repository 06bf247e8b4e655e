"""A draft as a chapter's folder: written whole or not at all, never over anything."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.chapters.files import LIST_FILES
from trainer.chapters.naming import is_name, likely_name
from trainer.chapters.starting import started_file
from trainer.content import shipped_root
from trainer.errors import OutputError, reason_of
from trainer.files import write_new_folder

if TYPE_CHECKING:
    from trainer.drafting.drafting import Draft


def check_folder(folder: Path) -> None:
    """Refuse a folder that a chapter cannot be written to.

    Raises:
        OutputError: something is in it, or its name is no id.
    """
    name = folder.resolve().name
    if not is_name(name):
        raise OutputError(
            f"{folder} cannot be a chapter: its name is the chapter's id, in lower-case letters, digits and single "
            "hyphens",
            mend=f"name it {folder.parent / (likely_name(name) or 'my-chapter')}",
        )
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise OutputError(f"{folder} is there already", mend="name a new folder")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise OutputError(
                f"{folder} is not empty, and nothing is written over",
                mend="name a new folder, or move what is in it away",
            )
    except OSError as error:
        raise _cannot(folder, error) from error


def write_draft(
    draft: Draft, folder: Path, source: Path, schemas: Path | None = None
) -> tuple[str, ...]:
    """Write the files of a draft, and return the names of those in which something was found.

    All are written or none. A file in which nothing was found is as `trainer new chapter` writes it.

    Args:
        draft: what was found.
        folder: the chapter's; may be there if it is empty, and is made with those above it if not.
        source: the text that it was made from.
        schemas: the folder of the JSON schemas that the files are to name; those that ship if left out.

    Raises:
        OutputError: as `check_folder`, or the disk is full.
    """
    check_folder(folder)
    schemas = schemas or shipped_root() / "schemas"
    found = draft.texts(source.name, Path(os.path.relpath(schemas, folder.resolve())).as_posix())
    empty = {name: started_file(name, folder, schemas) for name in LIST_FILES if name not in found}
    try:
        if folder.is_dir():
            folder.rmdir()
    except OSError as error:
        raise _cannot(folder, error) from error
    write_new_folder(folder, found | empty)
    return tuple(found)


def _cannot(folder: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write {folder}: {reason_of(error)}",
        mend="choose a folder that you may write to",
    )
