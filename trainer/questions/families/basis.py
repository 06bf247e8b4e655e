"""`basis` and `record-or-claim`: how the author can know what he tells, and what is no more than his claim.

The one place where what rests on inference, memory or hearsay is asked for.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from trainer.chapters.record import Basis, Event, Voice
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import explanation, statement_of
from trainer.questions.families.family import Family
from trainer.questions.gate import SHAKY_BASES
from trainer.questions.people import cited
from trainer.questions.phrases import fact_choice, may_be_one
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.rows import days_of, is_of_about
from trainer.questions.wording import full_stop, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

# So many recorded events on either side are looked at.
_REACH = 30

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
        "The word of somebody who was there",
        "somebody who was there tells it",
        "Nobody who was there is called on for it.",
    ),
    Basis.MEMORY: _Way(
        "What was remembered years later",
        "it was remembered years later",
        "No later memory is called on for it.",
    ),
    Basis.INFERENCE: _Way(
        "An inference that the author draws",
        "the author infers it",
        "The author had no need to infer it.",
    ),
    Basis.HEARSAY: _Way(
        "Hearsay that came at second hand",
        "it is told at second hand",
        "It is not told at second hand.",
    ),
}

# Ways of knowing that do not exclude each other: who was present may have told it late or to somebody else.
_KIN = frozenset({Basis.EYEWITNESS, Basis.MEMORY, Basis.HEARSAY})


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

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Ask on what the chapter's account rests."""
        title = ask.fact.title
        return (
            f"On what, above all, does the chapter's account of {title} rest?",
            f"What does the chapter's account of {title} rest on above all?",
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
        """What somebody told may be eyewitness, memory and hearsay in one; minutes get printed."""
        both = {Basis(choice.id), ask.fact.basis}
        return both <= _KIN or both == {Basis.PROTOCOL, Basis.PRINT}


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
        """Ask which one is a claim, the others being on record."""
        match ask.fact.basis:
            case Basis.INFERENCE:
                return (
                    "Three of these are on record in minutes or documents. Which one does the author infer?",
                    "Which of these does the author infer, without any record of it?",
                )
            case Basis.MEMORY:
                return (
                    "Three of these are on record in minutes or documents. Which one was remembered later?",
                    "Which of these is known from somebody's later memory, and not from a record?",
                )
            case _:
                return (
                    "Three of these are on record in minutes or documents. Which one is told at second hand?",
                    "Which of these is told at second hand, and not shown by a record?",
                )

    def key(self, ask: Ask[Event]) -> Choice:
        """The event."""
        why = f"{upper_first(_WAYS[ask.fact.basis].told)}: {cited(ask.fact.evidence)}"
        return fact_choice(ask.fact, ask.index, why, OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """Events of about the time that minutes show."""
        for event in _of_its_time(ask):
            if not _TELLING.search(event.title):
                why = partial(_on_record, event)
                yield fact_choice(event, ask.index, why, OptionSource.OTHER_FACT)

    def may_be_right(self, ask: Ask[Event], choice: Choice) -> bool:
        """Only what rests on minutes is certain to be on record."""
        return ask.index.facts[choice.id].basis is not Basis.PROTOCOL


def _of_its_time(ask: Ask[Event]) -> list[Event]:
    days = days_of(ask.fact)
    near = ask.index.recorded.near(days[0], _REACH) if days else []
    found: list[Event] = []
    for event in near:
        # The opening and the end of one congress are one too many.
        if days and is_of_about(event, days[0]) and not any(may_be_one(event, e) for e in found):
            found.append(event)
    return found


def _way(basis: Basis, why: str, source: OptionSource) -> Choice:
    return Choice(id=basis.value, text=_WAYS[basis].option, why=why, source=source)


def _on_record(event: Event) -> str:
    return f"{upper_first(_WAYS[event.basis].told)}: {cited(event.evidence)}"


BASIS = HowKnown()
RECORD_OR_CLAIM = RecordOrClaim()
