"""`trainer flag` and `trainer flags`."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer

CARD = "mill-lane:council-closes-lane#outcome"
QUESTION = "mill-lane:council-closes-lane#outcome@outcome.choice"


@pytest.fixture
def folder(home: Path) -> Path:
    return shutil.copytree(MILL_LANE, home / "library" / "data" / "mill-lane")


@pytest.fixture
def flagged(trainer: Trainer, folder: Path) -> None:
    ran = trainer("flag", QUESTION, "--reason", "it was a tie")
    assert (ran.code, ran.out) == (0, "")
    assert "flagged: " in ran.err


@pytest.mark.usefixtures("flagged")
def test_a_flag_names_the_place_of_its_fact(trainer: Trainer, folder: Path) -> None:
    ran = trainer("flags")
    first, *others = ran.out.splitlines()
    assert first == "mill-lane/votes.yaml:2:3: council-closes-lane: it was a tie"
    assert f"  {QUESTION}" in others
    assert sum(line.startswith("  * ") for line in others) == 1
    assert sum(line.startswith("  - ") for line in others) >= 2
    assert others[-1].endswith("in version 1.2")
    line = (folder / "votes.yaml").read_text(encoding="utf-8").splitlines()[1]
    assert line[2:] == "id: council-closes-lane"


@pytest.mark.usefixtures("flagged")
def test_flags_leave_as_a_file(trainer: Trainer, tmp_path: Path) -> None:
    trainer("flag", CARD, "--reason", "and not on that day")
    ran = trainer("flags", "mill-lane", "-o", tmp_path / "flags.json", "--json")
    assert (ran.code, ran.out) == (0, "")
    assert "2 flagged questions" in ran.err
    said = json.loads((tmp_path / "flags.json").read_text(encoding="utf-8"))
    assert [each["reason"] for each in said] == ["it was a tie", "and not on that day"]
    assert said[0]["facts"] == [{"fact": "council-closes-lane", "place": "votes.yaml:2:3"}]
    assert not said[0]["changed_since"]
    assert said[0]["still_asked"]


@pytest.mark.usefixtures("flagged")
def test_a_second_reason_stands_in_place_of_the_first(trainer: Trainer) -> None:
    ran = trainer("flag", QUESTION, "--reason", "it was no tie")
    assert "in place of: it was a tie" in ran.err
    assert "it was no tie" in trainer("flags").out
    assert trainer("flags").out.count(QUESTION) == 1


@pytest.mark.usefixtures("flagged")
def test_a_flag_can_be_taken_back_even_when_its_chapter_is_gone(
    trainer: Trainer, folder: Path
) -> None:
    shutil.rmtree(folder)
    ran = trainer("unflag", QUESTION)
    assert (ran.code, ran.out) == (0, "")
    assert "no longer flagged: " in ran.err
    assert trainer("flags").out == ""
    ran = trainer("unflag", QUESTION)
    assert ran.code == 1
    assert "is not flagged" in ran.err


@pytest.mark.usefixtures("flagged")
def test_a_chapter_that_changed_is_said_to_have_changed(trainer: Trainer, folder: Path) -> None:
    votes = folder / "votes.yaml"
    votes.write_text("\n\n" + votes.read_text(encoding="utf-8"), encoding="utf-8")
    ran = trainer("flags")
    assert "votes.yaml:4:3" in ran.out
    assert ran.out.endswith("which has changed since\n")


@pytest.mark.usefixtures("flagged")
def test_a_question_that_is_gone_is_said_to_be_gone(trainer: Trainer, folder: Path) -> None:
    votes = folder / "votes.yaml"
    id_line = "- id: council-closes-lane\n"
    unasked = f"{id_line}  ask: false\n  reason: the count is in doubt\n"
    votes.write_text(votes.read_text(encoding="utf-8").replace(id_line, unasked), encoding="utf-8")
    trainer("flag", "mill-lane:council-reopens-lane#outcome", "--reason", "x")
    first, second = trainer("flags").out.split("\n\n")
    assert first.endswith("which has changed since: the question is no longer there")
    assert second.endswith("in version 1.2\n")


@pytest.mark.usefixtures("flagged")
def test_flags_outlive_their_chapter(trainer: Trainer, folder: Path) -> None:
    shutil.rmtree(folder)
    ran = trainer("flags")
    assert ran.code == 0
    assert ran.out.startswith("mill-lane: council-closes-lane: it was a tie\n")


def test_nothing_flagged_is_said(trainer: Trainer) -> None:
    ran = trainer("flags")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing is flagged" in ran.err
    assert trainer("flags", "--json").out == "[]\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("mill-lane:council-close-lane#outcome", 1, "did you mean mill-lane:council-closes-lane"),
        ("mill-lane", 2, "is no id of a question"),
        ("mill-lnae:x#y", 1, "did you mean mill-lane?"),
    ],
)
def test_what_is_no_question_is_not_flagged(
    trainer: Trainer, home: Path, name: str, code: int, said: str
) -> None:
    ran = trainer("flag", name, "--reason", "x")
    assert ran.code == code
    assert said in ran.err
    assert not (home / "state" / "flags.jsonl").exists()


@pytest.mark.usefixtures("folder")
def test_a_flag_needs_a_reason(trainer: Trainer) -> None:
    assert trainer("flag", QUESTION, "--reason", " ").code == 2
    assert trainer("flag", QUESTION).code == 2


def test_a_question_of_a_long_chapter_is_flagged_under_the_former_id_of_its_fact(
    trainer: Trainer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.decks.opening.MANY_FACTS", 1)
    votes = folder / "votes.yaml"
    text = votes.read_text(encoding="utf-8")
    id_line = "- id: council-closes-lane\n"
    assert id_line in text
    renamed = "- id: lane-is-closed\n  formerly: [council-closes-lane]\n"
    others = [file for file in folder.glob("*.yaml") if file != votes]
    votes.write_text(text.replace(id_line, renamed), encoding="utf-8")
    for file in others:
        said = file.read_text(encoding="utf-8")
        file.write_text(said.replace("council-closes-lane", "lane-is-closed"), encoding="utf-8")
    ran = trainer("flag", QUESTION, "--reason", "it was a tie")
    assert ran.code == 0, ran.err
    assert "lane-is-closed" in trainer("flags").out
