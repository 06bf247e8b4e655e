from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE
from trainer.chapters.yaml_source import Document, read_yaml
from trainer.content import find_places
from trainer.decks.rechecking import Bench

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EXTRA = """
- id: lane-swept
  title: the sweeping of the lane
  date: 1901-08-02
  people: [{person: agnes-pell, part: actor, deed: swept the whole lane}]
  evidence: [{paragraph: 3, prints: ["Pell"]}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(MILL_LANE, tmp_path / "data" / "mill-lane")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(find_places({"TRAINER_HOME": str(tmp_path / "home")}))


@pytest.fixture
def save(folder: Path, bench: Bench) -> Callable[[str], None]:
    def write(added: str) -> None:
        text = (MILL_LANE / "events.yaml").read_text(encoding="utf-8")
        (folder / "events.yaml").write_text(text + added, encoding="utf-8")
        bench.forget(folder)

    return write


def test_the_first_time_there_is_nothing_to_compare(bench: Bench, folder: Path) -> None:
    checked = bench.recheck(folder)
    assert checked.opened is not None
    assert (checked.problems, checked.changes) == ((), None)


def test_an_entry_more_is_told_as_what_it_gives(
    bench: Bench, folder: Path, save: Callable[[str], None]
) -> None:
    bench.recheck(folder)
    save(EXTRA)
    foretold, changes = bench.foretell(folder), bench.recheck(folder).changes
    assert foretold is not None
    assert changes is not None
    card = "mill-lane:lane-swept#when"
    assert card in foretold.cards_gained
    assert card in changes.cards_gained
    assert {q.id for q in foretold.gained if q.card == card} == {
        q.id for q in changes.gained if q.card == card
    }


def test_after_a_mistake_is_mended_the_change_is_told_since_before_it(
    bench: Bench, folder: Path, save: Callable[[str], None]
) -> None:
    bench.recheck(folder)
    save("- id: [")
    assert bench.problems(folder)
    assert bench.recheck(folder).opened is None
    save(EXTRA)
    assert bench.problems(folder) == ()
    changes = bench.recheck(folder).changes
    assert changes is not None
    assert "mill-lane:lane-swept#when" in changes.cards_gained


def test_a_comment_more_changes_nothing(
    bench: Bench, folder: Path, save: Callable[[str], None]
) -> None:
    bench.recheck(folder)
    save("\n# to do\n")
    assert bench.foretell(folder) is None
    changes = bench.recheck(folder).changes
    assert changes is not None
    assert not changes


def test_only_the_file_that_changed_is_read_again(
    bench: Bench,
    folder: Path,
    save: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench.recheck(folder)
    read: list[str] = []

    def note(content: bytes, file: str) -> Document:
        read.append(file)
        return read_yaml(content, file)

    monkeypatch.setattr("trainer.chapters.reading.read_yaml", note)
    save(EXTRA)
    bench.recheck(folder)
    # What the chapter is stands in a few lines.
    assert read == [str(folder / "chapter.yaml"), str(folder / "events.yaml")]


def test_problems_of_files_that_stay_wrong_are_told_again(
    bench: Bench, folder: Path, save: Callable[[str], None]
) -> None:
    (folder / "terms.yaml").write_text("- id: x\n", encoding="utf-8")
    before = bench.problems(folder)
    save("\n# to do\n")
    assert before
    assert bench.problems(folder) == before


def test_a_vanished_chapter_is_a_problem_until_it_is_back(bench: Bench, folder: Path) -> None:
    bench.recheck(folder)
    away = folder.rename(folder.with_name("away"))
    bench.forget(folder)
    assert bench.problems(folder)
    assert bench.recheck(folder).problems
    away.rename(folder)
    assert bench.problems(folder) == ()
    assert not bench.recheck(folder).changes


def test_a_deck_follows_its_chapter(
    bench: Bench, folder: Path, save: Callable[[str], None], tmp_path: Path
) -> None:
    deck = tmp_path / "decks" / "lane.yaml"
    deck.parent.mkdir()
    deck.write_text(
        "id: lane\ntitle: L\ndescription: L.\nselect: {chapters: [mill-lane], kinds: [date]}\n"
    )
    bench.recheck(deck)
    assert bench.uses(deck, folder)
    assert not bench.uses(deck, tmp_path / "data" / "another")
    save(EXTRA)
    changes = bench.recheck(deck).changes
    assert changes is not None
    assert changes.cards_gained == ("mill-lane:lane-swept#when", "mill-lane:lane-swept#what")


class _StopError(Exception):
    pass


def test_the_making_of_a_bank_can_be_ended_and_begun_again(folder: Path, tmp_path: Path) -> None:
    calls: list[None] = []

    def stop_once() -> None:
        calls.append(None)
        if len(calls) == 3:
            raise _StopError

    bench = Bench(find_places({"TRAINER_HOME": str(tmp_path / "home")}), between=stop_once)
    with pytest.raises(_StopError):
        bench.recheck(folder)
    assert bench.recheck(folder).opened is not None
