"""Schemas: what editors check is what the loader reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.fixtures import MILL_LANE
from trainer.chapters.files import CHAPTER_FILE, LIST_FILES
from trainer.chapters.schemas import schemas

ROOT = Path(__file__).parents[2]
FILES = (CHAPTER_FILE, *LIST_FILES)


class EditorsLoader(yaml.SafeLoader):
    """Reads YAML 1.2's core types, as editors do: `no` and dates are text, 414 is a number."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        character: [pair for pair in pairs if pair[0].endswith((":int", ":float", ":null"))]
        for character, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


EditorsLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf")
)


def fits(value: Any, schema: dict[str, Any]) -> bool:
    return Draft202012Validator(schema).is_valid(value)


def schema_of(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(schemas()[name.replace(".yaml", ".schema.json")])
    return found


def test_every_file_of_a_chapter_has_a_schema() -> None:
    assert {name.replace(".yaml", ".schema.json") for name in FILES} == schemas().keys()


@pytest.mark.parametrize("name", FILES)
def test_an_editor_finds_nothing_wrong_with_a_chapter_that_loads(name: str) -> None:
    seen = yaml.load((MILL_LANE / name).read_text(encoding="utf-8"), EditorsLoader)
    schema = schema_of(name)
    for entry in [seen] if name == CHAPTER_FILE else seen:
        assert fits(entry if name == CHAPTER_FILE else [entry], schema), entry


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("events.yaml", '[{id: e, title: t, tilte: u, evidence: [{paragraph: 1, prints: ["x"]}]}]'),
        ("events.yaml", "[{id: e, title: t}]"),
        ("events.yaml", '[{id: E, title: t, evidence: [{paragraph: 1, prints: ["x"]}]}]'),
        ("events.yaml", "[{id: e, title: t, evidence: [{paragraph: 1, prints: [79]}]}]"),
        ("events.yaml", '[{id: e, title: t, evidence: [{paragraph: 0, prints: ["x"]}]}]'),
        ("votes.yaml", '[{id: e, type: voting, evidence: [{paragraph: 1, prints: ["x"]}]}]'),
        ("persons.yaml", "{id: e}"),
        ("chapter.yaml", "{title: t}"),
    ],
)
def test_an_editor_sees_what_is_wrong(name: str, text: str) -> None:
    schema = schema_of(name)
    assert not fits(yaml.load(text, EditorsLoader), schema)


@pytest.mark.parametrize("name", FILES)
def test_every_file_begins_with_the_name_of_its_schema(name: str) -> None:
    schema = name.replace(".yaml", ".schema.json")
    first = (MILL_LANE / name).read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../../../../schemas/{schema}"
    assert (MILL_LANE / "../../../../schemas" / schema).resolve().is_file()
