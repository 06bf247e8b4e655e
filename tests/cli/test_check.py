from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.fixtures import MILL_LANE, write_chapter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


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
