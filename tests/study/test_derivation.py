"""What is derived live is what is derived anew, whatever was done in whatever order."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.study.test_store import REVIEW
from trainer.study.entries import EntryType, Mode
from trainer.study.grades import Rating
from trainer.study.settings import StudySettings
from trainer.study.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.study.entries import Review

BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)
FIRST, SECOND = "mill-lane:fire#when", "mill-lane:flood#when"


def review(card: str, rating: Rating, at: datetime, mode: Mode = Mode.STUDY) -> Review:
    return replace(
        REVIEW, card=card, rating=rating, at=at, study_day=at.date().isoformat(), mode=mode
    )


def day_of(at: datetime) -> date:
    return at.date()


_steps = st.lists(
    st.tuples(
        st.sampled_from(["review", "review", "review", "quiz", "undo", "mark", "rename"]),
        st.sampled_from([FIRST, SECOND, "mill-lane:old-fire#when"]),
        st.sampled_from(Rating),
        st.sampled_from([EntryType.SUSPEND, EntryType.BURY, EntryType.RESUME]),
        st.integers(-3, 40),
    ),
    max_size=25,
)


@given(steps=_steps)
def test_what_was_kept_live_is_what_the_log_gives(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, Rating, EntryType, int]]
) -> None:
    with Store.open(tmp_path_factory.mktemp("store") / "log.db") as store:
        written: list[str] = []
        at = BEGAN
        for what, card, rating, mark, days in steps:
            at += timedelta(days=days, minutes=7)  # some days it runs backwards
            match what:
                case "review":
                    written.append(store.append(review(card, rating, at)))
                case "quiz":
                    store.append(review(card, rating, at, Mode.QUIZ))
                case "undo" if written:
                    store.undo(written.pop(), at=at)
                case "mark":
                    store.mark(card, mark, at=at, day=day_of(at))
                case "rename" if days % 3 and card != FIRST:
                    store.rename({FIRST: [card]}, at=at, day=day_of(at))
                case "rename" if card != SECOND:
                    store.rename({SECOND: [card]}, at=at, day=day_of(at))
                case _:
                    continue
        assert store.differences() == ()


def test_a_difference_is_told_and_mended_by_rebuilding(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as store:
        store.append(review(FIRST, Rating.GOOD, BEGAN))
        other = sqlite3.connect(tmp_path / "log.db")
        with other:
            other.execute("UPDATE memories SET stability = 99")
        other.close()
        (difference,) = store.differences()
        assert difference.what == f"memories {FIRST}"
        store.rebuild()
        assert store.differences() == ()


def test_only_what_was_studied_or_graded_from_memory_is_remembered(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as store:
        for mode in (Mode.QUIZ, Mode.CRAM):
            store.append(review(FIRST, Rating.GOOD, BEGAN, mode))
        assert store.memories() == {}
        store.append(review(SECOND, Rating.GOOD, BEGAN, Mode.FLASH))
        assert [*store.memories()] == [SECOND]


def test_a_review_that_is_taken_back_leaves_the_memory_as_it_was(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as store:
        store.append(review(FIRST, Rating.GOOD, BEGAN))
        before = store.memory(FIRST)
        mistaken = store.append(review(FIRST, Rating.AGAIN, BEGAN + timedelta(days=3)))
        assert store.memory(FIRST) != before
        store.undo(mistaken, at=BEGAN + timedelta(days=3))
        assert store.memory(FIRST) == before


def test_what_is_reviewed_with_a_clock_that_ran_backwards_is_folded_in_the_order_of_time(
    tmp_path: Path,
) -> None:
    later, earlier = BEGAN + timedelta(days=5), BEGAN
    folds = []
    for number, order in enumerate([(earlier, later), (later, earlier)]):
        with Store.open(tmp_path / f"{number}.db") as store:
            for at in order:
                store.append(review(FIRST, Rating.GOOD, at))
            folds.append(store.memory(FIRST))
    assert folds[0] == folds[1]


def test_a_renamed_card_keeps_what_was_remembered_under_its_former_id(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log.db") as store:
        store.append(review(FIRST, Rating.GOOD, BEGAN))
        store.mark(FIRST, EntryType.SUSPEND, at=BEGAN, day=day_of(BEGAN))
        store.rename({SECOND: [FIRST]}, at=BEGAN, day=day_of(BEGAN))
        held = store.memory(SECOND)
        assert held is not None
        assert held.reviews == 1
        assert [*store.memories()] == [SECOND]
        assert store.marks()[SECOND].suspended
        assert store.memory(FIRST) == held


def test_other_settings_make_other_memories_of_the_same_log(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with Store.open(path) as store:
        for days in (0, 1, 4):
            store.append(review(FIRST, Rating.GOOD, BEGAN + timedelta(days=days)))
        usual = store.memory(FIRST)
    with Store.open(path, StudySettings(desired_retention=0.97)) as store:
        strict = store.memory(FIRST)
    assert usual is not None
    assert strict is not None
    assert strict.due_day < usual.due_day
    with Store.open(path) as store:
        assert store.memory(FIRST) == usual


def test_two_windows_with_other_settings_leave_nothing_that_neither_would_make(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.db"
    strict = StudySettings(desired_retention=0.97)
    with Store.open(path) as one, Store.open(path, strict) as two:
        one.append(review(FIRST, Rating.GOOD, BEGAN))
        two.append(review(SECOND, Rating.GOOD, BEGAN))
        one.append(review(SECOND, Rating.GOOD, BEGAN + timedelta(days=3)))
        assert one.memories()
        assert one.differences() == ()
        assert two.memories()
        assert two.differences() == ()


@pytest.mark.parametrize("sort", [EntryType.SUSPEND, EntryType.BURY])
def test_a_card_is_asked_again_when_it_is_resumed(tmp_path: Path, sort: EntryType) -> None:
    with Store.open(tmp_path / "log.db") as store:
        store.mark(FIRST, sort, at=BEGAN, day=day_of(BEGAN))
        mark = store.marks()[FIRST]
        assert (mark.suspended, mark.buried_on) == (
            (True, None) if sort is EntryType.SUSPEND else (False, day_of(BEGAN))
        )
        store.mark(FIRST, EntryType.RESUME, at=BEGAN, day=day_of(BEGAN))
        assert store.marks() == {}


def test_a_session_that_did_not_end_is_found_again_on_its_day(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with Store.open(path) as store:
        store.begin("monday", {"cards": ["a", "ü"]}, at=BEGAN, day=day_of(BEGAN))
    with Store.open(path) as store:
        assert store.interrupted(day_of(BEGAN)) == [("monday", {"cards": ["a", "ü"]})]
        assert store.interrupted(day_of(BEGAN) + timedelta(days=1)) == []
        store.end("monday", at=BEGAN, day=day_of(BEGAN))
        assert store.interrupted(day_of(BEGAN)) == []
