"""What bears the name of a chapter's file and is none: each is told in a line, and nothing waits for ever."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import write_chapter
from trainer.chapters.files import read_files
from trainer.chapters.loading import load_chapter
from trainer.errors import TrainerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def as_folder(path: Path) -> None:
    path.mkdir()


def as_pipe(path: Path) -> None:
    os.mkfifo(path)


def as_loop(path: Path) -> None:
    path.symlink_to(path.name)


def as_link_to_nothing(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def told_of(folder: Path) -> str:
    with pytest.raises(TrainerError) as caught:
        read_files(folder)
    (problem,) = caught.value.problems
    return str(problem).replace(f"{folder}{os.sep}", "")


@pytest.mark.parametrize("name", ["events.yaml", "chapter.yaml"])
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (as_folder, "cannot read {0}: it is a folder – move it away: {0} is a file"),
        (as_pipe, "cannot read {0}: it is no file – move it away: {0} is a file"),
        (
            as_loop,
            "cannot read {0}: too many levels of symbolic links – delete the link, or let it lead to a file",
        ),
        (
            as_link_to_nothing,
            "cannot read {0}: no such file or directory – delete the link, or let it lead to a file",
        ),
    ],
)
def test_what_is_no_file_is_told(
    tmp_path: Path, name: str, make: Callable[[Path], None], told: str
) -> None:
    folder = write_chapter(tmp_path)
    (folder / name).unlink(missing_ok=True)
    make(folder / name)
    assert told_of(folder) == told.format(name)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Run as a user to whom files can be closed: to root none is."""
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="no file can be closed to its owner")
def test_a_file_that_may_not_be_read_is_told() -> None:
    with TemporaryDirectory() as root:  # as pytest's own folders are closed to others
        Path(root).chmod(0o755)
        folder = write_chapter(Path(root), events="")
        (folder / "events.yaml").chmod(0)
        with as_nobody():
            told = told_of(folder)
    assert told == "cannot read events.yaml: permission denied – make it readable"


def test_a_link_to_a_file_is_as_good_as_the_file(tmp_path: Path) -> None:
    folder = write_chapter(tmp_path)
    (tmp_path / "elsewhere.yaml").write_text("[]")
    (folder / "events.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert load_chapter(folder).events == ()
