"""A draft as a chapter's folder: written whole or not at all, never over anything."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.chapters.models.base import ID_PATTERN
from trainer.content import shipped_root
from trainer.errors import OutputError, reason_of
from trainer.text.folding import fold

if TYPE_CHECKING:
    from trainer.drafting.drafting import Draft


def check_folder(folder: Path) -> None:
    """Refuse a folder that a chapter cannot be written to.

    Raises:
        OutputError: something is in it, its name is no id, or there is no folder to make it in.
    """
    name = folder.resolve().name
    if not re.fullmatch(ID_PATTERN, name):
        better = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "my-chapter"
        raise OutputError(
            f"{folder} cannot be a chapter: its name is the chapter's id, in lower-case letters, digits and single "
            "hyphens",
            mend=f"name it {folder.parent / better}",
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
    if not folder.parent.is_dir():
        raise OutputError(
            f"cannot write {folder}: there is no folder {folder.parent}",
            mend="make it first or name another folder",
        )


def write_draft(draft: Draft, folder: Path, source: Path) -> tuple[str, ...]:
    """Write the files of a draft and return their names.

    They are written beside the folder and put in its place together.

    Raises:
        OutputError: as `check_folder`, or the disk is full.
    """
    check_folder(folder)
    schemas = Path(os.path.relpath(shipped_root() / "schemas", folder.resolve())).as_posix()
    texts = draft.texts(source.name, schemas)
    try:
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".part"))
    except OSError as error:
        raise _cannot(folder, error) from error
    try:
        for name, text in texts.items():
            made.joinpath(name).write_text(text, encoding="utf-8", newline="\n")
        made.chmod(0o755)
        if folder.is_dir():
            folder.rmdir()
        made.rename(folder)
    except OSError as error:
        raise _cannot(folder, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return tuple(texts)


def _cannot(folder: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write {folder}: {reason_of(error)}",
        mend="choose a folder that you may write to",
    )
