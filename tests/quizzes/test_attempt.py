from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quizzes.samples import LEADER, QUESTIONS, STRIKE, TYPED, VOTE, judge
from trainer.answers.verdict import AskAgain
from trainer.quizzes.attempt import Attempt, Marked, Progress
from trainer.quizzes.scoring import Score, score, score_by_kind


def test_an_answer_is_marked_by_the_key_of_its_question() -> None:
    attempt = Attempt(QUESTIONS)
    marked = attempt.answer("a")
    assert (marked.right, marked.chosen.text, marked.key.text) == (
        False,
        "2 May 1889",
        "9 May 1889",
    )
    assert attempt.marked == marked


def test_a_question_stays_until_the_learner_goes_on() -> None:
    attempt = Attempt(QUESTIONS)
    attempt.answer("b")
    assert attempt.current is STRIKE
    assert attempt.advance() is LEADER
    assert attempt.marked is None


def test_judging_does_not_answer() -> None:
    attempt = Attempt(QUESTIONS)
    assert attempt.judge("b").right
    assert attempt.marked is None
    assert attempt.answered == ()


def test_a_question_is_answered_once() -> None:
    attempt = Attempt(QUESTIONS)
    attempt.answer("b")
    with pytest.raises(LookupError, match="answered already"):
        attempt.answer("a")


def test_an_option_of_no_question_is_refused() -> None:
    with pytest.raises(LookupError, match="no option z"):
        Attempt(QUESTIONS).answer("z")


def test_nothing_is_skipped() -> None:
    with pytest.raises(LookupError, match="was not answered"):
        Attempt(QUESTIONS).advance()


def test_after_the_last_question_there_is_none() -> None:
    attempt = Attempt([STRIKE])
    attempt.answer("b")
    assert attempt.advance() is None
    assert attempt.finished
    assert attempt.progress == Progress(1, 1, 1)
    with pytest.raises(LookupError, match="every question"):
        attempt.answer("b")


def test_an_attempt_at_nothing_is_finished() -> None:
    assert Attempt(()).finished
    assert Attempt(()).progress == Progress(0, 0, 0)


def test_a_retry_asks_what_was_missed_in_the_same_order() -> None:
    attempt = Attempt(QUESTIONS)
    for option in ("a", "b", "a"):
        attempt.answer(option)
        attempt.advance()
    assert [question.id for question in attempt.retry_missed().questions] == [STRIKE.id, VOTE.id]
    assert len(attempt.answered) == 3


@given(st.lists(st.sampled_from("abc"), max_size=len(QUESTIONS)))
def test_right_and_missed_make_up_what_was_answered(options: list[str]) -> None:
    attempt = Attempt(QUESTIONS)
    for number, option in enumerate(options, 1):
        attempt.answer(option)
        assert attempt.progress == Progress(number, number, len(QUESTIONS))
        attempt.advance()
    result = score(attempt.answered)
    assert result.answered == len(options)
    assert result.right + len(attempt.missed) == len(options)
    by_kind = score_by_kind(attempt.answered)
    assert sum(part.right for part in by_kind.values()) == result.right


def test_a_share_of_nothing_is_not_nought() -> None:
    assert Score(0, 0).share is None
    assert Score(0, 0).percent is None
    assert Score(1, 2).share == 0.5


def test_a_hundred_per_cent_means_all() -> None:
    assert Score(199, 200).percent == 99
    assert Score(200, 200).percent == 100


@pytest.mark.parametrize("ordered", [True, False])
def test_a_retry_moves_every_option_unless_they_stand_in_order(ordered: bool) -> None:  # noqa: FBT001
    question = replace(VOTE, ordered=ordered)
    attempt = Attempt([question])
    attempt.answer(next(option.id for option in question.options if not option.correct))
    (again,) = attempt.retry_missed().questions
    assert set(again.options) == set(question.options)
    stayed = [old == new for old, new in zip(question.options, again.options, strict=True)]
    assert all(stayed) if ordered else not any(stayed)


def test_what_is_typed_is_marked_by_the_judge() -> None:
    attempt = Attempt([TYPED, STRIKE])
    marked = attempt.judge_typed("Quill", judge)
    assert isinstance(marked, Marked)
    assert marked == Marked(TYPED, "Quill", 1.0, "Right: Nan Quill.")
    assert attempt.marked is None
    assert attempt.take(marked).right
    assert attempt.answered == (marked,)


def test_what_the_judge_asks_again_is_no_answer() -> None:
    attempt = Attempt([TYPED])
    assert isinstance(attempt.judge_typed("Q", judge), AskAgain)
    assert attempt.marked is None


def test_partly_right_is_missed_and_earns_its_share() -> None:
    attempt = Attempt([TYPED, STRIKE])
    marked = attempt.judge_typed("Qui", judge)
    assert isinstance(marked, Marked)
    attempt.take(marked)
    attempt.advance()
    attempt.answer("b")
    assert attempt.missed == attempt.answered[:1]
    result = score(attempt.answered)
    assert (result, result.share, result.percent) == (Score(1, 2, 0.5), 0.75, 75)
    assert attempt.retry_missed().questions == (TYPED,)


def test_the_mark_of_another_question_is_no_answer() -> None:
    attempt = Attempt([STRIKE])
    with pytest.raises(LookupError, match="not the question"):
        attempt.take(Marked(TYPED, "Quill", 1.0))
