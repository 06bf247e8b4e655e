"""`since`: how long it was from one event to another, where one hangs on the other or is dated by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from trainer.dates import Precision, from_day_number
from trainer.questions.dating import asked_precision
from trainer.questions.draft import Choice, Pick
from trainer.questions.families.composite import OfEvents, Sought, enclosed, in_order
from trainer.questions.question import Demand, OptionSource
from trainer.questions.seeding import Seeded
from trainer.questions.wording import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Event
    from trainer.questions.question import Question, Withheld
    from trainer.questions.timeline import Moment, Timeline

# So many events on either side are looked at for real spans.
_REACH = 12

# Counted in days, no more than a month is remembered; the rest is so many days to the month.
_MOST_DAYS, _DAYS_A_MONTH = 31, 30.44

# A wrong span is so many units off at least, and off by such a part of the right one: one month or year from
# the name of the one to the name of the other may be nearly none or nearly two.
_FLOOR, _PART = 2, 4

# Made-up spans reach up to twice the right one and so many units beyond.
_BEYOND = 9

_COMPUTED = 4


class Unit(StrEnum):
    """What a span is counted in."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_UNITS = {Precision.DAY: Unit.DAY, Precision.MONTH: Unit.MONTH, Precision.YEAR: Unit.YEAR}
_COARSENESS = {unit: place for place, unit in enumerate(Unit)}


@dataclass(frozen=True, slots=True)
class Span:
    """A number of days, months or years."""

    many: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.many:,} {self.unit}{'' if self.many == 1 else 's'}"


class Since(OfEvents):
    """Spans from the one or to the other of the two, then made-up ones, none so near that counting otherwise gives it."""

    template: ClassVar[str] = "since"
    demand: ClassVar[Demand] = Demand.RECALL
    pick: ClassVar[Pick] = Pick.BY_RANK

    def make(self, timeline: Timeline, seed: int) -> Iterator[Question | Withheld]:
        """Yield one question for each two events whose interval matters."""
        done: set[frozenset[str]] = set()
        for end in timeline.moments:
            for name in _tied_to(end.event):
                start = timeline.of.get(name)
                pair = frozenset((end.event.id, name))
                if start is None or pair in done:
                    continue
                done.add(pair)
                first, last = (start, end) if start.is_before(end) else (end, start)
                span = _span(timeline, first, last)
                if span is None:
                    reason = "no span between them is worth knowing"
                    yield self.withheld(last.event, timeline.index, reason)
                elif span.many <= _floor(span, told=_told(first.event, last.event) is not None):
                    reason = (
                        "one came so soon after the other that no shorter span is a fair option"
                    )
                    yield self.withheld(last.event, timeline.index, reason)
                else:
                    yield self._question(timeline, first, last, span, seed)

    def _question(
        self, timeline: Timeline, start: Moment, end: Moment, span: Span, seed: int
    ) -> Question | Withheld:
        from_, to = enclosed(start.event.title), end.event.title
        told = _told(start.event, end.event) is not None
        about = "" if span.unit is Unit.DAY or told else "about "
        floor = _floor(span, told=told)
        key = _choice(
            span, end.event.id, "That is the time between the two", OptionSource.SAME_FACT
        )
        sought = Sought(
            asked=(start.event, end.event),
            of=end.event,
            stems=(
                upper_first(f"{about}how long after {from_} came {to}?"),
                upper_first(f"{about}how much time passed from {from_} to {to}?"),
            ),
            key=key,
            distractors=[
                choice
                for choice in (
                    *_real(timeline, start, end, span.unit),
                    *_computed(span, floor, Seeded(seed, self.template, end.event.id)),
                )
                if floor <= abs(choice.measure - span.many) <= span.many + _BEYOND
            ],
            may_be_right=lambda _: False,
            explanation=in_order((start, end), timeline, more=f"That makes {about}{span}."),
            precision=0.8 if span.unit is Unit.DAY else 0.5,
        )
        return self.choice(sought, timeline.index, seed)


