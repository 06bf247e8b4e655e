"""The events of a chapter in order of time, as far as their order is certain and worth knowing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from trainer.chapters.record import Grain, Importance
from trainer.dates import is_approximate, is_uncertain
from trainer.questions.dating import gives_away, in_words, month_names_in, with_style
from trainer.questions.gate import shaky
from trainer.questions.wording import by_whose_word

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from trainer.chapters.record import Event
    from trainer.dates import Date
    from trainer.questions.index import Index

# What is worth a month or a year has an order too; what is worth its phase alone has none within it.
_ORDERED = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.ORDER})

# In days: what is dated as closely as this has its place among others.
_CLOSE = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An event with its date as told, and the first and last day of that as Julian day numbers.

    Attributes:
        worth_asking: whether the date, and not the order alone, is worth asking.
    """

    event: Event
    date: Date
    first: int
    last: int
    worth_asking: bool

    def is_before(self, other: Moment) -> bool:
        """Tell whether it is certain that this was over when the other began."""
        return self.last < other.first

    @property
    def is_placed(self) -> bool:
        """Whether it may be said what lay before and what after: a state of some month has no place within it."""
        return self.worth_asking or self.last - self.first < _CLOSE

    @property
    def is_core(self) -> bool:
        """Whether everybody should know it."""
        return self.event.importance is Importance.CORE


class Timeline:
    """The events that may be put in order, all or `only` some; their dates are those told, by which the order is proved."""

    def __init__(self, index: Index, only: Container[str] | None = None) -> None:
        self.index = index
        self._only = only

    @cached_property
    def moments(self) -> list[Moment]:
        """All of them, the earliest first."""
        found = (
            self._moment(event)
            for event in self.index.chapter.events
            if self._only is None or event.id in self._only
        )
        return sorted(
            (moment for moment in found if moment is not None),
            key=lambda moment: (moment.first, moment.last, moment.event.id),
        )

    @cached_property
    def by_lesson(self) -> dict[str, list[Moment]]:
        """Those of each lesson, the earliest first."""
        found: dict[str, list[Moment]] = defaultdict(list)
        for moment in self.moments:
            if moment.event.lesson is not None:
                found[moment.event.lesson].append(moment)
        return dict(found)

    @cached_property
    def of(self) -> dict[str, Moment]:
        """Each of them, by the event's id."""
        return {moment.event.id: moment for moment in self.moments}

    def around(self, first: int, last: int, reach: int) -> list[Moment]:
        """Return up to `reach` events that began before a first day, and as many that began after a last."""
        start = bisect_left(self._firsts, first)
        end = bisect_right(self._firsts, last)
        return [*self.moments[max(0, start - reach) : start], *self.moments[end : end + reach]]

    def after(self, moment: Moment) -> Iterator[Moment]:
        """Yield what follows an event in the order of all."""
        return islice(self.moments, self._places[moment.event.id] + 1, None)

    def when(self, moment: Moment) -> str:
        """Say when something was, with its calendar where that needs saying."""
        return with_style(moment.date, named=self.index.two_calendars)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {moment.event.id: place for place, moment in enumerate(self.moments)}

    @cached_property
    def _firsts(self) -> list[int]:
        return [moment.first for moment in self.moments]

    def _moment(self, event: Event) -> Moment | None:
        span = self.index.spans.get(event.id)
        if span is None or event.when is None or event.ask_grain not in _ORDERED or shaky(event):
            return None
        date = event.when.date
        if is_approximate(date) or is_uncertain(date):
            return None
        # A title that names its own date would be put in order without knowing the event.
        if gives_away(event.title, date) or month_names_in(event.title) & month_names_in(
            in_words(date)
        ):
            return None
        # An order that another source would turn round is no order to learn.
        if event.contested or by_whose_word(event, self.index) is not None:
            return None
        return Moment(
            event=event,
            date=date,
            first=span[0],
            last=span[1],
            worth_asking=not isinstance(self.index.asked[event.id], str),
        )
