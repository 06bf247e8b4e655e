from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fixtures import write_chapter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


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


def test_the_doctor_finds_a_mistake_in_the_settings(trainer: Trainer, home: Path) -> None:
    file = home / "state" / "study.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text("minutes = 0\n")
    ran = trainer("doctor")
    assert ran.code == 1
    assert f"✗ {file}:1:1: minutes is 0 – write a whole number from 1 to 240" in ran.out
