"""What users get wrong: each gives one line with its place and mend, exit code 1, and nothing half-written."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import write_chapter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer

EVENT = """\
- id: fire
  title: the fire at the mill
  date: {edtf: 1901-05-03, calendar: gregorian}
  evidence: [{paragraph: 1, prints: ["3 May"]}]
"""


@pytest.mark.parametrize(
    ("events", "says"),
    [
        ("- id: [x\n", "events.yaml:2:1: a comma or a closing bracket ] is missing – add it"),
        (
            EVENT.replace("title:", "titel:"),
            'events.yaml:2:3: unknown key "titel" – did you mean "title"?',
        ),
        (EVENT.replace("05-03", "04-31"), "events.yaml:3:16: 31 April"),
        (EVENT + EVENT, 'events.yaml:5:7: the id "fire" is used twice – change one'),
    ],
    ids=["yaml syntax", "misspelled key", "a date that does not exist", "duplicate id"],
)
def test_a_broken_chapter(trainer: Trainer, tmp_path: Path, events: str, says: str) -> None:
    folder = write_chapter(tmp_path, events=events)
    ran = trainer("check", folder)
    assert ran.code == 1
    assert f"trainer: error: {folder}/{says}" in ran.err
    assert all(line.startswith("trainer: error: ") for line in ran.complaints)


def deck(home: Path, text: str) -> Path:
    file = home / "library" / "decks" / "mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


MINE = "id: mine\ntitle: Mine\ndescription: My own.\nselect:\n  chapters: [harbour-council]\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "mine.yaml:1:1: not a deck – write id, title, description and select"),
        (
            MINE + "  lessons: [the-lmap]\n",
            "mine.yaml:6:13: lessons: the-lmap is not in the deck's chapters",
        ),
        (MINE + "  persons: [jonas-red]\n", "did you mean jonas-reed?"),
        (MINE + "  kind: [date]\n", 'mine.yaml:6:3: unknown key "kind" – did you mean "kinds"?'),
        (MINE + "  kinds: [dates]\n", "mine.yaml:6:11: "),
        (MINE + "  facts: []\n", "mine.yaml:4:1: the deck mine selects nothing"),
        (
            MINE.replace("harbour-council", "harbour-counsel"),
            "mine.yaml:5:14: there is no chapter harbour-counsel – did you",
        ),
        (
            MINE.replace("id: mine", "id: yours"),
            "mine.yaml:1:5: the deck's id is yours, but its file",
        ),
        (MINE + "  period: {from: 1834-04-31}\n", "mine.yaml:6:18: 31 April"),
        (
            MINE + "  period: {from: July 1834}\n",
            "is no date as it is written here – write ",
        ),
        (MINE + "  templates: [outcom]\n", "there is no template outcom – did you mean outcome?"),
        (
            MINE + "exclude: {tags: [statemnt]}\n",
            "mine.yaml:6:18: tags: no question is tagged statemnt – did you mean statement?",
        ),
        (MINE + "  period: {from: 1834-05, to: 1834-04}\n", "before it begins"),
    ],
)
def test_a_broken_deck(trainer: Trainer, home: Path, text: str, says: str) -> None:
    deck(home, text)
    for words in (["check", "mine"], ["questions", "mine"]):
        ran = trainer(*words)
        assert ran.code == 1
        assert says in ran.err
        assert all(line.startswith("trainer: error: ") for line in ran.complaints)


def test_all_that_is_wrong_with_a_deck_is_said_at_once(trainer: Trainer, home: Path) -> None:
    deck(
        home,
        MINE.replace("id: mine", "id: yours")
        + "  persons: [jonas-red]\n  templates: [outcom]\n"
        + "  period: {from: 1834-02-30, to: 1834-13}\nexclude: {lessons: [the-lmap]}\n",
    )
    assert len(trainer("check", "mine").complaints) == 6


def test_two_copies_of_a_chapter_are_counted_apart(trainer: Trainer, tmp_path: Path) -> None:
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
    copies = write_chapter(tmp_path / "a", events=EVENT), write_chapter(tmp_path / "b")
    lines = trainer("check", *copies).out.splitlines()
    first, second = (line for line in lines if not line.startswith(" "))
    assert first.partition(": all")[2] != second.partition(": all")[2]


def test_a_missing_file(trainer: Trainer, tmp_path: Path) -> None:
    for words in (
        ["check", tmp_path / "nothing.yaml"],
        ["evidence", "harbour-council", "--text", tmp_path / "nothing.txt"],
        ["show", "nothing"],
        ["questions", tmp_path / "nothing.yaml"],
        ["quiz", "--plain", "nothing"],
    ):
        ran = trainer(*words)
        assert (ran.code, len(ran.complaints)) == (1, 1)
        assert " – " in ran.err


def test_a_damaged_cache_is_rebuilt_in_silence(trainer: Trainer, home: Path) -> None:
    before = trainer("questions", "harbour-council").out
    for file in (home / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(b"\x00 damaged" + file.read_bytes()[:1000])
    ran = trainer("questions", "harbour-council")
    assert (ran.code, ran.out, ran.err) == (0, before, "")


def test_a_cache_that_cannot_be_kept_is_done_without(trainer: Trainer, home: Path) -> None:
    shutil.rmtree(home / "cache")
    (home / "cache").write_text("a file in the way")
    assert trainer("list").code == 0
    assert trainer("questions", "harbour-first-steps").code == 0


def test_an_output_folder_that_is_not_there(trainer: Trainer, tmp_path: Path) -> None:
    ran = trainer("export", "anki", "harbour-first-steps", "-o", tmp_path / "none" / "x.apkg")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert "make the folder first" in ran.err


def test_an_output_folder_that_cannot_be_written(trainer: Trainer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    ran = trainer("export", "anki", "harbour-first-steps", "-o", tmp_path / "file" / "x.apkg")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith("part")] == []


@pytest.mark.parametrize("words", [["show"], ["check"], ["questions"], ["quiz", "--plain"]])
def test_a_name_too_long_for_a_file(trainer: Trainer, words: list[str]) -> None:
    ran = trainer(*words, "a" * 5000)
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert "wrong in the trainer itself" not in ran.err


def test_what_a_terminal_would_obey_is_shown(trainer: Trainer) -> None:
    ran = trainer("show", "a\x1b[31m\nb")
    assert len(ran.complaints) == 1
    assert "there is no chapter a␛[31m b – " in ran.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b" \n\n", "is empty – name a file that holds the text"),
        (b"\xe9t\xe9", "is not UTF-8: the byte 0xe9 is none – save it as UTF-8"),
    ],
)
def test_a_text_that_holds_none(
    trainer: Trainer, tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / "text.txt").write_bytes(content)
    ran = trainer("evidence", "harbour-council", "--text", tmp_path / "text.txt")
    assert (ran.code, ran.out, len(ran.complaints)) == (1, "", 1)
    assert says in ran.err


def test_a_home_that_is_a_file_is_not_well(
    trainer: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "file"))
    ran = trainer("doctor")
    assert ran.code == 1
    assert "set TRAINER_HOME to another folder" in ran.out


def test_what_cannot_be_found_does_not_keep_the_rest_from_being_checked(trainer: Trainer) -> None:
    ran = trainer("check", "nothing", "harbour-first-steps")
    assert ran.code == 1
    assert "harbour-first-steps.yaml: all is well" in ran.out
    assert len(ran.complaints) == 1
    nothing, steps = json.loads(trainer("check", "nothing", "harbour-first-steps", "--json").out)
    assert nothing["questions"] is None
    assert "there is no deck nothing" in nothing["problems"][0]["what"]
    assert steps["problems"] == []
