"""`member`: a body, a presidium or those elected, and one who belonged to it; from complete lists only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from trainer.chapters.record import Dating, Organization, Roll, Vote
from trainer.questions.activity import LONGEST_REASON
from trainer.questions.cards import rolls_of
from trainer.questions.draft import Ask, Choice, Pick, Refusal
from trainer.questions.explaining import explanation, gloss_of
from trainer.questions.families.family import Family
from trainer.questions.people import person_choice, reason_for, right_person, who_could_have
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    attributed,
    beside,
    body,
    by_whose_word,
    is_of_several,
    listed,
    scene_of,
    upper_first,
    with_year,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

Rolled: TypeAlias = Organization | Vote


class Member(Family[Rolled]):
    """Who stood outside a complete list: its alternates first, then persons of the lesson and others."""

    template: ClassVar[str] = "member"
    aspect: ClassVar[str] = "member"
    kind: ClassVar[Kind] = Kind.PERSON
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def unsuitable(self, ask: Ask[Rolled]) -> str | None:
        """Refuse a list that does not say of everybody else that they were not on it."""
        roll = _roll(ask)
        if not roll.complete:
            return "the list is not complete and excludes nobody"
        missing = [person for person in roll.ids() if person not in ask.index.persons]
        return f"the record has no person {missing[0]}" if missing else None

    def stems(self, ask: Ask[Rolled]) -> tuple[str, ...]:
        """Ask for one of several."""
        fact = ask.fact
        if isinstance(fact, Organization):
            stems: tuple[str, ...] = (
                f"Which of these was a member of {body(fact)}?",
                f"Which of these belonged to {body(fact)}?",
            )
        else:
            scene = scene_of(fact, ask.index)
            title = with_year(fact.title, scene, ask.index)
            when = beside(scene, title)
            start = f"{upper_first(when)}, which of these" if when else "Which of these"
            if when and by_whose_word(fact, ask.index):
                start = f"Which of these {when}"
            full = " as a full member" if fact.alternates and fact.alternates.persons else ""
            if fact.members is None:
                stems = (f"{start} was chosen{full} in {title}?",)
            elif is_of_several(title):
                stems = (
                    f"{start} was one of {title}?",
                    f"{start} was among {title}?",
                )
            else:
                stems = (f"{start} belonged to {title}?",)
        return tuple(attributed(stem, fact, ask.index, of=ask.card.subject) for stem in stems)

    def key(self, ask: Ask[Rolled]) -> Choice:
        """The member whose card it is."""
        assert ask.card.subject is not None, "a member is somebody"
        return right_person(ask, ask.card.subject)

    def distractors(self, ask: Ask[Rolled]) -> Iterable[Choice]:
        """Alternates, then persons who could have been elected."""
        index = ask.index
        alternates = (
            ask.fact.alternates.ids() if isinstance(ask.fact, Vote) and ask.fact.alternates else ()
        )
        for person in alternates:
            if person in index.persons:
                why = f"{index.persons[person].name} became only an alternate."
                yield person_choice(
                    index,
                    person,
                    why=why,
                    source=OptionSource.SAME_FACT,
                    aspect=self.aspect,
                    beside=ask.card.subject,
                )
        dating = _dating(ask.fact)
        assert ask.card.subject is not None, "a member is somebody"
        for person in who_could_have(ask, dating.date if dating else None, ask.card.subject):
            if person not in alternates:
                yield person_choice(
                    index,
                    person,
                    why=partial(_left_out, ask, person),
                    aspect=self.aspect,
                    beside=ask.card.subject,
                )

    def may_be_right(self, ask: Ask[Rolled], choice: Choice) -> bool:
        """Everybody on the list, and whoever shares a name with one of them."""
        index, fact = ask.index, ask.fact
        if index.namesakes[choice.id] & set(_roll(ask).ids()):
            return True
        return isinstance(fact, Organization) and fact.id in index.ties.get(choice.id, ())

    def recall(self, ask: Ask[Rolled]) -> Refusal:  # noqa: ARG002
        """Asked for one of several without options, any of them would be right."""
        return Refusal("front not unique: any member of the list would be right")

    def explanation(self, ask: Ask[Rolled]) -> str:
        """Name them all."""
        fact, names = ask.fact, [ask.index.persons[person].name for person in _roll(ask).ids()]
        title = fact.name if isinstance(fact, Organization) else fact.title
        return explanation(fact, ask.index, lead=f"{title}: {listed(names)}")


def _left_out(ask: Ask[Rolled], person: str) -> str:
    """Say who somebody is, who is not on the list."""
    said = f"{reason_for(ask, person)()} Not one of them."
    return (
        said
        if len(said) <= LONGEST_REASON
        else f"{gloss_of(ask.index.persons[person])} Not one of them."
    )


def _roll(ask: Ask[Rolled]) -> Roll:
    if isinstance(ask.fact, Organization):
        assert ask.fact.memberships is not None, "a member has a list"
        return ask.fact.memberships
    return next(roll for roll in rolls_of(ask.fact) if ask.card.subject in roll.ids())


def _dating(fact: Rolled) -> Dating | None:
    return fact.founded if isinstance(fact, Organization) else fact.when


MEMBER = Member()
