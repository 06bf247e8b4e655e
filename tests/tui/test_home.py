from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.quizzes.samples import CHAPTER
from tests.tui.fakes import CATALOGUE, FakeLibrary, make_app
from tests.tui.waiting import screen_text, type_keys, until, until_shown
from trainer.decks.catalogue import Catalogue
from trainer.errors import Place, Problem
from trainer.text.plurals import counted
from trainer.tui import themes
from trainer.tui.app import INTERRUPTED
from trainer.tui.start import Quiz
from trainer.tui.widgets.shelf import Entry, Row, Shelf

if TYPE_CHECKING:
    from pathlib import Path

SIZES = [(40, 12), (80, 24), (120, 40)]
BROKEN = (
    Problem(Place("works.yaml", 3, 9), "no person [quil]", "quill?"),
    Problem(Place("works.yaml", 8, 9), "a month has no 31st", "correct the day"),
)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_decks_chapters_and_lessons_are_listed_with_their_sizes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await until_shown(pilot, "First lamps")
        text = screen_text(pilot)
        for title, questions in [("First lamps", 24), ("The dark week", 71)]:
            assert any(title in row and str(questions) in row for row in text.splitlines())


async def test_a_lesson_is_quizzed_with_arrows_and_enter(tmp_path: Path) -> None:
    library = FakeLibrary()
    app = make_app(tmp_path, library=library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "First lamps")
        await type_keys(pilot, "down down down f3")
        await until_shown(pilot, "1 / 3")
    assert library.asked[0][:2] == (CHAPTER, "the-rate")


async def test_content_is_not_counted_beneath_a_session_but_after_it(tmp_path: Path) -> None:
    library = FakeLibrary()
    app = make_app(tmp_path, Quiz(deck="first-lamps"), library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        beneath = library.counted
        await pilot.press("escape")
        await until_shown(pilot, "First lamps")
        await until_shown(pilot, "The dark week")
        await pilot.press("f1", "escape")
    assert (beneath, library.counted) == (0, 1)


@pytest.mark.parametrize("key", ["f", "f4"])
async def test_a_deck_is_studied_with_flash_cards(tmp_path: Path, key: str) -> None:
    library = FakeLibrary()
    app = make_app(tmp_path, library=library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "First lamps")
        await pilot.press(key)
        await until_shown(pilot, "Show the answer")
    assert library.asked[0][:2] == ("first-lamps", None)


async def test_a_click_chooses_and_a_second_one_begins(tmp_path: Path) -> None:
    library = FakeLibrary()
    app = make_app(tmp_path, library=library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "First lamps")
        await pilot.click(Shelf, offset=(5, 2))
        await until_shown(pilot, "Who was for lighting the quays")
        assert library.asked == []
        await pilot.click(Shelf, offset=(5, 2), times=2)
        await until_shown(pilot, "cannot be opened")  # the invented deck has no cards to study
    assert library.asked[0][0] == "board"


@pytest.mark.parametrize(("button", "shown"), [("#quiz", "1 / 3 · 0"), ("#flash", "Show the ans")])
async def test_a_button_begins(tmp_path: Path, button: str, shown: str) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "First lamps")
        await pilot.click(button)
        await until_shown(pilot, shown)


async def test_without_content_it_says_where_to_put_some(tmp_path: Path) -> None:
    app = make_app(tmp_path, library=FakeLibrary(content=Catalogue(problems=BROKEN)))
    async with app.run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "There is nothing to learn yet.")
        assert "A deck is a file in" in screen_text(pilot)
        assert str(BROKEN[0]) in screen_text(pilot)
        await type_keys(pilot, "enter f")  # nothing to begin, nothing to crash on
        await until_shown(pilot, "There is nothing to learn yet.")


async def test_broken_content_is_listed_below_the_rest(tmp_path: Path) -> None:
    content = replace(CATALOGUE, problems=BROKEN)
    app = make_app(tmp_path, library=FakeLibrary(content=content))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "! 2 problems in the content")
        await type_keys(pilot, "end")
        await until_shown(pilot, "works.yaml:3:9: no person [quil] – quill?")
        await type_keys(pilot, "enter")
        await until_shown(pilot, "works.yaml:8:9: a month has no 31st – correct the day")
        await type_keys(pilot, "escape")
        await until_shown(pilot, "Decks")


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_help_names_the_keys_of_the_screen(tmp_path: Path, key: str) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "First lamps")
        await pilot.press(key)
        await until_shown(pilot, "Keys")
        rows = [" ".join(row.split()) for row in screen_text(pilot).splitlines()]
        assert any("F F4 Cards" in row for row in rows) or any("f F4 Cards" in row for row in rows)
        await pilot.press("escape")
        await until_shown(pilot, "Decks")


@pytest.mark.parametrize("key", ["q", "f10"])
async def test_the_app_is_left_from_home(tmp_path: Path, key: str) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "First lamps")
        await pilot.press(key)
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 0


async def test_ctrl_c_leaves_as_interrupted(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "First lamps")
        await pilot.press("ctrl+c")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == INTERRUPTED


async def test_light_and_dark_change_at_a_key(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "First lamps")
        assert app.theme == themes.DARK.name
        await pilot.press("f2")
        assert app.theme == themes.LIGHT.name
        await pilot.press("f2")
        assert app.theme == themes.DARK.name


@pytest.mark.parametrize(
    ("environ", "theme"),
    [
        ({}, themes.DARK),
        ({"COLORFGBG": "15;0"}, themes.DARK),
        ({"COLORFGBG": "0;15"}, themes.LIGHT),
        ({"COLORFGBG": "0;default;7"}, themes.LIGHT),
        ({"COLORFGBG": "0;15", "TRAINER_THEME": "dark"}, themes.DARK),
        ({"TRAINER_THEME": "LIGHT"}, themes.LIGHT),
        ({"TRAINER_THEME": "mauve"}, themes.DARK),
    ],
)
def test_the_theme_follows_the_learner_then_the_terminal(
    environ: dict[str, str], theme: object
) -> None:
    assert themes.preferred(environ) is theme


def test_both_themes_define_the_same_colours() -> None:
    assert themes.DARK.variables.keys() == themes.LIGHT.variables.keys()


@pytest.mark.parametrize("width", [1, 10, 30, 80])
def test_a_line_of_the_shelf_is_as_wide_as_the_shelf(width: int) -> None:
    entry = Entry(title="The Dark Weeks of Port Merrow", size="129 questions", figure="129")
    assert Row(entry).content(width).cell_length >= width
    assert Row(entry).content(30).plain == "The Dark Weeks of Port M…  129"


def test_one_is_not_many() -> None:
    assert counted(1, "card") == "1 card"
    assert counted(0, "card") == "0 cards"
