from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from trainer.errors import OutputError
from trainer.files import stamp_of, write_atomically, write_new_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_text_is_written_as_utf8_with_line_feeds(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.txt", "één\nzwei\n")
    assert (tmp_path / "a.txt").read_bytes() == "één\nzwei\n".encode()


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a long old content")
    write_atomically(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="no space left"):
        write_atomically(target, "new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no folder .*nowhere.*make the folder first"):
        write_atomically(tmp_path / "nowhere" / "a.txt", "x")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a folder"):
        write_atomically(tmp_path, "x")


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="no folder"):
        write_atomically(tmp_path / "file" / "a.txt", "x")


def test_a_stamp_changes_with_any_file_below(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.py").write_text("1")
    (tmp_path / "notes.txt").write_text("1")
    before = stamp_of(tmp_path, "*.py")
    (tmp_path / "notes.txt").write_text("22")
    (tmp_path / ".#x.py").symlink_to("whoever is editing it")
    assert stamp_of(tmp_path, "*.py") == before
    (tmp_path / "a" / "x.py").write_text("22")
    changed = stamp_of(tmp_path, "*.py")
    (tmp_path / "a" / "y.py").write_text("")
    assert len({before, changed, stamp_of(tmp_path, "*.py")}) == 3


def test_a_new_folder_is_there_whole(tmp_path: Path) -> None:
    write_new_folder(tmp_path / "deep" / "new", {"a": "ä\n", "b": b"\0"})
    made = tmp_path / "deep" / "new"
    assert {file.name: file.read_bytes() for file in made.iterdir()} == {
        "a": "ä\n".encode(),
        "b": b"\0",
    }
    assert [*made.parent.iterdir()] == [made]


def test_a_new_folder_replaces_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="already"):
        write_new_folder(tmp_path, {"a": "a"})
    assert [*tmp_path.iterdir()] == []


def test_of_a_folder_that_cannot_be_finished_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_new_folder(tmp_path / "new", {"a": "a", "no/such/folder": "b"})
    assert [*tmp_path.iterdir()] == []
