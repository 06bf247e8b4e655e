"""`also-known-as`: another name that a reader meets, whose it is; misprints are never asked."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Importance, Name, Person
from trainer.questions.cards import name_subject
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation
from trainer.questions.families.family import Family
from trainer.questions.people import cited, person_choice, who_could_have
from trainer.questions.question import Kind, OptionSource
from trainer.questions.words import IN_ANY_SENTENCE, fold, words
from trainer.text.honorifics import is_honorific

if TYPE_CHECKING:
    from collections.abc import Iterable

# Two words this much alike are two spellings of one.
_ALIKE = 0.6

# Shorter words are initials and particles.
_SHORTEST = 3


class AlsoKnownAs(Family[Person]):
    """Persons of the same side who do not go by the name."""

    template: ClassVar[str] = "also-known-as"
    aspect: ClassVar[str] = "also-known-as"
    kind: ClassVar[Kind] = Kind.PERSON
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def unsuitable(self, ask: Ask[Person]) -> str | None:
        """Refuse titles, spellings and parts of the name by which everybody is known."""
        name = _name(ask)
        called = _telling(ask.fact, name)
        if not called:
            return "the other name tells no more than the usual one"
        if ask.fact.importance is not Importance.CORE:
            return "it is a name of somebody on the margin of the chapter"
        if any(
            other.name == called and other != name and not other.misprint
            for other in ask.fact.other_names
        ):
            return "it would ask the same as the shorter name"
        if ask.fact.sort_name and words(ask.fact.sort_name) & words(name.name):
            return "the other name holds the surname"
        return None

    def stems(self, ask: Ask[Person]) -> tuple[str, ...]:
        """Ask whose name it is, by its part that the usual name lacks."""
        called = _telling(ask.fact, _name(ask))
        return (
            f"Who is meant by the name “{called}”?",
            f"Who is also called “{called}”?",
        )

    def key(self, ask: Ask[Person]) -> Choice:
        """The person."""
        choice = person_choice(
            ask.index, ask.fact.id, why=cited(ask.fact.evidence), source=OptionSource.SAME_FACT
        )
        return _by_usual_name(choice, ask.fact)

    def distractors(self, ask: Ask[Person]) -> Iterable[Choice]:
        """Persons of the lesson and others."""
        index = ask.index
        for person in who_could_have(ask, None, ask.fact.id):
            choice = person_choice(index, person, aspect=self.aspect)
            yield _by_usual_name(choice, index.persons[person])

    def may_be_right(self, ask: Ask[Person], choice: Choice) -> bool:
        """Whoever goes by the name, or by a word of it."""
        called = words(_telling(ask.fact, _name(ask)))
        if ask.index.is_same_person(choice.id, ask.fact.id):
            return True
        return bool(called & ask.index.name_words[choice.id])

    def recall(self, ask: Ask[Person]) -> Recall | Refusal:
        """Whose name is it? Unique unless somebody else goes by a word of it."""
        called, index = words(_telling(ask.fact, _name(ask))), ask.index
        for other, names in index.name_words.items():
            if other != ask.fact.id and called & names:
                return Refusal(f"front not unique: {other} goes by it as well")
        return Recall(
            stems=self.stems(ask), answer=ask.fact.name, names=words(ask.fact.name) - called
        )

    def explanation(self, ask: Ask[Person]) -> str:
        """Say what sort of name it is, and who goes by it."""
        name, person = _name(ask), ask.fact
        what = f": {name.note}" if name.note else ""
        lead = f"“{name.name}” is {person.name}{what}."
        return explanation(person, ask.index, lead=lead)


def _name(ask: Ask[Person]) -> Name:
    return next(name for name in ask.fact.other_names if name_subject(name) == ask.card.subject)


def _telling(person: Person, name: Name) -> str:
    """Return the words of another name that are neither in the usual one nor spellings of its words.

    What begins with a small letter is a description, and no name, unless that is the article of a title. A title alone
    is many people's: what is left must be a name.
    """
    usual = words(person.name)
    told = name.name.removeprefix("the ").split()
    if any(word[:1].islower() for word in told):
        return ""
    kept = [
        word
        for word in told
        if len(word) >= _SHORTEST and not any(_is_spelling(fold(word), other) for other in usual)
    ]
    names = {word for word in kept if not is_honorific(word.strip("."))}
    return " ".join(kept) if {*map(fold, names)} - IN_ANY_SENTENCE else ""


def _is_spelling(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _by_usual_name(choice: Choice, person: Person) -> Choice:
    """Return a person whom the stem may call by another name, though not by the usual one."""
    return replace(choice, names=words(person.name))


ALSO_KNOWN_AS = AlsoKnownAs()
