"""Choosing distractors among those proved wrong, so that no outward mark tells them from the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.questions.draft import Pick
from trainer.questions.proof import (
    MOST_OPTIONS,
    groups_are_fair,
    is_in_the_middle,
    is_the_odd_one,
    lengths_are_fair,
    one_echoes_alone,
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

# Where none of so many draws at the distance asked for was fair, the other distance will do as well.
_CHOOSY_DRAWS = 9


class Picker:
    """Picks distractors for one key; `fits` proves a choice wrong, and is asked once at most for each.

    `pull` gives the odds for a choice to be drawn by how far it lies from the key.
    """

    def __init__(
        self,
        stem: str,
        key: Choice,
        fits: Callable[[Choice], bool],
        chance: Seeded,
        pull: Callable[[Choice], float] | None = None,
    ) -> None:
        self._stem = stem
        self._key = key
        self._prove = fits
        self._proved: dict[str, bool] = {}
        self._chance = chance
        self._pull = pull
        self._pulled: dict[str, float] = {}

    def pick(self, manner: Pick, pool: Sequence[Choice]) -> list[Choice] | None:
        """Return up to three distractors, or None if no fair set was found."""
        match manner:
            case Pick.BY_RANK:
                return self._by_measure(pool)
            case Pick.BY_LENGTH:
                return self._by_length(pool)
            case Pick.BY_ODDS:
                return self._by_odds(pool)
            case Pick.ALL | Pick.IN_ORDER:
                return self._apart(pool, _WANTED)

    def _by_measure(self, pool: Sequence[Choice]) -> list[Choice]:
        """Draw until the words are fair: a month that stands in the stem should not be the key's alone.

        Nor should the key share its day with one, its month with another and its year with a third.
        """

        def drawn(draw: int) -> list[Choice]:
            return self._by_rank(pool, _measure, self._ranks(pool, _measure)[0], draw)

        return self._best(map(drawn, range(_DRAWS)), self._has_fair_words) or drawn(_DRAWS)

    def _by_rank(
        self, pool: Sequence[Choice], measure: Callable[[Choice], int], rank: int, draw: int
    ) -> list[Choice]:
        """Draw as many distractors below and above the key as its rank takes."""
        own = measure(self._key)
        mixed = self._mixed(pool, draw)
        mixed.sort(key=lambda choice: choice.source is OptionSource.COMPUTED)
        lower = self._apart((c for c in mixed if measure(c) < own), rank)
        upper = self._apart((c for c in mixed if measure(c) > own), _WANTED - rank, lower)
        return [*lower, *upper]

    def _ranks(self, pool: Sequence[Choice], measure: Callable[[Choice], int]) -> list[int]:
        """Return the ranks that the key can take, in an order of chance."""
        own = measure(self._key)
        ranks = _feasible_ranks([measure(choice) - own for choice in pool if _is_real(choice)])
        return self._chance.shuffled(ranks)

    def _by_length(self, pool: Sequence[Choice]) -> list[Choice] | None:
        """Draw until lengths and words are fair, and no option stands out by its words.

        The rank of the key's length is drawn first, and kept for several draws: the longest and the shortest are fair
        less often, and would else be rarer among the keys.
        """
        own = len(self._key.text)
        # What is not proved wrong must not count among those from which the key's rank is drawn.
        near = [
            choice
            for choice in pool
            if own / 2 <= len(choice.text) <= 2 * own
            and stand_apart(choice, (self._key,))
            and self._fits(choice)
        ]
        draws = (
            self._by_length_rank(near, rank, draw)
            for rank in self._ranks(near, _length)
            for draw in range(_DRAWS)
        )
        if best := self._best(draws, self._is_fair):
            return best
        drawn = self._apart(sorted(near, key=lambda choice: abs(len(choice.text) - own)), _WANTED)
        return drawn if self._is_fair(drawn) else None

    def _by_length_rank(self, pool: Sequence[Choice], rank: int, draw: int) -> list[Choice]:
        drawn = self._by_rank(pool, _length, rank, draw)
        if len(drawn) == _WANTED:
            return drawn
        return self._apart((*drawn, *self._mixed(pool, draw)), _WANTED)

    def _by_odds(self, pool: Sequence[Choice]) -> list[Choice] | None:
        """Draw until the words are fair; names are as long as they are."""
        draws = (self._apart(self._mixed(pool, draw), _WANTED) for draw in range(_DRAWS))
        return self._best(draws, self._has_fair_words)

    def _best(
        self, draws: Iterable[list[Choice]], is_fair: Callable[[Sequence[Choice]], bool]
    ) -> list[Choice] | None:
        """Return the first fair draw of which no option stands out by its words, else the first fair one."""
        spare: list[Choice] | None = None
        for drawn in draws:
            if is_fair(drawn):
                if not self._has_one_out(drawn):
                    return drawn
                spare = spare or drawn
        return spare

    def _mixed(self, pool: Iterable[Choice], draw: int) -> list[Choice]:
        """Return the choices in an order of chance: early draws go by the pull, all by the choices' own odds."""
        if self._pull is None or draw >= _CHOOSY_DRAWS:
            return self._chance.shuffled_by_odds(pool, lambda choice: choice.odds)
        return self._chance.shuffled_by_odds(pool, self._odds)

    def _odds(self, choice: Choice) -> float:
        assert self._pull is not None, "without it choices have their own odds"
        if choice.id not in self._pulled:
            self._pulled[choice.id] = self._pull(choice)
        return choice.odds * self._pulled[choice.id]

    def _is_fair(self, drawn: Sequence[Choice]) -> bool:
        key = self._key
        return (
            lengths_are_fair(key, (key, *drawn))
            and self._has_fair_words(drawn)
            and groups_are_fair(key, drawn)
        )

    def _has_fair_words(self, drawn: Sequence[Choice]) -> bool:
        return words_are_fair(self._stem, self._key, drawn)

    def _has_one_out(self, drawn: Sequence[Choice]) -> bool:
        """Tell whether the key stands out by what it shares with the others, or an option by its echo of the stem."""
        return (
            is_the_odd_one(self._key, drawn)
            or is_in_the_middle(self._key, drawn)
            or one_echoes_alone(self._stem, (self._key, *drawn))
        )

    def _apart(
        self, choices: Iterable[Choice], wanted: int, beside: Sequence[Choice] = ()
    ) -> list[Choice]:
        """Return the first `wanted` choices that are proved and may stand beside the others."""
        taken: list[Choice] = []
        for choice in choices:
            if len(taken) == wanted:
                break
            if stand_apart(choice, (self._key, *beside, *taken)) and self._fits(choice):
                taken.append(choice)
        return taken

    def _fits(self, choice: Choice) -> bool:
        if choice.id not in self._proved:
            self._proved[choice.id] = self._prove(choice)
        return self._proved[choice.id]


