from __future__ import annotations

import os
import shutil
import subprocess
import sys
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import ABOUT, MILL_LANE
from tests.sharing.packages import PERSONS, WELL, made
from trainer.chapters.loading import load_chapter
from trainer.content import find_places, shipped_root
from trainer.errors import ContentError, OutputError, UsageError
from trainer.sharing.installing import NOTE, OBJECTIONS, Standing, carry_out, plan_install
from trainer.sharing.package import pack
from trainer.sharing.unpacking import read_package

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.content import Places
    from trainer.sharing.installing import Plan

    Packing = Callable[..., Plan]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"TRAINER_HOME": str(tmp_path / "home")})


@pytest.fixture
def target(places: Places) -> Path:
    return places.library / "data" / "mill-lane"


@pytest.fixture
def plan(tmp_path: Path, places: Places) -> Packing:
    """Plan the installation of Mill Lane with some words replaced, `file="old → new"`."""

    def planned(**changed: str) -> Plan:
        folder = tmp_path / "author" / "mill-lane"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(MILL_LANE, folder)
        for sort, change in changed.items():
            file, (old, _, new) = folder / f"{sort}.yaml", change.partition(" → ")
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new), encoding="utf-8")
        package = tmp_path / "mill-lane.chapter.zip"
        package.write_bytes(pack(folder))
        return plan_install(read_package(package), places)

    return planned


