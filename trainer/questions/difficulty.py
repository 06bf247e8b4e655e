"""How hard a question is, before anybody has answered it: an estimate from five features of the question."""

from __future__ import annotations

from enum import StrEnum

from trainer.chapters.record import Importance
from trainer.questions.question import Form

# A core fact is met often and linked to much; a trifle is not.
_BY_IMPORTANCE = {Importance.CORE: 0.15, Importance.SECONDARY: 0.3, Importance.TRIVIA: 0.45}

# Recognizing is easier than producing, a whole sentence around the answer helps, and a name, date or number easier to produce than a whole thought.
_BY_FORM = {
    Form.CHOICE: 0.0,
    Form.MATCH: 0.1,
    Form.ORDER: 0.15,
    Form.CLOZE: 0.17,
    Form.RECALL: 0.25,
}
_PRODUCING = 0.2

# Where nothing is offered, what lies near and what lies far come to mind alike. A choice among the nearest of
# options stays easier than this.
OPEN = 0.5

_WEIGHT_OF_PRECISION = 0.2
_WEIGHT_OF_CLOSENESS = 0.25
_WEIGHT_OF_RARITY = 0.15

# Where the answer is no person, it counts as neither well nor little known.
NEITHER = 0.5


class Level(StrEnum):
    """A third of the scale, as a teacher speaks of it."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


# Fixed, so that a question does not become harder by what stands beside it. On the first chapter they part the
# bank at about a third and three quarters: the months of core events and much-told views are easy, days among
# near days and the little-known persons of trifles are hard.
MEDIUM_FROM, HARD_FROM = 0.5, 0.65


def difficulty(
    importance: Importance,
    form: Form,
    *,
    precision: float,
    closeness: float,
    familiarity: float = NEITHER,
) -> float:
    """Return 0 (easy) to 1, rounded to two places.

    `precision` is how exact an answer is wanted, `closeness` how near the distractors lie (`OPEN` where there are
    none), and `familiarity` how often the chapter names the person who is the answer, or whom the question is about;
    all from 0 to 1.
    """
    whole = (
        _BY_IMPORTANCE[importance]
        + _BY_FORM.get(form, _PRODUCING)
        + _WEIGHT_OF_PRECISION * precision
        + _WEIGHT_OF_CLOSENESS * closeness
        + _WEIGHT_OF_RARITY * (1 - familiarity)
    )
    return round(min(1.0, max(0.0, whole)), 2)


def level(hardness: float) -> Level:
    """Return in which third of the scale a difficulty lies."""
    if hardness < MEDIUM_FROM:
        return Level.EASY
    return Level.MEDIUM if hardness < HARD_FROM else Level.HARD
