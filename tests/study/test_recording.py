from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from tests.quizzes.samples import CHAPTER, FRONTS, MATCH, ORDER, STRIKE, TYPED, question
from trainer.study.entries import Mode, Review
from trainer.study.grades import Rating, Verdict
from trainer.study.recording import Recorder
from trainer.study.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.questions.question import Question

# Late on the 14th where the learner is, already the 15th in UTC.
EVENING = datetime(2026, 3, 14, 22, 30, tzinfo=timezone(-timedelta(hours=5)))


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "log.db") as log:
        yield log


@pytest.fixture
def recorder(log: Store) -> Recorder:
    return Recorder(log=log, session="one", digests={CHAPTER: "abc"}, seed=7, now=lambda: EVENING)


def only(log: Store) -> Review:
    (entry,) = log.reviews()
    return entry.review


def test_a_choice_is_kept_as_it_was_shown(log: Store, recorder: Recorder) -> None:
    recorder.choice(STRIKE, STRIKE.options[0], 1234)
    assert only(log) == Review(
        at=EVENING.astimezone(UTC),
        study_day="2026-03-14",
        session="one",
        mode=Mode.QUIZ,
        chapter=CHAPTER,
        digest="abc",
        card=STRIKE.card,
        cards=STRIKE.cards,
        question=STRIKE.id,
        form="choice",
        prompt=STRIKE.prompt,
        options=("a", "b", "c", "d"),
        key="b",
        answered="a",
        verdict=Verdict.WRONG,
        milliseconds=1234,
        seed=7,
    )


def test_the_key_is_right(log: Store, recorder: Recorder) -> None:
    recorder.choice(STRIKE, STRIKE.key, 1)
    assert only(log).verdict is Verdict.RIGHT


def test_a_composite_question_belongs_to_no_card(log: Store, recorder: Recorder) -> None:
    composite = question(cards=("port-merrow:a#when", "port-merrow:b#when"))
    recorder.choice(composite, composite.key, 1)
    assert only(log).card is None
    assert only(log).cards == composite.cards


def test_a_flash_card_is_graded_by_the_learner(log: Store, recorder: Recorder) -> None:
    recorder.recall(FRONTS[0], Rating.HARD, 900)
    review = only(log)
    assert (review.mode, review.verdict, review.rating) == (
        Mode.FLASH,
        Verdict.UNGRADED,
        Rating.HARD,
    )
    assert (review.card, review.prompt, review.key) == (
        FRONTS[0].card.id,
        FRONTS[0].stem,
        FRONTS[0].answer,
    )
    assert review.answered is None


@pytest.mark.parametrize(
    ("share", "verdict"), [(1.0, Verdict.RIGHT), (0.5, Verdict.PARTLY), (0.0, Verdict.WRONG)]
)
def test_what_was_typed_is_kept_with_its_verdict(
    log: Store, recorder: Recorder, share: float, verdict: Verdict
) -> None:
    recorder.typed(TYPED, "quil", share, 900)
    review = only(log)
    assert (review.mode, review.form, review.options) == (Mode.QUIZ, "typed", ())
    assert (review.key, review.answered, review.verdict) == ("Nan Quill", "quil", verdict)
    assert (review.card, review.question) == (TYPED.card, TYPED.id)


@pytest.mark.parametrize(("asked", "key"), [(ORDER, "b a c"), (MATCH, "c a b")])
def test_what_is_put_in_order_or_matched_is_kept_as_it_was_shown(
    log: Store, recorder: Recorder, asked: Question, key: str
) -> None:
    recorder.typed(asked, "1 2 3", 0.5, 900)
    review = only(log)
    assert (review.card, review.cards) == (None, asked.cards)
    assert (review.options, review.key, review.answered) == (("a", "b", "c"), key, "1 2 3")


def test_an_overruled_verdict_is_taken_back_and_kept_as_overruled(
    log: Store, recorder: Recorder
) -> None:
    wrong = recorder.typed(TYPED, "quil", 0.0, 900)
    recorder.overrule(wrong, TYPED, "quil", 900)
    review = only(log)
    assert (review.verdict, review.overruled, review.answered) == (Verdict.RIGHT, True, "quil")
