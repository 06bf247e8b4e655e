from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.chapters.test_schemas import EditorsLoader
from trainer.chapters.files import CHAPTER_FILE, LIST_FILES
from trainer.chapters.loading import load_chapter
from trainer.chapters.starting import copy_schemas, start_chapter
from trainer.content import shipped_root
from trainer.errors import OutputError
from trainer.questions.bank import build_bank

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = shipped_root() / "schemas"


def schema_named_in(file: Path) -> Path:
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    return file.parent / first.removeprefix("# yaml-language-server: $schema=")


def without_example_marks(text: str) -> str:
    """Return a file of a new chapter with the # taken away from its example."""
    before, mark, example = text.partition("# For example:\n")
    return before + mark + re.sub("(?m)^# ", "", example)


def test_a_new_chapter_is_well_as_it_stands(tmp_path: Path) -> None:
    chapter = load_chapter(start_chapter("harbour-lamp", tmp_path, SCHEMAS))
    assert (chapter.title, list(chapter.facts())) == ("Harbour lamp", [])


def test_its_examples_are_well_and_yield_questions(tmp_path: Path) -> None:
    folder = start_chapter("harbour-lamp", tmp_path, SCHEMAS)
    for file in folder.iterdir():
        text = without_example_marks(file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8")
    chapter = load_chapter(folder)
    assert {type(fact).__name__ for fact in chapter.facts()} >= {"Event", "Vote", "Person", "Work"}
    assert chapter.lessons
    assert chapter.omitted
    assert build_bank(chapter).questions


def test_every_file_has_an_example_and_the_schema_that_fits_it(tmp_path: Path) -> None:
    schemas = copy_schemas(SCHEMAS, tmp_path / "library" / "schemas")
    folder = start_chapter("harbour-lamp", tmp_path / "library" / "data", schemas)
    assert {file.name for file in folder.iterdir()} == {CHAPTER_FILE, *LIST_FILES}
    for file in folder.iterdir():
        schema = json.loads(schema_named_in(file).read_bytes())
        seen = yaml.load(without_example_marks(file.read_text(encoding="utf-8")), EditorsLoader)
        assert Draft202012Validator(schema).is_valid(seen), file.name


def test_schemas_of_an_older_version_are_brought_up_to_date(tmp_path: Path) -> None:
    (tmp_path / "events.schema.json").write_text("{}")
    copy_schemas(SCHEMAS, tmp_path)
    for schema in SCHEMAS.iterdir():
        assert (tmp_path / schema.name).read_bytes() == schema.read_bytes()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    mine = tmp_path / "harbour-lamp" / "chapter.yaml"
    mine.parent.mkdir()
    mine.write_text("mine")
    with pytest.raises(OutputError):
        start_chapter("harbour-lamp", tmp_path, SCHEMAS)
    assert mine.read_text() == "mine"
    assert [*tmp_path.iterdir()] == [mine.parent]
