"""Flagging what is asked, in the quiz and among flash cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quizzes.samples import FRONTS, QUESTIONS
from tests.tui.fakes import logged, make_app, places
from tests.tui.waiting import screen_text, type_keys, until_shown
from trainer.quizzes.drawing import draw, draw_fronts
from trainer.study.flags import read_flags
from trainer.study.paths import flags_file
from trainer.tui.start import Flash, Quiz

if TYPE_CHECKING:
    from pathlib import Path

QUIZ = Quiz(deck="first-lamps", seed=3)
FLASH = Flash(deck="first-lamps", seed=1)
FIRST, SECOND, _ = draw(QUESTIONS, None, 3)
CARD = draw_fronts(FRONTS, None, 1)[0].card.id
ASKED = "What is wrong with this question?"


def flagged(root: Path) -> list[tuple[str, str]]:
    return [(flag.question, flag.reason) for flag in read_flags(flags_file(places(root)))]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_a_question_is_flagged_before_and_after_its_answer(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=size) as pilot:
        await until_shown(pilot, "1 / 3")
        await pilot.press("f")
        await until_shown(pilot, "Your words are kept")
        await type_keys(pilot, "n o question_mark space 2 enter")
        await until_shown(pilot, "· flagged")
        assert flagged(tmp_path) == [(FIRST.id, "no? 2")]
        await type_keys(pilot, "2 enter")
        await until_shown(pilot, "2 / 3")
        assert "flagged" not in screen_text(pilot)
        await type_keys(pilot, "2 f")
        await until_shown(pilot, ASKED[:20])
        await type_keys(pilot, "b a d enter")
        await until_shown(pilot, "2 / 3")
    assert flagged(tmp_path) == [(FIRST.id, "no? 2"), (SECOND.id, "bad")]
    assert len(logged(tmp_path)) == 2


async def test_a_flag_is_changed_and_taken_back(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        for keys, left in (("f a enter", "a"), ("f end b enter", "ab"), ("f x escape", "ab")):
            await type_keys(pilot, keys)
            await until_shown(pilot, "· flagged")
            assert flagged(tmp_path) == [(FIRST.id, left)]
        await pilot.press("f")
        await until_shown(pilot, "Empty the line to take that back")
        await type_keys(pilot, "end ctrl+u enter")
        await until_shown(pilot, "Enter Answer")
        assert "flagged" not in screen_text(pilot)
    assert flagged(tmp_path) == []


async def test_without_words_nothing_is_flagged(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, "f space enter")
        await until_shown(pilot, "Enter Answer")
    assert not flags_file(places(tmp_path)).exists()


async def test_a_card_is_flagged_on_both_its_sides(tmp_path: Path) -> None:
    app = make_app(tmp_path, FLASH)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, "f a enter")
        await until_shown(pilot, "· flagged")
        await type_keys(pilot, "space f")
        await until_shown(pilot, ASKED)
        await type_keys(pilot, "end b enter")
        await until_shown(pilot, "3 Good")
    assert flagged(tmp_path) == [(CARD, "ab")]


async def test_what_was_flagged_before_is_shown(tmp_path: Path) -> None:
    for _ in range(2):
        app = make_app(tmp_path, QUIZ)
        async with app.run_test(size=(80, 24)) as pilot:
            await until_shown(pilot, "1 / 3")
            if not flagged(tmp_path):
                await type_keys(pilot, "f a enter")
            await until_shown(pilot, "· flagged")


async def test_a_flag_that_cannot_be_kept_is_told_and_the_quiz_goes_on(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        flags_file(places(tmp_path)).mkdir()
        await type_keys(pilot, "f a enter")
        await until_shown(pilot, "Your flag could not be saved")
        await pilot.press("escape")
        await until_shown(pilot, "1 / 3")
        await pilot.press("2")
        await until_shown(pilot, "✓ Right")


async def test_the_time_of_flagging_is_not_the_time_of_the_answer(tmp_path: Path) -> None:
    from datetime import timedelta

    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        noon = app.now()
        await pilot.press("f")
        await until_shown(pilot, ASKED)
        app.now = lambda: noon + timedelta(minutes=2)
        await type_keys(pilot, "a enter")
        await until_shown(pilot, "· flagged")
        await pilot.press("2")
        await until_shown(pilot, "✓ Right")
    assert [review.milliseconds for review in logged(tmp_path)] == [0]
