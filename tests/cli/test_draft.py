from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.drafting.texts import CANAL
from trainer.chapters.files import CHAPTER_FILE, LIST_FILES

if TYPE_CHECKING:
    import pytest

    from tests.cli.conftest import Trainer


def test_a_draft_says_what_it_found_and_passes_every_check(
    trainer: Trainer, tmp_path: Path
) -> None:
    text = tmp_path / "canal.txt"
    text.write_text(CANAL, encoding="utf-8")
    folder = tmp_path / "wexley-canal"
    ran = trainer("draft", text, "-o", folder)
    assert ran.code == 0
    assert "4 persons" in ran.out
    assert f"trainer check {folder} --watch" in ran.err
    assert trainer("check", folder).code == 0
    proved = trainer("evidence", folder, "--text", text)
    assert proved.code == 0
    assert "0 failed" in proved.out


def test_without_a_folder_it_goes_into_the_library_and_has_every_file(
    trainer: Trainer, tmp_path: Path
) -> None:
    text = tmp_path / "Wexley Canal.txt"
    text.write_text(CANAL, encoding="utf-8")
    ran = trainer("draft", text)
    assert (ran.code, "trainer check wexley-canal --watch" in ran.err) == (0, True)
    assert trainer("check", "wexley-canal").code == 0
    folder = Path(ran.out.partition(": a draft")[0])
    assert {file.name for file in folder.iterdir()} == {CHAPTER_FILE, *LIST_FILES, "text.json"}


def test_a_page_is_proved_as_it_was_read(trainer: Trainer, tmp_path: Path) -> None:
    page = tmp_path / "lamp.html"
    page.write_text(
        "<h1>The Lamp</h1><p>On <i>3 May 1900</i> Ann&nbsp;Lee spoke.", encoding="utf-8"
    )
    folder = tmp_path / "lamp"
    assert trainer("draft", page, "-o", folder).code == 0
    assert trainer("evidence", folder, "--text", page).code == 0


def test_a_folder_with_something_in_it_is_left_alone(trainer: Trainer, tmp_path: Path) -> None:
    text = tmp_path / "canal.txt"
    text.write_text(CANAL, encoding="utf-8")
    folder = tmp_path / "canal"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    ran = trainer("draft", text, "-o", folder)
    assert ran.code == 1
    assert "nothing is written over" in ran.err
    assert [file.name for file in folder.iterdir()] == ["mine.txt"]


def test_a_text_without_a_year_is_a_matter_of_usage(trainer: Trainer, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("A dog came.", encoding="utf-8")
    ran = trainer("draft", text, "-o", tmp_path / "dog")
    assert (ran.code, "--year" in ran.err) == (2, True)
    assert not (tmp_path / "dog").exists()


def test_a_long_text_says_what_is_done(
    trainer: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "canal.txt"
    text.write_text(CANAL, encoding="utf-8")
    assert "looking for names" not in trainer("draft", text, "-o", tmp_path / "short").err
    monkeypatch.setattr("trainer.cli.draft._LONG", 10)
    assert "looking for names …" in trainer("draft", text, "-o", tmp_path / "long").err
