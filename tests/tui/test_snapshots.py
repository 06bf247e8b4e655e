"""How each screen looks; after a wanted change: pytest tests/tui/test_snapshots.py --snapshot-update, then look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.fakes import make_app
from tests.tui.studying import StudyLibrary, asked_in
from tests.tui.waiting import type_keys, until_shown
from trainer.questions.question import Form
from trainer.tui.start import Flash, Home, Quiz, Start, Study

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    SnapCompare = Callable[..., bool]

SIZES = [(40, 12), (80, 24), (120, 40)]
QUIZ = Quiz(deck="first-lamps", seed=3)
FLASH = Flash(deck="first-lamps", seed=1)

# The screen to begin with, the words that show it is there, keys, and the words that show they are done.
SCENES: dict[str, tuple[Start, str, str, str]] = {
    "home": (Home(), "First lamps", "", ""),
    "question": (QUIZ, "1 / 3", "2 enter down", "▸"),
    "right": (QUIZ, "1 / 3", "2", "✓ Right"),
    "wrong": (QUIZ, "1 / 3", "2 enter 1", "✗ Wrong"),
    "results": (QUIZ, "1 / 3", "1 enter 2 enter 1 enter", "1 of 3 right"),
    "front": (FLASH, "1 / 3", "", ""),
    "back": (FLASH, "1 / 3", "space", "3 Good"),
    "cards": (FLASH, "1 / 3", "space 1 space 3 space 4 space 3", "2 of 3"),
    "flagging": (QUIZ, "1 / 3", "f", "What is wrong"),
    "flagged": (QUIZ, "1 / 3", "2 f t w o enter", "flagged"),
    "help": (QUIZ, "1 / 3", "f1", "Keys"),
}

# What is studied in which form, keys from the page of its lesson on, and the words that show they are done.
STUDYING: dict[str, tuple[Form, str, str]] = {
    "lesson": (Form.CHOICE, "f2 f2", "A new lesson"),
    "chosen": (Form.CHOICE, "enter 1", "¶"),
    "typing": (Form.TYPED, "enter q u a y", "quay"),
    "typed": (Form.TYPED, "enter N o b o d y space H e r e enter", "✗"),
    "revealed": (Form.RECALL, "enter space", "3 Good"),
    "studied": (Form.CHOICE, "enter 2 escape", "1 answer"),
}


def act(scene: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    _, begun, keys, done = SCENES[scene]

    async def before(pilot: Pilot[None]) -> None:
        await until_shown(pilot, begun)
        await type_keys(pilot, keys)
        await until_shown(pilot, done)
        await pilot.pause()

    return before


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES)
def test_a_screen_looks_right_at_every_size(
    tmp_path: Path, snap_compare: SnapCompare, scene: str, size: tuple[int, int]
) -> None:
    app = make_app(tmp_path, SCENES[scene][0])
    assert snap_compare(app, terminal_size=size, run_before=act(scene))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", STUDYING)
def test_studying_looks_right_at_every_size(
    tmp_path: Path, snap_compare: SnapCompare, scene: str, size: tuple[int, int]
) -> None:
    form, keys, done = STUDYING[scene]
    app = make_app(tmp_path, Study(deck="harbour-council"), StudyLibrary(asked_in(form)))

    async def before(pilot: Pilot[None]) -> None:
        await until_shown(pilot, "A new lesson")
        await type_keys(pilot, keys)
        await until_shown(pilot, done)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize("scene", ["home", "wrong", "results", "back"])
def test_a_screen_looks_right_in_light(
    tmp_path: Path, snap_compare: SnapCompare, scene: str
) -> None:
    app = make_app(tmp_path, SCENES[scene][0], environ={"TRAINER_THEME": "light"})
    assert snap_compare(app, terminal_size=(80, 24), run_before=act(scene))


@pytest.mark.parametrize("scene", ["home", "question", "wrong", "results", "back"])
def test_a_screen_looks_right_without_colour(
    tmp_path: Path, snap_compare: SnapCompare, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(tmp_path, SCENES[scene][0])
    assert snap_compare(app, terminal_size=(80, 24), run_before=act(scene))
