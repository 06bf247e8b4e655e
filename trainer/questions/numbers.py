"""Numbers as options: those of the record that are like the key in size and roundness, in order.

The rank of the key is drawn first, with the same chance for all that need as few computed numbers as can be. Numbers
of the body itself come before those of others, these before the key's own digits in another order, and made-up numbers
only where nothing else is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from trainer.questions.draft import Choice
from trainer.questions.proof import MOST_OPTIONS
from trainer.questions.question import OptionSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from trainer.questions.seeding import Seeded

R = TypeVar("R", bound="Rival | Choice")

# A number of like size is at most so many times as large, or as small.
SIZE = 2.5

# Numbers that lie nearer than this share of the greater one are not worth telling apart.
NEAREST = 0.15

# Below this nobody sees whether a number is round.
_PLAIN = 20

# Close enough to each other for three of them to find room between the numbers of the record.
_FACTORS = (0.42, 0.46, 0.5, 0.55, 0.6, 0.66, 0.72, 0.8, 1.2, 1.3, 1.4, 1.5, 1.65, 1.8, 2, 2.2, 2.4)

_DISTRACTORS = MOST_OPTIONS - 1

TRANSPOSED = "These are the digits of the right number in another order."
MADE_UP = "This number was made up for this question."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A number that may stand beside the key, with the reason that the learner reads."""

    value: int
    why: str | Callable[[], str]
    source: OptionSource
    facts: tuple[str, ...] = ()


def are_of_like_size(one: int, other: int) -> bool:
    """Tell whether neither number is out of proportion to the other."""
    return 0 < max(one, other) <= SIZE * min(one, other)


def are_of_like_roundness(one: int, other: int) -> bool:
    """Tell whether two numbers end in as many noughts; those below twenty are all alike."""
    return max(one, other) < _PLAIN or noughts(one) == noughts(other)


def are_apart(one: int, other: int) -> bool:
    """Tell whether two numbers are far enough from each other to be told apart fairly."""
    return abs(one - other) >= max(1, NEAREST * max(one, other))


def noughts(number: int) -> int:
    """Return in how many noughts a number ends."""
    digits = str(number)
    return len(digits) - len(digits.rstrip("0")) if number else 0


def beside(
    key: int,
    rivals: Iterable[Rival],
    chance: Seeded,
    *,
    fits: Callable[[int], bool] = lambda _: True,
) -> list[Rival]:
    """Return three numbers to stand beside the key, or fewer if there are no more; all are such that they fit.

    `rivals` come first, in the order in which they are given.
    """

    def may_stand(rival: Rival) -> bool:
        value = rival.value
        return (
            are_of_like_size(key, value)
            and are_of_like_roundness(key, value)
            and are_apart(key, value)
            and fits(value)
        )

    pool = [
        rival for rival in (*rivals, *_transposed(key), *_made_up(key, chance)) if may_stand(rival)
    ]
    below = _some_apart(rival for rival in pool if rival.value < key)
    above = _some_apart(rival for rival in pool if rival.value > key)
    return of_any_rank(below, above, chance)


def of_any_rank(below: Sequence[R], above: Sequence[R], chance: Seeded) -> list[R]:
    """Return three of what stands below and above a key, of which the key's rank is drawn.

    A rank takes part if it needs no more than one computed rival, or as few as can be.
    """
    computed = {
        rank: sum(
            rival.source is OptionSource.COMPUTED
            for rival in (*below[:rank], *above[: _DISTRACTORS - rank])
        )
        for rank in range(_DISTRACTORS + 1)
        if rank <= len(below) and _DISTRACTORS - rank <= len(above)
    }
    if not computed:
        return [*below, *above][:_DISTRACTORS]
    most = max(1, min(computed.values()))
    rank = chance.choice([rank for rank, times in computed.items() if times <= most])
    return [*below[:rank], *above[: _DISTRACTORS - rank]]


def as_choices(rivals: Sequence[Rival], say: Callable[[int], str]) -> list[Choice]:
    """Return numbers as options, in the words of `say`."""
    return [
        Choice(
            id=f"number:{rival.value}",
            text=say(rival.value),
            why=rival.why,
            source=rival.source,
            measure=rival.value,
            facts=rival.facts,
        )
        for rival in rivals
    ]


def value_of(choice: Choice) -> int:
    """Return the number that a choice of `as_choices` stands for."""
    return choice.measure


def _some_apart(rivals: Iterable[Rival]) -> list[Rival]:
    """Return the first rivals that lie far enough from each other."""
    taken: list[Rival] = []
    for rival in rivals:
        if len(taken) == _DISTRACTORS:
            break
        if all(are_apart(rival.value, other.value) for other in taken):
            taken.append(rival)
    return taken


def transpositions(number: int) -> Iterator[int]:
    """Yield the number with two neighbouring digits exchanged, the noughts at its end left where they are."""
    digits = str(number).rstrip("0")
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        if first != second and (place or second != "0"):
            yield int(digits[:place] + second + first + digits[place + 2 :]) * 10 ** noughts(number)


def _transposed(key: int) -> Iterator[Rival]:
    for value in transpositions(key):
        yield Rival(value=value, why=TRANSPOSED, source=OptionSource.COMPUTED)


def _made_up(key: int, chance: Seeded) -> Iterator[Rival]:
    grain = 10 ** noughts(key) if key >= _PLAIN else 1
    near = (round(key * factor / grain) * grain for factor in _FACTORS)
    # Among few, neighbours are all there is.
    stepped = (key + step * grain for step in (-3, -2, -1, 1, 2, 3))
    for value in chance.shuffled(sorted({*near, *stepped})):
        if value > 0:
            yield Rival(value=value, why=MADE_UP, source=OptionSource.COMPUTED)
