"""How hard a question is, before anybody has answered it."""

from __future__ import annotations

from trainer.chapters.record import Importance
from trainer.questions.question import Form

# A core fact is met often and linked to much; a trifle is not.
_BY_IMPORTANCE = {Importance.CORE: 0.25, Importance.SECONDARY: 0.4, Importance.TRIVIA: 0.6}

# Recognizing is easier than producing.
_BY_FORM = {Form.CHOICE: 0.0, Form.MATCH: 0.1, Form.ORDER: 0.15}
_PRODUCING = 0.2

_WEIGHT_OF_PRECISION = 0.15
_WEIGHT_OF_CLOSENESS = 0.25


def difficulty(importance: Importance, form: Form, *, precision: float, closeness: float) -> float:
    """Return 0 (easy) to 1, rounded to two places.

    `precision` is how exact an answer is wanted and `closeness` how near the distractors lie, both from 0 to 1.
    """
    whole = (
        _BY_IMPORTANCE[importance]
        + _BY_FORM.get(form, _PRODUCING)
        + _WEIGHT_OF_PRECISION * precision
        + _WEIGHT_OF_CLOSENESS * closeness
    )
    return round(min(1.0, max(0.0, whole)), 2)
