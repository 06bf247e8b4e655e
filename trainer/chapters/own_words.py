"""What an author is still to put in words of their own: a draft has it in the text's, in “…”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Vote

if TYPE_CHECKING:
    from trainer.chapters.record import Fact

# Under these keys a draft has a few words of the text.
WORDED = ("title", "statement", "motion", "question")


def is_quotation(text: str | None) -> bool:
    """Tell whether a text is nothing but a quotation."""
    return text is not None and text.startswith("“") and text.endswith("”") and text.count("“") == 1


def unworded(fact: Fact) -> str | None:
    """Return under which key an event or a vote is still in the text's own words, None if under none."""
    if not isinstance(fact, (Event, Vote)):
        return None
    return next((key for key in WORDED if is_quotation(getattr(fact, key, None))), None)
