from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.content import Places
from trainer.drafting.copies import known_copy, remember_copy

if TYPE_CHECKING:
    from pathlib import Path


def places_in(root: Path) -> Places:
    return Places(library=root / "library", state=root / "state", cache=root / "cache")


def test_a_copy_is_remembered_for_its_chapter_alone(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    remember_copy(places, tmp_path / "lamp", tmp_path / "lamp.md")
    remember_copy(places, tmp_path / "mill", tmp_path / "mill.txt")
    remember_copy(places, tmp_path / "lamp", tmp_path / "other.md")
    assert known_copy(places, tmp_path / "lamp") == tmp_path / "other.md"
    assert known_copy(places, tmp_path / "mill") == tmp_path / "mill.txt"
    assert known_copy(places, tmp_path / "quay") is None


def test_the_text_that_comes_with_a_chapter_is_known(tmp_path: Path) -> None:
    folder = tmp_path / "lamp"
    folder.mkdir()
    folder.joinpath("lamp.txt").write_text("The Lamp", encoding="utf-8")
    assert known_copy(places_in(tmp_path), folder) == folder / "lamp.txt"


def test_what_cannot_be_read_or_written_is_not_remembered(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    places.state.mkdir()
    places.state.joinpath("texts.json").write_text("[not json", encoding="utf-8")
    assert known_copy(places, tmp_path / "lamp") is None
    remember_copy(places, tmp_path / "lamp", tmp_path / "lamp.txt")
    assert known_copy(places, tmp_path / "lamp") == tmp_path / "lamp.txt"
    closed = Places(library=tmp_path, state=places.state / "texts.json" / "x", cache=tmp_path)
    remember_copy(closed, tmp_path / "lamp", tmp_path / "lamp.txt")
    assert known_copy(closed, tmp_path / "lamp") is None
