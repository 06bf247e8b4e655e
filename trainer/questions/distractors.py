"""Choosing distractors among those proved wrong, so that no outward mark tells them from the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.questions.draft import Pick
from trainer.questions.proof import (
    MOST_OPTIONS,
    lengths_are_fair,
    stand_apart,
    words_are_fair,
)
from trainer.questions.question import OptionSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from trainer.questions.draft import Choice
    from trainer.questions.seeding import Seeded

_WANTED = MOST_OPTIONS - 1

# Drawing again is cheap, and most first draws are fair.
_DRAWS = 12


def pick(
    manner: Pick, stem: str, key: Choice, pool: Sequence[Choice], chance: Seeded
) -> list[Choice] | None:
    """Return up to three distractors, or None if no fair set was found."""
    match manner:
        case Pick.BY_RANK:
            return _by_rank(key, pool, chance, lambda choice: choice.measure)
        case Pick.BY_LENGTH:
            return _by_length(stem, key, pool, chance)
        case Pick.BY_WEIGHT:
            drawn = chance.shuffled_by_weight(pool, lambda choice: choice.weight)
            return _apart(drawn, key, _WANTED)
        case Pick.ALL:
            return _apart(pool, key, _WANTED)


def arranged(
    manner: Pick, key: Choice, distractors: Sequence[Choice], chance: Seeded
) -> list[Choice]:
    """Return the options as they stand: dates and numbers in order, others with the key anywhere."""
    if manner is Pick.BY_RANK:
        return sorted((key, *distractors), key=lambda choice: choice.measure)
    place = chance.below(len(distractors) + 1)
    others = chance.shuffled(distractors)
    return [*others[:place], key, *others[place:]]


def _by_rank(
    key: Choice, pool: Sequence[Choice], chance: Seeded, measure: Callable[[Choice], int]
) -> list[Choice]:
    """Draw the key's rank first, then as many distractors below and above as that takes."""
    below = chance.below(_WANTED + 1)
    mixed = sorted(chance.shuffled(pool), key=lambda choice: choice.source is OptionSource.COMPUTED)
    lower = _apart((c for c in mixed if measure(c) < measure(key)), key, below)
    upper = _apart((c for c in mixed if measure(c) > measure(key)), key, _WANTED - below, lower)
    return [*lower, *upper]


def _by_length(
    stem: str, key: Choice, pool: Sequence[Choice], chance: Seeded
) -> list[Choice] | None:
    """Draw until lengths and words are fair; the rank of the key's length is drawn each time."""
    near = [c for c in pool if len(key.text) / 2 <= len(c.text) <= 2 * len(key.text)]
    for _ in range(_DRAWS):
        drawn = _by_rank(key, near, chance, lambda choice: len(choice.text))
        if len(drawn) < _WANTED:
            drawn = _apart((*drawn, *chance.shuffled(near)), key, _WANTED)
        if _is_fair(stem, key, drawn):
            return drawn
    closest = sorted(near, key=lambda choice: abs(len(choice.text) - len(key.text)))
    drawn = _apart(closest, key, _WANTED)
    return drawn if _is_fair(stem, key, drawn) else None


def _is_fair(stem: str, key: Choice, drawn: Sequence[Choice]) -> bool:
    return lengths_are_fair(key, (key, *drawn)) and words_are_fair(stem, key, drawn)


def _apart(
    choices: Iterable[Choice], key: Choice, wanted: int, beside: Sequence[Choice] = ()
) -> list[Choice]:
    """Return the first `wanted` choices that may stand beside the key and one another."""
    taken: list[Choice] = []
    for choice in choices:
        if len(taken) == wanted:
            break
        if stand_apart(choice, (key, *beside, *taken)):
            taken.append(choice)
    return taken
