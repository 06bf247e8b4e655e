"""Studying as lines of text, as somebody hears it read out."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from tests.study.decks import Clock
from trainer.answers.judging import judge_of
from trainer.content import find_places
from trainer.decks.opening import OpenedDeck, open_deck
from trainer.questions.question import Form
from trainer.study.asking import Ask
from trainer.study.flags import Flagging, read_flags
from trainer.study.grades import Rating
from trainer.study.plain import study_plain
from trainer.study.session import StudySession
from trainer.study.settings import StudySettings
from trainer.study.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SETTINGS = StudySettings(new_a_day=2)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> OpenedDeck:
    places = find_places({"TRAINER_HOME": str(tmp_path_factory.mktemp("home"))})
    return open_deck("harbour-council", places, seed=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "log.db", SETTINGS) as opened:
        yield opened


Studied = tuple[bool, str]


@pytest.fixture
def study(deck: OpenedDeck, store: Store, tmp_path: Path) -> Callable[[str], Studied]:
    """Study with what is typed, a line each."""

    def run(typed: str) -> Studied:
        clock, written = Clock(), StringIO()
        chapters = {chapter.id: chapter for chapter in deck.chapters}
        finished = study_plain(
            StudySession(deck, store, SETTINGS, clock),
            title=deck.title,
            reader=StringIO(typed),
            writer=written,
            judge=judge_of(deck.chapters),
            flags=Flagging(tmp_path / "flags.jsonl", chapters, clock),
            now=clock,
        )
        return finished, written.getvalue()

    return run


def key_of_first(deck: OpenedDeck, store: Store) -> int:
    ask = StudySession(deck, store, SETTINGS, Clock()).next()
    assert isinstance(ask, Ask)
    assert ask.question.form is Form.CHOICE
    return ask.question.options.index(ask.question.key) + 1


def ratings(store: Store) -> list[Rating | None]:
    return [each.review.rating for each in store.reviews()]


def test_the_lesson_is_introduced_before_its_first_card(
    deck: OpenedDeck, study: Callable[[str], Studied]
) -> None:
    finished, said = study("")
    lesson = deck.chapters[0].lessons[0]
    assert finished
    assert said.index(lesson.gist) < said.index(lesson.question) < said.index("Card 1.")
    assert "Nothing was answered." in said


def test_an_answer_is_told_with_the_reasons_and_made_easy_afterwards(
    deck: OpenedDeck, store: Store, study: Callable[[str], Studied]
) -> None:
    key = key_of_first(deck, store)
    _, said = study(f"{key}\nh\ne\nq\n")
    assert "Right." in said
    assert "Paragraph" in said
    assert "Your last answer counts as hard." in said
    assert ratings(store) == [Rating.EASY]
    assert "1 answer, 1 right." in said


def test_what_was_taken_back_is_asked_once_more(
    deck: OpenedDeck, store: Store, study: Callable[[str], Studied]
) -> None:
    key = key_of_first(deck, store)
    wrong = 1 if key != 1 else 2
    _, said = study(f"u\n{wrong}\nu\n{key}\n")
    assert "Nothing was answered yet." in said
    assert "Wrong. The answer is" in said
    assert said.count("Taken back; once more.") == 1
    assert ratings(store) == [Rating.GOOD]


def test_a_card_is_buried_or_suspended_and_not_asked_again(
    store: Store, study: Callable[[str], Studied]
) -> None:
    _, said = study("b\ns\nq\n")
    assert "This card comes again on another day." in said
    assert "trainer cards resume" in said
    assert "Nothing more is due for now." in said
    assert sorted(mark.suspended for mark in store.marks().values()) == [False, True]


def test_a_question_is_flagged_with_words_and_no_number_is_taken_for_an_answer(
    study: Callable[[str], Studied], tmp_path: Path
) -> None:
    _, said = study("?? the year is wrong\n??\n99999999999\nnonsense\n!\nq\n")
    assert "The question of card 1 is flagged" in said
    assert "is no longer flagged" in said
    assert said.count("Please type a number from 1 to") == 2
    assert "Nothing was answered yet." in said
    assert read_flags(tmp_path / "flags.jsonl") == ()


def test_what_is_typed_and_judged_wrong_can_be_overruled(
    deck: OpenedDeck, store: Store, study: Callable[[str], Studied]
) -> None:
    key = key_of_first(deck, store)
    session = StudySession(deck, store, SETTINGS, Clock())
    # Learned in two steps, the second without options; of both cards.
    _, said = study(f"{key}\ns\n" + "Wrong Name\n!\n")
    assert session.left == 2
    assert "Your last answer counts as right." in said
    assert ratings(store) == [Rating.GOOD, Rating.GOOD]
    assert [each.review.overruled for each in store.reviews()] == [False, True]


class Interrupting(StringIO):
    def readline(self, *_: object) -> str:  # type: ignore[override]
        raise KeyboardInterrupt


def test_ctrl_c_leaves_the_session_to_be_gone_on_with(
    deck: OpenedDeck, store: Store, tmp_path: Path
) -> None:
    clock, written = Clock(), StringIO()
    session = StudySession(deck, store, SETTINGS, clock)
    finished = study_plain(
        session,
        title="[bold]",
        passage=("¶ 1  \x1b[31mred",),
        reader=Interrupting(),
        writer=written,
        judge=judge_of(deck.chapters),
        flags=Flagging(tmp_path / "flags.jsonl", {}, clock),
        now=clock,
    )
    assert not finished
    assert "goes on from here" in written.getvalue()
    assert "\x1b" not in written.getvalue()
    assert store.interrupted(session.day) is not None
