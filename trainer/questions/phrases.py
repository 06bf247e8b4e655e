"""Facts of any sort as noun phrases and as options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Statement, Vote, VoteType
from trainer.questions.draft import Choice
from trainer.questions.explaining import say_the_same
from trainer.questions.wording import upper_first
from trainer.questions.words import telling_words, word_stems

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.chapters.record import Fact
    from trainer.questions.index import Index
    from trainer.questions.question import OptionSource


def phrase(fact: Fact, index: Index) -> str | None:
    """Return a fact as it stands after "led to": an event's title, a view with whose it is.

    None for figures, lists, terms, persons, and for what a body held: its name would swallow the view.
    """
    match fact:
        case Event():
            return fact.title
        case Vote() if fact.type not in {VoteType.LIST, VoteType.FIGURE}:
            return _decision(fact, index)
        case Statement() if fact.speaker in index.persons:
            return f"{index.persons[fact.speaker].name}'s view that {fact.position}"
        case _:
            return None


def _decision(vote: Vote, index: Index) -> str:
    """Return a vote's title; one that says no more than who voted on what becomes a decision."""
    voters, on, matter = vote.title.partition(" on ")
    body = index.bodies.get(vote.organization or "")
    if on and body is not None and word_stems(voters) <= word_stems(body.name):
        return f"the decision of {voters} on {matter}"
    return vote.title


def may_be_one(one: Fact, other: Fact) -> bool:
    """Tell whether two facts say much the same."""
    first, second = _said(one), _said(other)
    return bool(first and second and say_the_same(first, second))


def says_the_whole_of(one: Fact, other: Fact) -> bool:
    """Tell whether one fact is told in words among which stands every telling word of another."""
    words = telling_words(_said(other) or "")
    return bool(words) and words <= telling_words(_said(one) or "")


def _said(fact: Fact) -> str | None:
    match fact:
        case Event() | Vote():
            return fact.title
        case Statement():
            return fact.position
        case _:
            return None


def fact_choice(
    fact: Fact, index: Index, why: str | Callable[[], str], source: OptionSource
) -> Choice:
    """Return a fact as an option; only of those that have a phrase."""
    text = phrase(fact, index)
    assert text is not None, f"{fact.id} has no phrase"
    return Choice(id=fact.id, text=upper_first(text), why=why, source=source, facts=(fact.id,))


def view_choice(statement: Statement, why: str | Callable[[], str], source: OptionSource) -> Choice:
    """Return a view as an option that does not say whose it is."""
    return Choice(
        id=statement.id,
        text=upper_first(f"that {statement.position}"),
        why=why,
        source=source,
        facts=(statement.id,),
    )
