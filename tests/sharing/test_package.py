from __future__ import annotations

import os
import shutil
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE, write_chapter
from trainer.chapters.files import digest_of
from trainer.chapters.loading import load_chapter
from trainer.errors import ContentError, UsageError
from trainer.sharing import package
from trainer.sharing.package import pack
from trainer.sharing.unpacking import read_package

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(MILL_LANE, tmp_path / "mill-lane")


def names_in(package: bytes) -> list[str]:
    return zipfile.ZipFile(BytesIO(package)).namelist()


def test_the_same_chapter_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first = pack(folder)
    for file in folder.iterdir():
        os.utime(file, (1, 1))
        file.chmod(0o600)
    other = tmp_path / "elsewhere" / "mill-lane"
    shutil.copytree(folder, other)
    assert pack(folder) == pack(other) == first


def test_it_holds_the_record_and_nothing_else(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine")
    (folder / ".hidden.yaml").write_text("mine")
    (folder / "sources").mkdir()
    (folder / "text.json").write_text("{}")
    names = names_in(pack(folder))
    assert names == sorted(names)
    assert {*names} == {
        *(f"mill-lane/{file.name}" for file in MILL_LANE.glob("*.yaml")),
        "mill-lane/text.json",
    }


def test_no_folder_of_the_author_leaves_with_it(folder: Path) -> None:
    events = folder / "events.yaml"
    _, _, rest = events.read_text(encoding="utf-8").partition("\n")
    line = "# yaml-language-server: $schema=/home/me/library/schemas/events.schema.json\n"
    events.write_text(line + rest, encoding="utf-8")
    packed = zipfile.ZipFile(BytesIO(pack(folder))).read("mill-lane/events.yaml").decode()
    assert packed == (f"# yaml-language-server: $schema=../../schemas/events.schema.json\n{rest}")


def test_what_was_packed_is_read_back(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "mill-lane.chapter.zip"
    file.write_bytes(pack(folder))
    package = read_package(file)
    assert package.name == "mill-lane"
    again = tmp_path / "again" / "mill-lane"
    again.mkdir(parents=True)
    for name, content in package.files.items():
        (again / name).write_bytes(content)
    chapter = load_chapter(again)
    assert chapter.digest == package.digest == digest_of(package.files)
    assert [*chapter.facts()] == [*load_chapter(folder).facts()]


def test_a_chapter_with_errors_is_not_packed(folder: Path) -> None:
    (folder / "terms.yaml").write_text("- id: x\n")
    with pytest.raises(ContentError):
        pack(folder)


def test_a_folder_that_not_every_system_can_have_is_not_packed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be called"):
        pack(write_chapter(tmp_path, name="con"))


@pytest.mark.parametrize("bound", ["LARGEST_FILE", "LARGEST_PACKAGE"])
def test_what_nobody_could_install_is_not_packed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    monkeypatch.setattr(package, bound, 100)
    with pytest.raises(ContentError, match="make two chapters of it"):
        pack(folder)