def state(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_new_chapter_is_put_into_the_library(plan: Packing, target: Path) -> None:
    planned = plan()
    assert (planned.standing, planned.former, planned.touched) == (Standing.NEW, None, None)
    assert not target.exists()
    assert carry_out(planned) is None
    assert load_chapter(target).title == planned.chapter.title
    assert [*target.parent.iterdir()] == [target]


def test_the_same_version_again_changes_nothing(plan: Packing, target: Path) -> None:
    carry_out(plan())
    assert plan().standing is Standing.SAME


def test_an_update_tells_what_it_touches_and_keeps_what_it_replaces(
    plan: Packing, target: Path, places: Places
) -> None:
    carry_out(plan())
    before = state(target)
    planned = plan(
        chapter="version: 1.2 → version: 1.3",
        events="- id: mayor-pelted → - id: mayor-hit\n  formerly: [mayor-pelted]",
    )
    assert planned.standing is Standing.UPDATE
    assert planned.standing not in OBJECTIONS
    assert planned.touched is not None
    assert state(target) == before
    carried = dict(planned.touched.changes.cards_carried)
    assert all("mayor-pelted" in old and "mayor-hit" in new for old, new in carried.items())
    kept = carry_out(planned)
    assert kept == places.library / "former" / "mill-lane@1.2"
    assert state(kept) == before
    assert load_chapter(target).version == "1.3"


def test_ids_that_are_dropped_are_told(plan: Packing) -> None:
    carry_out(plan())
    touched = plan(statements="- id: crane-against-paying → - id: other").touched
    assert touched is not None
    changes = touched.changes
    assert any("crane-against-paying" in card for card in changes.cards_lost)
    assert any("other" in card for card in changes.cards_gained)


DECK = """
id: {name}
title: Mine
description: What I teach.
select: {{chapters: [mill-lane], {select}}}
"""


def test_an_update_of_a_long_chapter_tells_that_it_makes_all_questions_twice(
    plan: Packing, tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_out(plan())
    plan(chapter="version: 1.2 → version: 1.3")
    monkeypatch.setattr("trainer.decks.opening.MANY_FACTS", 10)
    monkeypatch.setattr("trainer.telling.SECONDS", 0)
    told: list[str] = []
    on_the_way: list[str] = []
    package = read_package(tmp_path / "mill-lane.chapter.zip")
    plan_install(package, places, tell=told.append, tell_progress=on_the_way.append)
    assert [line.startswith("making the questions of mill-lane") for line in told] == [True] * 2
    assert len(on_the_way) > 100


def test_the_users_own_decks_are_told_where_they_change_or_break(
    plan: Packing, places: Places
) -> None:
    carry_out(plan())
    decks = places.library / "decks"
    decks.mkdir()
    for name, select in {
        "breaks": "facts: [crane-against-paying]",
        "broken": "facts: [nobody]",
        "changes": "kinds: [person]",
        "same": "facts: [council-closes-lane]",
    }.items():
        (decks / f"{name}.yaml").write_text(DECK.format(name=name, select=select))
    (decks / "unreadable.yaml").write_text("[")
    touched = plan(statements="- id: crane-against-paying → - id: crane-on-pay").touched
    assert touched is not None
    breaks, changes = touched.decks
    assert (breaks.file.stem, changes.file.stem) == ("breaks", "changes")
    (problem,) = breaks.problems
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == (str(decks / "breaks.yaml"), 5)
    assert "crane-against-paying" in problem.what
    assert changes.changes is not None
    assert "mill-lane:crane-on-pay#stance" in changes.changes.cards_gained


def test_every_former_version_has_a_place_of_its_own(plan: Packing, places: Places) -> None:
    carry_out(plan())
    for title in ("A", "B", "C"):
        carry_out(plan(chapter=f"title: The Closing of Mill Lane → title: {title}"))
    kept = {folder.name for folder in (places.library / "former").iterdir()}
    assert kept == {"mill-lane@1.2", "mill-lane@1.2-2", "mill-lane@1.2-3"}


def test_ones_own_chapter_is_not_taken_for_an_older_version(plan: Packing, target: Path) -> None:
    shutil.copytree(MILL_LANE, target)
    assert plan(chapter="version: 1.2 → version: 1.3").standing is Standing.OWN


def test_changes_of_ones_own_are_not_taken_for_an_older_version(
    plan: Packing, target: Path
) -> None:
    carry_out(plan())
    (target / "terms.yaml").write_text("# mine\n")
    assert plan(chapter="version: 1.2 → version: 1.3").standing is Standing.CHANGED_HERE


@pytest.mark.parametrize(
    "change", ["author: Hester Vane → author: H. Impostor", "work: Aldermoor → work: Another"]
)
def test_somebody_elses_chapter_of_this_id_is_known_for_one(plan: Packing, change: str) -> None:
    carry_out(plan())
    assert plan(chapter=change).standing is Standing.ANOTHER


def test_a_broken_chapter_in_the_library_is_kept_too(
    plan: Packing, target: Path, places: Places
) -> None:
    target.mkdir(parents=True)
    (target / "chapter.yaml").write_text("title: [")
    planned = plan()
    assert (planned.standing, planned.touched) == (Standing.OWN, None)
    kept = carry_out(planned)
    assert kept is not None
    assert (kept / "chapter.yaml").read_text() == "title: ["


def test_a_chapter_that_ships_cannot_be_hidden(tmp_path: Path, places: Places) -> None:
    shipped = next((shipped_root() / "data").iterdir()).name
    package = made(tmp_path / "a.zip", {f"{shipped}/chapter.yaml": ABOUT})
    with pytest.raises(UsageError, match="comes with the trainer"):
        plan_install(read_package(package), places)


@pytest.mark.parametrize("failing", ["votes.yaml", "mill-lane@1.2", "mill-lane"])
def test_where_an_update_fails_all_is_as_it_was(
    plan: Packing,
    target: Path,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    failing: str,
) -> None:
    carry_out(plan())
    before = state(target)
    planned = plan(chapter="version: 1.2 → version: 1.3")

    def failing_there(rename: Callable[..., Path]) -> Callable[..., Path]:
        def call(old: Path, new: Path) -> Path:
            if new.name == failing and old.name.endswith((".part", "mill-lane")):
                raise OSError(ENOSPC, "No space left on device")
            return rename(old, new)

        return call

    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, failing_there(getattr(Path, name)))
    with pytest.raises(OutputError):
        carry_out(planned)
    assert state(target) == before
    assert [*target.parent.iterdir()] == [target]
    assert not [*places.library.glob("former/*")]


KILLED = """
import os, shutil, sys
from pathlib import Path
from trainer.chapters.loading import load_chapter
from trainer.content import find_chapter, find_content, find_places
from trainer.sharing.installing import carry_out, plan_install
from trainer.sharing.unpacking import read_package

home, former, newer = map(Path, sys.argv[1:])
places = find_places({"TRAINER_HOME": str(home)})
carry_out(plan_install(read_package(former), places))
shutil.copytree(home, home.with_name("whole"))
plan = plan_install(read_package(newer), places)
for step in range(1000):
    if not (child := os.fork()):
        left = [step]
        def hook(event, arguments):
            if event in {"os.rename", "os.mkdir", "os.rmdir"}:
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), 9)
        sys.addaudithook(hook)
        carry_out(plan)
        os._exit(0)
    done = os.waitpid(child, 0)[1] == 0
    found = [each for each in find_content(places).chapters if home in each.parents]
    kept = [*places.library.glob("former/*")]
    versions = [load_chapter(each).version for each in found]
    # What is kept has a name that is no chapter's.
    versions += [load_chapter(shutil.copytree(each, home / "kept" / "mill-lane")).version for each in kept]
    print(len(found), *versions)
    if done:
        break
    carry_out(plan)
    assert load_chapter(find_chapter("mill-lane", places)).version == "1.3"
    assert not [*places.library.glob("data/.*")]
    shutil.rmtree(home)
    shutil.copytree(home.with_name("whole"), home)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_an_update_that_is_killed_at_any_step_leaves_a_whole_chapter(
    plan: Packing, tmp_path: Path
) -> None:
    packages = []
    for version in ("1.2", "1.3"):
        path = plan(chapter=f"version: 1.2 → version: {version}").package.path
        packages.append(path.rename(tmp_path / f"{version}.chapter.zip"))
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path / "victim", *packages],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    states = [line.split() for line in ran.stdout.splitlines()]
    assert len(states) > 10
    assert states[0] == ["1", "1.2"]
    assert states[-1] == ["1", "1.3", "1.2"]
    # Between two renames no chapter is in its place for an instant, and the former one is kept aside.
    assert [state for state in states if state[0] != "1"] == [["0", "1.2"]]


def test_a_damaged_note_is_no_note(plan: Packing, target: Path) -> None:
    carry_out(plan())
    for content in ("", "[]", "{}", "\0"):
        (target / NOTE).write_text(content)
        assert plan(chapter="version: 1.2 → version: 1.3").standing is Standing.OWN


LAUGHS = "a0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
)


@pytest.mark.parametrize(
    "content",
    [
        LAUGHS,
        "[" * 100_000,
        "{a: " * 20_000,
        "- " * 20_000 + "x",
        "- &a {<<: *a}\n",
        "!!python/object/apply:os.system [echo]\n",
        "- {id: ada-bell, id: ada-bell}\n",
        "\x1b[2J",
        "\ufeff\ufeff- id: x\n",
    ],
    ids=["laughs", "lists", "maps", "dashes", "itself", "tag", "twice", "control", "marks"],
)
def test_hostile_yaml_is_refused_with_its_place(
    tmp_path: Path, places: Places, content: str
) -> None:
    package = made(tmp_path / "a.chapter.zip", {**WELL, "small/events.yaml": content})
    with pytest.raises(ContentError) as refused:
        plan_install(read_package(package), places)
    for problem in refused.value.problems:
        assert problem.place is not None
        assert problem.place.file == f"{package}/small/events.yaml"
    assert not places.library.exists()


def test_a_chapter_with_errors_is_refused_with_their_place(tmp_path: Path, places: Places) -> None:
    entries = {**WELL, "small/persons.yaml": PERSONS.replace("gloss", "glos")}
    package = made(tmp_path / "a.chapter.zip", entries)
    with pytest.raises(ContentError) as refused:
        plan_install(read_package(package), places)
    assert str(refused.value).startswith(f"{package}/small/persons.yaml:4:3: ")
