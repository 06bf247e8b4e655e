"""`basis` and `record-or-claim`: how the author can know what he tells, and what is no more than his claim.

The one place where what rests on inference, memory or hearsay is asked for.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from trainer.chapters.record import Basis, Event, Importance, Part, Voice
from trainer.chapters.relations import dating_of
from trainer.questions.dating import with_style
from trainer.questions.distance import Distance
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import explanation, statement_of
from trainer.questions.families.family import Family
from trainer.questions.gate import SHAKY_BASES
from trainer.questions.people import cited
from trainer.questions.phrases import fact_choice, may_be_one
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.rows import days_of, is_of_about
from trainer.questions.wording import full_stop, is_beginning, scene_of, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.index import Index

# So many recorded events on either side are looked at; the nearest of them are offered.
_REACH, _NEAREST = 30, 4

# So many of one month are enough to choose from.
_ENOUGH = 4

# Words of a title that tell how it is known.
_TELLING = re.compile(
    r"\b(?:suppos|alleg|accord|account|author|infer|remember|remini|memor|memoir|minut|protocol|record|hearsay"
    r"|rumor|said|claim|known|recall|recollect|witness|apparent|presum|likely)",
    re.IGNORECASE,
)


class _Way(NamedTuple):
    """How something can be known, as an option and in sentences."""

    option: str
    told: str
    untold: str


_WAYS = {
    Basis.PROTOCOL: _Way(
        "Minutes and documents of the time",
        "it is on record in minutes or documents of the time",
        "No minutes or documents are called on for it.",
    ),
    Basis.PRINT: _Way(
        "Something printed in those days",
        "it was printed in those days",
        "Nothing printed in those days is called on for it.",
    ),
    Basis.EYEWITNESS: _Way(
        "The word of an eyewitness",
        "somebody who was there tells it",
        "Nobody who was there is called on for it.",
    ),
    Basis.MEMORY: _Way(
        "What was remembered years later",
        "it was remembered years later",
        "No later memory is called on for it.",
    ),
    Basis.INFERENCE: _Way(
        "An inference of his own",
        "the author infers it",
        "The author had no need to infer it.",
    ),
    Basis.HEARSAY: _Way(
        "Hearsay, at second hand",
        "it is told at second hand",
        "It is not told at second hand.",
    ),
}

# Ways of knowing that do not exclude each other: who was present may have told it late or to somebody else.
_KIN = frozenset({Basis.EYEWITNESS, Basis.MEMORY, Basis.HEARSAY})

# What a narrator who took part has besides the record.
_OWN = frozenset({Basis.EYEWITNESS, Basis.MEMORY})


class _HowKnown(Family[Event]):
    aspect: ClassVar[str] = "basis"
    kind: ClassVar[Kind] = Kind.IDEA
    demand: ClassVar[Demand] = Demand.SOURCE
    gives_front: ClassVar[bool] = False
    plain: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Refuse what is told to be denied, and titles that say how the event is known."""
        if ask.fact.voice is Voice.DENIED:
            return "the chapter tells it in order to deny it"
        if _TELLING.search(ask.fact.title):
            return "its title says how it is known"
        return None

    def explanation(self, ask: Ask[Event]) -> str:
        """Tell the event, then how it is known."""
        way = full_stop(f"how it is known: {_WAYS[ask.fact.basis].told}")
        return explanation(ask.fact, ask.index, lead=statement_of(ask.fact, ask.index), more=(way,))


