"""`trainer settings`."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


@pytest.fixture
def file(home: Path) -> Path:
    return home / "state" / "study.toml"


def test_every_setting_is_shown_with_its_meaning_as_a_file_that_can_be_read(
    trainer: Trainer,
) -> None:
    ran = trainer("settings")
    assert ran.code == 0
    assert tomllib.loads(ran.out)["desired-retention"] == 0.9
    assert "# how long a session is\n# a whole number from 1 to 240\nminutes = 10\n" in ran.out
    assert "# exam = …" in ran.out
    assert "not there yet" in ran.err


def test_a_setting_is_changed_and_notes_stay(trainer: Trainer, file: Path) -> None:
    file.parent.mkdir()
    file.write_text("# mine\nminutes = 5 # on weekdays\n")
    ran = trainer("settings", "desired-retention", "0.92")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "desired-retention = 0.92")
    assert file.read_text() == "# mine\nminutes = 5 # on weekdays\ndesired-retention = 0.92\n"
    assert trainer("settings", "minutes").out.endswith("minutes = 5\n")


def test_a_setting_of_several_words_is_changed(trainer: Trainer, file: Path) -> None:
    assert trainer("settings", "exam", "october-week", "2027-06-01").code == 0
    assert trainer("settings", "importance", "core,trivia").code == 0
    assert file.read_text() == (
        'exam = { deck = "october-week", date = 2027-06-01 }\nimportance = ["core", "trivia"]\n'
    )


def test_a_setting_is_as_usual_again(trainer: Trainer, file: Path) -> None:
    trainer("settings", "minutes", "5")
    assert trainer("settings", "minutes", "--reset").out.endswith("minutes = 10\n")
    assert file.read_text() == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["minutes", "ten"], "minutes is not a whole number – write a whole number from 1 to 240"),
        (["desired-retention", "0.99"], "desired-retention is 0.99 – write a number from 0.70"),
        (["exam", "june"], "exam does not have a deck and a date – write a deck and a day"),
        (["minute", "5"], "there is no setting minute – did you mean minutes?"),
        (["minutes", "5", "--reset"], "--reset and a value exclude each other"),
        (["--reset"], "--reset needs the name of a setting"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    trainer: Trainer, file: Path, words: list[str], said: str
) -> None:
    ran = trainer("settings", *words)
    assert ran.code == 2
    assert ran.err.startswith(f"trainer: error: {said}")
    assert not file.exists()


def test_a_file_with_a_mistake_is_told_with_its_line_and_left_alone(
    trainer: Trainer, file: Path
) -> None:
    file.parent.mkdir()
    file.write_text("minutes = 0\n")
    for words in (["settings"], ["settings", "new-a-day", "3"]):
        ran = trainer(*words)
        assert ran.code == 1
        assert ran.complaints == [
            f"trainer: error: {file}:1:1: minutes is 0 – write a whole number from 1 to 240"
        ]
    assert file.read_text() == "minutes = 0\n"
    assert trainer("settings", "minutes", "9").code == 0


def test_a_folder_that_cannot_be_made_is_told(trainer: Trainer, file: Path) -> None:
    file.parent.write_text("in the way")
    ran = trainer("settings", "minutes", "9")
    assert ran.code == 1
    assert "study.toml" in ran.err or "cannot be made" in ran.err
