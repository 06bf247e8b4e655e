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
