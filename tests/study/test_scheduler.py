from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from anki.collection import Collection
from anki.decks import DeckId
from hypothesis import given
from hypothesis import strategies as st

from tests.study.memories import CARD, DAY, answered, evening, histories, memory
from trainer.study.grades import Rating
from trainer.study.memory import Memory, State
from trainer.study.scheduler import VERSION, Answered, Scheduler
from trainer.study.settings import StudySettings

if TYPE_CHECKING:
    from pathlib import Path

A, H, G, E = Rating
PLAIN = Scheduler(StudySettings(), fuzzing=False)
OURS = Scheduler(StudySettings())


def after(*answers: Answered, scheduler: Scheduler = PLAIN) -> Memory:
    held = scheduler.fold(CARD, answers)
    assert held is not None
    return held


def test_published_vectors() -> None:
    held, at, day, days = None, evening(DAY), DAY, []
    for rating in [G] * 6 + [A] * 2 + [G] * 5:
        held = PLAIN.next(held, CARD, rating, at, day)
        days.append((held.due_day - day).days)
        day = held.due_day
        at = held.due_at or evening(day)
    assert days == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


def test_anki_agrees_on_first_answers(tmp_path: Path) -> None:
    collection = Collection(str(tmp_path / "collection.anki2"))
    collection.set_config("fsrs", True)  # noqa: FBT003 - Anki's
    basic = collection.models.by_name("Basic")
    assert basic is not None
    for number, rating in enumerate(Rating, 1):
        note = collection.new_note(basic)
        note["Front"], note["Back"] = f"question {number}", "answer"
        collection.add_note(note, DeckId(1))
        card = collection.sched.getCard()
        assert card is not None
        card.start_timer()
        collection.sched.answerCard(card, number)  # type: ignore[arg-type]
        theirs = collection.get_card(card.id).memory_state
        assert theirs is not None
        held = after(answered(rating))
        assert held.stability == pytest.approx(theirs.stability, abs=0.001)
        assert held.difficulty == pytest.approx(theirs.difficulty, abs=0.001)
    collection.close()


def test_a_first_good_is_asked_again_in_ten_minutes_and_then_in_two_days() -> None:
    once = after(answered(G))
    assert (once.state, once.due_day) == (State.LEARNING, DAY)
    assert once.due_at == evening(DAY) + timedelta(minutes=10)
    twice = after(answered(G), answered(G, minutes=10))
    assert (twice.state, twice.due_at, twice.due_day) == (State.REVIEW, None, DAY + timedelta(2))


def test_a_card_forgotten_in_review_has_lapsed_and_one_forgotten_while_learning_has_not() -> None:
    assert after(answered(A), answered(A, minutes=1)).lapses == 0
    lapsed = after(answered(E), answered(A, 8), answered(A, 8, 10))
    assert (lapsed.state, lapsed.lapses, lapsed.reviews) == (State.RELEARNING, 1, 3)


def test_a_memory_keeps_when_it_began_and_when_it_was_last_asked() -> None:
    held = after(answered(G), answered(G, 3))
    assert (held.introduced, held.last_day) == (DAY, DAY + timedelta(3))
    assert held.last_at == evening(DAY + timedelta(3))


# The package's traps.


@pytest.mark.parametrize(
    "zone", [ZoneInfo("UTC"), ZoneInfo("Asia/Kolkata"), timezone(timedelta(hours=-9))]
)
def test_any_zone_will_do(zone: ZoneInfo | timezone) -> None:
    at = evening(DAY)
    held = PLAIN.next(None, CARD, G, at.astimezone(zone), DAY)
    assert held == PLAIN.next(None, CARD, G, at, DAY)
    assert held.last_at.tzinfo is held.due_at.tzinfo is UTC  # type: ignore[union-attr]


def test_no_card_costs_a_nap_or_a_look_at_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("slept")

    class NoClock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> NoClock:  # noqa: ARG003 - as the real one
            raise AssertionError("looked at the clock")

    monkeypatch.setattr(time, "sleep", never)
    monkeypatch.setattr("fsrs.card.datetime", NoClock)
    monkeypatch.setattr("fsrs.scheduler.datetime", NoClock)
    assert after(answered(G), answered(G, 1), answered(A, 9)).reviews == 3


def test_intervals_are_shifted_without_the_processs_random_numbers() -> None:
    random.seed(1)
    state = random.getstate()
    first = after(answered(E), answered(G, 8), scheduler=OURS)
    assert random.getstate() == state
    random.seed(2)
    assert after(answered(E), answered(G, 8), scheduler=OURS) == first


def test_cards_learned_together_part_by_as_much_as_fsrs_lets_them() -> None:
    plain = after(answered(E), answered(G, 8))
    days = {
        (held.due_day - held.last_day).days
        for number in range(300)
        if (held := OURS.fold(f"flood:{number}#when", [answered(E), answered(G, 8)]))
    }
    interval = (plain.due_day - plain.last_day).days
    spread = 1 + 0.15 * 4.5 + 0.1 * 13 + 0.05 * (interval - 20)
    assert days == set(range(round(interval - spread), round(interval + spread) + 1))


def test_shifting_changes_the_day_and_nothing_else() -> None:
    answers = [answered(E), answered(G, 8)]
    shifted, plain = after(*answers, scheduler=OURS), after(*answers)
    assert replace(shifted, due_day=plain.due_day) == plain


