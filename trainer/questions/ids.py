"""How cards and questions are named; published ids live in learners' stores, so these forms never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.question import Form


def card_id(chapter: str, fact: str, subject: str | None, aspect: str) -> str:
    """Return `chapter:fact#aspect` or `chapter:fact/subject#aspect`."""
    whole = f"{fact}/{subject}" if subject else fact
    return f"{chapter}:{whole}#{aspect}"


def fact_of(card: str) -> str:
    """Return the fact of a card's id."""
    return card.partition(":")[2].partition("#")[0].partition("/")[0]


def question_id(cards: Iterable[str], template: str, form: Form) -> str:
    """Return `card@template.form`; the ids of several cards are sorted and joined with `+`."""
    return f"{'+'.join(sorted(cards))}@{template}.{form.value}"
