from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.quizzes.samples import LEADER, QUESTIONS, STRIKE, question
from tests.tui.fakes import FakeLibrary, deck, logged, make_app, places
from tests.tui.waiting import screen_text, type_keys, until_shown
from trainer.errors import ContentError, Place, Problem
from trainer.quizzes.drawing import draw
from trainer.study.entries import Mode
from trainer.study.grades import Verdict
from trainer.study.store import Store
from trainer.tui.screens.quiz import QuizScreen
from trainer.tui.start import Quiz
from trainer.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from pathlib import Path

QUIZ = Quiz(deck="first-lamps", seed=3)
FIRST, SECOND, THIRD = draw(QUESTIONS, None, 3)


def wrong(number: int) -> str:
    """The digit of an option that is not the key."""
    asked = (FIRST, SECOND, THIRD)[number]
    return "1" if asked.options[0] is not asked.key else "2"


async def test_a_quiz_is_answered_by_digits_from_beginning_to_end(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3 · 0 right")
        await pilot.press("2")
        await until_shown(pilot, "✓ Right")
        assert FIRST.explanation[:30] in screen_text(pilot)
        assert f"¶ {FIRST.evidence[0].paragraph}" in screen_text(pilot)
        assert all(option.why[:30] in screen_text(pilot) for option in FIRST.options)
        await type_keys(pilot, f"enter {wrong(1)}")
        await until_shown(pilot, "✗ Wrong – the answer is 2")
        assert "2 / 3 · 1 right" in screen_text(pilot)
        await type_keys(pilot, "enter 2 enter")
        await until_shown(pilot, "2 of 3 right")
        assert SECOND.prompt[:40] in screen_text(pilot)
        assert f"✓ {SECOND.key.text}" in screen_text(pilot)
    reviews = logged(tmp_path)
    assert [review.question for review in reviews] == [FIRST.id, SECOND.id, THIRD.id]
    assert [review.verdict for review in reviews] == [Verdict.RIGHT, Verdict.WRONG, Verdict.RIGHT]
    assert {review.mode for review in reviews} == {Mode.QUIZ}
    assert {review.session for review in reviews} == {"2026-03-14T12:00:00.000+00:00 first-lamps 3"}


async def test_a_quiz_is_answered_with_arrows_and_enter(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, "down down enter")
        await until_shown(pilot, "✓ Right")


async def test_a_quiz_is_answered_with_the_mouse(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        rows = list(app.screen.query(Choice))
        await pilot.click(rows[1])
        await until_shown(pilot, "✓ Right")
        await pilot.click("FooterKey")
        await until_shown(pilot, "2 / 3")


async def test_a_key_held_down_answers_nothing(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await pilot.press("enter")
        assert "▸ 1" in screen_text(pilot)
    assert logged(tmp_path) == []


async def test_an_answer_cannot_be_changed_by_a_second_digit(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, "2 1 1 9")
        await until_shown(pilot, "✓ Right")
    assert len(logged(tmp_path)) == 1


async def test_no_screen_is_pushed_for_a_question(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        before = list(app.screen_stack)
        await type_keys(pilot, "2 enter 2 enter")
        await until_shown(pilot, "3 / 3")
        assert list(app.screen_stack) == before


async def test_leaving_shows_what_was_answered(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, "2 enter escape")
        await until_shown(pilot, "1 of 1 right · 100 % · 2 questions not asked")
        await pilot.press("escape")
        await until_shown(pilot, "Decks")
    assert len(logged(tmp_path)) == 1


async def test_leaving_at_once_goes_home(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await pilot.press("escape")
        await until_shown(pilot, "Decks")


async def test_the_missed_are_retried(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, f"2 enter {wrong(1)} enter 2 enter")
        await until_shown(pilot, "Retry missed (1)")
        await pilot.press("enter")
        await until_shown(pilot, "1 / 1")
        assert SECOND.prompt[:40] in screen_text(pilot)
        # The options have moved up, so that no number is remembered.
        await type_keys(pilot, "1 enter")
        await until_shown(pilot, "Nothing was missed.")


async def test_another_quiz_is_drawn_with_another_seed(tmp_path: Path) -> None:
    library = FakeLibrary()
    app = make_app(tmp_path, Quiz(deck="first-lamps", lesson="the-rate"), library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        await type_keys(pilot, "2 escape f6")
        await until_shown(pilot, "1 / 3 · 0 right")
    (name, lesson, seed), (again, same, other) = library.asked
    assert (name, lesson) == (again, same) == ("first-lamps", "the-rate")
    assert seed != other


async def test_the_explanation_of_a_long_question_is_in_sight_at_80_by_24(tmp_path: Path) -> None:
    long = question(
        whys=tuple(f"{STRIKE.options[place].why} " * 2 for place in range(4)),
        prompt=LEADER.prompt * 2,
        explanation=LEADER.explanation * 2,
    )
    app = make_app(tmp_path, QUIZ, FakeLibrary(opened=deck((long,))))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 1")
        await pilot.press("1")
        await until_shown(pilot, "✗ Wrong – the answer is 2")
        await until_shown(pilot, "¶ 12")


async def test_options_below_a_very_long_prompt_are_reached_by_arrows(tmp_path: Path) -> None:
    long = question(prompt="word " * 150)
    app = make_app(tmp_path, QUIZ, FakeLibrary(opened=deck((long,))))
    async with app.run_test(size=(40, 12)) as pilot:
        await until_shown(pilot, "1 / 1")
        assert "2 May" not in screen_text(pilot)
        await pilot.press(*["down"] * 8)
        await until_shown(pilot, "▸ 4  8 July 1889")
        await pilot.press(*["up"] * 8)
        await until_shown(pilot, "Date")


@pytest.mark.parametrize("screen", ["quiz", "results"])
async def test_a_log_that_cannot_be_written_ends_the_session(
    tmp_path: Path, screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(log: Store, _: object) -> str:
        raise ContentError([Problem(None, "the log cannot be written: disk full", "make room")])

    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "1 / 3")
        if screen == "results":
            await type_keys(pilot, "2 enter")
        monkeypatch.setattr(Store, "append", full)
        await pilot.press("2")
        await until_shown(pilot, "Your answer could not be saved")
        assert "disk full – make room" in screen_text(pilot)
        assert "Right" not in screen_text(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "Decks")
        assert not any(isinstance(each, QuizScreen) for each in app.screen_stack)


async def test_a_log_that_cannot_be_opened_begins_no_session(tmp_path: Path) -> None:
    places(tmp_path).state.write_text("a file where the folder should be")
    app = make_app(tmp_path, QUIZ)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Your answers could not be saved")


async def test_a_deck_that_cannot_be_opened_says_every_problem(tmp_path: Path) -> None:
    error = ContentError(
        [
            Problem(Place("votes.yaml", 41, 5), "counts add up to 999", "correct one of them"),
            Problem(Place("votes.yaml", 7, 1), "unknown key [montion]", "motion?"),
        ]
    )
    app = make_app(tmp_path, QUIZ, FakeLibrary(error=error))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "This deck cannot be opened")
        assert "votes.yaml:41:5: counts add up to 999 – correct one of them" in screen_text(pilot)
        assert "votes.yaml:7:1: unknown key [montion] – motion?" in screen_text(pilot)


async def test_a_deck_without_questions_says_so(tmp_path: Path) -> None:
    app = make_app(tmp_path, QUIZ, FakeLibrary(opened=replace(deck(), questions=())))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "there is nothing to ask in it – choose another deck")
