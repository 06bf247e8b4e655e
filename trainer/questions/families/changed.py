"""`changed`: what somebody held before and after, and which event lies between. A composite question."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Event, Importance, LinkType, Statement
from trainer.dates import Date, bounds
from trainer.questions.dating import gives_away, month_names_in, with_style
from trainer.questions.distractors import Picker, arranged
from trainer.questions.draft import Choice, Pick
from trainer.questions.families.composite import Composite, composed
from trainer.questions.families.what import event_choice
from trainer.questions.gate import shaky
from trainer.questions.ids import card_id, question_id
from trainer.questions.making import as_options, facts_of
from trainer.questions.proof import echoes_stem, flaw
from trainer.questions.question import Answer, Demand, Form, Kind, OptionSource, Question, Withheld
from trainer.questions.seeding import Seeded
from trainer.questions.wording import (
    beside,
    by_whose_word,
    full_stop,
    on_date,
    on_issue,
    scene_of,
    upper_first,
    with_year,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.questions.index import Index
    from trainer.questions.timeline import Timeline

TEMPLATE = "changed"

# In days: what lies so far off is no temptation, unless the two are farther apart.
_NEARBY = 60

# However long two views lie apart, so many events are enough.
_MOST = 400

# So many events on either side of a change of mind are near it.
_REACH = 12

# What a change of mind may be told to hang on.
_CAUSES = frozenset({LinkType.BECAUSE, LinkType.IN_REPLY_TO})


class Changed(Composite):
    """A change of mind, and events of which one certainly lies between."""

    template: ClassVar[str] = TEMPLATE

    def make(self, timeline: Timeline, seed: int) -> Iterator[Question | Withheld]:
        """Yield a question for each statement that reverses an earlier one of the same speaker."""
        index = timeline.index
        times, told = Counter[str](), _Told(index)
        for after in index.chapter.statements:
            for link in after.links:
                before = index.facts.get(link.to)
                if link.type is LinkType.REVERSES and isinstance(before, Statement):
                    question = _question(told, before, after, times, seed)
                    if isinstance(question, Question):
                        times[question.key.id] += 1
                    yield question


class _Told:
    """The events that may be offered and whose days are told, in order of time."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._events = sorted(
            (event for event in index.chapter.events if _may_be_offered(event, index)),
            key=lambda event: (_first(event), event.id),
        )

    def begun(self, first: int, end: int) -> list[Event]:
        """Return those that began on a day from `first` on and before `end`, not too many of them."""
        start = bisect_left(self._events, first, key=_first)
        return self._events[start : bisect_left(self._events, end, key=_first)][:_MOST]


def _may_be_offered(event: Event, index: Index) -> bool:
    date = index.asked[event.id]
    if isinstance(date, str) or shaky(event) or not _is_closed(event) or event.contested:
        return False
    # A title that names its own time would be placed without knowing the event.
    if gives_away(event.title, date) or month_names_in(event.title):
        return False
    return by_whose_word(event, index) is None


def _question(
    told: _Told, before: Statement, after: Statement, times: Counter[str], seed: int
) -> Question | Withheld:
    index = told.index
    card = _card(index, after)
    if reason := _unfit(index, before, after):
        return Withheld(card=card, template=TEMPLATE, reason=reason)
    first, last = _last(before), _first(after)
    stem = _stem(index, before, after)
    between = [
        event
        for event in told.begun(first + 1, last)
        if _last(event) < last and event.importance is not Importance.TRIVIA
    ]
    # What the record makes the reason comes first, then what weighs most and has not been asked for yet.
    because = {link.to for link in after.links if link.type in _CAUSES}
    because |= {e.id for e in between for link in e.links if link.to == after.id}
    between.sort(
        key=lambda e: (e.id not in because, e.importance.rank, times[e.id], -index.tied[e.id])
    )
    outside = _outside_of(told, before, after)
    pool = [_outside(index, event, before) for event in outside]
    # Which events stand together is the chapter's doing, not the seed's: it is part of the question's id.
    chance = Seeded(card, TEMPLATE)
    for event in between[:_REACH]:
        why = f"It lay between the two: {_when(index, event)}."
        key = event_choice(event, why, OptionSource.OTHER_FACT)
        picker = Picker(stem, key, lambda choice: not echoes_stem(stem, choice), chance)
        distractors = picker.pick(Pick.BY_LENGTH, pool)
        if distractors and not flaw((key, *distractors), key):
            return _made(index, (before, after), event, (key, distractors), seed)
    return Withheld(
        card=card,
        template=TEMPLATE,
        reason="no event lies certainly between, beside others that do not",
    )


