"""`first`: several events of a lesson, which came first. A composite question: it belongs to no one card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Importance
from trainer.dates import is_approximate, is_uncertain
from trainer.questions.dating import with_style
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

_STEMS = ("Which of these came first?", "Which of these took place first?")


def make_firsts(index: Index, seed: int) -> Iterator[Question | Withheld]:
    """Yield one question for each core event that certainly came before three others of its lesson."""
    for lesson, events in _by_lesson(index).items():
        for place, event in enumerate(events):
            if event.importance is Importance.CORE:
                yield _question(index, lesson, event, events[place + 1 : place + 1 + _REACH], seed)


def _question(
    index: Index, lesson: str, event: Event, later: list[Event], seed: int
) -> Question | Withheld:
    card = _card(index, event)
    # Which events stand together is the chapter's doing, not the seed's: it is part of the question's id.
    chance = Seeded(card, TEMPLATE)
    key = event_choice(event, f"It came first: {_when(index, event)}.", OptionSource.SAME_FACT)
    pool = [_later(index, other) for other in later if _is_before(index, event, other)]
    stem = chance.choice(_STEMS)
    distractors = Picker(stem, key, lambda _: True, chance).pick(Pick.BY_LENGTH, pool)
    if distractors is None:
        return Withheld(
            card=card,
            template=TEMPLATE,
            reason="no three later events of like length in its lesson",
        )
    cards = tuple(sorted((card, *(_card(index, _event(index, choice)) for choice in distractors))))
    name = question_id(cards, TEMPLATE, Form.CHOICE)
    options = arranged(Pick.BY_LENGTH, key, distractors, Seeded(seed, name))
    if reason := flaw(options, key):
        return Withheld(card=card, template=TEMPLATE, reason=reason)
    events = [_event(index, choice) for choice in options]
    if any(by_whose_word(other, index) for other in events):
        stem = f"By the author's account, {stem[0].lower()}{stem[1:]}"
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
        if event.lesson is None or event.when is None or shaky(event):
            continue
        date = event.when.date
        if event.id in index.spans and not is_approximate(date) and not is_uncertain(date):
            found.setdefault(event.lesson, []).append((*index.spans[event.id], event.id, event))
    return {
        lesson: [event for *_, event in sorted(row, key=lambda e: e[:3])]
        for lesson, row in found.items()
    }


def _is_before(index: Index, event: Event, other: Event) -> bool:
    return index.spans[event.id][1] < index.spans[other.id][0]


def _later(index: Index, event: Event) -> Choice:
    return event_choice(event, f"That came later: {_when(index, event)}.", OptionSource.OTHER_FACT)


def _when(index: Index, event: Event) -> str:
    assert event.when is not None, "events of a lesson have dates"
    return with_style(event.when.date, named=index.two_calendars)


def _event(index: Index, choice: Choice) -> Event:
    event = index.facts[choice.id]
    assert isinstance(event, Event)
    return event


def _card(index: Index, event: Event) -> str:
    return card_id(index.chapter.id, event.id, None, "when")


def _explanation(index: Index, events: list[Event], first: Event) -> str:
    """Tell them all in their order, then why the first matters."""
    in_order = sorted(events, key=lambda event: index.spans[event.id])
    told = "; ".join(f"{event.title} ({_when(index, event)})" for event in in_order)
    parts = (f"In order: {told}.", first.significance and full_stop(first.significance))
    return " ".join(part for part in parts if part)