def test_days_are_study_days_and_not_24_hours() -> None:
    late, early = evening(DAY).replace(hour=23), evening(DAY + timedelta(1)).replace(hour=7)
    held = PLAIN.next(PLAIN.next(None, CARD, E, late, DAY), CARD, G, early, DAY + timedelta(1))
    whole_day = after(answered(E), answered(G, 1))
    assert held.stability == whole_day.stability
    assert held.stability > after(answered(E), answered(G)).stability


def test_a_clock_that_went_back_counts_as_the_same_day() -> None:
    held = after(answered(E))
    back = PLAIN.next(held, CARD, G, evening(DAY) - timedelta(days=30), DAY - timedelta(days=30))
    same = PLAIN.next(held, CARD, G, evening(DAY), DAY)
    assert (back.stability, back.difficulty) == (same.stability, same.difficulty)
    assert (back.last_day, back.due_day) == (
        DAY - timedelta(days=30),
        same.due_day - timedelta(days=30),
    )


def test_retrievability_falls_from_one_through_nine_tenths() -> None:
    held = replace(memory(), stability=10.0)
    days = [PLAIN.retrievability(held, DAY + timedelta(n)) for n in range(30)]
    assert days[0] == 1
    assert days[10] == pytest.approx(0.9)
    assert all(later < earlier for earlier, later in pairwise(days))
    assert PLAIN.retrievability(held, DAY - timedelta(5)) == 1


def test_retrievability_at_an_instant_falls_within_a_day() -> None:
    held = memory()
    noon, later = held.last_at + timedelta(hours=3), held.last_at + timedelta(hours=9)
    assert 1 > PLAIN.retrievability_at(held, noon) > PLAIN.retrievability_at(held, later)
    assert PLAIN.retrievability_at(held, held.last_at - timedelta(1)) == 1
    assert PLAIN.retrievability_at(held, held.last_at + timedelta(7)) == pytest.approx(
        PLAIN.retrievability(held, DAY + timedelta(7))
    )


def test_who_wants_to_know_more_is_asked_sooner() -> None:
    answers = [answered(E), answered(G, 8)]
    due = [
        after(*answers, scheduler=Scheduler(StudySettings(desired_retention=share), fuzzing=False))
        for share in (0.7, 0.8, 0.9, 0.97)
    ]
    assert all(more.due_day < less.due_day for less, more in pairwise(due))
    assert len({(held.stability, held.difficulty) for held in due}) == 1


def test_the_fingerprint_changes_with_whatever_changes_memories() -> None:
    from fsrs.scheduler import DEFAULT_PARAMETERS

    usual = Scheduler(StudySettings()).fingerprint
    others = {
        Scheduler(StudySettings(desired_retention=0.91)).fingerprint,
        Scheduler(StudySettings(parameters=(0.3, *DEFAULT_PARAMETERS[1:]))).fingerprint,
        Scheduler(StudySettings(), fuzzing=False).fingerprint,
    }
    assert len({usual, *others}) == 4
    assert Scheduler(StudySettings(minutes=20)).fingerprint == usual


def test_the_usual_parameters_are_those_that_the_version_stands_for() -> None:
    from fsrs.scheduler import DEFAULT_PARAMETERS

    told = sha256(repr(DEFAULT_PARAMETERS).encode()).hexdigest()
    assert (VERSION, told[:16]) == ("fsrs-6.1", "b4bcd1c2584b9fc6")


def test_who_only_counts_what_is_due_does_not_wait_for_the_package() -> None:
    light = "import sys, trainer.study.memory, trainer.study.scheduler, trainer.study.settings"
    heavy = "sys.exit(bool({'fsrs', 'sqlite3', 'pydantic', 'yaml'} & {*sys.modules}))"
    subprocess.run([sys.executable, "-c", f"{light}; {heavy}"], check=True)


# Laws.


@given(histories(), st.integers(0, 400))
def test_who_knew_it_better_is_never_asked_sooner(history: list[Answered], days: int) -> None:
    last = history[-1]
    day, at = last.day + timedelta(days=days), last.at + timedelta(days=days)
    for scheduler in (PLAIN, OURS):
        before = scheduler.fold(CARD, history)
        held = [scheduler.next(before, CARD, rating, at, day) for rating in Rating]
        for worse, better in pairwise(held):
            assert worse.stability <= better.stability
            assert worse.difficulty >= better.difficulty
            assert _due(worse) <= _due(better)


def _due(held: Memory) -> tuple[date, datetime]:
    return held.due_day, held.due_at or datetime.max.replace(tzinfo=UTC)


@given(histories(least_days=-30))
def test_a_card_is_never_due_before_it_was_asked(history: list[Answered]) -> None:
    held = None
    for answer in history:
        held = OURS.next(held, CARD, *answer)
        assert held.due_day >= answer.day
        assert held.due_at is None or held.due_at > answer.at
        assert held.learning == (held.due_at is not None) == (held.step is not None)
        assert held.learning or held.due_day > answer.day


@given(histories(least_days=-30))
def test_stability_and_difficulty_stay_within_their_bounds(history: list[Answered]) -> None:
    held = after(*history)
    assert held.stability >= 0.001
    assert 1 <= held.difficulty <= 10
    assert held.reviews == len(history)


@given(histories(least_days=-30), st.integers(0, 12))
def test_a_memory_is_the_fold_of_its_reviews_however_they_are_parted(
    history: list[Answered], place: int
) -> None:
    part = OURS.fold(CARD, history[:place])
    whole = Scheduler(StudySettings()).fold(CARD, history)
    assert repr(OURS.fold(CARD, history[place:], part)) == repr(whole)
