"""`teller`: an event that the chapter has from somebody, who that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Event, Importance
from trainer.dates import Order, compare
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation
from trainer.questions.families.family import Family
from trainer.questions.people import person_choice, reason_for, right_person, who_could_have
from trainer.questions.question import Demand, Kind
from trainer.questions.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


class Teller(Family[Event]):
    """Persons who took no part in the event: whoever did may have told of it as well."""

    template: ClassVar[str] = "teller"
    aspect: ClassVar[str] = "teller"
    kind: ClassVar[Kind] = Kind.IDEA
    demand: ClassVar[Demand] = Demand.SOURCE
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Refuse what no person tells, and titles that other events go by."""
        if ask.fact.asserted_by not in ask.index.persons:
            return "it is told by no person"
        if ask.fact.importance is Importance.TRIVIA:
            return "it is a trifle who tells it"
        if ask.index.titles[fold(ask.fact.title)] > 1:
            return "another event goes by this title"
        return None

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Ask on whose word it rests."""
        return (f"On whose word does the chapter tell of {ask.fact.title}?",)

    def key(self, ask: Ask[Event]) -> Choice:
        """Whose word it is."""
        return right_person(ask, _teller(ask))

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """Those who tell of other events, then persons of the lesson and others."""
        date = ask.fact.when.date if ask.fact.when else None
        for who in who_could_have(ask, date, _teller(ask)):
            yield person_choice(ask.index, who, why=reason_for(ask, who), aspect=self.aspect)

    def may_be_right(self, ask: Ask[Event], choice: Choice) -> bool:
        """Whoever took part, is the narrator, or tells of something that may have been at the same time."""
        index, event = ask.index, ask.fact
        known = {_teller(ask), index.chapter.narrator, *(deed.person for deed in event.people)}
        if any(index.is_same_person(choice.id, who) for who in known if who):
            return True
        return any(_may_be_together(event, told) for told in index.told_by.get(choice.id, ()))

    def recall(self, ask: Ask[Event]) -> Recall | Refusal:
        """Whose word? `unsuitable` has refused titles that several events go by."""
        key = self.key(ask)
        return Recall(stems=self.stems(ask), answer=key.text, names=key.names)

    def explanation(self, ask: Ask[Event]) -> str:
        """Tell the event, and who tells it."""
        name = ask.index.persons[_teller(ask)].name
        return explanation(ask.fact, ask.index, more=(f"It is {name} who tells this.",))


def _may_be_together(one: Event, other: Event) -> bool:
    if one.when is None or other.when is None:
        return True
    return compare(one.when.date, other.when.date) not in {Order.BEFORE, Order.AFTER}


def _teller(ask: Ask[Event]) -> str:
    return ask.fact.asserted_by or ""


TELLER = Teller()