class HowKnown(_HowKnown):
    """On what an account rests: other ways of knowing that exclude this one."""

    template: ClassVar[str] = "basis"
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Refuse what is of so little weight that nobody asks how it is known."""
        if ask.fact.importance is Importance.TRIVIA:
            return "it is a trifle how it is known"
        if is_beginning(ask.fact.title):
            return "that something began is known in more ways than one"
        return super().unsuitable(ask)

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Ask on what the chapter's account rests."""
        title = ask.fact.title
        return (
            f"On what does the author base the account of {title}?",
            f"On what basis does the author tell of {title}?",
        )

    def key(self, ask: Ask[Event]) -> Choice:
        """The basis on record."""
        return _way(ask.fact.basis, cited(ask.fact.evidence), OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """All the others."""
        for basis, way in _WAYS.items():
            if basis is not ask.fact.basis:
                yield _way(basis, way.untold, OptionSource.OTHER_FACT)

    def may_be_right(self, ask: Ask[Event], choice: Choice) -> bool:
        """What somebody told may be eyewitness, memory and hearsay in one; minutes get printed.

        A narrator who was there tells it of his own knowledge too, whatever else it rests on.
        """
        both = {Basis(choice.id), ask.fact.basis}
        if both <= _KIN or both == {Basis.PROTOCOL, Basis.PRINT}:
            return True
        return Basis(choice.id) in _OWN and _narrator_was_there(ask)


class RecordOrClaim(_HowKnown):
    """Which of several events is no more than a claim: beside events that minutes show."""

    template: ClassVar[str] = "record-or-claim"
    pick: ClassVar[Pick] = Pick.BY_LENGTH

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Refuse what is on record."""
        if ask.fact.basis not in SHAKY_BASES:
            return "it is no mere claim"
        if days_of(ask.fact) is None:
            return "nothing is proved to be of its time"
        return super().unsuitable(ask)

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Ask which one is a claim, the others being on record: of its month, if they are."""
        month = scene_of(ask.fact, ask.index) if _of_its_month(ask) else ""
        these = f"Which of these, all {month}," if month else "Which of these"
        match ask.fact.basis:
            case Basis.INFERENCE:
                return (f"{these} does the author infer, without a record of it?",)
            case Basis.MEMORY:
                return (f"{these} is known from later memory alone, and from no record?",)
            case _:
                return (f"{these} is known at second hand alone, and from no record?",)

    def key(self, ask: Ask[Event]) -> Choice:
        """The event."""
        why = f"{upper_first(_WAYS[ask.fact.basis].told)}: {cited(ask.fact.evidence)}"
        return fact_choice(ask.fact, ask.index, why, OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """Events that minutes show, of its month if they are enough, else those nearest to it in time."""
        for event in _of_its_month(ask) or _recorded(ask)[:_NEAREST]:
            why = partial(_on_record, event, ask.index)
            yield fact_choice(event, ask.index, why, OptionSource.OTHER_FACT)

    def nearness(self, ask: Ask[Event], key: Choice, choice: Choice) -> float:
        """What fell on the same day is as near as can be: of two things told of one day, one is on record."""
        event = ask.index.facts[choice.id]
        return (
            1.0 if days_of(event) == days_of(ask.fact) else super().nearness(ask, key, choice) / 2
        )

    def may_be_right(self, ask: Ask[Event], choice: Choice) -> bool:
        """Only what rests on minutes is certain to be on record."""
        return ask.index.facts[choice.id].basis is not Basis.PROTOCOL


def _of_its_month(ask: Ask[Event]) -> list[Event]:
    """Return the recorded events of the same month, none if they are too few to choose from."""
    month = scene_of(ask.fact, ask.index)
    found = [event for event in _recorded(ask) if scene_of(event, ask.index) == month]
    return found[:_NEAREST] if month and len(found) >= _ENOUGH else []


def _recorded(ask: Ask[Event]) -> list[Event]:
    """Return events that minutes show, the nearest in time first, of two that sound alike one."""
    days = days_of(ask.fact)
    if days is None:
        return []
    row = ask.index.recorded.near(days[0], _REACH, ask.distance.apart)
    near = [event for event in row if is_of_about(event, days[0])]
    near.sort(
        key=lambda event: abs((days_of(event) or days)[0] - days[0]),
        reverse=ask.distance is Distance.FAR,
    )
    found: list[Event] = []
    for event in near:
        # The opening and the end of one congress are one too many.
        if not _TELLING.search(event.title) and not any(may_be_one(event, e) for e in found):
            found.append(event)
    return found


def _narrator_was_there(ask: Ask[Event]) -> bool:
    narrator = ask.index.chapter.narrator
    return any(deed.person == narrator and deed.part is not Part.ABSENT for deed in ask.fact.people)


def _way(basis: Basis, why: str, source: OptionSource) -> Choice:
    return Choice(id=basis.value, text=_WAYS[basis].option, why=why, source=source)


def _on_record(event: Event, index: Index) -> str:
    said = f"{_WAYS[event.basis].told}: {cited(event.evidence)}"
    dating = dating_of(event)
    if dating is None:
        return upper_first(said)
    return f"{upper_first(with_style(dating.date, named=index.two_calendars))}; {said}"


BASIS = HowKnown()
RECORD_OR_CLAIM = RecordOrClaim()
