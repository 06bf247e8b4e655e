"""What the families of lists share: one who stands on a complete list among others who do not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from trainer.chapters.record import Dating, Organization, Roll, Vote
from trainer.questions.activity import LONGEST_REASON
from trainer.questions.cards import ids_of, rolls_of
from trainer.questions.draft import Ask, Choice, Pick, Refusal
from trainer.questions.explaining import explanation, gloss_of
from trainer.questions.families.family import Family
from trainer.questions.people import person_choice, right_person, who_could_have
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    beside,
    by_whose_word,
    listed,
    scene_of,
    upper_first,
    with_year,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.question import Card

Rolled: TypeAlias = Organization | Vote


class OnARoll(Family[Rolled]):
    """Who stood outside a complete list: those on the vote's other list first, then persons of the lesson and others."""

    aspect: ClassVar[str] = "member"
    kind: ClassVar[Kind] = Kind.PERSON
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def roll(self, ask: Ask[Rolled]) -> Roll:
        """Return the list on which the card's subject stands."""
        fact = ask.fact
        rolls = (
            (fact.memberships,)
            if isinstance(fact, Organization)
            else (*rolls_of(fact), fact.alternates)
        )
        return next(roll for roll in rolls if roll is not None and ask.card.subject in roll.ids())

    def elsewhere(self, ask: Ask[Rolled]) -> tuple[tuple[str, ...], str]:
        """Return those on the vote's other list, and what became of them."""
        others = ask.fact.alternates if isinstance(ask.fact, Vote) else None
        return ids_of(others), "became only an alternate"

    def unsuitable(self, ask: Ask[Rolled]) -> str | None:
        """Refuse a list that does not say of everybody else that they were not on it."""
        roll = self.roll(ask)
        if not roll.complete:
            return "the list is not complete and excludes nobody"
        missing = [person for person in roll.ids() if person not in ask.index.persons]
        return "somebody on the list is no person of the record" if missing else None

    def key(self, ask: Ask[Rolled]) -> Choice:
        """The member whose card it is."""
        return right_person(ask, subject_of(ask.card))

    def distractors(self, ask: Ask[Rolled]) -> Iterable[Choice]:
        """Those on the other list, then persons who could have been on this one."""
        index, subject = ask.index, subject_of(ask.card)
        elsewhere, fate = self.elsewhere(ask)
        for person in elsewhere:
            if person in index.persons:
                yield person_choice(
                    index,
                    person,
                    why=f"{index.persons[person].name} {fate}.",
                    source=OptionSource.SAME_FACT,
                    aspect=self.aspect,
                )
        dating = _dating(ask.fact)
        then, on_it = dating.date if dating else None, self.roll(ask).ids()
        for person in who_could_have(ask, then, subject, without=on_it):
            if person not in elsewhere:
                yield person_choice(
                    index,
                    person,
                    why=partial(_left_out, ask, person),
                    aspect=self.aspect,
                )

    def may_be_right(self, ask: Ask[Rolled], choice: Choice) -> bool:
        """Everybody on the list, and whoever shares a name with one of them."""
        index, fact = ask.index, ask.fact
        if index.namesakes[choice.id] & set(self.roll(ask).ids()):
            return True
        return isinstance(fact, Organization) and fact.id in index.ties.get(choice.id, ())

    def recall(self, ask: Ask[Rolled]) -> Refusal:  # noqa: ARG002
        """Asked for one of several without options, any of them would be right."""
        return Refusal("front not unique: any member of the list would be right")

    def explanation(self, ask: Ask[Rolled]) -> str:
        """Name them all."""
        fact = ask.fact
        title = fact.name if isinstance(fact, Organization) else fact.title
        # They were not elected in full, whatever the title calls it.
        if isinstance(fact, Vote) and self.roll(ask) is fact.alternates:
            title = f"Alternates, in {title}"
        return explanation(fact, ask.index, lead=f"{title}: {self.named(ask)}")

    def named(self, ask: Ask[Rolled]) -> str:
        """Name everybody on the list."""
        names = [ask.index.persons[person].name for person in self.roll(ask).ids()]
        return listed(names) if len(names) > 1 else f"{names[0]} alone"


def which_of_these(ask: Ask[Rolled], vote: Vote, *, besides: str = "") -> tuple[str, str]:
    """Return the stem's first words, with the scene where the title does not tell it, and the title."""
    which = f"{besides}which of these"
    scene = scene_of(vote, ask.index)
    title = with_year(vote.title, scene, ask.index)
    when = beside(scene, title)
    if when and by_whose_word(vote, ask.index):
        return f"{upper_first(which)} {when}", title
    return f"{upper_first(when)}, {which}" if when else upper_first(which), title


def subject_of(card: Card) -> str:
    """Return the member whose card it is."""
    assert card.subject is not None, "a member is somebody"
    return card.subject


def _left_out(ask: Ask[Rolled], person: str) -> str:
    """Say who somebody is, who is not on the list."""
    gloss = f"Not among them: {gloss_of(ask.index.persons[person])}"
    did = ask.index.activity.reason(person, ask.fact)
    said = f"Not among them. {did}" if did else gloss
    return said if len(said) <= LONGEST_REASON else gloss


def _dating(fact: Rolled) -> Dating | None:
    return fact.founded if isinstance(fact, Organization) else fact.when
