"""Each command, called as a user calls it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE, write_chapter
from trainer.study.log import ReviewLog, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer

CONTRACT_OF_A_QUESTION = {
    "id", "card", "kind", "demand", "template", "form", "lesson", "prompt", "options", "answer",
    "explanation", "evidence", "facts", "difficulty", "tags",
}  # fmt: skip


def test_list_names_every_chapter_and_deck_with_its_size(trainer: Trainer) -> None:
    listed = json.loads(trainer("list", "--json").out)
    (chapter,) = listed["chapters"]
    assert chapter["counts"].keys() >= {"events", "votes", "persons", "organizations"}
    assert all(deck["questions"] > 0 for deck in listed["decks"])
    table = trainer("list").out
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


def test_show_prints_the_contract(trainer: Trainer) -> None:
    shown = json.loads(trainer("show", MILL_LANE, "--json").out)
    assert shown.keys() >= {
        "chapter", "lessons", "persons", "organizations", "events", "votes", "works", "statements", "terms",
    }  # fmt: skip
    dated = [event["date"] for event in shown["events"] if "date" in event]
    assert all(
        date.keys() >= {"edtf", "calendar", "julian", "gregorian", "precision"} for date in dated
    )


def test_show_names_every_fact_in_text(trainer: Trainer) -> None:
    shown = json.loads(trainer("show", MILL_LANE, "--json").out)
    text = trainer("show", MILL_LANE).out
    for sort in ("persons", "organizations", "events", "votes", "works", "statements", "terms"):
        for fact in shown[sort]:
            assert f"[{fact['id']}]" in text


def test_questions_prints_the_contract_one_object_a_line(trainer: Trainer) -> None:
    lines = trainer("questions", "year-1917", "--json").out.splitlines()
    questions = [json.loads(line) for line in lines]
    assert len(questions) >= 250
    for question in questions:
        assert question.keys() - {"cards"} == CONTRACT_OF_A_QUESTION
        assert ("cards" in question) == (question["card"] is None)
        assert sum(option["correct"] for option in question["options"]) == 1
        assert all(
            option.keys() >= {"id", "text", "correct", "why"} for option in question["options"]
        )


def test_questions_of_one_kind_are_of_that_kind(trainer: Trainer) -> None:
    lines = trainer("questions", "year-1917", "--kind", "vote", "--json").out.splitlines()
    assert lines
    assert {json.loads(line)["kind"] for line in lines} == {"vote"}


def test_questions_are_the_same_for_the_same_seed(trainer: Trainer) -> None:
    assert (
        trainer("questions", "year-1917", "--seed", "3").out
        == trainer("questions", "year-1917", "--seed", "3").out
    )


def test_check_finds_what_ships_well(trainer: Trainer) -> None:
    ran = trainer("check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("all is well") == len(ran.out.splitlines())


def test_check_gives_place_and_mend_as_json(trainer: Trainer, tmp_path: Path) -> None:
    folder = write_chapter(tmp_path, events="- id: x\n  titel: y\n")
    ran = trainer("check", folder, "--json")
    (checked,) = json.loads(ran.out)
    assert ran.code == 1
    problem = next(each for each in checked["problems"] if "titel" in each["what"])
    assert (problem["line"], problem["column"]) == (2, 3)
    assert "title" in problem["mend"]


def test_check_gives_a_reason_for_all_that_is_withheld(trainer: Trainer) -> None:
    (checked,) = json.loads(trainer("check", MILL_LANE, "--json").out)
    assert checked["withheld"]
    assert all(each["reason"] for each in checked["withheld"])


@pytest.mark.usefixtures("home")
def test_evidence_proves_a_fact_and_names_what_it_cannot_prove(
    trainer: Trainer, tmp_path: Path
) -> None:
    folder = write_chapter(
        tmp_path,
        events="""
        - id: fire
          title: the fire at the mill
          date: {edtf: 1901-05-03, calendar: gregorian}
          evidence: [{paragraph: 1, prints: ["3 May"]}]
        """,
    )
    text = tmp_path / "text.txt"
    text.write_text("On 3 May the mill burned down.\n", encoding="utf-8")
    assert trainer("evidence", folder, "--text", text).code == 0
    text.write_text("On 4 May the mill burned down.\n", encoding="utf-8")
    ran = trainer("evidence", folder, "--text", text)
    assert ran.code == 1
    assert any("events.yaml:" in line for line in ran.complaints)
    assert json.loads(trainer("evidence", folder, "--text", text, "--json").out)


def test_a_plain_quiz_is_asked_scored_and_logged(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n2\n1\n"))
    ran = trainer("quiz", "--plain", "--count", "3", "--seed", "5", "first-steps")
    assert ran.code == 0
    assert "Question 3 of 3" in ran.out
    with ReviewLog.open(home / "state" / "log.db") as log:
        reviews = [logged.review for logged in log.reviews()]
    assert len(reviews) == 3
    right = sum(review.verdict is Verdict.RIGHT for review in reviews)
    assert f"{right} of 3 right" in ran.out


def test_a_quiz_that_ends_early_keeps_what_was_answered(
    trainer: Trainer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    trainer("quiz", "--plain", "--count", "3", "--seed", "5", "first-steps")
    with ReviewLog.open(home / "state" / "log.db") as log:
        assert sum(1 for _ in log.reviews()) == 1


def test_paths_names_every_folder_below_home(trainer: Trainer, home: Path) -> None:
    lines = dict(line.split("\t") for line in trainer("paths").out.splitlines())
    assert lines.keys() == {"shipped", "library", "state", "log", "cache"}
    assert all(path.startswith(str(home)) for name, path in lines.items() if name != "shipped")


def test_the_doctor_finds_a_fresh_installation_well(trainer: Trainer) -> None:
    ran = trainer("doctor")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "all is well"


def test_the_doctor_finds_a_damaged_log(trainer: Trainer, home: Path) -> None:
    (home / "state").mkdir(parents=True)
    (home / "state" / "log.db").write_bytes(b"no database" * 1000)
    ran = trainer("doctor")
    assert ran.code == 1
    assert "log.db" in ran.out


def test_the_doctor_names_content_that_is_hidden(trainer: Trainer, home: Path) -> None:
    own = home / "library" / "data"
    own.mkdir(parents=True)
    write_chapter(own, name="year-1917")
    ran = trainer("doctor")
    assert ran.code == 1
    assert "rename yours" in ran.out


def test_an_anki_package_is_written(trainer: Trainer, tmp_path: Path) -> None:
    ran = trainer("export", "anki", "first-steps", "-o", tmp_path / "x.apkg")
    assert ran.code == 0
    assert (tmp_path / "x.apkg").read_bytes()[:2] == b"PK"
    assert "notes" in ran.err
    assert ran.out == ""
