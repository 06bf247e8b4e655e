from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE
from trainer.content import find_places, shipped_root
from trainer.decks.loading import load_deck
from trainer.decks.opening import open_deck
from trainer.decks.starting import start_deck
from trainer.errors import OutputError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = shipped_root() / "schemas"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mill-lane").symlink_to(MILL_LANE)
    return tmp_path


def test_a_new_deck_is_well_and_selects_all_of_its_chapters(library: Path) -> None:
    file = start_deck("first-week", library / "decks", SCHEMAS, ["mill-lane"])
    opened = open_deck(str(file), find_places({"TRAINER_HOME": str(library / "home")}))
    assert (opened.id, opened.title) == ("first-week", "First week")
    assert opened.questions


def test_every_key_that_it_offers_is_known(library: Path) -> None:
    file = start_deck("first-week", library / "decks", SCHEMAS, ["mill-lane"])
    text = file.read_text(encoding="utf-8")
    offered = re.sub(r"(?m)^( *)# (?=( *)[a-z]+:( |$))", r"\1", text).replace("-ID", "-id")
    file.write_text(re.sub("[A-Z]+-id", "some-id", offered), encoding="utf-8")
    deck = load_deck(file)
    assert deck.entry.select.model_fields_set >= {"kinds", "facts", "period", "issues"}
    assert deck.entry.exclude is not None


def test_a_deck_of_nothing_is_refused(library: Path) -> None:
    with pytest.raises(UsageError, match="no chapter with questions"):
        start_deck("first-week", library / "decks", SCHEMAS, [])


def test_nothing_is_overwritten(library: Path) -> None:
    file = start_deck("first-week", library / "decks", SCHEMAS, ["mill-lane"])
    file.write_text("mine")
    with pytest.raises(OutputError):
        start_deck("first-week", library / "decks", SCHEMAS, ["mill-lane"])
    assert file.read_text() == "mine"
