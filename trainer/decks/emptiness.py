"""Why a deck asks nothing, and what to do about it: the same words wherever somebody meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.record import Status
from trainer.errors import NotFoundError
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from trainer.decks.opening import OpenedDeck
    from trainer.questions.question import Form


def nothing_asked(opened: OpenedDeck, name: str) -> NotFoundError:
    """Return what to say of a deck or chapter that yields neither a question nor a flash card.

    Args:
        opened: the deck.
        name: the id or path by which the user calls it.
    """
    facts = [(chapter.id, fact) for chapter in opened.chapters for fact in chapter.facts()]
    if not facts:
        mend = "write some into its files, or draft them from a text: trainer draft TEXT -o DIR"
        return NotFoundError(f"{opened.id} holds no facts yet", mend=mend)
    drafted = [chapter for chapter, fact in facts if fact.status is Status.DRAFT]
    # Of a deck it is a chapter that is to be looked at.
    chapter, *_ = drafted or [chapter for chapter, _ in facts]
    chapter = name if chapter == opened.id else chapter
    if drafted:
        others = len(facts) - len(drafted)
        withheld = f"; {counted(others, 'fact')}, all withheld" if others else ""
        return NotFoundError(
            f"nothing is asked of {opened.id} yet: {counted(len(drafted), 'draft')}, not confirmed{withheld}",
            mend=f"go through them: trainer confirm {chapter}",
        )
    return NotFoundError(
        f"{opened.id} yields no question: {counted(len(facts), 'fact')}, all withheld",
        mend=f"see why: trainer check {chapter} --json, under `withheld`",
    )


def count_drafts(opened: OpenedDeck) -> int:
    """Return how many drafts its chapters hold, of which nothing is asked."""
    return sum(
        fact.status is Status.DRAFT for chapter in opened.chapters for fact in chapter.facts()
    )


def nothing_in_these_forms(
    opened: OpenedDeck, name: str, forms: AbstractSet[Form]
) -> NotFoundError:
    """Return what to say where a quiz in these forms has no question."""
    if not opened.questions:
        return nothing_asked(opened, name)
    there = ", ".join(sorted({question.form for question in opened.questions}))
    return NotFoundError(
        f"there is nothing to ask in {opened.id} in the form {' or '.join(sorted(forms))}",
        mend=f"choose another --form (it has {there}) or another deck, or its flash cards",
    )
