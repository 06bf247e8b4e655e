from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.quizzes.samples import FRONTS
from tests.tui.fakes import FakeLibrary, deck, logged, make_app
from tests.tui.waiting import screen_text, type_keys, until_shown
from trainer.quizzes.drawing import draw_fronts
from trainer.study.entries import Mode
from trainer.study.grades import Rating
from trainer.tui.start import Flash
from trainer.tui.widgets.grades import Grade

if TYPE_CHECKING:
    from pathlib import Path

FLASH = Flash(deck="first-lamps", seed=1)
CARDS = draw_fronts(FRONTS, None, 1)


async def test_a_card_shows_its_back_only_when_turned_over(tmp_path: Path) -> None:
    app = make_app(tmp_path, FLASH)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        assert CARDS[0].stem in screen_text(pilot)
        assert CARDS[0].answer not in screen_text(pilot)
        await pilot.press("space")
        await until_shown(pilot, CARDS[0].answer)
        assert CARDS[0].explanation in screen_text(pilot)


async def test_grades_are_given_by_digit_and_logged(tmp_path: Path) -> None:
    app = make_app(tmp_path, FLASH)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, "3 enter 1 space 2 space 4")
        await until_shown(pilot, "4 / 4")
        await type_keys(pilot, "space 3")
        await until_shown(pilot, "2 of 3 cards known")
        assert "Again 1 · Hard 1 · Good 1 · Easy 1" in screen_text(pilot)
        assert CARDS[0].stem in screen_text(pilot)
    reviews = logged(tmp_path)
    assert [review.rating for review in reviews] == [
        Rating.AGAIN,
        Rating.HARD,
        Rating.EASY,
        Rating.GOOD,
    ]
    assert {review.mode for review in reviews} == {Mode.FLASH}


async def test_grades_are_given_by_arrow_and_enter(tmp_path: Path) -> None:
    app = make_app(tmp_path, FLASH)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, "enter left enter")
        await until_shown(pilot, "2 / 3")
    assert [review.rating for review in logged(tmp_path)] == [Rating.HARD]


async def test_cards_are_turned_and_graded_with_the_mouse(tmp_path: Path) -> None:
    app = make_app(tmp_path, FLASH)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Show the answer")
        await pilot.click("#reveal")
        await until_shown(pilot, CARDS[0].answer)
        await pilot.click(list(app.screen.query(Grade))[3])
        await until_shown(pilot, "2 / 3")
    assert [review.rating for review in logged(tmp_path)] == [Rating.EASY]


async def test_what_was_not_known_is_retried(tmp_path: Path) -> None:
    app = make_app(tmp_path, FLASH)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, "space 1 escape")
        await until_shown(pilot, "Retry missed (1)")
        await pilot.press("enter")
        await until_shown(pilot, "1 / 1")
        assert CARDS[0].stem in screen_text(pilot)


async def test_a_deck_without_cards_says_so(tmp_path: Path) -> None:
    app = make_app(tmp_path, FLASH, FakeLibrary(opened=replace(deck(), fronts=())))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "it has no flash cards – choose another deck")
