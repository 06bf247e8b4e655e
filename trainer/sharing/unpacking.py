"""Reads a package that anybody may have made: nothing in it is trusted, nothing is written from it here.

Only files of a chapter, by their very names and in one folder, are ever read, each up to a bound; what else a package
holds is a reason to refuse all of it.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.chapters.files import CHAPTER_FILE, digest_of
from trainer.chapters.naming import is_name
from trainer.errors import ContentError, NotFoundError, Place, Problem, reason_of
from trainer.sharing.package import FILES, LARGEST_FILE, LARGEST_PACKAGE, MEGABYTE, SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_FILES = 64

_WHAT_PACKAGES_ARE = "ask its author for one made by trainer pack"
_ARCHIVES = (".zip", ".gz", ".tar", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".jar")
_SHOWN = 80
_PLAIN_WAYS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1

# The record at the end of a ZIP file, with the longest comment there can be, and what stands before it in files that
# need numbers of 64 bits.
_END_OF_INDEX, _WIDE_INDEX = b"PK\x05\x06", b"PK\x06\x07"
_LONGEST_END = 22 + 0xFFFF
_LONGEST_INDEX = MOST_FILES * 1024

# What the Finder adds when somebody packs a folder again.
_LITTER = ("__MACOSX/", ".DS_Store")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What a package holds, read but not yet checked.

    Attributes:
        name: the chapter's id.
        files: bytes by bare name.
    """

    path: Path
    name: str
    files: dict[str, bytes] = field(repr=False)

    @property
    def digest(self) -> str:
        """The digest of its YAML files, as a chapter's folder has it."""
        return digest_of({n: content for n, content in self.files.items() if n.endswith(".yaml")})


def read_package(path: Path) -> Package:
    """Read a package.

    Raises:
        NotFoundError: there is no such file, or it may not be read.
        ContentError: it is no package, or holds what no chapter has; says all of it.
    """
    try:
        state = path.stat()
        if not (stat.S_ISREG(state.st_mode) or path.is_dir()):
            raise _refused(path, "it is no file")  # to read a pipe would never end
        if state.st_size > LARGEST_PACKAGE:
            size = state.st_size / MEGABYTE
            raise _refused(path, f"{size:,.0f} MB are too much for a chapter")
        if _index_is_long(path):
            raise _refused(path, "it holds too many files for a chapter")
        with zipfile.ZipFile(path) as archive:
            return _read(path, archive)
    except OSError as error:
        raise NotFoundError(
            f"cannot read {path}: {reason_of(error)}", mend=f"name a file that ends in {SUFFIX}"
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        # Damaged archives fail in as many ways as there are fields in them.
        raise _refused(path, "the file is damaged, or no ZIP file") from error


def _read(path: Path, archive: zipfile.ZipFile) -> Package:
    entries = [entry for entry in archive.infolist() if not _is_litter(entry.filename)]
    if len(entries) > MOST_FILES:
        raise _refused(path, f"{len(entries):,} files are too many for a chapter")
    files = [entry for entry in entries if not entry.is_dir()]
    problems = [
        Problem(
            Place(str(path)), f'it holds "{entry.filename[:_SHOWN]}", {fault}', _WHAT_PACKAGES_ARE
        )
        for entry in entries
        if (fault := _fault(entry))
    ]
    problems += (
        Problem(Place(str(path)), f'it holds "{name[:_SHOWN]}" twice', _WHAT_PACKAGES_ARE)
        for name in _twice(entry.filename for entry in entries)
    )
    if problems:
        raise ContentError(problems)
    folders = {entry.filename.partition("/")[0] for entry in entries}
    if len(folders) != 1:
        what = "it holds more than one chapter" if folders else "it is empty"
        raise _refused(path, what)
    (name,) = folders
    if f"{name}/{CHAPTER_FILE}" not in {entry.filename for entry in files}:
        raise _refused(path, f"it holds no {name}/{CHAPTER_FILE}")
    if sum(entry.file_size for entry in files) > LARGEST_PACKAGE:
        raise _refused(path, "unpacked it is too large for a chapter")
    contents = {entry.filename.partition("/")[2]: _content(path, archive, entry) for entry in files}
    return Package(path=path, name=name, files=contents)


def _index_is_long(path: Path) -> bool:
    """Tell whether a ZIP file's index is longer than any package's, before all of it is read into memory."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LONGEST_END))
        end = file.read()
    start = end.rfind(_END_OF_INDEX)
    size = int.from_bytes(end[start + 12 : start + 16], "little")
    return start >= 0 and (
        size > _LONGEST_INDEX or end[:start].rfind(_WIDE_INDEX) == start - 20 >= 0
    )


def _fault(entry: zipfile.ZipInfo) -> str | None:
    """Return why an entry of the archive is not to be read; None where nothing speaks against it."""
    return _fault_of_name(entry) or _fault_of_content(entry)


def _fault_of_name(entry: zipfile.ZipInfo) -> str | None:
    name = entry.filename
    folder, _, file = name.partition("/")
    if name.startswith(("/", "\\")) or ":" in name:
        return "a name that leads to a place of its own"
    if "\\" in name or ".." in name.split("/"):
        return "a name that leads out of its folder"
    if not is_name(folder):
        return "in a folder that no chapter can be called"
    if entry.is_dir():
        return "a folder within the chapter's" if file else None
    if file.lower().endswith(_ARCHIVES):
        return "an archive within the archive"
    return None if file in FILES else "no file of a chapter"


def _fault_of_content(entry: zipfile.ZipInfo) -> str | None:
    if stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "a link or device"
    if entry.flag_bits & _ENCRYPTED:
        return "which is encrypted"
    if entry.compress_type not in _PLAIN_WAYS:
        return "compressed in a way that is not read"
    if entry.file_size > LARGEST_FILE:
        return f"of {entry.file_size / MEGABYTE:,.0f} MB, too much for a chapter"
    return None


def _twice(names: Iterator[str]) -> Iterator[str]:
    """Yield the names that stand twice, or would on a system to which small and capital letters are one."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            yield name
        seen.add(name.casefold())


def _content(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack one file; no more of it than it says that it has."""
    with archive.open(entry) as packed:
        content = packed.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise _refused(path, f'"{entry.filename}" is not as long as it says')
    return content


def _is_litter(name: str) -> bool:
    return name.startswith(_LITTER[0]) or name.rpartition("/")[2] == _LITTER[1]


def _refused(path: Path, what: str) -> ContentError:
    return ContentError([Problem(Place(str(path)), what, _WHAT_PACKAGES_ARE)])
