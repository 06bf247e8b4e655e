"""Studying in the app: each form, the learner's word, and that nothing is said before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.fakes import FakeLibrary, logged, make_app, places
from tests.tui.studying import StudyLibrary, asked_in
from tests.tui.waiting import screen_text, type_keys, until_shown
from trainer.errors import NotFoundError
from trainer.questions.question import Form
from trainer.study.flags import read_flags
from trainer.study.grades import Rating, Verdict
from trainer.study.store import Store
from trainer.tui.start import Home, Study
from trainer.tui.widgets.choices import Choice
from trainer.tui.widgets.grades import Grade

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.decks.opening import OpenedDeck

STUDY = Study(deck="harbour-council")


def key_of(deck: OpenedDeck) -> int:
    (question, *_) = deck.questions
    return question.options.index(question.key) + 1


async def test_a_lesson_is_introduced_and_a_choice_made_by_digit(tmp_path: Path) -> None:
    deck = asked_in(Form.CHOICE)
    app = make_app(tmp_path, STUDY, StudyLibrary(deck))
    async with app.run_test(size=(80, 40)) as pilot:
        await until_shown(pilot, "Ask yourself:")
        assert "A new lesson" in screen_text(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "1 left · 10 min")
        await type_keys(pilot, str(key_of(deck)))
        await until_shown(pilot, "✓ Right")
        (review,) = logged(tmp_path)
        assert (review.verdict, review.rating) == (Verdict.RIGHT, Rating.GOOD)
        await type_keys(pilot, "e")
        await until_shown(pilot, "It counts as easy")
        assert deck.questions[0].options[0].text in screen_text(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "1 answer, 1 right.")
    assert [review.rating for review in logged(tmp_path)] == [Rating.EASY]


async def test_an_answer_is_taken_back_and_the_option_clicked_on(tmp_path: Path) -> None:
    deck = asked_in(Form.CHOICE)
    wrong = 1 if key_of(deck) != 1 else 2
    app = make_app(tmp_path, STUDY, StudyLibrary(deck))
    async with app.run_test(size=(80, 40)) as pilot:
        await until_shown(pilot, "Ask yourself:")
        await type_keys(pilot, f"enter {wrong}")
        await until_shown(pilot, "✗ Wrong")
        await pilot.press("f5")
        await until_shown(pilot, "Answer")
        await pilot.click(list(app.screen.query(Choice))[key_of(deck) - 1])
        await until_shown(pilot, "✓ Right")
    assert [review.verdict for review in logged(tmp_path)] == [Verdict.RIGHT]


async def test_what_is_typed_is_judged_and_overruled(tmp_path: Path) -> None:
    deck = asked_in(Form.TYPED)
    app = make_app(tmp_path, STUDY, StudyLibrary(deck))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Ask yourself:")
        await type_keys(pilot, "enter")
        await until_shown(pilot, deck.questions[0].prompt[:30])
        await type_keys(pilot, "B u s h e q space h u m enter")  # keys that elsewhere do something
        await until_shown(pilot, deck.questions[0].answer.text)
        (review,) = logged(tmp_path)
        assert (review.answered, review.rating) == ("Busheq hum", Rating.AGAIN)
        await pilot.press("o")
        await until_shown(pilot, "✓ It counts as right")
    (review,) = logged(tmp_path)
    assert (review.overruled, review.rating) == (True, Rating.GOOD)


async def test_what_is_recalled_is_revealed_and_graded_by_the_learner(tmp_path: Path) -> None:
    deck = asked_in(Form.RECALL)
    app = make_app(tmp_path, STUDY, StudyLibrary(deck))
    async with app.run_test(size=(80, 40)) as pilot:
        await until_shown(pilot, "Ask yourself:")
        await pilot.press("enter")
        await until_shown(pilot, "Show the answer")
        await pilot.press("3")  # no grade for what was not yet seen
        await pilot.press("space")
        await until_shown(pilot, "2 Hard")
        await pilot.click(list(app.screen.query(Grade))[1])
        await until_shown(pilot, "Show the answer")
    assert [review.rating for review in logged(tmp_path)] == [Rating.HARD]


async def test_cards_are_set_aside_and_then_nothing_is_left(tmp_path: Path) -> None:
    app = make_app(tmp_path, STUDY, StudyLibrary(asked_in(Form.CHOICE, 2)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Ask yourself:")
        await type_keys(pilot, "enter f6")
        await until_shown(pilot, "1 left")
        if "Ask yourself:" in screen_text(pilot):
            await pilot.press("enter")
        await type_keys(pilot, "s")
        await until_shown(pilot, "Nothing more is due for now")
    with Store.open(places(tmp_path).state / "log.db") as store:
        assert sorted(mark.suspended for mark in store.marks().values()) == [False, True]


async def test_a_stretch_is_read_first_and_no_text_is_markup(tmp_path: Path) -> None:
    library = StudyLibrary(asked_in(Form.CHOICE), ("¶ 4  [red]The mole[/] stands.",))
    app = make_app(tmp_path, STUDY, library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "¶ 4  [red]The mole[/] stands.")
        await pilot.press("enter")
        await until_shown(pilot, "Ask yourself:")


async def test_a_question_is_flagged_while_it_is_typed(tmp_path: Path) -> None:
    app = make_app(tmp_path, STUDY, StudyLibrary(asked_in(Form.TYPED)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Ask yourself:")
        await pilot.press("enter")
        await until_shown(pilot, "Not today")
        await type_keys(pilot, "f8 o d d enter")
        await until_shown(pilot, "flagged")
    (flag,) = read_flags(places(tmp_path).state / "flags.jsonl")
    assert flag.reason == "odd"


async def test_who_leaves_is_told_what_was_done_and_who_quits_goes_on_later(
    tmp_path: Path,
) -> None:
    deck = asked_in(Form.CHOICE, 2)
    for quits in ("f10", "escape"):
        app = make_app(tmp_path, STUDY, StudyLibrary(deck))
        async with app.run_test(size=(80, 24)) as pilot:
            await until_shown(pilot, "left")
            if "Ask yourself:" in screen_text(pilot):
                await pilot.press("enter")
            await until_shown(pilot, "Answer")
            await pilot.press("1")
            await until_shown(pilot, "Next")
            await pilot.press(quits)
            if quits == "escape":
                await until_shown(pilot, "1 answer")
    assert len({review.session for review in logged(tmp_path)}) == 1


async def test_study_is_the_first_thing_that_home_offers(tmp_path: Path) -> None:
    library = StudyLibrary(asked_in(Form.CHOICE))
    app = make_app(tmp_path, Home(), library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "First lamps")
        await type_keys(pilot, "down down down enter")
        await until_shown(
            pilot, "nothing to study of that"
        )  # the invented lesson is of another deck
        assert [asked[:2] for asked in library.asked] == [("port-merrow", "the-rate")]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_a_deck_that_cannot_be_opened_is_told(tmp_path: Path, size: tuple[int, int]) -> None:
    library = FakeLibrary(error=NotFoundError("there is no such deck", mend="name another"))
    app = make_app(tmp_path, STUDY, library)
    async with app.run_test(size=size) as pilot:
        await until_shown(pilot, "there is no such deck")


async def test_without_a_place_to_write_nothing_is_asked(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    app = make_app(tmp_path, STUDY, StudyLibrary(asked_in(Form.CHOICE)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Your answers could not be saved")
