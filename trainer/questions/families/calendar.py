"""`calendar`: a day in one calendar, the same day in the other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Event, Importance
from trainer.dates import (
    Calendar,
    Date,
    Precision,
    day_number,
    from_day_number,
    in_calendar,
    single_day,
)
from trainer.questions.dating import STYLES, asked_precision, first_day, gives_away, in_words
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import explanation
from trainer.questions.families.family import Family
from trainer.questions.families.when import event_date
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.wording import by_whose_word, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable


_NEW_STYLE_BEGINS = day_number(1582, 10, 15, Calendar.GREGORIAN)

# In days; it grew by one in 1700, 1800 and 1900.
_FIRST_DIFFERENCE = 10


class InTheOtherCalendar(Family[Event]):
    """Days that come of counting wrong: one off, the wrong way, ten days, twice the difference."""

    template: ClassVar[str] = "calendar"
    aspect: ClassVar[str] = "when"
    kind: ClassVar[Kind] = Kind.DATE
    demand: ClassVar[Demand] = Demand.EXPLAIN
    pick: ClassVar[Pick] = Pick.BY_RANK
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Only days of core events are worth the conversion."""
        date = ask.index.asked[ask.fact.id]
        if isinstance(date, str):
            return date
        if not ask.index.two_calendars or asked_precision(date) is not Precision.DAY:
            return "only a day has a twin, where the chapter knows two calendars"
        if ask.fact.importance is not Importance.CORE:
            return "only the days of core events are asked in both calendars"
        if first_day(date) < _NEW_STYLE_BEGINS or _turned(date) is None:
            return "its day has no name in the other calendar"
        if gives_away(ask.fact.title, _wanted(ask)):
            return "its title gives the date away"
        return None

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Give the day in the calendar that is not asked for."""
        given, wanted = _given(ask), _wanted(ask)
        said, style, other = in_words(given), STYLES[given.calendar], STYLES[wanted.calendar]
        title = ask.fact.title
        told = f"The date of {title} is {said} ({style})."
        stems = (f"{told} Which day is that in the {other}?", f"{told} What is it in the {other}?")
        word = by_whose_word(ask.fact, ask.index, dated=True)
        return (
            tuple(f"{upper_first(word)}, {lower_first(stem)}" for stem in stems) if word else stems
        )

    def key(self, ask: Ask[Event]) -> Choice:
        """The twin."""
        given, wanted = _given(ask), _wanted(ask)
        gap = abs(_difference(given, wanted))
        return _choice(wanted, f"The two calendars lay {gap} days apart.", OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """Days that somebody finds who counts wrong."""
        given, wanted = _given(ask), _wanted(ask)
        gap = _difference(given, wanted)
        away = 1 if gap > 0 else -1
        wrong = {
            shift: f"That makes the difference {abs(gap + shift)} days instead of {abs(gap)}."
            for shift in (-1, 1, -2, 2, 7 * away)
        }
        wrong[-2 * gap] = "That counts the difference in the wrong direction."
        wrong[gap] = "That counts the difference twice."
        if abs(gap) != _FIRST_DIFFERENCE:
            shift = away * _FIRST_DIFFERENCE - gap
            wrong[shift] = "Ten days was the difference when the New Style began, in 1582."
        day = single_day(wanted)
        assert day is not None, "unsuitable() comes first"
        for shift, why in wrong.items():
            year, month, number = from_day_number(day + shift, wanted.calendar)
            other = Date(f"{year:04}-{month:02}-{number:02}", wanted.calendar)
            yield _choice(other, why, OptionSource.COMPUTED)

    def precision(self, ask: Ask[Event]) -> float:  # noqa: ARG002
        """A day."""
        return 0.9

    def nearness(self, ask: Ask[Event], key: Choice, choice: Choice) -> float:  # noqa: ARG002
        """One off is as near as can be, but one rule gives the answer."""
        return 0.6

    def explanation(self, ask: Ask[Event]) -> str:
        """Tell the event, and the rule before the two dates."""
        given, wanted = _given(ask), _wanted(ask)
        gap = _difference(given, wanted)
        later = "later" if gap > 0 else "earlier"
        rule = f"The {STYLES[wanted.calendar]} date is {abs(gap)} days {later} than the {STYLES[given.calendar]} one."
        lead = ask.fact.statement or rule
        assert ask.fact.when is not None, "unsuitable() comes first"
        return explanation(ask.fact, ask.index, lead=lead, more=(rule,), told=ask.fact.when.date)


@lru_cache(maxsize=4096)
def _turned(date: Date) -> Date | None:
    return in_calendar(date, date.calendar.other)


def _reverse(ask: Ask[Event]) -> bool:
    """Tell whether the learner goes back to the event's own calendar; the card decides, not the seed."""
    return sum(ask.card.id.encode()) % 2 == 1


def _given(ask: Ask[Event]) -> Date:
    date = event_date(ask)
    turned = _turned(date)
    assert turned is not None, "unsuitable() comes first"
    return turned if _reverse(ask) else date


def _wanted(ask: Ask[Event]) -> Date:
    given = _given(ask)
    turned = _turned(given)
    assert turned is not None, "a twin has a twin"
    return turned


def _difference(given: Date, wanted: Date) -> int:
    """Return by how many days the name of a day moves, from one calendar to the other."""
    renamed = single_day(Date(wanted.edtf, given.calendar))
    day = single_day(given)
    assert renamed is not None
    assert day is not None
    return renamed - day


def _choice(date: Date, why: str, source: OptionSource) -> Choice:
    day = single_day(date)
    assert day is not None, "a day of a calendar"
    return Choice(id=f"day:{date.edtf}", text=in_words(date), why=why, source=source, measure=day)


CALENDAR = InTheOtherCalendar()