def _measure(choice: Choice) -> int:
    return choice.measure


def _length(choice: Choice) -> int:
    return len(choice.text)


def _is_real(choice: Choice) -> bool:
    return choice.source is not OptionSource.COMPUTED


def _feasible_ranks(gaps: Sequence[int]) -> list[int]:
    """Return the ranks that the key can take with one computed option at most, or with as few as can be.

    Without computed ones the first and the last date of a chapter would always stand first and last. Where one of
    the two ends cannot be had, as of months near the turn of the year, the other stands twice: else the key would be
    in the middle more often than at the ends.
    """
    below, above = sum(gap < 0 for gap in gaps), sum(gap > 0 for gap in gaps)
    lacking = [max(0, rank - below) + max(0, _WANTED - rank - above) for rank in range(_WANTED + 1)]
    ranks = [rank for rank, lack in enumerate(lacking) if lack <= max(1, min(lacking))]
    ends = [rank for rank in ranks if rank in {0, _WANTED}]
    return [*ranks, *ends] if len(ends) == 1 and len(ranks) == _WANTED else ranks


def arranged(
    manner: Pick, key: Choice, distractors: Sequence[Choice], chance: Seeded
) -> list[Choice]:
    """Return the options as they stand: dates and numbers in order, others with the key anywhere."""
    if manner.is_ordered:
        return sorted((key, *distractors), key=lambda choice: choice.measure)
    place = chance.below(len(distractors) + 1)
    others = chance.shuffled(distractors)
    return [*others[:place], key, *others[place:]]
