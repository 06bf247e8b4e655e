"""Files: written whole or not at all, and stamped so that a change is noticed."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.errors import NotFoundError, OutputError, TrainerError, reason_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_file(path: Path) -> bytes:
    """Read a file, but nothing else that may have its name: reading a pipe would never end.

    Raises:
        NotFoundError: there is no such file.
        TrainerError: it is no file, or may not be read.
    """
    mend = "make it readable"
    try:
        if not path.exists():
            is_link = path.is_symlink()
            mend = "delete the link, or let it lead to a file" if is_link else "check its name"
        if not stat.S_ISREG(path.stat().st_mode):
            kind = "a folder" if path.is_dir() else "no file"
            raise TrainerError(
                f"cannot read {path}: it is {kind}", mend=f"move it away: {path.name} is a file"
            )
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        refusal = NotFoundError if missing else TrainerError
        raise refusal(f"cannot read {path}: {reason_of(error)}", mend=mend) from error


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write `content` to `path` so that a reader sees the old file or the new one, never a part.

    Text is written as UTF-8 with line feeds at the ends of lines on every system.

    Raises:
        OutputError: the folder is missing or may not be written to, or the disk is full.
    """
    if path.is_dir():
        raise OutputError(f"cannot write {path}: it is a folder", mend="name a file")
    import tempfile  # which costs more than all else here, and is only needed for writing

    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _cannot_write(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(handle)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_new_folder(
    folder: Path, contents: Mapping[str, str | bytes], *, aside: Path | None = None
) -> None:
    """Make `folder` with these files in it, whole or not at all; folders above it are made where need be.

    Args:
        folder: must not exist unless `aside` is given, for nothing is ever overwritten.
        contents: what each file is to hold, by its bare name.
        aside: where a former folder goes once the new one is whole; must not exist.

    Raises:
        OutputError: there is such a folder or file, or it cannot be written; then all is as it was.
    """
    if aside is None and (folder.exists() or folder.is_symlink()):
        raise OutputError(
            f"there is a {folder} already", mend="choose another name, or move it away"
        )
    import shutil
    import tempfile

    temporary: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(
            tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".part")
        )
        for name, content in contents.items():
            write_atomically(temporary / name, content)
        temporary.chmod(0o777 & ~_umask())
        if aside is None:
            temporary.rename(folder)
        else:
            _exchange(temporary, folder, aside)
    except OSError as error:
        raise OutputError(
            f"cannot make {folder}: {reason_of(error)}",
            mend="choose a folder that you may write to",
        ) from error
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def _exchange(new: Path, folder: Path, aside: Path) -> None:
    """Put a folder in the place of another, which goes aside: two renames, so that next to nothing can come between."""
    aside.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(aside)
    try:
        new.rename(folder)
    except BaseException:
        aside.rename(folder)
        raise


def zipped(contents: Mapping[str, bytes], *, compressed: bool = True, attributes: int = 0) -> bytes:
    """Return a zip archive of these files, in their order, that tells neither when nor on which system it was made.

    Args:
        contents: the bytes of each file by its name.
        compressed: deflate differs between systems; stored bytes are the same everywhere.
        attributes: the external attributes of each file, or those that `zipfile` gives.
    """
    import io
    import zipfile

    buffer = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", method, compresslevel=9) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            entry.create_system = 3  # Unix, wherever it was made
            entry.external_attr = attributes
            archive.writestr(entry, content)
    return buffer.getvalue()


def program_stamp() -> str:
    """Return what changes with the program: a stamp of its modules."""
    return stamp_of(Path(__file__).parent, "*.py")


def stamp_of(folder: Path, pattern: str) -> str:
    """Return a digest of the names, sizes and times of change of the files below `folder`.

    Quicker than reading them, and enough for a cache: who touches a file has it made again. Hidden files,
    which editors leave and take away as they work, do not count.
    """
    digest = hashlib.sha256()
    for file in sorted(folder.rglob(pattern)):
        if file.name.startswith("."):
            continue
        state = file.stat()
        digest.update(f"{file.relative_to(folder)} {state.st_size} {state.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _cannot_write(path: Path, error: OSError) -> OutputError:
    if not path.parent.is_dir():
        return OutputError(
            f"cannot write {path}: there is no folder {path.parent}",
            mend="make the folder first or name another file",
        )
    return OutputError(
        f"cannot write {path}: {reason_of(error)}",
        mend="choose a file in a folder that you may write to",
    )


def _umask() -> int:
    """Return the process's umask; reading it is only possible by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
