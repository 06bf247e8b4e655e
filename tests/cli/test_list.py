from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.fixtures import write_chapter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


def test_list_names_every_chapter_and_deck_with_its_size(trainer: Trainer) -> None:
    listed = json.loads(trainer("list", "--json").out)
    assert {chapter["id"] for chapter in listed["chapters"]} == {"harbour-council", "year-1917"}
    assert all(deck["questions"] > 0 for deck in listed["decks"])
    table = trainer("list").out
    for chapter in listed["chapters"]:
        assert chapter["counts"].keys() >= {"events", "votes", "persons", "organizations"}
        assert chapter["title"] in table
    assert all(deck["id"] in table for deck in listed["decks"])


def test_list_gives_the_same_from_the_cache(trainer: Trainer, home: Path) -> None:
    first = trainer("list", "--json").out
    assert trainer("list", "--json").out == first
    (home / "cache" / "catalogue.json").write_text('{"digest": "damaged')
    assert trainer("list", "--json").out == first


def test_list_reports_broken_content_and_lists_the_rest(trainer: Trainer, home: Path) -> None:
    own = home / "library" / "data"
    own.mkdir(parents=True)
    write_chapter(own, name="broken", events="- id: x\n  titel: y\n")
    ran = trainer("list")
    assert ran.code == 1
    assert "broken" not in ran.out
    assert any("events.yaml:2:3: unknown key" in line for line in ran.complaints)
    assert trainer("list").err == ran.err, "the cache keeps what is wrong as well"
