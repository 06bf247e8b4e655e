"""Puts a package into the user's library, and says first what that would do.

An update keeps what it replaces: the former version goes to `former/` in the library. Beside the files of an
installed chapter lies a note of what was installed, so that the user's own work, and changes of theirs, are never
taken for somebody else's version.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.chapters.files import digest_of, read_files
from trainer.chapters.loading import load_chapter
from trainer.content import shipped_root
from trainer.errors import (
    ContentError,
    Place,
    Problem,
    TrainerError,
    UsageError,
)
from trainer.files import write_new_folder
from trainer.sharing.touched import Touched, touched_by
from trainer.telling import Tell, in_silence
from trainer.text.folding import fold

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.content import Places
    from trainer.sharing.unpacking import Package

NOTE = ".installed.json"


class Standing(Enum):
    """How a package stands to what is in the library under its id."""

    NEW = auto()
    SAME = auto()
    UPDATE = auto()
    CHANGED_HERE = auto()
    OWN = auto()
    ANOTHER = auto()


# Why consent is needed beyond that to an update.
OBJECTIONS = {
    Standing.CHANGED_HERE: "you have changed the installed chapter since",
    Standing.OWN: "the chapter in your library was not installed from a package: it may be your own work",
    Standing.ANOTHER: "the chapter in your library has another author or is of another work",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What installing a package would do; nothing is done yet.

    Attributes:
        target: the chapter's folder in the library.
        former: what is there now; None where nothing is, or what cannot be read.
        touched: what becomes of the questions, the cards and the user's decks; None where `former` is.
    """

    package: Package
    standing: Standing
    target: Path
    chapter: Chapter
    former: Chapter | None = None
    touched: Touched | None = None


def plan_install(
    package: Package,
    places: Places,
    *,
    tell: Tell = in_silence,
    tell_progress: Tell = in_silence,
) -> Plan:
    """Check a package's chapter and return what installing it would do.

    Of a long chapter all questions are made, before and after, which `tell` and `tell_progress` say.

    Raises:
        ContentError: something is wrong with the chapter.
        UsageError: a chapter that ships has its id.
    """
    if (shipped_root() / "data" / package.name / "chapter.yaml").is_file():
        raise UsageError(
            f"a chapter that comes with the trainer is called {package.name}, and would hide it",
            mend="ask its author to give it another name",
        )
    chapter = _checked(package)
    target = places.library / "data" / package.name
    if not target.exists():
        return Plan(package=package, standing=Standing.NEW, target=target, chapter=chapter)
    former = _readable(target)
    standing = _standing(package, target, chapter, former)
    touched = None
    if former is not None and standing is not Standing.SAME:
        touched = touched_by(
            former, chapter, target, places, tell=tell, tell_progress=tell_progress
        )
    return Plan(
        package=package,
        standing=standing,
        target=target,
        chapter=chapter,
        former=former,
        touched=touched,
    )


def carry_out(plan: Plan) -> Path | None:
    """Install what was planned; return where the former version is kept, None where there was none.

    Raises:
        OutputError: the library cannot be written; then all is as it was.
    """
    note = {"digest": plan.package.digest, "version": plan.chapter.version}
    files: dict[str, str | bytes] = {**plan.package.files, NOTE: json.dumps(note) + "\n"}
    _sweep(plan.target)
    kept = _free_place(plan) if plan.target.exists() else None
    write_new_folder(plan.target, files, aside=kept)
    return kept


def former_versions(target: Path) -> list[Path]:
    """Return where the versions are kept that a chapter's folder in the library has had."""
    return sorted(_former(target).glob(f"{target.name}@*"))


def _former(target: Path) -> Path:
    return target.parent.parent / "former"


def _sweep(target: Path) -> None:
    """Take away what an installation that was cut off has left beside `target`."""
    for left in target.parent.glob(f".{target.name}.*.part"):
        shutil.rmtree(left, ignore_errors=True)


def _checked(package: Package) -> Chapter:
    """Load a package's chapter from a folder that is gone afterwards; problems name the package instead."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / package.name
        write_new_folder(folder, {**package.files})
        try:
            return load_chapter(folder)
        except ContentError as error:
            raise ContentError(
                [_in_package(problem, folder, package) for problem in error.problems]
            ) from None


def _in_package(problem: Problem, folder: Path, package: Package) -> Problem:
    if problem.place is None:
        return problem
    file = f"{package.path}/{package.name}/{Path(problem.place.file).name}"
    what = problem.what.replace(str(folder), package.name)
    return Problem(Place(file, problem.place.line, problem.place.column), what, problem.mend)


def _readable(folder: Path) -> Chapter | None:
    try:
        return load_chapter(folder)
    except TrainerError:
        return None


def _standing(package: Package, target: Path, chapter: Chapter, former: Chapter | None) -> Standing:
    here = _digest(target)
    if here == package.digest:
        return Standing.SAME
    installed = _installed(target)
    if former is None or installed is None:
        return Standing.OWN
    if (fold(former.work), fold(former.author)) != (fold(chapter.work), fold(chapter.author)):
        return Standing.ANOTHER
    return Standing.UPDATE if installed == here else Standing.CHANGED_HERE


def _digest(folder: Path) -> str | None:
    try:
        return digest_of(read_files(folder))
    except TrainerError:
        return None


def _installed(folder: Path) -> str | None:
    """Return the digest of what was installed into `folder`; None where that is not known."""
    try:
        note = json.loads((folder / NOTE).read_bytes())
        return str(note["digest"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _free_place(plan: Plan) -> Path:
    """Return a folder that does not exist, for the former version."""
    version = (
        "".join(c for c in plan.former.version if c.isalnum() or c in ".-") if plan.former else ""
    )
    name = f"{plan.package.name}@{version or 'unknown'}"
    former = _former(plan.target)
    number, place = 1, former / name
    while place.exists():
        number += 1
        place = former / f"{name}-{number}"
    return place
