from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from trainer.watching import Watch

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text("a")
    (tmp_path / "b.yaml").write_text("b")
    return tmp_path


@pytest.fixture
def watch(folder: Path) -> Watch:
    return Watch(lambda: folder.glob("*.yaml"))


def test_nothing_changes_by_itself(watch: Watch) -> None:
    assert [watch.changes() for _ in range(3)] == [frozenset()] * 3
    assert not watch.stirred()


def test_a_save_is_told_once_it_rests_and_once_only(watch: Watch, folder: Path) -> None:
    (folder / "a.yaml").write_text("longer")
    assert watch.stirred()
    assert watch.changes() == frozenset()
    assert watch.changes() == {folder / "a.yaml"}
    assert watch.changes() == frozenset()


def test_a_file_that_is_being_written_is_left_alone(watch: Watch, folder: Path) -> None:
    for size in range(2, 6):
        (folder / "a.yaml").write_text("x" * size)
        assert watch.changes() == frozenset()
    assert watch.changes() == {folder / "a.yaml"}


def test_a_save_by_renaming_is_told_even_if_size_and_time_are_the_same(
    watch: Watch, folder: Path
) -> None:
    old = (folder / "a.yaml").stat()
    (folder / "new").write_text("A")
    os.utime(folder / "new", ns=(old.st_atime_ns, old.st_mtime_ns))
    (folder / "new").rename(folder / "a.yaml")
    watch.changes()
    assert watch.changes() == {folder / "a.yaml"}


def test_a_file_that_is_away_for_a_moment_was_never_away(watch: Watch, folder: Path) -> None:
    (folder / "a.yaml").rename(folder / "away")
    assert watch.changes() == frozenset()
    (folder / "away").rename(folder / "a.yaml")
    assert [watch.changes() for _ in range(2)] == [frozenset()] * 2


def test_new_files_and_files_taken_away_are_told(watch: Watch, folder: Path) -> None:
    (folder / "c.yaml").write_text("c")
    (folder / "b.yaml").unlink()
    watch.changes()
    assert watch.changes() == {folder / "b.yaml", folder / "c.yaml"}


def test_a_folder_that_vanishes_does_no_harm(watch: Watch, folder: Path) -> None:
    folder.rename(folder.with_name("moved"))
    watch.changes()
    assert watch.changes() == {folder / "a.yaml", folder / "b.yaml"}
