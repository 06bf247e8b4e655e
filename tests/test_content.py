from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from trainer.content import (
    Places,
    chapter_folders,
    find_chapter,
    find_content,
    find_deck,
    find_places,
    shipped_root,
)
from trainer.errors import NotFoundError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"TRAINER_HOME": str(tmp_path)})


def add_chapter(places: Places, name: str) -> Path:
    folder = places.library / "data" / name
    folder.mkdir(parents=True)
    (folder / "chapter.yaml").write_text("title: X\n")
    return folder


def add_deck(places: Places, name: str) -> Path:
    file = places.library / "decks" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("id: x\n")
    return file


def hidden(places: Places) -> list[str]:
    return [problem.place.file for problem in find_content(places).clashes if problem.place]


def test_everything_lies_below_the_home_that_is_set(tmp_path: Path, places: Places) -> None:
    assert {places.library, places.state, places.cache} == {
        tmp_path / "library",
        tmp_path / "state",
        tmp_path / "cache",
    }


def test_without_a_home_the_systems_folders_are_used() -> None:
    places = find_places({})
    assert "chapter-trainer" in str(places.state)
    assert places.cache != places.state


def test_what_ships_is_found() -> None:
    assert (shipped_root() / "data").is_dir()
    assert (shipped_root() / "decks").is_dir()


def test_the_users_own_chapters_and_decks_are_found_beside_what_ships(places: Places) -> None:
    folder, file = add_chapter(places, "mine"), add_deck(places, "my-deck")
    assert folder in chapter_folders(places)
    assert file in find_content(places).decks
    assert find_chapter("mine", places) == folder
    assert find_deck("my-deck", places) == file
    assert find_deck("mine", places) == folder


def test_a_shipped_chapter_comes_before_the_users_of_the_same_id(places: Places) -> None:
    shipped = chapter_folders(places)[0]
    own = add_chapter(places, shipped.name)
    assert find_chapter(shipped.name, places) == shipped
    assert hidden(places) == [str(own)]


def test_a_chapter_comes_before_a_deck_of_the_same_id(places: Places) -> None:
    folder, file = add_chapter(places, "mine"), add_deck(places, "mine")
    assert find_deck("mine", places) == folder
    assert hidden(places) == [str(file)]


def test_a_path_is_as_good_as_an_id(places: Places) -> None:
    folder = add_chapter(places, "mine")
    assert find_chapter(str(folder), places) == folder
    assert find_deck(str(folder), places) == folder


def test_a_misspelled_id_names_the_nearest(places: Places) -> None:
    add_chapter(places, "my-chapter")
    with pytest.raises(NotFoundError, match=r"did you mean my-chapter\?"):
        find_chapter("my-chaptre", places)


def test_a_foreign_id_names_what_there_is(places: Places) -> None:
    add_deck(places, "my-deck")
    with pytest.raises(NotFoundError, match=r"there is no deck xyzzy.*my-deck"):
        find_deck("xyzzy", places)


def test_finding_content_needs_no_yaml_and_no_models() -> None:
    program = (
        "import sys, trainer.content as c; c.chapter_folders(c.find_places({'TRAINER_HOME': '.'}));"
        "print({'yaml', 'pydantic', 'textual', 'genanki'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guesses where others live")
def test_the_home_of_nobody_is_refused() -> None:
    with pytest.raises(NotFoundError, match=r"TRAINER_HOME is ~nobody-at-all/x, .* whole path"):
        find_places({"TRAINER_HOME": "~nobody-at-all/x"})
