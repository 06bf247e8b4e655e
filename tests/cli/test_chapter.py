"""`trainer chapter` turns a chapter into a spreadsheet and back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import MILL_LANE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


@pytest.mark.parametrize("name", ["book.xlsx", "tables"])
def test_a_chapter_goes_into_a_spreadsheet_and_comes_back(
    trainer: Trainer, tmp_path: Path, name: str
) -> None:
    sheet, back = tmp_path / name, tmp_path / "mill-lane"
    assert trainer("chapter", "to-sheet", MILL_LANE, "-o", sheet).code == 0
    ran = trainer("chapter", "from-sheet", sheet, "-o", back)
    assert (ran.code, ran.out) == (0, "")
    assert ran.complaints[0].endswith(f"next: trainer check {back}")
    assert trainer("check", back).code == 0


def test_what_is_wrong_names_the_cell(trainer: Trainer, tmp_path: Path) -> None:
    trainer("chapter", "to-sheet", MILL_LANE, "-o", tmp_path / "tables")
    terms = tmp_path / "tables" / "terms.csv"
    terms.write_text("id,name,gloss\n,weir,a low dam\n", encoding="utf-8")
    ran = trainer("chapter", "from-sheet", tmp_path / "tables", "-o", tmp_path / "back")
    assert ran.code == 1
    assert f'{tmp_path / "tables"}:terms!B2: the key "id" is missing' in ran.err


def test_without_the_extra_it_says_how_to_get_it(
    trainer: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    ran = trainer("chapter", "to-sheet", MILL_LANE, "-o", tmp_path / "book.xlsx")
    assert ran.code == 1
    assert 'pip install "chapter-trainer[sheets]"' in ran.err


def test_a_spreadsheet_that_is_not_there_is_told(trainer: Trainer, tmp_path: Path) -> None:
    ran = trainer("chapter", "from-sheet", tmp_path / "no.xlsx", "-o", tmp_path / "back")
    assert ran.code == 1
    assert f"there is no {tmp_path / 'no.xlsx'}" in ran.err
