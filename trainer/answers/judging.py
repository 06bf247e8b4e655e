"""The one front door: a question or what it expects, what was typed, and the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.answers.asking import expected_of
from trainer.answers.dates import judge_date
from trainer.answers.directory import Directory
from trainer.answers.expected import Expected, Match, Names, Number, Order, Tally, When
from trainer.answers.gaps import judge_gap
from trainer.answers.matches import judge_match
from trainer.answers.names import judge_names
from trainer.answers.numbers import judge_number
from trainer.answers.orders import judge_typed_order
from trainer.answers.tallies import judge_tally
from trainer.answers.verdict import AskAgain, Doubt, Right
from trainer.questions.accepted import is_said
from trainer.questions.question import Gap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.answers.verdict import Verdict
    from trainer.chapters.record import Chapter
    from trainer.questions.question import Question

_SAID = AskAgain(Doubt.MORE_SPECIFIC, "That is the name that the question says: give another.")


def judge_of(chapters: Iterable[Chapter]) -> Callable[[Question, str], Verdict]:
    """Return what judges typed answers to questions of chapters; each is arranged for it when it is first asked."""
    directories = {chapter.id: Directory(chapter) for chapter in chapters}
    return lambda question, typed: judge_question(question, typed, directories[question.chapter])


def judge_question(question: Question, typed: str, directory: Directory) -> Verdict:
    """Judge what a learner typed for a question of the directory's chapter.

    Raises:
        LookupError: nothing is typed for this question.
    """
    expected = expected_of(question, directory)
    if expected is None:
        raise LookupError(f"{question.id} is not answered by typing")
    verdict = judge(expected, typed, directory)
    if (
        isinstance(verdict, Right)
        and isinstance(expected, Names)
        and is_said(typed, question.prompt, question.answer.text)
    ):
        return _SAID
    return verdict


def judge(expected: Expected, typed: str, directory: Directory) -> Verdict:
    """Judge what a learner typed.

    Args:
        expected: the answer to the question, of its sort.
        typed: as typed; case, accents, spaces around it and a final full stop make no difference.
        directory: the chapter that the question is from.
    """
    match expected:
        case Names():
            return judge_names(expected, typed, directory)
        case When():
            return judge_date(expected, typed, directory)
        case Number() | Tally():
            return _judge_counts(expected, typed)
        case Order():
            return judge_typed_order(expected, typed)
        case Match():
            return judge_match(expected, typed)
        case Gap():
            return judge_gap(expected, typed)


def _judge_counts(expected: Number | Tally, typed: str) -> Verdict:
    if isinstance(expected, Number):
        return judge_number(expected, typed)
    return judge_tally(expected, typed)
