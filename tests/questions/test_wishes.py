"""What teachers asked of the first chapter, and get."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from trainer.chapters.loading import load_chapter
from trainer.questions.bank import build_bank

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter, Statement
    from trainer.questions.question import Bank, Question

FOLDER = Path(__file__).parents[2] / "data" / "year-1917"

MONTH = re.compile(r"\b(?:March|April|July|August|September|October)\b")


@pytest.fixture(scope="module")
def record() -> Chapter:
    return load_chapter(FOLDER)


@pytest.fixture(scope="module")
def made(record: Chapter) -> Bank:
    return build_bank(record)


def asked_of(made: Bank, statement: Statement) -> list[Question]:
    card = f"{made.chapter}:{statement.id}#"
    return [q for q in made.questions if q.card in {f"{card}stance", f"{card}position"}]


def test_who_held_which_view_on_merging_with_the_mensheviks_and_when(
    record: Chapter, made: Bank
) -> None:
    views = [s for s in record.statements if s.issue == "union-with-the-mensheviks"]
    assert {view.speaker for view in views} == {"stalin", "molotov", "zalutsky", "lenin"}
    for view in views:
        asked = asked_of(made, view)
        assert {"stance", "position"} & {question.template for question in asked}, view.id
        assert all(MONTH.search(question.prompt) for question in asked), "each says when"
    changed = [q for q in made.questions if q.template == "changed"]
    assert any("stalin-for-unity" in question.facts for question in changed), "and who moved"


def test_what_kamenev_held_from_march_to_october(record: Chapter, made: Bank) -> None:
    views = [s for s in record.statements if s.speaker == "kamenev"]
    asked = {view.id: asked_of(made, view) for view in views}
    assert all(asked.values()), [name for name, rows in asked.items() if not rows]
    prompts = " ".join(q.prompt for rows in asked.values() for q in rows)
    assert {"March", "April", "August", "September", "October"} <= set(MONTH.findall(prompts))


def test_who_was_absent_where_it_mattered(made: Bank) -> None:
    asked = [q for q in made.questions if q.template == "absent" and q.options]
    facts = {question.facts[0] for question in asked}
    assert {"launching-of-the-insurrection", "break-with-the-staff"} <= facts
