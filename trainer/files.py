"""Files: written whole or not at all, and stamped so that a change is noticed."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from trainer.errors import OutputError, reason_of


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
