"""`what`: a date, the event that belongs to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Event
from trainer.dates import Precision, single_day
from trainer.questions.dating import (
    asked_precision,
    first_day,
    has_days,
    in_words,
    last_day,
    month_names_in,
    with_style,
)
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation, who_tells
from trainer.questions.families.family import Family
from trainer.questions.families.when import event_date, far_apart
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import attributed, on_date, upper_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.dates import Date

_REACH = 12


class What(Family[Event]):
    """Other events, of which the data proves that they happened at another time."""

    template: ClassVar[str] = "what"
    aspect: ClassVar[str] = "what"
    kind: ClassVar[Kind] = Kind.DATE
    pick: ClassVar[Pick] = Pick.BY_LENGTH

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Refuse what has no date worth asking, and titles that name it."""
        date = ask.index.asked[ask.fact.id]
        if isinstance(date, str):
            return date
        if month_names_in(ask.fact.title) & month_names_in(in_words(date)):
            return "its title gives the date away"
        return None

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Ask which of these: other events of that day are not among the options."""
        when = _on_date(ask)
        stems = (
            f"Which of these took place {when}?",
            f"{upper_first(when)}, which of these took place?",
        )
        # The name of who tells of it would be a clue.
        dated, teller = has_days(event_date(ask)), ask.fact.asserted_by
        return tuple(
            attributed(stem, ask.fact, ask.index, dated=dated, of=teller) for stem in stems
        )

    def key(self, ask: Ask[Event]) -> Choice:
        """The event itself."""
        return event_choice(
            ask.fact,
            f"Its date is {with_style(event_date(ask), named=ask.index.two_calendars)}.",
            OptionSource.SAME_FACT,
            event_date(ask),
        )

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """Events with a date of the same grain, before and after."""
        named, date = ask.index.two_calendars, event_date(ask)
        for timed in ask.index.neighbours_in_time(date, _REACH, far_apart(ask, date)):
            if timed.event.id != ask.fact.id:
                why = partial(_that_was, timed.date, named=named)
                yield event_choice(timed.event, why, OptionSource.OTHER_FACT, timed.date)

    def may_be_right(self, ask: Ask[Event], choice: Choice) -> bool:
        """Only an event that lies wholly before or after what the stem says is proved wrong."""
        date = event_date(ask)
        return not ask.index.lies_outside(choice.id, first_day(date), last_day(date))

    def recall(self, ask: Ask[Event]) -> Recall | Refusal:
        """What happened on that day? Unique only if the chapter puts nothing else there."""
        date, index = event_date(ask), ask.index
        if asked_precision(date) is not Precision.DAY:
            return Refusal("front not unique: more than one thing happens in a month or a year")
        day = single_day(date)
        others = [other for other in index.on_day.get(day or 0, ()) if other != ask.fact.id]
        if others:
            return Refusal(f"front not unique: {others[0]} falls on the same day")
        said = with_style(date, named=index.two_calendars)
        stems = (
            f"Which event of the chapter belongs to {said}?",
            f"Which event is dated {said} in the chapter?",
        )
        return Recall(
            stems=tuple(attributed(stem, ask.fact, index, dated=True) for stem in stems),
            answer=upper_first(ask.fact.title),
        )

    def explanation(self, ask: Ask[Event]) -> str:
        """Tell the event; its date was given."""
        more = who_tells(ask.fact, ask.index, self.stems(ask)[0])
        return explanation(ask.fact, ask.index, more=more, told=event_date(ask))

    def precision(self, ask: Ask[Event]) -> float:
        """A day says less of an event than the month in which everybody places it."""
        return 0.7 if asked_precision(event_date(ask)) is Precision.DAY else 0.4


def _on_date(ask: Ask[Event]) -> str:
    """Say when, a month with its calendar too: half of it lies in another month of the other calendar."""
    date, named = event_date(ask), ask.index.two_calendars
    if asked_precision(date) is Precision.MONTH:
        return f"in {with_style(date, named=named)}"
    return on_date(date, style=named, lasting=True)


def _that_was(date: Date, *, named: bool) -> str:
    return f"That was {on_date(date, style=named, lasting=True)}."


def event_choice(
    event: Event,
    why: str | Callable[[], str],
    source: OptionSource,
    date: Date | None = None,
) -> Choice:
    """Return an event as an option; with its `date` it goes with others of its month, or year."""
    return Choice(
        id=event.id,
        text=upper_first(event.title),
        why=why,
        source=source,
        facts=(event.id,),
        group="" if date is None else " ".join(in_words(date).split()[-2:]),
    )


WHAT = What()
