from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_without_a_terminal_the_files_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["confirm", "harbour-council"]) == 2
    assert "run it in one, or edit the chapter's files" in capsys.readouterr().err


def test_a_text_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["confirm", "harbour-council", "--text", str(tmp_path / "no.txt")]) == 1
    assert "there is no file" in capsys.readouterr().err
