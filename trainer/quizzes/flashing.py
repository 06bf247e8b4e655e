"""A round of flash cards: what was not known comes back once, at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.questions.question import Front


@dataclass(frozen=True, slots=True)
class Graded:
    """A card with how well it was known, in the grader's own word."""

    front: Front
    grade: str
    known: bool


class FlashRound:
    """Which card is up, whether its back is shown, and what was graded so far."""

    def __init__(self, fronts: Sequence[Front]) -> None:
        self._waiting = list(fronts)
        self._first_time = len(self._waiting)
        self._graded: list[Graded] = []
        self._revealed = False

    @property
    def current(self) -> Front | None:
        """The card that is up; None when all are done."""
        return self._waiting[0] if self._waiting else None

    @property
    def revealed(self) -> bool:
        """Whether the current card shows its back."""
        return self._revealed

    @property
    def graded(self) -> tuple[Graded, ...]:
        """What was graded, in order; a card that came back stands here twice."""
        return tuple(self._graded)

    @property
    def missed(self) -> tuple[Front, ...]:
        """The cards that were not known the first time, in order."""
        return tuple(graded.front for graded in self._first_grades() if not graded.known)

    @property
    def done(self) -> int:
        """How many cards were graded, counting one that came back twice."""
        return len(self._graded)

    @property
    def total(self) -> int:
        """How many there will have been in all, as far as is known now."""
        return len(self._graded) + len(self._waiting)

    def reveal(self) -> None:
        """Turn the current card over."""
        self._revealed = self.current is not None

    def grade(self, grade: str, *, known: bool) -> Graded:
        """Grade the current card and go on to the next.

        Raises:
            LookupError: there is no card, or its back was not shown yet.
        """
        if not self._waiting or not self._revealed:
            raise LookupError("only a card that was turned over can be graded")
        again = len(self._graded) >= self._first_time
        graded = Graded(self._waiting.pop(0), grade, known)
        self._graded.append(graded)
        if not known and not again:
            self._waiting.append(graded.front)
        self._revealed = False
        return graded

    def _first_grades(self) -> list[Graded]:
        return self._graded[: self._first_time]
