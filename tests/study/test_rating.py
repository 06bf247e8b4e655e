from __future__ import annotations

import pytest

from tests.study.memories import CARD, DAY, answered, evening, memory
from trainer.questions.question import Form
from trainer.study.grades import Rating, Verdict
from trainer.study.memory import State
from trainer.study.rating import rate
from trainer.study.scheduler import Scheduler
from trainer.study.settings import StudySettings

KNOWN = memory()
ALL_STATES = [None, memory(State.LEARNING), memory(State.RELEARNING, lapses=1), KNOWN]


@pytest.mark.parametrize("held", ALL_STATES)
@pytest.mark.parametrize("verdict", [Verdict.WRONG, Verdict.PARTLY])
def test_what_is_not_right_is_not_remembered(verdict: Verdict, held: object) -> None:
    for said in (None, *Rating):
        assert rate(verdict, Form.TYPED, held, said=said) is Rating.AGAIN  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [Form.TYPED, Form.DATE, Form.NUMBER, Form.CLOZE])
def test_what_is_told_unaided_is_good(form: Form) -> None:
    assert {rate(Verdict.RIGHT, form, held) for held in ALL_STATES} == {Rating.GOOD}


def test_a_right_choice_of_a_known_card_proves_less() -> None:
    assert rate(Verdict.RIGHT, Form.CHOICE, KNOWN) is Rating.HARD


def test_a_card_that_has_only_choices_leaves_its_learning_steps() -> None:
    scheduler = Scheduler(StudySettings())
    held = None
    for minutes in (0, 10):
        rating = rate(Verdict.RIGHT, Form.CHOICE, held)
        held = scheduler.next(held, CARD, rating, answered(rating, minutes=minutes).at, DAY)
    assert held is not None
    assert held.state is State.REVIEW
    again = scheduler.next(held, CARD, Rating.AGAIN, evening(held.due_day), held.due_day)
    rating = rate(Verdict.RIGHT, Form.CHOICE, again)
    assert scheduler.next(again, CARD, rating, again.last_at, again.last_day).state is State.REVIEW


@pytest.mark.parametrize("said", [Rating.HARD, Rating.GOOD, Rating.EASY])
@pytest.mark.parametrize("form", [Form.CHOICE, Form.TYPED])
def test_the_learner_makes_a_right_answer_harder_or_easier(said: Rating, form: Form) -> None:
    assert rate(Verdict.RIGHT, form, KNOWN, said=said) is said


def test_who_overrules_the_judge_knew_it() -> None:
    assert rate(Verdict.WRONG, Form.TYPED, KNOWN, overruled=True) is Rating.GOOD
    assert rate(Verdict.WRONG, Form.TYPED, KNOWN, overruled=True, said=Rating.HARD) is Rating.HARD


@pytest.mark.parametrize("said", Rating)
def test_what_nobody_judged_the_learner_grades(said: Rating) -> None:
    assert rate(Verdict.UNGRADED, Form.RECALL, KNOWN, said=said) is said
    with pytest.raises(AssertionError):
        rate(Verdict.UNGRADED, Form.RECALL, KNOWN)
