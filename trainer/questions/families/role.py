"""`role` and `holder`: a person and what they were, asked from either side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Importance, Office, Person
from trainer.questions.dating import years_in
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation
from trainer.questions.families.family import Family
from trainer.questions.offices import are_in_turn, turn_of
from trainer.questions.people import person_choice, who_could_have
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import attributed, full_stop, introduced, upper_first
from trainer.questions.words import fold, name_words_of_person, telling_words, word_stems, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Evidence

_REACH = 60

# A role of so many words tells one of many from the others.
_TELLING = 3

# So many words of a role in what a source says against it make it a dispute over the role.
_TOUCHING = 2

# So many persons of like note, or roles of persons of the same side, are enough to choose from.
_ENOUGH = 4


class _OfOffice(Family[Person]):
    aspect: ClassVar[str] = "role"
    kind: ClassVar[Kind] = Kind.PERSON

    def explanation(self, ask: Ask[Person]) -> str:
        """Say what the person was, and who they are."""
        person, office = ask.fact, _office(ask)
        # A gloss that tells no more than the office is not told beside it.
        told = word_stems(person.gloss or "") <= word_stems(office.role)
        who = person.name if told else introduced(person)
        more = [office.note] if office.note else []
        return explanation(
            _as_of(person, office), ask.index, lead=f"{who} was {office.role}.", more=more
        )

    def evidence(self, ask: Ask[Person]) -> tuple[Evidence, ...]:
        """Return the office's own evidence where it has some."""
        return _office(ask).evidence or ask.fact.evidence


class Holder(_OfOffice):
    """A role, who held it: persons who have nothing to do with the body."""

    template: ClassVar[str] = "holder"
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def unsuitable(self, ask: Ask[Person]) -> str | None:
        """Refuse a role that several held."""
        office = _office(ask)
        if len(ask.index.holders[fold(office.role)]) > 1:
            return "several persons held this role"
        if is_one_of_many(office.role) and ask.fact.importance is Importance.TRIVIA:
            return "many were that, and it is a trifle"
        if is_one_of_many(office.role) and len(telling_words(office.role)) < _TELLING:
            return "outside the chapter many were that"
        return None

    def stems(self, ask: Ask[Person]) -> tuple[str, ...]:
        """Ask who it was, or, where others may have been the same, whom the chapter describes so."""
        role = _office(ask).role
        stem = (
            f"Whom does the chapter describe as {role}?"
            if is_one_of_many(role)
            else f"Who was {role}?"
        )
        return (attributed(stem, _as_of(ask.fact, _office(ask)), ask.index),)

    def key(self, ask: Ask[Person]) -> Choice:
        """The person."""
        why = f"{ask.fact.name} was {_office(ask).role}."
        return person_choice(ask.index, ask.fact.id, why=why, source=OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Person]) -> Iterable[Choice]:
        """Persons of the lesson and others, for somebody of less note those who are of no more."""
        from_, index, holder = _office(ask).from_, ask.index, ask.fact.id
        # A general among workers and scholars tells himself; party men are enough alike.
        people = [
            person
            for person in who_could_have(ask, from_.date if from_ else None, holder)
            if index.are_comrades(person, holder)
        ]
        lesser = [p for p in people if index.persons[p].importance is not Importance.CORE]
        if ask.fact.importance is not Importance.CORE and len(lesser) >= _ENOUGH:
            people = lesser
        turn = turn_of(_office(ask).role)
        before_and_after = (
            person
            for person, role in (index.held_in_turn.get(turn.office, ()) if turn else ())
            if are_in_turn(role, _office(ask).role)
        )
        for person in dict.fromkeys((*before_and_after, *people)):
            yield person_choice(index, person, aspect=self.aspect)

    def may_be_right(self, ask: Ask[Person], choice: Choice) -> bool:
        """Who had to do with the body may have held the role at some time, but not before or after themselves."""
        office, index = _office(ask), ask.index
        if index.is_same_person(choice.id, ask.fact.id):
            return True
        if choice.id in index.holders[fold(office.role)]:
            return True
        if any(are_in_turn(other.role, office.role) for other in index.persons[choice.id].offices):
            return False
        return office.organization in index.ties.get(choice.id, ())

    def recall(self, ask: Ask[Person]) -> Recall | Refusal:
        """Who was it? Proved unique by `unsuitable`."""
        names = name_words_of_person(ask.fact)
        return Recall(stems=self.stems(ask), answer=ask.fact.name, names=names)


