"""In which form a card is asked: with options while it is new, without them from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.questions.question import Form

if TYPE_CHECKING:
    from trainer.study.memory import Memory

# What is typed is judged, what is recalled only the learner judges; a gap in a sentence gives more away than a
# question. Forms over several cards are no forms of a card.
_NEW = (Form.CHOICE, Form.CLOZE, Form.TYPED, Form.DATE, Form.NUMBER, Form.RECALL)
_KNOWN = (Form.TYPED, Form.DATE, Form.NUMBER, Form.CLOZE, Form.RECALL, Form.CHOICE)


def form_for(memory: Memory | None, available: frozenset[Form]) -> Form:
    """Return the form in which to ask a card next.

    Args:
        memory: of the card; None if it was never asked.
        available: the forms in which the card can be asked; at least one that is of a single card.
    """
    new = memory is None or (memory.learning and memory.step == 0 and memory.lapses == 0)
    return next(form for form in (_NEW if new else _KNOWN) if form in available)