def _tied_to(event: Event) -> Iterator[str]:
    """Yield what an event is dated by, and what it hangs on."""
    if event.when is not None and event.when.derived is not None:
        yield event.when.derived.from_fact
    yield from (link.to for link in event.links)


def _span(timeline: Timeline, start: Moment, end: Moment) -> Span | None:
    """Return how long it was at the grain that both are worth, None if there is nothing to tell."""
    if not start.is_before(end):
        return None
    if told := _told(start.event, end.event):
        return told
    units = [_unit(timeline, moment) for moment in (start, end)]
    if None in units:
        return None
    unit = max((unit for unit in units if unit), key=_COARSENESS.__getitem__)
    span = _count(start, end, unit)
    if unit is Unit.DAY and span.many > _MOST_DAYS:
        span = Span(round(span.many / _DAYS_A_MONTH), Unit.MONTH)
    return span if span.many else None


def _told(start: Event, end: Event) -> Span | None:
    """Return the span by which one of two events is dated, None if the record tells none."""
    for event, other in ((start, end), (end, start)):
        derived = event.when.derived if event.when else None
        if derived is not None and derived.from_fact == other.id:
            parts = (
                Span(abs(derived.days + 7 * derived.weeks), Unit.DAY),
                Span(abs(derived.months), Unit.MONTH),
                Span(abs(derived.years), Unit.YEAR),
            )
            told = [span for span in parts if span.many]
            return told[0] if len(told) == 1 else None
    return None


def _unit(timeline: Timeline, moment: Moment) -> Unit | None:
    date = timeline.index.asked[moment.event.id]
    return None if isinstance(date, str) else _UNITS.get(asked_precision(date))


def _count(start: Moment, end: Moment, unit: Unit) -> Span:
    """Count from one event to another by the names of their days, months or years."""
    if unit is Unit.DAY:
        return Span(end.first - start.first, unit)
    (year, month, _), (other, later, _) = (
        from_day_number(moment.first, moment.date.calendar) for moment in (start, end)
    )
    years = other - year
    return Span(years if unit is Unit.YEAR else 12 * years + later - month, unit)


def _floor(span: Span, *, told: bool) -> int:
    """Return by how much a wrong span differs at least: days may be counted with the first or without it."""
    exact = told and span.unit is not Unit.DAY
    return max(1 if exact else _FLOOR, span.many // _PART)


def _real(timeline: Timeline, start: Moment, end: Moment, unit: Unit) -> Iterator[Choice]:
    """Yield the spans from the earlier of the two to other events, and from others to the later."""
    near = {
        other.event.id: other
        for one in (start, end)
        for other in timeline.around(one.first, one.first, _REACH)
    }
    for other in near.values():
        grain = _unit(timeline, other)
        if grain is None or _COARSENESS[grain] > _COARSENESS[unit]:
            continue
        for one, two in ((start, other), (other, end)):
            span = _count(one, two, unit)
            if one.is_before(two) and span.many:
                why = f"That is the time from {enclosed(one.event.title)} to {two.event.title}"
                yield _choice(span, other.event.id, why, OptionSource.OTHER_FACT)


def _computed(span: Span, floor: int, chance: Seeded) -> Iterator[Choice]:
    """Yield some shorter and some longer spans."""
    shorter = range(1, span.many - floor + 1)
    longer = range(span.many + floor, 2 * span.many + _BEYOND)
    for row in (shorter, longer):
        for many in chance.some(row, _COMPUTED):
            why = "A span made up for this question"
            yield _choice(Span(many, span.unit), None, why, OptionSource.COMPUTED)


def _choice(span: Span, fact: str | None, why: str, source: OptionSource) -> Choice:
    return Choice(
        id=f"span:{span.many}",
        text=str(span),
        why=f"{why}.",
        source=source,
        measure=span.many,
        facts=(fact,) if fact else (),
        apart=frozenset(str(Span(span.many + step, span.unit)) for step in (-1, 1)),
    )


SINCE = Since()
