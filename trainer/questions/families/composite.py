"""Composite questions, which ask about several cards at once; and what those about the dates of events share."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from trainer.questions.dating import STYLES, has_days, in_words
from trainer.questions.difficulty import difficulty
from trainer.questions.distractors import Picker, arranged
from trainer.questions.draft import Choice, Pick
from trainer.questions.families.what import event_choice
from trainer.questions.ids import card_id, question_id
from trainer.questions.making import COMPOSITE, as_options, facts_of
from trainer.questions.proof import MOST_OPTIONS, flaw, is_dated_otherwise
from trainer.questions.question import (
    Answer,
    Demand,
    Form,
    Kind,
    Option,
    OptionSource,
    Question,
    Withheld,
)
from trainer.questions.seeding import Seeded
from trainer.questions.wording import full_stop, listed
from trainer.questions.words import telling_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from trainer.chapters.record import Event, Evidence, Importance
    from trainer.questions.index import Index
    from trainer.questions.timeline import Moment, Timeline

# A clause at the end of a title that has a comma before it.
_OPEN_CLAUSE = re.compile(r", (?:which|who|whose|where|when)\b[^,]*$")

_TAGS = ("event",)

# So many draws are made for distractors that do well together.
DRAWS = 12


def _no(_: Choice) -> bool:
    return False


def _yes(_: Sequence[Choice]) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """The parts of a composite choice, before its distractors are proved and picked.

    Attributes:
        asked: the events whose dates one must know; their cards are the question's.
        of: the event on which the question turns, which gives it its lesson.
        may_be_right: whether the data fails to prove that a distractor is wrong.
        do_well: whether these distractors do well together.
        explanation: what the learner reads after answering.
    """

    asked: tuple[Event, ...]
    of: Event
    key: Choice
    explanation: str
    stems: tuple[str, ...] = ()
    distractors: Sequence[Choice] = ()
    may_be_right: Callable[[Choice], bool] = _no
    do_well: Callable[[Sequence[Choice]], bool] = _yes
    precision: float = 0.2
    closeness: float = 0.5


class Composite(ABC):
    """One way of asking about several facts; a subclass finds those that are worth asking about together."""

    template: ClassVar[str]

    @abstractmethod
    def make(self, timeline: Timeline, seed: int) -> Iterator[Question | Withheld]:
        """Yield every question of this family, and what was withheld."""


class OfEvents(Composite):
    """One way of asking about the dates of several events, of which the cards are those on when they were."""

    demand: ClassVar[Demand] = Demand.SEQUENCE
    pick: ClassVar[Pick] = Pick.BY_LENGTH

    def choice(self, sought: Sought, index: Index, seed: int) -> Question | Withheld:
        """Return a choice: its id and stem are the chapter's doing, its distractors the seed's."""
        cards = cards_of(sought.asked, index)
        name = question_id(cards, self.template, Form.CHOICE)
        chance = Seeded(seed, name)
        stem = Seeded(name).choice(sought.stems)

        def is_proved_wrong(choice: Choice) -> bool:
            dated = self.pick is Pick.BY_LENGTH and is_dated_otherwise(stem, choice)
            return not dated and not sought.may_be_right(choice)

        picker = Picker(stem, sought.key, is_proved_wrong, chance)
        pools = [sought.distractors]
        # What is near in time to the events of the stem is told in its words: in every other question no
        # distractor shall echo it more than the key.
        if self.pick is Pick.BY_LENGTH and chance.below(2):
            most = _echoes(stem, sought.key)
            pools.insert(0, [c for c in sought.distractors if _echoes(stem, c) <= most])
        draws = (picker.pick(self.pick, pool) or [] for pool in pools for _ in range(DRAWS))
        drawn = best(
            drawn
            for drawn in draws
            if sought.do_well(drawn) and echoes_are_shared(stem, sought.key, drawn)
        )
        if not drawn:
            return self.withheld(
                sought.of, index, "no options of like length and wording that are near in time"
            )
        options = arranged(self.pick, sought.key, drawn, chance)
        if reason := flaw(options, sought.key):
            return self.withheld(sought.of, index, reason)
        return self.question(sought, index, stem=stem, options=options)

    def question(
        self, sought: Sought, index: Index, *, stem: str, options: Sequence[Choice]
    ) -> Question:
        """Return the finished choice."""
        told = events_of(index, (*(event.id for event in sought.asked), *(o.id for o in options)))
        return composed(
            index,
            cards_of(sought.asked, index),
            template=self.template,
            kind=Kind.DATE,
            demand=self.demand,
            lesson=sought.of.lesson,
            importance=most_important(sought.asked),
            prompt=stem,
            options=as_options(options, sought.key),
            answer=Answer(text=sought.key.text),
            explanation=sought.explanation,
            evidence=_evidence(told),
            facts=facts_of(sought.of, (*(_mention(event) for event in sought.asked), *options)),
            precision=sought.precision,
            closeness=sought.closeness,
            tags=_TAGS,
            ordered=self.pick is Pick.BY_RANK,
        )

    def order(
        self,
        moments: Sequence[Moment],
        timeline: Timeline,
        *,
        lesson: str | None,
        stem: str,
        seed: int,
    ) -> Question:
        """Return the events, which stand in their right order, to be put into it."""
        events = tuple(moment.event for moment in moments)
        items = [
            timed_choice(moment, timeline, "Its date", OptionSource.SAME_FACT) for moment in moments
        ]
        cards = cards_of(events, timeline.index)
        name = question_id(cards, self.template, Form.ORDER)
        shown = as_options(Seeded(seed, name).shuffled(items), items[0])
        return composed(
            timeline.index,
            cards,
            template=self.template,
            form=Form.ORDER,
            kind=Kind.DATE,
            demand=self.demand,
            lesson=lesson,
            importance=most_important(events),
            prompt=stem,
            options=tuple(replace(option, correct=True) for option in shown),
            answer=Answer(
                text="; ".join(item.text for item in items),
                order=tuple(item.id for item in items),
            ),
            explanation=in_order(moments, timeline),
            evidence=_evidence(events),
            facts=tuple(event.id for event in events),
            precision=0.2,
            closeness=0.5,
            tags=_TAGS,
        )

    def withheld(self, event: Event, index: Index, reason: str) -> Withheld:
        """Say why nothing is asked that turns on an event."""
        return Withheld(card=card_of(event, index), template=self.template, reason=reason)


def composed(
    index: Index,
    cards: tuple[str, ...],
    *,
    template: str,
    form: Form = Form.CHOICE,
    kind: Kind,
    demand: Demand = Demand.RECALL,
    lesson: str | None,
    importance: Importance,
    prompt: str,
    options: tuple[Option, ...],
    answer: Answer,
    explanation: str,
    evidence: tuple[Evidence, ...],
    facts: tuple[str, ...],
    precision: float,
    closeness: float,
    tags: tuple[str, ...] = (),
    ordered: bool = False,
) -> Question:
    """Return a finished question on several cards, which belongs to none of them.

    `precision` and `closeness`, from 0 to 1, make its difficulty; "composite" follows its `tags`.
    """
    return Question(
        id=question_id(cards, template, form),
        chapter=index.chapter.id,
        card=None,
        cards=cards,
        kind=kind,
        demand=demand,
        template=template,
        form=form,
        lesson=lesson,
        importance=importance,
        prompt=prompt,
        options=options,
        answer=answer,
        explanation=explanation,
        evidence=evidence,
        facts=facts,
        difficulty=difficulty(importance, form, precision=precision, closeness=closeness),
        tags=(*tags, COMPOSITE),
        ordered=ordered,
    )


def best(draws: Iterable[list[Choice]]) -> list[Choice]:
    """Return the first draw that fills the options, else the first of those that come nearest to it."""
    found: list[Choice] = []
    for drawn in draws:
        if len(drawn) > len(found):
            found = drawn
        if len(found) == MOST_OPTIONS - 1:
            break
    return found


def echoes_are_shared(stem: str, key: Choice, distractors: Iterable[Choice]) -> bool:
    """Tell whether every telling word that the key shares with the stem stands in a distractor too.

    The stem names events, and what hangs together is told in the same words.
    """
    echoes = telling_words(stem) & telling_words(key.text)
    return not echoes.difference(*(telling_words(choice.text) for choice in distractors))


def _echoes(stem: str, choice: Choice) -> int:
    """Return how many telling words of the stem a choice repeats."""
    return len(telling_words(stem) & telling_words(choice.text))


def card_of(event: Event, index: Index) -> str:
    """Return the id of the card on when an event was."""
    return card_id(index.chapter.id, event.id, None, "when")


def cards_of(events: Iterable[Event], index: Index) -> tuple[str, ...]:
    """Return the ids of the cards on when events were, sorted."""
    return tuple(sorted(card_of(event, index) for event in events))


def events_of(index: Index, names: Iterable[str]) -> list[Event]:
    """Return the events among what goes by these ids, each once."""
    events = index.events
    return [events[name] for name in dict.fromkeys(names) if name in events]


def _evidence(events: Iterable[Event]) -> tuple[Evidence, ...]:
    return tuple(item for event in events for item in event.evidence)


def most_important(events: Iterable[Event]) -> Importance:
    """Return how important the most important of several events is."""
    return min((event.importance for event in events), key=lambda importance: importance.rank)


def enclosed(title: str) -> str:
    """Return a title as it stands before more words: a comma closes a clause that a comma opened."""
    return f"{title}," if _OPEN_CLAUSE.search(title) else title


def are_linked(one: Event, other: Event) -> bool:
    """Tell whether one of two events hangs on the other, or is dated by it."""
    return any(_hangs_on(first, second) for first, second in ((one, other), (other, one)))


def _hangs_on(one: Event, other: Event) -> bool:
    derived = one.when.derived if one.when else None
    dated = derived is not None and derived.from_fact == other.id
    return dated or any(link.to == other.id for link in one.links)


def timed_choice(moment: Moment, timeline: Timeline, told: str, source: OptionSource) -> Choice:
    """Return an event as an option; its reason is what is told of its date, said late: "It came first: …"."""
    return event_choice(moment.event, partial(_told, timeline, told, moment), source)


def in_order(
    moments: Sequence[Moment],
    timeline: Timeline,
    *,
    turn: Moment | None = None,
    place: str = "",
    more: str = "",
) -> str:
    """Tell events in their order, then `more`, then why one of them matters, telling it again with its place.

    What has one date has no order, and is told together; where dates overlap no order is claimed.
    """
    in_time = sorted(moments, key=lambda moment: (moment.first, moment.event.source.line))
    by_date: dict[str, list[str]] = {}
    for moment in in_time:
        by_date.setdefault(in_words(moment.date), []).append(moment.event.title)
    told = "; ".join(f"{date}, {listed(titles)}" for date, titles in by_date.items())
    calendars = {moment.date.calendar for moment in moments}
    named = timeline.index.two_calendars and len(calendars) == 1
    if named and any(has_days(moment.date) for moment in moments):
        told = f"{told} (all {STYLES[calendars.pop()]})"
    lead = "In order" if _is_sure(in_time) else "The dates"
    told = f"{lead}: {told}. {more}".strip()
    if turn is None:
        turn, place = _turning_point(in_time)
    if turn is None or not turn.event.significance:
        return told
    return f"{told} {weight(turn.event, place)}"


def weight(event: Event, place: str = "") -> str:
    """Tell an event, by its own statement or by its place, and then why it matters; "" if that is not told."""
    if not event.significance:
        return ""
    said = event.statement or (f"{place} {event.title}" if place else "")
    return " ".join(full_stop(part) for part in (said, event.significance) if part)


def _is_sure(in_time: Sequence[Moment]) -> bool:
    """Tell whether each event was surely over when the next began, or has its very date."""
    return all(one.is_before(two) or one.date == two.date for one, two in pairwise(in_time))


def _turning_point(in_time: Sequence[Moment]) -> tuple[Moment | None, str]:
    """Return the event that matters most of those of which that is told, and its place."""
    told = [moment for moment in in_time if moment.event.significance]
    if not told:
        return None, ""
    turn = min(told, key=lambda moment: moment.event.importance.rank)
    if turn is in_time[0]:
        return turn, "First came"
    return turn, "Last came" if turn is in_time[-1] else "Among these was"


def _told(timeline: Timeline, told: str, moment: Moment) -> str:
    return f"{told}: {timeline.when(moment)}."


def _mention(event: Event) -> Choice:
    return event_choice(event, "", OptionSource.SAME_FACT)
