from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from trainer.chapters.yaml_source import read_yaml
from trainer.content import find_content, find_places
from trainer.decks.schemas import schemas, write_schemas

ROOT = Path(__file__).parents[2]
SHIPPED = find_content(find_places({"TRAINER_HOME": "/nonexistent"})).decks


def test_the_schemas_in_the_project_are_those_of_the_models() -> None:
    stored = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "schemas").iterdir()}
    assert stored == schemas(), "run python -m trainer.decks.schemas"


def test_writing_them_makes_the_folder(tmp_path: Path) -> None:
    write_schemas(tmp_path / "schemas")
    assert {file.name for file in (tmp_path / "schemas").iterdir()} == schemas().keys()


@pytest.mark.parametrize("name", sorted(schemas()))
def test_each_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schemas()[name]))


@pytest.mark.parametrize("file", SHIPPED, ids=[file.stem for file in SHIPPED])
def test_an_editor_finds_nothing_wrong_with_a_shipped_deck(file: Path) -> None:
    schema = Draft202012Validator(json.loads(schemas()["deck.schema.json"]))
    assert schema.is_valid(read_yaml(file.read_bytes(), file.name).data)


def test_an_editor_finds_a_misspelled_key() -> None:
    schema = Draft202012Validator(json.loads(schemas()["deck.schema.json"]))
    deck = {
        "id": "d",
        "title": "D",
        "description": "D.",
        "select": {"chapters": ["c"], "kind": ["date"]},
    }
    assert not schema.is_valid(deck)
