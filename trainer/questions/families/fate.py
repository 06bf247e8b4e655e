"""`fate`: a person, what became of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Fate, Person
from trainer.dates import bounds, format_date
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation
from trainer.questions.families.family import Family
from trainer.questions.people import cited
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import attributed, full_stop, upper_first
from trainer.questions.words import fold, name_words_of_person, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.chapters.record import Evidence

# So many fates are enough to choose from.
_REACH = 60


class WhatBecame(Family[Person]):
    """What became of others in other years: nobody dies twice."""

    template: ClassVar[str] = "fate"
    aspect: ClassVar[str] = "fate"
    kind: ClassVar[Kind] = Kind.PERSON
    pick: ClassVar[Pick] = Pick.BY_LENGTH

    def unsuitable(self, ask: Ask[Person]) -> str | None:
        """Refuse fates without a year, which others could share, and those that name the person."""
        fate = _fate(ask.fact)
        if name_words_of_person(ask.fact) & words(fate.text):
            return "the fate names the person"
        if _years(fate) is None:
            return "its year is not told, so that no other fate is proved wrong"
        return None

    def stems(self, ask: Ask[Person]) -> tuple[str, ...]:
        """Ask what became of the person."""
        name = ask.fact.name
        return (attributed(f"What became of {name}?", ask.fact, ask.index),)

    def key(self, ask: Ask[Person]) -> Choice:
        """The fate, with its year."""
        fate = _fate(ask.fact)
        evidence = fate.evidence or ask.fact.evidence
        return _choice(ask.fact, cited(evidence), OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Person]) -> Iterable[Choice]:
        """The fates of others, of a stretch of the persons begun anywhere."""
        for person in ask.chance.stretch(ask.index.fated, _REACH):
            alike = ask.index.share_a_side(person.id, ask.fact.id)
            if alike and person.fate is not None and _years(person.fate) is not None:
                yield _choice(person, partial(_was, person), OptionSource.OTHER_FACT)

    def may_be_right(self, ask: Ask[Person], choice: Choice) -> bool:
        """A fate of the same time, or of one who shares a name."""
        (other,) = choice.facts
        if ask.index.is_same_person(other, ask.fact.id):
            return True
        fate = ask.index.persons[other].fate
        one, two = _years(_fate(ask.fact)), _years(fate) if fate else None
        return one is None or two is None or (one[0] <= two[1] and two[0] <= one[1])

    def recall(self, ask: Ask[Person]) -> Recall | Refusal:
        """What became of them? One person has one fate; two of one name may have two."""
        index, own = ask.index, fold(ask.fact.name)
        for other in sorted(index.namesakes[ask.fact.id] - {ask.fact.id}):
            if fold(index.persons[other].name) == own:
                return Refusal(f"front not unique: {other} goes by this name as well")
        return Recall(stems=self.stems(ask), answer=upper_first(_in_words(ask.fact)))

    def explanation(self, ask: Ask[Person]) -> str:
        """Say what became of the person."""
        fate = _fate(ask.fact)
        note = fate.when.note if fate.when and fate.when.note else ""
        lead = f"{ask.fact.name} {_in_words(ask.fact)}."
        more = (f"How the year is known: {note}",) if note else ()
        return explanation(replace(ask.fact, contested=()), ask.index, lead=lead, more=more)

    def evidence(self, ask: Ask[Person]) -> tuple[Evidence, ...]:
        """Return the fate's own evidence where it has some."""
        return _fate(ask.fact).evidence or ask.fact.evidence


def _fate(person: Person) -> Fate:
    assert person.fate is not None, "a card for a fate has one"
    return person.fate


def _years(fate: Fate) -> tuple[int, int] | None:
    """Return the first and the last day of a fate, None if either is open."""
    first, last = bounds(fate.when.date) if fate.when else (None, None)
    return None if first is None or last is None else (first, last)


def _in_words(person: Person) -> str:
    """Say the fate with its date, which alone tells it from what became of others."""
    fate = _fate(person)
    assert fate.when is not None, "only dated fates are asked"
    said = format_date(fate.when.date)
    return fate.text if said in fate.text else f"{fate.text}, in {said[-4:]}"


def _choice(person: Person, why: str | Callable[[], str], source: OptionSource) -> Choice:
    return Choice(
        id=f"fate-of-{person.id}",
        text=upper_first(_in_words(person)),
        why=why,
        source=source,
        facts=(person.id,),
    )


def _was(person: Person) -> str:
    return full_stop(f"That was {person.name}")


FATE = WhatBecame()
