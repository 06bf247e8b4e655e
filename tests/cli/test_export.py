from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


def test_an_anki_package_is_written(trainer: Trainer, tmp_path: Path) -> None:
    ran = trainer("export", "anki", "harbour-first-steps", "-o", tmp_path / "x.apkg")
    assert ran.code == 0
    assert (tmp_path / "x.apkg").read_bytes()[:2] == b"PK"
    assert "notes" in ran.err
    assert ran.out == ""
