from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE, write_chapter
from trainer.questions.audit import auditing
from trainer.questions.audit.finding import Check, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.cli.conftest import Trainer
    from trainer.questions.audit.item import Item


def test_check_finds_what_ships_well(trainer: Trainer) -> None:
    ran = trainer("check", "--strict")
    assert (ran.code, ran.err) == (0, "")
    verdicts = [line for line in ran.out.splitlines() if not line.startswith(" ")]
    assert ran.out.count("all is well") == len(verdicts) > 1


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


def test_drafts_that_wait_are_named(trainer: Trainer, tmp_path: Path) -> None:
    wait = "1 draft not confirmed – trainer confirm"
    event = (
        "- {{id: {0}, title: the {0}, date: {1}{2}, evidence: [{{paragraph: 1, prints: [x]}}]}}\n"
    )
    draft = event.format("flood", 1821, ", status: draft").replace("[x]", '["x"]')
    asked = event.format("fire", 1820, "").replace("[x]", '["x"]')
    both = write_chapter(tmp_path, name="both", events=draft + asked)
    assert f"; {wait} {both}\n" in trainer("check", both).out
    none = write_chapter(tmp_path, name="none", events=asked)
    assert "confirm" not in trainer("check", none).out
    only = write_chapter(tmp_path, name="only", events=draft)
    said = trainer("check", only).out
    assert "1 draft, not confirmed – go through them: trainer confirm" in said


def _find_fault(items: Sequence[Item]) -> Iterator[Finding]:
    for item in items[:20]:
        yield Finding(check="planted", questions=(item.id,), what="planted", mend="do not")


@pytest.fixture
def flawed(monkeypatch: pytest.MonkeyPatch) -> None:
    planted = Check(name="planted", looks_for="anything", run=_find_fault)
    monkeypatch.setattr(auditing, "CHECKS", (planted,))


@pytest.mark.usefixtures("flawed")
def test_a_flaw_of_the_audit_is_a_warning(trainer: Trainer) -> None:
    ran = trainer("check", MILL_LANE)
    assert ran.code == 0
    assert "trainer: warning: " in ran.err
    assert ran.err.count("planted – do not") == 12
    assert "`--json` has them all" in ran.err
    assert "all is well" not in ran.out
    assert "the audit finds 20 flaws" in ran.out


@pytest.mark.usefixtures("flawed")
def test_strict_lets_a_flaw_fail(trainer: Trainer) -> None:
    assert trainer("check", MILL_LANE, "--strict").code == 1
    assert trainer("check", MILL_LANE, "--strict", "--json").code == 1
    assert trainer("check", MILL_LANE, "--json").code == 0


def test_the_audit_is_all_in_the_json(trainer: Trainer) -> None:
    (checked,) = json.loads(trainer("check", MILL_LANE, "--json").out)
    assert checked["audit"].keys() >= {"flaws", "checks", "guessing", "places", "coverage"}


def test_a_chapter_with_errors_has_no_audit(trainer: Trainer, tmp_path: Path) -> None:
    folder = write_chapter(tmp_path, events="- id: x\n  titel: y\n")
    (checked,) = json.loads(trainer("check", folder, "--json").out)
    assert checked["audit"] is None
