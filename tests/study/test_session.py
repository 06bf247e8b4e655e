"""A session: what it asks, that every answer is on the disk, and that it goes on where it was interrupted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.study.decks import MORNING, Clock, answer, ask_of, to_the_end
from trainer.content import find_places
from trainer.decks.opening import OpenedDeck, open_deck
from trainer.errors import NotFoundError
from trainer.study.asking import Ask, Ending
from trainer.study.entries import EntryType, Mode
from trainer.study.filters import Filters
from trainer.study.grades import Rating, Verdict
from trainer.study.memory import State
from trainer.study.session import StudySession
from trainer.study.settings import Exam, StudySettings
from trainer.study.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS = StudySettings(new_a_day=4)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> OpenedDeck:
    places = find_places({"TRAINER_HOME": str(tmp_path_factory.mktemp("home"))})
    return open_deck("harbour-council", places, seed=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "log.db", SETTINGS) as opened:
        yield opened


def test_new_cards_are_learned_in_two_steps_and_then_wait_for_days(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    session = StudySession(deck, store, SETTINGS, clock)
    assert session.left == 4
    first = ask_of(session)
    assert first.memory is None
    assert to_the_end(session, clock) is Ending.DONE
    summary = session.end()
    assert (summary.begun, summary.held, summary.answers) == (4, 4, 8)
    assert all(each.state is State.REVIEW for each in store.memories().values())
    assert {each.review.mode for each in store.reviews()} == {Mode.STUDY}


def test_an_answer_is_on_the_disk_when_it_is_told(
    deck: OpenedDeck, store: Store, clock: Clock, tmp_path: Path
) -> None:
    session = StudySession(deck, store, SETTINGS, clock)
    answered = answer(session, ask_of(session))
    with Store.open(tmp_path / "log.db", SETTINGS) as other:
        assert [each.id for each in other.reviews()] == [answered.review]


def test_a_session_ends_on_time_and_never_within_a_card(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    session = StudySession(deck, store, SETTINGS, clock, minutes=1)
    ask = ask_of(session)
    clock.wait(minutes=3)
    answer(session, ask)
    assert session.next() is Ending.TIME


def test_a_clock_that_is_put_back_makes_no_session_longer_than_its_minutes(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    session = StudySession(deck, store, SETTINGS, clock, minutes=10)
    clock.wait(hours=-5)
    assert session.seconds_left == 600


def test_an_interrupted_session_goes_on_exactly(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    session = StudySession(deck, store, SETTINGS, clock, minutes=7)
    for right in (True, False, True):
        answer(session, ask_of(session), right=right)
        clock.wait(seconds=5)
    before = session.next()
    assert isinstance(before, Ask)
    again = StudySession(deck, store, SETTINGS, clock)
    after = ask_of(again)
    assert (after.question, after.memory) == (before.question, before.memory)
    assert again.left == session.left
    assert again.seconds_left == 7 * 60 - 15
    assert len({each.review.session for each in store.reviews()}) == 1


def test_a_session_that_was_ended_or_is_of_another_day_is_not_gone_on_with(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    first = StudySession(deck, store, SETTINGS, clock)
    answer(first, ask_of(first))
    first.end()
    clock.wait(minutes=1)
    second = StudySession(deck, store, SETTINGS, clock)
    assert second.seconds_left == 600
    clock.wait(days=1)
    third = StudySession(deck, store, SETTINGS, clock)
    answer(third, ask_of(third))
    assert len({each.review.session for each in store.reviews()}) == 2


def test_what_was_taken_back_is_asked_again_and_changes_nothing(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    session = StudySession(deck, store, SETTINGS, clock)
    ask = ask_of(session)
    left = session.left
    answer(session, ask)
    assert session.undo() == ask
    assert store.memories() == {}
    assert session.left == left
    assert ask_of(session).card == ask.card
    answer(session, ask)
    assert session.undo() is not None
    assert session.undo() is None


def test_the_learner_overrules_a_verdict_and_makes_a_right_answer_harder(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    session = StudySession(deck, store, SETTINGS, clock)
    wrong = answer(session, ask_of(session), right=False)
    assert wrong.rating is Rating.AGAIN
    right = session.regrade(overruled=True)
    assert right.rating is Rating.GOOD
    assert session.regrade(said=Rating.EASY).rating is Rating.EASY
    (logged,) = store.reviews()
    assert (logged.review.overruled, logged.review.verdict) == (True, Verdict.WRONG)
    assert len(session.answers) == 1
    assert not store.differences()


@pytest.mark.parametrize("sort", [EntryType.BURY, EntryType.SUSPEND])
def test_what_is_set_aside_is_not_asked_again_today_whatever_is_taken_back(
    deck: OpenedDeck, store: Store, clock: Clock, sort: EntryType
) -> None:
    session = StudySession(deck, store, SETTINGS, clock)
    first = ask_of(session)
    answer(session, first)
    second = ask_of(session)
    session.set_aside(second.card.id, sort)
    session.undo()
    assert ask_of(session).card == first.card
    to_the_end(session, clock)
    session.end()
    assert second.card.id not in store.memories()


def test_what_is_being_learned_and_set_aside_is_not_asked_by_the_next_session(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    session = StudySession(deck, store, SETTINGS, clock)
    first = ask_of(session)
    answer(session, first, right=False)
    session.set_aside(first.card.id, EntryType.SUSPEND)
    clock.wait(minutes=5)
    again = StudySession(deck, store, SETTINGS, clock)
    to_the_end(again, clock)
    assert first.card.id not in {each.ask.card.id for each in again.answers}


def test_cramming_asks_all_until_it_was_known_and_schedules_nothing(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    lesson = deck.chapters[0].lessons[0].id
    session = StudySession(
        deck, store, SETTINGS, clock, minutes=240, filters=Filters(lesson=lesson), cram=True
    )
    total = session.left
    missed = ask_of(session)
    answer(session, missed, right=False)
    assert session.left == total
    assert ask_of(session).card != missed.card
    answer(session, ask_of(session))
    again = StudySession(
        deck, store, SETTINGS, clock, minutes=240, filters=Filters(lesson=lesson), cram=True
    )
    assert ask_of(again) == ask_of(session)
    assert to_the_end(again, clock) is Ending.DONE
    assert missed.card.id in {each.ask.card.id for each in again.answers}
    assert store.memories() == {}
    assert {(each.review.mode, each.review.rating) for each in store.reviews()} == {
        (Mode.CRAM, None)
    }
    assert total == len(again.answers) + 1


def test_a_card_forgotten_eight_times_is_set_aside_and_told(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    settings = replace(SETTINGS, new_a_day=1)
    session = StudySession(deck, store, settings, clock)
    card = ask_of(session).card.id
    to_the_end(session, clock)
    session.end()
    settings = replace(settings, new_a_day=0)
    leeches: tuple[str, ...] = ()
    for _ in range(9):
        clock.at = datetime.combine(store.memories()[card].due_day, MORNING.timetz())
        session = StudySession(deck, store, settings, clock)
        answered = answer(session, ask_of(session), right=False)
        if answered.leech:
            assert session.next() is Ending.DONE
            assert store.marks()[card].suspended
            clock.wait(seconds=1)
            session.regrade(overruled=True)
            assert card not in store.marks()
            session.undo()
            clock.wait(seconds=1)
            answer(session, ask_of(session), right=False)
            leeches = session.end().leeches
            break
        to_the_end(session, clock)
        session.end()
    assert leeches == (answered.ask.question.prompt,)
    assert answered.memory is not None
    assert answered.memory.lapses == 8


def test_a_lesson_is_introduced_before_its_first_card_and_only_then(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    session = StudySession(deck, store, SETTINGS, clock)
    first = ask_of(session)
    assert first.begins == deck.chapters[0].lessons[0]
    answer(session, first)
    assert ask_of(session).begins is None
    session.undo()
    assert session.end().suggested == first.begins


def test_a_filter_that_fits_nothing_is_told(deck: OpenedDeck, store: Store, clock: Clock) -> None:
    with pytest.raises(NotFoundError):
        StudySession(deck, store, SETTINGS, clock, filters=Filters(person="nobody"))


def test_before_an_exam_a_day_takes_up_as_many_new_cards_as_it_must(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    exam = Exam("harbour-council", date(2027, 3, 13))
    session = StudySession(deck, store, replace(SETTINGS, exam=exam), clock, minutes=240)
    preparation = session.preparation
    assert preparation is not None
    assert preparation.days == 12
    asked = {each.card for each in deck.questions if each.card}
    assert session.left == preparation.new_a_day == -(-len(asked) // 9)
    assert preparation.answers_a_day > 2 * len(asked) // 12


def test_from_the_day_of_the_exam_on_all_is_as_usual(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    exam = Exam("harbour-council", MORNING.date())
    session = StudySession(deck, store, replace(SETTINGS, exam=exam), clock)
    assert session.preparation is None
    assert session.left == 4


def test_all_of_a_deck_is_at_its_target_on_the_day_of_the_exam(
    deck: OpenedDeck, store: Store, clock: Clock
) -> None:
    lesson = deck.chapters[0].lessons[1].id
    day = date(2027, 3, 9)
    settings = replace(SETTINGS, exam=Exam("harbour-council", day))
    while clock.at.date() < day:
        session = StudySession(
            deck, store, settings, clock, minutes=240, filters=Filters(lesson=lesson)
        )
        to_the_end(session, clock)
        session.end()
        clock.at = datetime.combine(clock.at.date() + timedelta(days=1), MORNING.timetz())
    memories = store.memories()
    asked = {each.card for each in deck.questions if each.card and each.lesson == lesson}
    assert memories.keys() == asked
    assert all(each.due_day > day for each in memories.values())