class Role(_OfOffice):
    """A person, what they were: roles of others, in bodies with which this one had nothing to do."""

    template: ClassVar[str] = "role"
    pick: ClassVar[Pick] = Pick.BY_LENGTH
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Person]) -> str | None:
        """Refuse a role that says the person's name."""
        if name_words_of_person(ask.fact) & words(_office(ask).role):
            return "the role says the person's name"
        if is_one_of_many(_office(ask).role) and ask.fact.importance is Importance.TRIVIA:
            return "many were that, and it is a trifle"
        return None

    def stems(self, ask: Ask[Person]) -> tuple[str, ...]:
        """Ask for the chapter's description: that no other is true as well, the record proves of no more."""
        name = ask.fact.name
        among = f"Which of these descriptions does the chapter give of {name}?"
        # Of who was several things the bare question has several answers.
        if len(ask.fact.offices) > 1:
            return (among,)
        return (f"How does the chapter describe {name}?", among)

    def key(self, ask: Ask[Person]) -> Choice:
        """The role."""
        office = _office(ask)
        return _choice(
            office,
            full_stop(f"{ask.fact.name} was {office.role}"),
            OptionSource.SAME_FACT,
            ask.fact.id,
        )

    def distractors(self, ask: Ask[Person]) -> Iterable[Choice]:
        """Roles of others, alike in whether there can be many such."""
        index, chance = ask.index, ask.chance
        side = chance.stretch(index.side_of(ask.fact.id), _REACH)
        alike = self._roles(ask, (index.persons[name] for name in side))
        if len(alike) >= _ENOUGH:
            return alike
        return self._roles(ask, chance.stretch(index.offerable_persons, _REACH))

    def _roles(self, ask: Ask[Person], people: Iterable[Person]) -> list[Choice]:
        """Return the roles of others than the holder, none that names years which the key's own does not."""
        many, years = is_one_of_many(_office(ask).role), _years(_office(ask).role)
        return [
            _choice(
                office, full_stop(f"That was {person.name}"), OptionSource.OTHER_FACT, person.id
            )
            for person in people
            for office in person.offices
            if person.id != ask.fact.id
            and is_one_of_many(office.role) == many
            and not (years and _years(office.role) - years)
        ]

    def may_be_right(self, ask: Ask[Person], choice: Choice) -> bool:
        """A role of this person, or one in a body of theirs, or one that says their name."""
        index, (holder, *_) = ask.index, choice.facts
        office = next(o for o in index.persons[holder].offices if o.id == choice.id)
        if index.is_same_person(holder, ask.fact.id):
            return True
        if ask.fact.id in index.holders[fold(office.role)]:
            return True
        if are_in_turn(office.role, _office(ask).role):
            return False
        return office.organization in index.ties.get(ask.fact.id, ()) or bool(
            name_words_of_person(ask.fact) & words(office.role)
        )


def is_one_of_many(role: str) -> bool:
    """Tell whether a role is worded so that others may have held it too: "a delegate", "one of …"."""
    return role.lower().startswith(("a ", "an ", "one of ", "member of "))


def _years(role: str) -> frozenset[str]:
    return frozenset(years_in(role))


def _as_of(person: Person, office: Office) -> Person:
    """Return the person with those disputes alone that touch the office."""
    role = telling_words(office.role)
    touching = (c for c in person.contested if len(role & telling_words(c.says)) >= _TOUCHING)
    return replace(person, contested=tuple(touching))


def _office(ask: Ask[Person]) -> Office:
    return next(office for office in ask.fact.offices if office.id == ask.card.subject)


def _choice(office: Office, why: str, source: OptionSource, holder: str) -> Choice:
    return Choice(
        id=office.id, text=upper_first(office.role), why=why, source=source, facts=(holder,)
    )


HOLDER = Holder()
ROLE = Role()
