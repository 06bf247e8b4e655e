"""`when`: an event, its date at the grain that it is worth."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Event, Importance
from trainer.dates import Date, Precision, bounds, from_day_number
from trainer.questions.clozes import GAP, Cloze, story_of, tells_more
from trainer.questions.dating import (
    STYLES,
    asked_precision,
    confusable_texts,
    first_day,
    gives_away,
    has_days,
    in_words,
    last_day,
    month_names_in,
    with_style,
)
from trainer.questions.distance import PHASE, Distance
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation, who_tells
from trainer.questions.families.family import Family
from trainer.questions.nearness import nearness_in_days
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import attributed, by_whose_word
from trainer.questions.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.questions.index import Index
    from trainer.questions.indexes.times import Timed

# Real dates of the chapter are taken from so many events on either side.
_REACH = 12

# Nearer than this, in units of the grain, a wrong date would be a trap and no question.
_FLOOR = {Precision.DAY: 3, Precision.INTERVAL: 3, Precision.MONTH: 1, Precision.YEAR: 1}

_COMPUTED_FROM = {Precision.DAY: 4, Precision.INTERVAL: 7, Precision.MONTH: 1, Precision.YEAR: 1}
_COMPUTED_TO = {Precision.DAY: 40, Precision.INTERVAL: 45, Precision.MONTH: 5, Precision.YEAR: 6}
_COMPUTED = 4


# In days: how far a wrong date lies that nobody would mistake for the right one.
PHASES = {
    Precision.DAY: PHASE,
    Precision.INTERVAL: PHASE,
    Precision.MONTH: 3 * PHASE,
    Precision.YEAR: 30 * PHASE,
}

_IS = {
    Precision.DAY: "That is the date",
    Precision.INTERVAL: "Those are the dates",
    Precision.MONTH: "That is the month",
    Precision.YEAR: "That is the year",
}

_NARRATED = "does the chapter place"


# In days: how far beyond the first and the last date of the chapter a date may be made up.
_SLACK = {
    Precision.DAY: 20,
    Precision.INTERVAL: 20,
    Precision.MONTH: 62,
    Precision.YEAR: 740,
}


class When(Family[Event]):
    """Dates of the chapter, as many before as after by the draw; computed ones only where those run out."""

    template: ClassVar[str] = "when"
    aspect: ClassVar[str] = "when"
    kind: ClassVar[Kind] = Kind.DATE
    pick: ClassVar[Pick] = Pick.BY_RANK

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Refuse what has no date worth asking, and titles that name it."""
        date = ask.index.asked[ask.fact.id]
        if isinstance(date, str):
            return date
        if gives_away(ask.fact.title, date):
            return "its title gives the date away"
        return None

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Ask for the date by the event's title; the calendar is named unless it makes no difference."""
        date, index = event_date(ask), ask.index
        asked = _asking(date, ask.fact.title, named=index.two_calendars)
        told = [attributed(stem, ask.fact, index, dated=has_days(date)) for stem in asked]
        # Whose word it is need not be said twice.
        return tuple(
            new for new, old in zip(told, asked, strict=True) if new == old or _NARRATED not in old
        )

    def key(self, ask: Ask[Event]) -> Choice:
        """The event's own date."""
        date = event_date(ask)
        why = f"{_IS[asked_precision(date)]} of {ask.fact.title}."
        return _choice(date, ask.fact.id, why, OptionSource.SAME_FACT, (ask.fact.id,))

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """The dates of other events, then dates on which the chapter tells of nothing."""
        date = event_date(ask)
        month = month_names_in(ask.fact.title)
        for choice in (*_real(ask, date), *_computed(ask, date)):
            # A month in the title would tell a date in another month for wrong.
            if (
                not month
                or asked_precision(date) is not Precision.DAY
                or month & month_names_in(choice.text)
            ):
                yield choice

    def recall(self, ask: Ask[Event]) -> Recall | Refusal:
        """When was it? Unique unless another event goes by the same title."""
        if ask.index.titles[fold(ask.fact.title)] > 1:
            return Refusal("front not unique: another event goes by this title")
        answer = with_style(event_date(ask), named=ask.index.two_calendars)
        return Recall(stems=self.stems(ask), answer=answer)

    def sought(self, ask: Ask[Event], recall: Recall) -> Date:  # noqa: ARG002
        """The date, to be entered at its grain."""
        return event_date(ask)

    def cloze(self, ask: Ask[Event]) -> Cloze | Refusal:
        """Leave the day out of the whole story, where that tells more than the title by which it is asked for."""
        event, index, date = ask.fact, ask.index, event_date(ask)
        if asked_precision(date) is not Precision.DAY or event.importance is Importance.TRIVIA:
            return Refusal("its day is not worth a sentence of its own")
        told = story_of(event, index)
        if told is None or gives_away(told, date):
            return Refusal("it is not told in one sentence that leaves its time open")
        if by_whose_word(event, index, dated=True):
            return Refusal("it is told on somebody's word")
        if not tells_more(told, event.title):
            return Refusal("its sentence tells no more than its title")
        style = f" ({STYLES[date.calendar]})" if index.two_calendars else ""
        answer = with_style(date, named=False)
        return Cloze(sentence=f"On {GAP}{style}, {told}", answer=answer, sought=date)

    def explanation(self, ask: Ask[Event]) -> str:
        """Tell the event; its date is the answer."""
        more = who_tells(ask.fact, ask.index, self.stems(ask)[0])
        return explanation(ask.fact, ask.index, more=more, told=event_date(ask))

    def precision(self, ask: Ask[Event]) -> float:
        """A day is harder than a month, a month than a year."""
        by_grain = {Precision.DAY: 0.9, Precision.INTERVAL: 0.8, Precision.MONTH: 0.5}
        return by_grain.get(asked_precision(event_date(ask)), 0.3)

    def nearness(self, ask: Ask[Event], key: Choice, choice: Choice) -> float:
        """Of days a week away is near and two months are far; of months and years in proportion."""
        gap = abs(choice.measure - key.measure)
        return nearness_in_days(gap, PHASES[asked_precision(event_date(ask))])


