"""What a paragraph prints, read by all finders, and which facts have evidence in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.dates.names import MONTHS, WEEKDAYS
from trainer.dates.written import Point, Span, find_dates
from trainer.text.capitalized import find_capitalized
from trainer.text.figures import find_figures
from trainer.text.folding import fold
from trainer.text.titles import find_titles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.gaps.claims import Claim
    from trainer.chapters.gaps.paragraph import Paragraph, Place
    from trainer.chapters.gaps.recorded_names import Covered, RecordedNames
    from trainer.chapters.record import GapClass
    from trainer.dates.written import WrittenDate
    from trainer.text.capitalized import Capitalized, Capitals, PrintedWord
    from trainer.text.figures import Figure
    from trainer.text.titles import Title

_CALENDAR = frozenset(map(fold, (*MONTHS, *WEEKDAYS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that a paragraph prints at characters `start` to before `stop`, and whether it is on record."""

    class_: GapClass
    start: int
    stop: int
    recorded: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim with evidence in a paragraph, and where the tokens of it stand."""

    claim: Claim
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Contents:
    """What a paragraph prints; what stands within something longer is left to that.

    Attributes:
        year: the chapter's own.
        cited: the claims with evidence in the paragraph.
    """

    paragraph: Paragraph
    year: int
    cited: tuple[Cited, ...]
    recorded: RecordedNames
    capitals: Capitals

    @cached_property
    def covered(self) -> Covered:
        """Which of its words are names on record."""
        return self.recorded.covered(self.paragraph.words)

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """Its titles and slogans."""
        return find_titles(self.paragraph.text)

    @cached_property
    def dates(self) -> tuple[WrittenDate, ...]:
        """Its dates but for those within titles and names; lengths of time are none."""
        return tuple(
            date
            for date in find_dates(self.paragraph.text)
            if not isinstance(date.says, Span)
            and not _lies_in(date, self.titles)
            and not self._names_something(date)
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its numbers but for those within dates and titles."""
        return tuple(
            figure
            for figure in find_figures(self.paragraph.text)
            if not _lies_in(figure, self._longer)
        )

    @cached_property
    def names(self) -> tuple[tuple[PrintedWord, ...], ...]:
        """The words of each of its names but for those within dates and titles."""
        found = (
            tuple(part for part in name.parts if not _lies_in(part, self._longer))
            for name in self._capitalized
        )
        return tuple(parts for parts in found if not is_of_calendar(parts))

    @cached_property
    def _longer(self) -> tuple[Title | WrittenDate, ...]:
        return (*self.titles, *self.dates)

    @cached_property
    def _capitalized(self) -> tuple[Capitalized, ...]:
        return find_capitalized(self.paragraph.text, self.capitals)

    def _names_something(self, date: WrittenDate) -> bool:
        """Tell whether a date is part of a name, as in the February Revolution or the spring session."""
        if not (isinstance(date.says, Point) and date.says.attributive):
            return False
        last = self.paragraph.indices(date.start, date.stop)[-1:]
        return bool(self.covered.longer.intersection(last)) or any(
            name.start < date.stop < name.stop and not is_of_calendar(name.parts)
            for name in self._capitalized
        )


def is_of_calendar(parts: Iterable[PrintedWord]) -> bool:
    """Tell whether words are nothing but names of months and weekdays."""
    return all(fold(part.text) in _CALENDAR for part in parts)


def _lies_in(
    thing: Title | WrittenDate | Figure | PrintedWord, longer: Iterable[Title | WrittenDate]
) -> bool:
    return any(other.start <= thing.start and thing.stop <= other.stop for other in longer)
