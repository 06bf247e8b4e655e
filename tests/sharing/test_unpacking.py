"""What strangers put into packages."""

from __future__ import annotations

import os
import struct
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sharing.packages import WELL, entry, made
from trainer.errors import ContentError, NotFoundError, TrainerError
from trainer.sharing import unpacking
from trainer.sharing.package import FILES
from trainer.sharing.unpacking import read_package

if TYPE_CHECKING:
    from pathlib import Path


def refusal(path: Path) -> str:
    with pytest.raises(ContentError) as refused:
        read_package(path)
    assert all(problem.mend for problem in refused.value.problems)
    assert all(problem.place for problem in refused.value.problems)
    return "\n".join(map(str, refused.value.problems))


def test_a_package_made_by_hand_will_do(tmp_path: Path) -> None:
    entries = {**WELL, "small/": "", "__MACOSX/small/._events.yaml": "x", "small/.DS_Store": "x"}
    package = read_package(made(tmp_path / "a.zip", entries))
    assert package.name == "small"
    assert {*package.files} == {"chapter.yaml", "persons.yaml"}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("/etc/cron.d/x", "place of its own"),
        ("C:/Windows/x", "place of its own"),
        ("C:x", "place of its own"),
        ("\\\\server\\share\\x", "place of its own"),
        ("../../.bashrc", "out of its folder"),
        ("small/../../events.yaml", "out of its folder"),
        ("small/..\\..\\events.yaml", "out of its folder"),
        ("small/deeper/events.yaml", "no file of a chapter"),
        ("small/deeper/", "a folder within"),
        ("small/run.py", "no file of a chapter"),
        ("small/.installed.json", "no file of a chapter"),
        ("small/EVENTS.yaml", "no file of a chapter"),
        ("small/more.zip", "archive within"),
        ("small/more.tar.gz", "archive within"),
        ("small/aux.yaml", "no file of a chapter"),
        ("small/events.yaml.", "no file of a chapter"),
        ("small/events.yaml ", "no file of a chapter"),
        ("small/\u202elmay.stneve", "no file of a chapter"),
        ("Small/events.yaml", "no chapter can be called"),
        ("small./events.yaml", "no chapter can be called"),
        ("sm\u0430ll/events.yaml", "no chapter can be called"),
        ("com1/events.yaml", "no chapter can be called"),
        ("con/events.yaml", "no chapter can be called"),
        ("events.yaml", "no chapter can be called"),
        ("other/events.yaml", "more than one chapter"),
    ],
)
def test_a_name_that_no_chapter_has_is_refused(tmp_path: Path, name: str, why: str) -> None:
    assert why in refusal(made(tmp_path / "a.zip", {**WELL, name: "- id: x"}))


@pytest.mark.parametrize(
    ("name", "why"), [("\u00e9vent.yaml", "damaged"), ("eevent.yaml", "no file of a chapter")]
)
def test_a_name_in_no_known_encoding_is_refused(tmp_path: Path, name: str, why: str) -> None:
    path = made(tmp_path / "a.zip", {**WELL, f"small/{name}": ""})
    data = path.read_bytes()
    encoded = name.encode()
    assert data.count(encoded) == 2
    path.write_bytes(data.replace(encoded, b"\xff\xfe" + encoded[2:]))
    assert why in refusal(path)


@pytest.mark.parametrize("mode", [0o120777, 0o060644, 0o010644, 0o140755])
def test_links_and_devices_are_refused(tmp_path: Path, mode: int) -> None:
    entries: dict[Any, str] = {**WELL}
    entries[entry("small/events.yaml", mode=mode)] = "/etc/passwd"
    assert "a link or device" in refusal(made(tmp_path / "a.zip", entries))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", WELL)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("small/persons.yaml", "other")
    assert "twice" in refusal(path)


def test_names_that_differ_in_capitals_alone_are_refused(tmp_path: Path) -> None:
    said = refusal(made(tmp_path / "a.zip", {**WELL, "SMALL/persons.yaml": "x"}))
    assert "twice" in said


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", WELL)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        data[start + offset] |= 1
    path.write_bytes(data)
    assert "encrypted" in refusal(path)


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_compressing_that_packages_do_not_need_are_refused(
    tmp_path: Path, way: int
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", way) as archive:
        for name, content in WELL.items():
            archive.writestr(name, content)
    assert "compressed" in refusal(path)


def test_what_unpacks_to_too_much_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_FILE", 1000)
    assert "too much" in refusal(
        made(tmp_path / "a.zip", {**WELL, "small/events.yaml": "#" * 1001})
    )
    monkeypatch.setattr(unpacking, "LARGEST_PACKAGE", 2000)
    many = {f"small/{name}.yaml": "#" * 900 for name in ("events", "votes", "works")}
    assert "too large" in refusal(made(tmp_path / "b.zip", {**WELL, **many}))


def test_a_file_that_says_it_is_smaller_than_it_is_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {**WELL, "small/events.yaml": "#" * 100_000})
    data = path.read_bytes()
    lying = data.replace(struct.pack("<I", 100_000), struct.pack("<I", 10))
    assert lying != data
    path.write_bytes(lying)
    assert refusal(path)


def test_a_large_file_is_refused_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "a.zip", WELL)
    monkeypatch.setattr(unpacking, "LARGEST_PACKAGE", 10)
    assert "too much" in refusal(path)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    some = {f"small/{number}": "" for number in range(unpacking.MOST_FILES)}
    assert "too many" in refusal(made(tmp_path / "a.zip", {**WELL, **some}))


def test_an_endless_index_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "a.zip", {f"small/{number}": "" for number in range(5000)})
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert "too many" in refusal(path)


def test_an_index_of_64_bits_is_not_read_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "a.zip", WELL)
    data = path.read_bytes()
    end = data.rfind(b"PK\x05\x06")
    path.write_bytes(data[:end] + b"PK\x06\x07" + bytes(16) + data[end:])
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert "too many" in refusal(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"\x1f\x8b\x08\x00", b"<html></html>" * 100])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.chapter.zip"
    path.write_bytes(content)
    assert "no ZIP file" in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "small.chapter.zip")
    assert "it is no file" in refusal(pipe)


def test_an_archive_without_a_chapter_is_refused(tmp_path: Path) -> None:
    assert "empty" in refusal(made(tmp_path / "a.zip", {}))
    assert "chapter.yaml" in refusal(made(tmp_path / "b.zip", {"small/events.yaml": ""}))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_package(tmp_path / "none.chapter.zip")
    with pytest.raises(NotFoundError):
        read_package(tmp_path)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_package_is_refused_in_words_or_read(tmp_path: Path, data: st.DataObject) -> None:
    path = made(tmp_path / "a.zip", WELL)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))] or content)
    with suppress(TrainerError):
        assert {*read_package(path).files} <= FILES
