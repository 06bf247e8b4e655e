"""A deck to study, a learner's clock and their answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from trainer.questions.question import Form
from trainer.study.asking import Answered, Ask, Ending, Given
from trainer.study.grades import Rating, Verdict

if TYPE_CHECKING:
    from trainer.study.session import StudySession

MORNING = datetime(2027, 3, 1, 9, tzinfo=UTC)


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def wait(self, **time: float) -> None:
        self.at += timedelta(**time)


def ask_of(session: StudySession) -> Ask:
    ask = session.next()
    assert isinstance(ask, Ask)
    return ask


def answer(session: StudySession, ask: Ask, *, right: bool = True) -> Answered:
    """Answer as a learner would in the form of the question."""
    if ask.question.form is Form.RECALL:
        said = Rating.GOOD if right else Rating.AGAIN
        given = Given(answer=None, verdict=Verdict.UNGRADED, milliseconds=5000, said=said)
    else:
        verdict = Verdict.RIGHT if right else Verdict.WRONG
        given = Given(answer="any", verdict=verdict, milliseconds=5000)
    return session.answer(ask, given)


def to_the_end(session: StudySession, clock: Clock, *, right: bool = True) -> Ending:
    for _ in range(500):
        ask = session.next()
        if isinstance(ask, Ending):
            return ask
        clock.wait(seconds=10)
        answer(session, ask, right=right)
    raise AssertionError("the session never came to its end")
