from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fixtures import MILL_LANE

if TYPE_CHECKING:
    from tests.cli.conftest import Trainer


def test_a_new_chapter_lies_in_the_library_and_passes_check(trainer: Trainer, home: Path) -> None:
    ran = trainer("new", "chapter", "harbour-lamp")
    folder = home / "library" / "data" / "harbour-lamp"
    assert (ran.code, ran.out) == (0, f"{folder}\n")
    assert any("trainer check harbour-lamp" in line for line in ran.complaints)
    first = (folder / "events.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert first.endswith("$schema=../../schemas/events.schema.json")
    assert (folder / first.partition("=")[2]).is_file()
    assert trainer("check", "harbour-lamp", "--strict").code == 0


def test_a_new_deck_selects_ones_own_chapters_that_have_questions(
    trainer: Trainer, home: Path
) -> None:
    shutil.copytree(MILL_LANE, home / "library" / "data" / "mill-lane")
    trainer("new", "chapter", "still-empty")
    ran = trainer("new", "deck", "first-week")
    file = home / "library" / "decks" / "first-week.yaml"
    assert (ran.code, ran.out) == (0, f"{file}\n")
    assert "chapters: [mill-lane]\n" in file.read_text(encoding="utf-8")
    assert trainer("check", "first-week").code == 0


def test_without_chapters_of_ones_own_it_selects_what_ships(trainer: Trainer) -> None:
    file = Path(trainer("new", "deck", "first-week").out.strip())
    assert "chapters: [" in file.read_text(encoding="utf-8")
    assert "CHAPTERS" not in file.read_text(encoding="utf-8")


def test_a_folder_beside_schemas_uses_those(trainer: Trainer, tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "deck.schema.json").touch()
    ran = trainer("new", "chapter", "harbour-lamp", "--to", tmp_path / "data")
    text = (tmp_path / "data" / "harbour-lamp" / "events.yaml").read_text(encoding="utf-8")
    assert ran.code == 0
    assert text.startswith("# yaml-language-server: $schema=../../schemas/events.schema.json\n")


def test_anywhere_else_the_schemas_are_those_of_the_library(
    trainer: Trainer, tmp_path: Path, home: Path
) -> None:
    trainer("new", "chapter", "harbour-lamp", "--to", tmp_path / "desktop")
    folder = tmp_path / "desktop" / "harbour-lamp"
    way = (folder / "events.yaml").read_text(encoding="utf-8").partition("\n")[0].partition("=")[2]
    assert (folder / way).resolve() == home / "library" / "schemas" / "events.schema.json"


def test_an_id_that_is_taken_is_refused(trainer: Trainer, home: Path) -> None:
    trainer("new", "chapter", "harbour-lamp")
    for sort in ("chapter", "deck"):
        ran = trainer("new", sort, "harbour-lamp")
        assert ran.code == 2
        assert "there is a harbour-lamp already" in ran.err
    assert not (home / "library" / "decks").exists()


def test_a_bad_name_is_refused_with_a_better_one(trainer: Trainer, home: Path) -> None:
    ran = trainer("new", "chapter", "Harbour Lamp")
    assert ran.code == 2
    assert "call it harbour-lamp" in ran.err
    assert not (home / "library").exists()
