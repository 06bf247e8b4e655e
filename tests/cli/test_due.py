"""`trainer due` counts without importing what is slow, and `trainer cards` sets cards aside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from trainer.study import schema
from trainer.study.counting import SCHEMA_VERSION

if TYPE_CHECKING:
    from io import StringIO
    from pathlib import Path

    from tests.cli.conftest import Trainer

REEVE = "harbour-council:tobias-lunt/the-reeve#also-known-as"


@pytest.fixture
def studied(trainer: Trainer, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A home in which two cards were begun."""
    type_in(monkeypatch, "1\n1\nq\n")
    assert trainer("study", "harbour-council", "--plain").code == 0
    return home


def type_in(monkeypatch: pytest.MonkeyPatch, lines: str) -> StringIO:
    from io import StringIO

    stream = StringIO(lines)
    monkeypatch.setattr(sys, "stdin", stream)
    return stream


@pytest.mark.usefixtures("home")
def test_before_anything_is_learned_nothing_is_due(trainer: Trainer) -> None:
    assert trainer("due").out == "0 due, up to 10 new today\n"


@pytest.mark.usefixtures("studied")
def test_what_is_due_is_counted_by_chapter(trainer: Trainer) -> None:
    assert trainer("due").out == "2 due, up to 8 new today\n    2  harbour-council\n"
    told = json.loads(trainer("due", "--json").out)
    assert (told["due"], told["new"], told["reviewed"]) == (2, 8, 0)
    assert told["chapters"] == {"harbour-council": {"due": 2, "known": 2}}


@pytest.mark.usefixtures("studied")
def test_how_many_are_new_follows_the_settings(trainer: Trainer) -> None:
    trainer("settings", "new-a-day", "5")
    assert trainer("due").out.startswith("2 due, up to 3 new")


@pytest.mark.usefixtures("studied")
def test_a_card_is_suspended_and_resumed(trainer: Trainer) -> None:
    assert trainer("cards", "suspend", REEVE).code == 0
    assert trainer("due").out.startswith("1 due")
    listed = trainer("cards", "list", "--aside").out
    assert listed.startswith(f"{REEVE}\t")
    assert listed.endswith("\tsuspended\n")
    trainer("cards", "resume", REEVE)
    assert trainer("cards", "list", "--aside").out == ""
    trainer("cards", "bury", REEVE)
    assert trainer("due").out.startswith("1 due")
    (one, other) = map(json.loads, trainer("cards", "list", "--json").out.splitlines())
    assert {one["aside"], other["aside"]} == {None, "buried"}


@pytest.mark.usefixtures("studied")
def test_a_card_that_is_not_there_is_refused_and_nothing_is_written(trainer: Trainer) -> None:
    ran = trainer("cards", "suspend", REEVE, "harbour-council:nothing#what")
    assert ran.code == 1
    assert "there is no card harbour-council:nothing#what" in ran.err
    assert trainer("cards", "list", "--aside").out == ""


def test_a_log_that_is_none_is_told(trainer: Trainer, home: Path) -> None:
    (home / "state").mkdir(exist_ok=True)
    (home / "state" / "log.db").write_text("not a database, whatever it is called" * 100)
    ran = trainer("due")
    assert ran.code == 1
    assert "cannot be read" in ran.err


def test_the_tables_are_those_of_the_schema() -> None:
    assert SCHEMA_VERSION == schema.VERSION


def test_counting_imports_nothing_that_is_slow(studied: Path) -> None:
    code = (
        "import sys; from trainer.cli.main import run; run(['due']);"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'yaml', 'pydantic', 'cyclopts', 'fsrs', 'msgspec', 'dataclasses', 'textual'}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TRAINER_HOME": str(studied)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--read", "thirty"), "no stretch"),
        (("--read", "9-3"), "ends before it begins"),
        (("--read", "400"), "has no paragraph 400"),
        (("--lesson", "nowhere"), "has no lesson nowhere"),
        (("--person", "nobody"), "nothing to study of that"),
        (("--minutes", "0"), "minutes"),
        (("--kind", "colour"), "kind"),
    ],
)
def test_what_cannot_be_studied_is_said(
    trainer: Trainer, words: tuple[str, ...], said: str
) -> None:
    ran = trainer("study", "harbour-council", "--plain", *words)
    assert ran.code != 0
    assert said in ran.err.lower()


def test_a_stretch_of_the_text_is_read_before_its_cards(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "q\n")
    ran = trainer("study", "harbour-council", "--plain", "--read", "4-6", "--new", "3")
    assert ran.out.index("¶ 4  ") < ran.out.index("¶ 6  ") < ran.out.index("Card 1.")
    assert ": 3 cards, 10 minutes." in ran.out
