from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("yaml", "pydantic", "genanki", "cyclopts", "sqlite3", "msgspec")


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("trainer.tui.run", (*HEAVY, "trainer.questions", "trainer.chapters", "trainer.decks")),
        ("trainer.tui.start", (*HEAVY, "textual")),
        ("trainer.quizzes.plain", (*HEAVY, "textual")),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(
    module: str, forbidden: tuple[str, ...]
) -> None:
    script = f"import {module}, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()} | set(done.stdout.split())
    assert loaded.isdisjoint(forbidden)