def _asking(date: Date, title: str, *, named: bool) -> tuple[str, ...]:
    """Word the stem around a noun phrase of which nothing is known, not even whether it is a plural."""
    style = f" ({STYLES[date.calendar]})" if named else ""
    match asked_precision(date):
        case Precision.DAY:
            return (
                f"What is the date{style} of {title}?",
                f"On which day{style} {_NARRATED} {title}?",
            )
        case Precision.MONTH:
            return (
                f"In which month{style} {_NARRATED} {title}?",
                f"Which month{style} saw {title}?",
            )
        case Precision.YEAR:
            return (f"In which year {_NARRATED} {title}?", f"Which year saw {title}?")
        case _:
            return (f"What are the dates{style} of {title}?", f"Which days{style} saw {title}?")


def event_date(ask: Ask[Event]) -> Date:
    """Return the date of an event that has been found suitable."""
    date = ask.index.asked[ask.fact.id]
    assert isinstance(date, Date), "unsuitable() comes first"
    return date


def _choice(
    date: Date, name: str, why: str, source: OptionSource, facts: tuple[str, ...]
) -> Choice:
    return Choice(
        id=name,
        text=in_words(date),
        why=why,
        source=source,
        measure=first_day(date),
        facts=facts,
        apart=confusable_texts(date),
    )


def far_apart(ask: Ask[Event], date: Date) -> int:
    """Return beyond how many days other dates are looked for, 0 for nowhere but at hand."""
    return PHASES[asked_precision(date)] if ask.distance is Distance.FAR else 0


def _real(ask: Ask[Event], date: Date) -> Iterator[Choice]:
    event, apart = ask.fact, far_apart(ask, date)
    first, last, grain = first_day(date), last_day(date), asked_precision(date)
    floor = _FLOOR[grain] if grain in {Precision.DAY, Precision.INTERVAL} else 1
    by_date: dict[str, list[Timed]] = {}
    for timed in ask.index.neighbours_in_time(date, _REACH, apart):
        gap = max(timed.first - last, first - timed.last)
        if timed.event.id != event.id and gap >= floor:
            by_date.setdefault(timed.date.edtf, []).append(timed)
    for row in by_date.values():
        # One event is enough to know a date by, the most important first.
        told = min(row, key=lambda timed: timed.event.importance.rank).event
        why = f"{_IS[grain]} of {told.title}."
        yield _choice(row[0].date, told.id, why, OptionSource.OTHER_FACT, (told.id,))


def _computed(ask: Ask[Event], date: Date) -> Iterator[Choice]:
    """Yield dates of the same grain on either side that no event of the chapter has."""
    grain = asked_precision(date)
    first, last = _story(ask.index, date)
    steps = list(range(_COMPUTED_FROM[grain], _COMPUTED_TO[grain] + 1))
    for sign in (-1, 1):
        for step in ask.chance.some(steps, _COMPUTED):
            other = _moved(date, sign * step)
            if (
                other is not None
                and first <= first_day(other) <= last
                and not _is_taken(ask.index, other)
            ):
                name = f"computed:{other.edtf}"
                why = "A date made up for this question: nothing on record has it."
                yield _choice(other, name, why, OptionSource.COMPUTED, ())


def _story(index: Index, date: Date) -> tuple[float, float]:
    """Return between which days a date that is made up does not fall out of the story."""
    grain = asked_precision(date)
    story = index.stories.get((grain, date.calendar))
    if story is None:
        return float("-inf"), float("inf")
    return story[0] - _SLACK[grain], story[1] + _SLACK[grain]


def _is_taken(index: Index, date: Date) -> bool:
    """Tell whether anything on record, be it an event, a vote, a work or a statement, began within a date."""
    reach = bounds(date)
    assert reach.first is not None, "a made-up date is closed"
    assert reach.last is not None, "a made-up date is closed"
    place = bisect_left(index.beginnings, reach.first)
    return place < len(index.beginnings) and index.beginnings[place] <= reach.last


def _moved(date: Date, steps: int) -> Date | None:
    """Return the date so many days, months or years later, of the same grain; None where years run out."""
    parts = [_moved_end(end, date, steps) for end in date.edtf.split("/")]
    return None if None in parts else Date("/".join(part for part in parts if part), date.calendar)


def _moved_end(end: str, date: Date, steps: int) -> str | None:
    year, *rest = (int(part) for part in end.lstrip("-").split("-"))
    year = -year if end.startswith("-") else year
    grain = asked_precision(Date(end, date.calendar))
    if grain is Precision.YEAR:
        year += steps
        return _year(year)
    if grain is Precision.MONTH:
        year, month = divmod(12 * year + rest[0] - 1 + steps, 12)
        return f"{_year(year)}-{month + 1:02}" if _year(year) else None
    year, month, day = from_day_number(first_day(Date(end, date.calendar)) + steps, date.calendar)
    return f"{_year(year)}-{month:02}-{day:02}" if _year(year) else None


def _year(year: int) -> str | None:
    if not -999 <= year <= 2999:  # noqa: PLR2004  # what trainer.dates bears
        return None
    return f"-{-year:04}" if year < 0 else f"{year:04}"


WHEN = When()
