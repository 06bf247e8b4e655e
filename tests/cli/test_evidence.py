from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import write_chapter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer


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


FIRE = """
- id: fire
  title: the fire at the mill
  date: {edtf: 1901-05-03, calendar: gregorian}
  evidence: [{paragraph: 1, prints: ["3 May"]}]
"""


@pytest.mark.usefixtures("home")
def test_gaps_are_listed_until_none_is_left(trainer: Trainer, tmp_path: Path) -> None:
    folder = write_chapter(tmp_path, events=FIRE)
    text = tmp_path / "text.txt"
    text.write_text("On 3 May the mill of Orme burned.\nIt rained.\n", encoding="utf-8")
    assert trainer("evidence", folder, "--text", text).code == 0
    ran = trainer("evidence", folder, "--text", text, "--gaps")
    assert (ran.code, ran.err) == (1, "")
    assert "1 of 1 facts proved" in ran.out
    assert "¶ 1: Orme – On 3 May the mill of Orme burned" in ran.out
    assert "¶ 2: It rained …" in ran.out
    write_chapter(
        tmp_path,
        events=FIRE,
        omitted="""
        - {paragraph: 1, prints: "Orme", reason: named once}
        - {paragraph: 2, reason: the weather}
        """,
    )
    ran = trainer("evidence", folder, "--text", text, "--gaps")
    assert (ran.code, ran.err) == (0, "")
    assert "missing –" not in ran.out
    text.write_text("On 3 May the mill burned.\nIt rained.\n", encoding="utf-8")
    ran = trainer("evidence", folder, "--text", text, "--gaps")
    assert ran.code == 1
    assert "omitted.yaml:2:3: ¶ 1 “Orme”: no gap is found there" in ran.out


@pytest.mark.usefixtures("home")
def test_gaps_and_what_is_not_proved_are_told_together(trainer: Trainer, tmp_path: Path) -> None:
    folder = write_chapter(tmp_path, events=FIRE)
    text = tmp_path / "text.txt"
    text.write_text("On 4 May the mill of Orme burned.\n", encoding="utf-8")
    ran = trainer("evidence", folder, "--text", text, "--gaps")
    assert ran.code == 1
    assert "¶ 1: Orme" in ran.out
    assert any("events.yaml:" in line for line in ran.complaints)
    plain = json.loads(trainer("evidence", folder, "--text", text, "--gaps", "--json").out)
    assert not plain["proved"]
    assert not plain["gaps"]["complete"]
    assert [item["text"] for item in plain["gaps"]["missing"]] == ["4 May", "Orme"]
    assert "gaps" not in json.loads(trainer("evidence", folder, "--text", text, "--json").out)


@pytest.mark.usefixtures("home")
def test_gaps_of_another_copy_are_those_of_the_paragraphs_it_shares(
    trainer: Trainer, tmp_path: Path
) -> None:
    folder = write_chapter(tmp_path, events=FIRE)
    text = tmp_path / "text.txt"
    text.write_text("On 3 May the old mill at the ford burned.\n", encoding="utf-8")
    assert trainer("evidence", folder, "--text", text, "--keep").code == 0
    text.write_text(
        "THE BURNING OF THE MILL AT ORME\n\nOn 3 May the old mill\nat the ford burned.\n",
        encoding="utf-8",
    )
    ran = trainer("evidence", folder, "--text", text, "--gaps")
    assert ran.code == 0
    assert "in this copy only" in ran.out
    text.write_text("Another text altogether, of nothing.\n", encoding="utf-8")
    ran = trainer("evidence", folder, "--text", text, "--gaps")
    assert ran.code == 1
    assert "this is no copy of the chapter's text" in ran.err


@pytest.mark.usefixtures("home")
def test_keep_says_whether_the_fingerprint_is_kept_and_why_not(
    trainer: Trainer, tmp_path: Path
) -> None:
    folder = write_chapter(tmp_path, events=FIRE)
    text = tmp_path / "text.txt"
    text.write_text("On 4 May the mill burned.\n", encoding="utf-8")
    ran = trainer("evidence", folder, "--text", text, "--keep")
    assert ran.code == 1
    assert ran.out.endswith("the text's fingerprint is not kept: 1 fact is not proved\n")
    assert not (folder / "text.json").exists()
    text.write_text("On 3 May the mill burned.\n", encoding="utf-8")
    ran = trainer("evidence", folder, "--text", text, "--keep")
    assert ran.out.endswith(f"the text's fingerprint is kept in {folder / 'text.json'}\n")
    assert json.loads(trainer("evidence", folder, "--text", text, "--keep", "--json").out)["kept"]
    assert "fingerprint" not in trainer("evidence", folder, "--text", text).out
