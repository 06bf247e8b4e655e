"""`about-when`: an event that is dated only about, to a decade, or over a turn of the month or year."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Event
from trainer.dates import Date, Precision, precision
from trainer.questions.dating import first_day, gives_away, in_words, last_day, loose_date, years_in
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation
from trainer.questions.families.family import Family
from trainer.questions.nearness import nearness_in_days
from trainer.questions.numbers import of_any_rank
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import attributed
from trainer.questions.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.index import Index
    from trainer.questions.question import Card

# So many dates are made up on either side of the right one, as far as the story goes.
_EACH_WAY = 4

# In years: how far apart dates must lie that are told only about.
_APART = 20

_DECADE = 10

# In days: within a lifetime dates are of one story, and beyond half of it nobody would mistake one for the other.
_YEAR = 365.25
_LIFETIME = round(60 * _YEAR)
_PHASE = _LIFETIME // 2

# The digits of a year of our era, of a decade one fewer.
_YEAR_OF = re.compile(r"\d{3,4}")
_DIGITS = 4

_MADE_UP = "A date made up for this question: the chapter gives another."


class AboutWhen(Family[Event]):
    """Dates of the same sort, so far from the right one that it cannot have been meant."""

    template: ClassVar[str] = "about-when"
    aspect: ClassVar[str] = "when"
    kind: ClassVar[Kind] = Kind.DATE
    pick: ClassVar[Pick] = Pick.IN_ORDER

    def concerns(self, card: Card, fact: Event) -> bool:  # noqa: ARG002
        """Leave what is asked exactly, or not at all, to `when`."""
        return isinstance(loose_date(fact), Date)

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Refuse titles that give the date."""
        if gives_away(ask.fact.title, _date(ask)) or years_in(ask.fact.title):
            return "its title gives the date away"
        return None

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Ask as loosely as the chapter tells."""
        asked = _asking(_date(ask))
        stem = f"{asked} does the chapter place {ask.fact.title}?"
        return (attributed(stem, ask.fact, ask.index, dated=True),)

    def key(self, ask: Ask[Event]) -> Choice:
        """The date as it is told."""
        why = f"That is when the chapter places {ask.fact.title}."
        return _choice(_date(ask), ask.fact.id, why, OptionSource.SAME_FACT, (ask.fact.id,))

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """Dates of the same form, earlier and later, within the years that the chapter tells of."""
        date, step = _date(ask), _step(_date(ask))
        first, last = _era(ask.index, date)
        steps = ask.chance.shuffled(range(1, _EACH_WAY + 1))
        below, above = (
            [
                _choice(other, f"computed:{other.edtf}", _MADE_UP, OptionSource.COMPUTED, ())
                for many in steps
                if (other := _moved(date, way * many * step)) is not None
                and first <= first_day(other)
                and last_day(other) <= last
            ]
            for way in (-1, 1)
        )
        return of_any_rank(below, above, ask.chance)

    def recall(self, ask: Ask[Event]) -> Recall | Refusal:
        """When was it? Unique unless another event goes by the same title."""
        if ask.index.titles[fold(ask.fact.title)] > 1:
            return Refusal("front not unique: another event goes by this title")
        return Recall(stems=self.stems(ask), answer=in_words(_date(ask)))

    def sought(self, ask: Ask[Event], recall: Recall) -> Date:  # noqa: ARG002
        """The date, to be entered as loosely as it is told."""
        return _date(ask)

    def explanation(self, ask: Ask[Event]) -> str:
        """Tell the event; its date is the answer, unless it is told more exactly than it is asked."""
        return explanation(ask.fact, ask.index, told=_date(ask))

    def nearness(self, ask: Ask[Event], key: Choice, choice: Choice) -> float:  # noqa: ARG002
        """Of decades and years in proportion to the years between them."""
        return nearness_in_days(abs(choice.measure - key.measure), _PHASE)


def _asking(date: Date) -> str:
    match precision(date):
        case Precision.DECADE:
            return "In which decade"
        case Precision.YEAR:
            return "About which year"
        case _:
            return "In which months" if _has_months(date) else "In which years"


def _date(ask: Ask[Event]) -> Date:
    date = loose_date(ask.fact)
    assert isinstance(date, Date), "concerns() comes first"
    return date


def _choice(
    date: Date, name: str, why: str, source: OptionSource, facts: tuple[str, ...]
) -> Choice:
    return Choice(
        id=name, text=in_words(date), why=why, source=source, measure=first_day(date), facts=facts
    )


def _step(date: Date) -> int:
    """Return by how many years the next date of the same form is certain to be another."""
    match precision(date):
        case Precision.DECADE:
            return _DECADE
        case Precision.YEAR:
            return _APART
        case _ if _has_months(date):
            return 1 + int((last_day(date) - first_day(date)) / _YEAR)
        case _:
            return 1 + round((last_day(date) - first_day(date)) / _YEAR)


def _has_months(date: Date) -> bool:
    return "-" in date.edtf.lstrip("-")


def _moved(date: Date, years: int) -> Date | None:
    """Return the date so many years later, in the same form; None where years run out."""
    ends = [_moved_end(end, years) for end in date.edtf.split("/")]
    return None if None in ends else Date("/".join(end for end in ends if end), date.calendar)


def _moved_end(end: str, years: int) -> str | None:
    year = _YEAR_OF.match(end)
    if year is None:
        return None
    decade = len(year[0]) < _DIGITS
    moved = int(year[0]) + (years // _DECADE if decade else years)
    # The first decade of a century has no name of its own.
    if moved <= 0 or (decade and not moved % _DECADE):
        return None
    return f"{moved:0{len(year[0])}}{end[year.end() :]}"


def _era(index: Index, date: Date) -> tuple[int, int]:
    """Return the first and the last day on which anything begins within a lifetime of a date."""
    days, first, last = index.beginnings, first_day(date), last_day(date)
    start, end = bisect_left(days, first - _LIFETIME), bisect_right(days, last + _LIFETIME)
    near = days[start:end] or [first]
    # A year or decade is of the story if a part of it is.
    slack = (last - first) if precision(date) is not Precision.INTERVAL else 0
    return min(first, near[0]) - slack, max(last, near[-1]) + slack


ABOUT_WHEN = AboutWhen()
