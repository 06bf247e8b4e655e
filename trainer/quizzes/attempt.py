"""An attempt at a list of questions, one after another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trainer.answers.verdict import AskAgain, Verdict
    from trainer.questions.question import Option, Question

# Judges what was typed for a question.
Judge: TypeAlias = "Callable[[Question, str], Verdict]"


@dataclass(frozen=True, slots=True)
class Marked:
    """A question with its answer.

    Attributes:
        given: the id of the chosen option, or what was typed; of what was recalled, the learner's own grade.
        share: the credit, from 0 to 1; less than 1 counts as missed.
        says: what the judge says of what was typed.
        overruled: whether the learner counts as right what the judge did not.
    """

    question: Question
    given: str
    share: float
    says: str = ""
    overruled: bool = False

    @property
    def right(self) -> bool:
        """Whether it gets full credit."""
        return self.share >= 1

    @property
    def chosen(self) -> Option:
        """The option that was chosen, of a choice."""
        return next(option for option in self.question.options if option.id == self.given)

    @property
    def key(self) -> Option:
        """The right option, of a choice."""
        return self.question.key


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an attempt has come: `position` counts from 1 and is `total` at the end."""

    position: int
    answered: int
    total: int


class Attempt:
    """What was asked and answered so far; knows nothing of screens, files or clocks.

    A question is answered once; `advance` goes on to the next one, and only from an answered one.
    """

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = tuple(questions)
        self._marked: list[Marked] = []
        self._position = 0

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order in which they are asked."""
        return self._questions

    @property
    def current(self) -> Question | None:
        """The question that stands before the learner, answered or not; None when all are done."""
        return None if self.finished else self._questions[self._position]

    @property
    def marked(self) -> Marked | None:
        """The current question's mark, or None while it waits for an answer."""
        return self._marked[self._position] if len(self._marked) > self._position else None

    @property
    def answered(self) -> tuple[Marked, ...]:
        """What was answered, in order."""
        return tuple(self._marked)

    @property
    def missed(self) -> tuple[Marked, ...]:
        """What was not answered wholly right, in order."""
        return tuple(marked for marked in self._marked if not marked.right)

    @property
    def finished(self) -> bool:
        """Whether every question was answered and left behind."""
        return self._position >= len(self._questions)

    @property
    def progress(self) -> Progress:
        """How far the attempt has come."""
        total = len(self._questions)
        return Progress(min(self._position + 1, total), len(self._marked), total)

    def judge(self, option_id: str) -> Marked:
        """Return what `answer` would, without answering: for writing it down first.

        Raises:
            LookupError: there is no such option, no question, or it was answered already.
        """
        question = self._unanswered()
        for option in question.options:
            if option.id == option_id:
                return Marked(question, option.id, float(option.correct))
        raise LookupError(f"{question.id} has no option {option_id}")

    def judge_typed(self, typed: str, judge: Judge) -> Marked | AskAgain:
        """Return the mark of what was typed, without answering; or what the learner has to add, at no cost.

        Raises:
            LookupError: there is no question, it was answered already, or nothing is typed for it.
        """
        from trainer.answers.verdict import AskAgain  # a choice needs no judge

        question = self._unanswered()
        verdict = judge(question, typed)
        if isinstance(verdict, AskAgain):
            return verdict
        return Marked(question, typed, verdict.share, verdict.message)

    def judge_recalled(self, grade: str) -> Marked | None:
        """Return the mark that the learner's own grade gives, without answering; None if it is no grade.

        Raises:
            LookupError: there is no question, or it was answered already.
        """
        from trainer.quizzes.grading import credit  # a choice needs no grade

        share = credit(grade)
        return None if share is None else Marked(self._unanswered(), grade, share)

    def answer(self, option_id: str) -> Marked:
        """Answer the current question and return its mark.

        Raises:
            LookupError: there is no such option, no question, or it was answered already.
        """
        return self.take(self.judge(option_id))

    def take(self, marked: Marked) -> Marked:
        """Take a mark of the current question as its answer.

        Raises:
            LookupError: it was answered already, or the mark is that of another.
        """
        if marked.question is not self._unanswered():
            raise LookupError(f"{marked.question.id} is not the question that was asked")
        self._marked.append(marked)
        return marked

    def overrule(self) -> Marked:
        """Count the last answer as right, because the learner says so, and return its new mark.

        Raises:
            LookupError: nothing was answered.
        """
        if not self._marked:
            raise LookupError("nothing was answered that could be overruled")
        self._marked[-1] = replace(self._marked[-1], share=1.0, overruled=True)
        return self._marked[-1]

    def advance(self) -> Question | None:
        """Go on from an answered question; return the next one, or None at the end.

        Raises:
            LookupError: the current question was not answered.
        """
        if self.current is not None and self.marked is None:
            raise LookupError(f"{self.current.id} was not answered")
        self._position = min(self._position + 1, len(self._questions))
        return self.current

    def retry_missed(self) -> Self:
        """Return a new attempt at what was answered wrong, where no option stands in its old place.

        Otherwise the learner would remember the number and not the answer. Dates stay in order.
        """
        return type(self)([_turned(marked.question) for marked in self.missed])

    def _unanswered(self) -> Question:
        if self.current is None:
            raise LookupError("every question was answered")
        if self.marked is not None:
            raise LookupError(f"{self.current.id} was answered already")
        return self.current


def _turned(question: Question) -> Question:
    if question.ordered or not question.options:
        return question
    first, *rest = question.options
    return replace(question, options=(*rest, first))
