"""What is asked only because a deck names it: exact figures and the like, in small doses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.record import Importance
from trainer.questions.families.catalogue import BY_REQUEST
from trainer.questions.question import Withheld
from trainer.questions.seeding import Seeded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.decks.selection import Selector
    from trainer.questions.question import Question

# Of so many questions of a deck one at most is asked by request, unless the deck asks for nothing else.
ONE_IN = 10

_ORDER = {Importance.CORE: 0, Importance.SECONDARY: 1, Importance.TRIVIA: 2}


def requested_by(wanted: Selector) -> frozenset[str]:
    """Return the templates by request that a deck names."""
    return BY_REQUEST & (wanted.templates or frozenset())


def without_too_many(
    questions: Iterable[Question],
) -> tuple[tuple[Question, ...], tuple[Withheld, ...]]:
    """Return the questions with at most one in ten by request, and those left out.

    The important ones are kept first, then those that chance names. There is always room for one.
    """
    questions = tuple(questions)
    requested = [question for question in questions if question.template in BY_REQUEST]
    others = len(questions) - len(requested)
    if not others:
        return questions, ()
    requested.sort(key=lambda q: (_ORDER[q.importance], Seeded("request", q.id).fraction()))
    dropped = {question.id for question in requested[max(1, others // (ONE_IN - 1)) :]}
    reason = f"one question in {ONE_IN} at most asks for such, unless the deck names nothing else"
    return (
        tuple(question for question in questions if question.id not in dropped),
        tuple(
            Withheld(card=question.cards[0], template=question.template, reason=reason)
            for question in questions
            if question.id in dropped
        ),
    )
