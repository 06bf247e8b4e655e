"""`first`: several events of a lesson, which came first. A composite question: it belongs to no one card."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Importance
from trainer.dates import Date
from trainer.questions.dating import (
    STYLES,
    first_day,
    gives_away,
    has_days,
    in_words,
    last_day,
    month_names_in,
    month_of,
    with_style,
)
from trainer.questions.difficulty import difficulty
from trainer.questions.distractors import Picker, arranged
from trainer.questions.draft import Choice, Pick
from trainer.questions.families.what import event_choice
from trainer.questions.gate import shaky
from trainer.questions.ids import card_id, question_id
from trainer.questions.making import as_options, facts_of
from trainer.questions.proof import flaw
from trainer.questions.question import Answer, Demand, Form, Kind, OptionSource, Question, Withheld
from trainer.questions.seeding import Seeded
from trainer.questions.wording import by_whose_word, full_stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.questions.index import Index

TEMPLATE = "first"

# So many events after the first are looked at.
_REACH = 24

# So many draws are made for distractors of several months.
_DRAWS = 8

# Nobody wants to meet the same events over and over.
_MOST_TIMES = 3

_STEMS = ("Which of these came first?", "Which of these took place first?")


def make_firsts(index: Index, seed: int) -> Iterator[Question | Withheld]:
    """Yield one question for each core event that certainly came before three others of its lesson."""
    times = Counter[str]()
    for lesson, events in _by_lesson(index).items():
        for place, event in enumerate(events):
            if event.importance is Importance.CORE:
                later = islice(events, place + 1, None)
                fresh = (other for other in later if times[other.id] < _MOST_TIMES)
                question = _question(index, lesson, event, list(islice(fresh, _REACH)), seed)
                if isinstance(question, Question):
                    times.update(option.id for option in question.options)
                yield question


def _question(
    index: Index, lesson: str, event: Event, later: list[Event], seed: int
) -> Question | Withheld:
    card = _card(index, event)
    # Which events stand together is the chapter's doing, not the seed's: it is part of the question's id.
    chance = Seeded(card, TEMPLATE)
    key = event_choice(event, f"It came first: {_when(index, event)}.", OptionSource.SAME_FACT)
    pool = [_later(index, other) for other in later if _is_before(index, event, other)]
    stem = chance.choice(_STEMS)
    picker = Picker(stem, key, lambda _: True, chance)
    draws = (picker.pick(Pick.BY_LENGTH, pool) for _ in range(_DRAWS))
    fair = (drawn for drawn in draws if drawn and not _share_a_month(index, event, drawn))
    distractors = next(fair, None)
    if distractors is None:
        return Withheld(
            card=card,
            template=TEMPLATE,
            reason="no later events of like length in its lesson, of several months",
        )
    cards = tuple(sorted((card, *(_card(index, _event(index, choice)) for choice in distractors))))
    name = question_id(cards, TEMPLATE, Form.CHOICE)
    options = arranged(Pick.BY_LENGTH, key, distractors, Seeded(seed, name))
    if reason := flaw(options, key):
        return Withheld(card=card, template=TEMPLATE, reason=reason)
    events = [_event(index, choice) for choice in options]
    return Question(
        id=name,
        chapter=index.chapter.id,
        card=None,
        cards=cards,
        kind=Kind.DATE,
        demand=Demand.SEQUENCE,
        template=TEMPLATE,
        form=Form.CHOICE,
        lesson=lesson,
        importance=event.importance,
        prompt=stem,
        options=as_options(options, key),
        answer=Answer(text=key.text),
        explanation=_explanation(index, events, event),
        evidence=tuple(evidence for other in events for evidence in other.evidence),
        facts=facts_of(event, options),
        difficulty=difficulty(event.importance, Form.CHOICE, precision=0.2, closeness=0.5),
        tags=("event", "composite"),
    )


def _by_lesson(index: Index) -> dict[str, list[Event]]:
    """Return the events that may be put in order, lesson by lesson, in order of time."""
    found: dict[str, list[tuple[int, int, str, Event]]] = {}
    for event in index.chapter.events:
        date = index.asked[event.id]
        if event.lesson is None or isinstance(date, str) or shaky(event):
            continue
        # A title that names its own date would be put in order without knowing the event.
        if gives_away(event.title, date) or month_names_in(event.title) & month_names_in(
            in_words(date)
        ):
            continue
        # An order that another source would turn round is no order to learn.
        if not event.contested and by_whose_word(event, index) is None:
            row = found.setdefault(event.lesson, [])
            row.append((first_day(date), last_day(date), event.id, event))
    return {
        lesson: [event for *_, event in sorted(row, key=lambda e: e[:3])]
        for lesson, row in found.items()
    }


def _is_before(index: Index, event: Event, other: Event) -> bool:
    return last_day(_date(index, event)) < first_day(_date(index, other))


def _share_a_month(index: Index, event: Event, later: list[Choice]) -> bool:
    """Tell whether the later events all lie in one month, or year, and the first alone in another."""
    months = {month_of(_date(index, _event(index, choice))) for choice in later}
    return len(months) == 1 and month_of(_date(index, event)) not in months


def _later(index: Index, event: Event) -> Choice:
    return event_choice(event, partial(_came_later, index, event), OptionSource.OTHER_FACT)


def _came_later(index: Index, event: Event) -> str:
    return f"That came later: {_when(index, event)}."


def _when(index: Index, event: Event) -> str:
    return with_style(_date(index, event), named=index.two_calendars)


def _date(index: Index, event: Event) -> Date:
    """Return the date at the grain that it is worth: within one month there is no order."""
    date = index.asked[event.id]
    assert isinstance(date, Date), "events of a lesson have dates"
    return date


def _event(index: Index, choice: Choice) -> Event:
    event = index.facts[choice.id]
    assert isinstance(event, Event)
    return event


def _card(index: Index, event: Event) -> str:
    return card_id(index.chapter.id, event.id, None, "when")


def _explanation(index: Index, events: list[Event], first: Event) -> str:
    """Tell them all in their order, then why the first matters, naming it again.

    What has one date at the grain asked has no order, and is told together.
    """
    in_order = sorted(events, key=lambda event: (first_day(_date(index, event)), event.source.line))
    by_date: dict[str, list[str]] = {}
    for event in in_order:
        by_date.setdefault(in_words(_date(index, event)), []).append(event.title)
    told = "; ".join(f"{date}, {', and '.join(titles)}" for date, titles in by_date.items())
    calendars = {_date(index, event).calendar for event in events}
    named = index.two_calendars and len(calendars) == 1
    if named and any(has_days(_date(index, event)) for event in events):
        told = f"{told} (all {STYLES[calendars.pop()]})"
    if not first.significance:
        return f"In order: {told}."
    return f"In order: {told}. First came {first.title}. {full_stop(first.significance)}"