def _made(
    index: Index,
    change: tuple[Statement, Statement],
    event: Event,
    choices: tuple[Choice, Sequence[Choice]],
    seed: int,
) -> Question:
    before, after = change
    key, distractors = choices
    cards = tuple(sorted((_card(index, before), _card(index, after))))
    name = question_id(cards, TEMPLATE, Form.CHOICE)
    options = arranged(Pick.BY_LENGTH, key, distractors, Seeded(seed, name))
    return composed(
        index,
        cards,
        kind=Kind.PERSON,
        demand=Demand.SEQUENCE,
        template=TEMPLATE,
        lesson=after.lesson,
        importance=after.importance,
        prompt=_stem(index, before, after),
        options=as_options(options, key),
        answer=Answer(text=key.text),
        explanation=_explanation(index, before, after, event),
        evidence=(*before.evidence, *after.evidence, *event.evidence),
        facts=tuple(dict.fromkeys((after.id, before.id, *facts_of(event, options)))),
        precision=0.3,
        closeness=0.6,
        tags=("statement",),
    )


def _unfit(index: Index, before: Statement, after: Statement) -> str | None:
    """Return why a change of mind cannot be asked about."""
    if before.speaker != after.speaker or after.speaker not in index.persons:
        return "it reverses what somebody else held"
    for statement in (before, after):
        if shaky(statement):
            return "one of the two positions is not sure, or not to be asked"
        if by_whose_word(statement, index) is not None:
            return "a position that is told on somebody's word"
    if not _is_closed(before) or not _is_closed(after) or _last(before) >= _first(after):
        return "the record does not tell for certain that one came after the other"
    return None


def _stem(index: Index, before: Statement, after: Statement) -> str:
    """Tell both positions, each in its month, and ask for what lies between."""
    name = index.persons[after.speaker].name
    issue = on_issue(index, after.issue) if before.issue == after.issue else None
    on = f", on {with_year(issue, scene_of(before, index), index)}," if issue else ""
    held = f"{upper_first(_when_held(index, before))} {name}{on} held that {before.position}"
    then = f"{_when_held(index, after)}, that {after.position}"
    return f"{held.strip()}; {then.strip(', ')}. Which of these lies between the two?"


def _outside_of(told: _Told, before: Statement, after: Statement) -> list[Event]:
    """Return those nearest that certainly came before the first view, or after the second.

    None is farther off than the two are apart.
    """
    first, last = _first(before), _last(after)
    reach = max(_NEARBY, last - first)
    earlier = [event for event in told.begun(first - reach, first) if _last(event) < first]
    later = told.begun(last + 1, last + reach)
    return [*earlier[-_REACH:], *later[:_REACH]]


def _outside(index: Index, event: Event, before: Statement) -> Choice:
    earlier = _last(event) < _first(before)
    which = "That came before both" if earlier else "That came after both"
    return event_choice(event, f"{which}: {_when(index, event)}.", OptionSource.OTHER_FACT)


def _when(index: Index, event: Event) -> str:
    assert event.when is not None, "only dated events are offered"
    return with_style(event.when.date, named=index.two_calendars)


def _is_closed(fact: Event | Statement) -> bool:
    return fact.when is not None and None not in bounds(fact.when.date)


def _first(fact: Event | Statement) -> int:
    day = bounds(_date(fact)).first
    assert day is not None, "only closed dates are compared"
    return day


def _last(fact: Event | Statement) -> int:
    day = bounds(_date(fact)).last
    assert day is not None, "only closed dates are compared"
    return day


def _date(fact: Event | Statement) -> Date:
    assert fact.when is not None, "only dated facts are compared"
    return fact.when.date


def _card(index: Index, statement: Statement) -> str:
    return card_id(index.chapter.id, statement.id, None, "stance")


def _explanation(index: Index, before: Statement, after: Statement, event: Event) -> str:
    """Tell all three in order, each with its time, then why the change matters."""
    name = index.persons[after.speaker].name
    told = (
        _held(index, before, name),
        f"{full_stop(event.statement or event.title)} This was {on_date(_date(event), style=index.two_calendars)}.",
        _held(index, after, name),
        full_stop(after.significance) if after.significance else "",
    )
    return " ".join(part for part in told if part)


def _held(index: Index, statement: Statement, name: str) -> str:
    when = upper_first(_when_held(index, statement))
    return f"{when} {name} held that {statement.position}.".strip()


def _when_held(index: Index, statement: Statement) -> str:
    """Say its month, or from when to when: nothing lies between two views of which one has no time."""
    scene = scene_of(statement, index)
    if scene:
        return beside(scene, statement.position)
    return on_date(_date(statement), style=False)


CHANGED = Changed()
