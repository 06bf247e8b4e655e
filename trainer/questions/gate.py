"""What may be asked at all, and what may be offered as an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.own_words import unworded
from trainer.chapters.record import Basis, Status, Voice

if TYPE_CHECKING:
    from trainer.chapters.record import Fact

# What these rest on needs nobody's name: a stem may state it plainly.
PLAIN_BASES = frozenset({Basis.PROTOCOL, Basis.PRINT})
# Keys of these bases are for the families that ask how somebody knows.
SHAKY_BASES = frozenset({Basis.MEMORY, Basis.INFERENCE, Basis.HEARSAY})


def closed(fact: Fact) -> str | None:
    """Return why nothing may be asked about a fact, None if it may."""
    if fact.status is Status.DRAFT:
        return "the fact is a draft"
    if (key := unworded(fact)) is not None:
        return f"its {key} is still in the text's own words"
    if not fact.ask:
        return f"not to be asked: {fact.reason or 'no reason given'}"
    return None


def unfit_for_plain_questions(fact: Fact) -> str | None:
    """Return why a fact may not be the key of a question on what happened, None if it may."""
    if (reason := closed(fact)) is not None:
        return reason
    if fact.voice is Voice.DENIED:
        return "the chapter tells it in order to deny it"
    if fact.basis in SHAKY_BASES:
        return f"it rests on {fact.basis} alone"
    return None


def shaky(fact: Fact) -> bool:
    """Tell whether a fact may not even be offered as a distractor."""
    return unfit_for_plain_questions(fact) is not None
