"""`who-did`: a deed, who did it; and what all questions about deeds share."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Deed, Event, Part, Status
from trainer.dates import Calendar, Date
from trainer.questions.cards import deeds_by_subject
from trainer.questions.clozes import GAP, Cloze, story_of, tells_sex
from trainer.questions.dating import years_in
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation, say_the_same, who_tells
from trainer.questions.families.family import Family
from trainer.questions.gate import SHAKY_BASES
from trainer.questions.people import person_choice, reason_for, right_person, who_could_have
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    as_known,
    attributed,
    beside,
    by_whose_word,
    full_stop,
    is_beginning,
    listed,
    scene_of,
    upper_first,
    with_year,
)
from trainer.questions.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable


class OfDeeds(Family[Event]):
    """What is true of every question about the deeds of one person in one event."""

    aspect: ClassVar[str] = "who"
    kind: ClassVar[Kind] = Kind.PERSON

    def unsuitable(self, ask: Ask[Event]) -> str | None:
        """Refuse deeds that rest on hearsay or memory, and drafts."""
        for deed in deeds_asked(ask):
            if deed.basis in SHAKY_BASES:
                return f"it rests on {deed.basis} alone"
            if deed.status is Status.DRAFT:
                return "the deed is a draft"
            if deed.person not in ask.index.persons:
                return "no person is told to have done it"
        return None

    def explanation(self, ask: Ask[Event]) -> str:
        """Say what the person did, then the event, and who tells it where the stem could not."""
        deeds = deeds_asked(ask)
        name = ask.index.persons[deeds[0].person].name
        did = f"{name} {listed(deed.deed for deed in deeds if deed.deed)}."
        told = ask.fact.statement
        notes = [
            *who_tells(ask.fact, ask.index, self.stems(ask)[0]),
            *(deed.note for deed in deeds if deed.note),
        ]
        if told is None:
            return explanation(ask.fact, ask.index, lead=did, more=notes)
        if words(name) & words(told) and say_the_same(did, told):
            return explanation(ask.fact, ask.index, lead=told, more=notes)
        return explanation(ask.fact, ask.index, lead=did, more=(told, *notes))


class WhoDid(OfDeeds):
    """Whoever else was there with a deed of their own, who was absent, and others of the same circle."""

    template: ClassVar[str] = "who-did"
    pick: ClassVar[Pick] = Pick.BY_ODDS

    def stems(self, ask: Ask[Event]) -> tuple[str, ...]:
        """Ask with the deed as predicate, placed in its month."""
        deeds, scene = deeds_asked(ask), scene_of_deeds(ask)
        deed = with_year(listed(d.deed for d in deeds if d.deed), scene, ask.index)
        when = beside(scene, deed)
        known = as_known(ask.fact, deeds)
        if by_whose_word(known, ask.index):
            stem = f"Who {when} {deed}?" if when else f"Who {deed}?"
            return (attributed(stem, known, ask.index, of=deeds[0].person),)
        return (f"{upper_first(when)}, who {deed}?" if when else f"Who {deed}?",)

    def key(self, ask: Ask[Event]) -> Choice:
        """The person who did it."""
        return right_person(ask, deeds_asked(ask)[0].person)

    def distractors(self, ask: Ask[Event]) -> Iterable[Choice]:
        """Persons of the event and of its circle."""
        key = deeds_asked(ask)[0].person
        own = {deed.person: deed for deed in ask.fact.people}
        pool = dict.fromkeys((*own, *who_could_have(ask, _latest(ask), key)))
        for person in pool:
            if person in ask.index.persons:
                deed = own.get(person)
                why = partial(_part_in_words, ask, deed) if deed else reason_for(ask, person)
                source = OptionSource.SAME_FACT if deed else OptionSource.OTHER_FACT
                yield person_choice(ask.index, person, why=why, source=source, aspect=self.aspect)

    def may_be_right(self, ask: Ask[Event], choice: Choice) -> bool:
        """Who took part without a deed of their own may have done this one; so may who did the same elsewhere."""
        index, deeds = ask.index, deeds_asked(ask)
        if index.is_same_person(choice.id, deeds[0].person):
            return True
        if any(choice.id in index.doers[fold(deed.deed or "")] for deed in deeds):
            return True
        parts = [deed for deed in ask.fact.people if deed.person == choice.id]
        return any(deed.part is not Part.ABSENT and not deed.deed for deed in parts)

    def recall(self, ask: Ask[Event]) -> Recall | Refusal:
        """Who did it? Unique unless somebody else did the same, or took part without a deed of their own."""
        index, deeds = ask.index, deeds_asked(ask)
        person = deeds[0].person
        doers = set.intersection(*(index.doers[fold(deed.deed or "")] for deed in deeds))
        if others := sorted(doers - {person}):
            return Refusal(f"front not unique: {others[0]} did the same")
        partners = {Part.ACTOR, Part.COMPANION}
        stem = words(" ".join(self.stems(ask)))
        for deed in ask.fact.people:
            named = deed.person in index.persons and index.name_words[deed.person] & stem
            if deed.person != person and deed.part in partners and not deed.deed and not named:
                return Refusal(f"front not unique: {deed.person} took part")
        record = index.persons[person]
        return Recall(
            stems=self.stems(ask), answer=record.name, names=person_choice(index, person).names
        )

    def cloze(self, ask: Ask[Event]) -> Cloze | Refusal:
        """Leave the name out of the whole story, where it stands among other names.

        Whoever else took part is named in it, so that nobody but the one who did the deed fits.
        """
        event, index, deeds = ask.fact, ask.index, deeds_asked(ask)
        person = index.persons[deeds[0].person]
        recall = self.recall(ask)
        if isinstance(recall, Refusal):
            return recall
        told = story_of(event, index)
        if told is None or tells_sex(told) or by_whose_word(as_known(event, deeds), index):
            return Refusal("it is not told plainly in one sentence")
        sentence, times = re.subn(
            rf"\b(?:{re.escape(person.name)}|{re.escape(person.sort_name)})\b(?!['\u2019-])",
            GAP,
            told,
        )
        if times != 1 or not say_the_same(f"{listed(d.deed or '' for d in deeds)}", told):
            return Refusal("its sentence does not tell who did this")
        named = words(sentence)
        others = {d.person for d in event.people if d.part is not Part.ABSENT} - {person.id}
        if not others or any(
            index.name_words.get(p, frozenset()).isdisjoint(named) for p in others
        ):
            return Refusal("its sentence does not name all the others who took part")
        when = beside(scene_of_deeds(ask), sentence)
        if not when and not years_in(sentence):
            return Refusal("the record does not tell when")
        lead = f"{upper_first(when)}, " if when else ""
        return Cloze(sentence=f"{lead}{sentence}", answer=recall.answer, sought=(person.id,))


def deeds_asked(ask: Ask[Event]) -> tuple[Deed, ...]:
    """Return the deeds of a card: all of one person in the event, or the one that has an id."""
    assert ask.card.subject is not None, "a deed has a doer"
    return deeds_by_subject(ask.fact)[ask.card.subject]


def scene_of_deeds(ask: Ask[Event]) -> str:
    """Say in which month it was done; in which year if the event is no more than the beginning."""
    scene = scene_of(ask.fact, ask.index)
    return f"in {scene.split()[-1]}" if scene and is_beginning(ask.fact.title) else scene


def _latest(ask: Ask[Event]) -> Date | None:
    """Return the event's date, or a later year that the deed names: who was dead by then had no part in it."""
    date = ask.fact.when.date if ask.fact.when else None
    named = [year for deed in deeds_asked(ask) for year in years_in(deed.deed or "")]
    year = max(named, default="")
    return Date(year, Calendar.GREGORIAN) if year > (date.edtf[:4] if date else "") else date


def _part_in_words(ask: Ask[Event], deed: Deed) -> str:
    """Say what somebody did in the event, on whose word, or something surer of them."""
    if deed.basis in SHAKY_BASES:
        return reason_for(ask, deed.person)()
    name = ask.index.persons[deed.person].name
    if deed.deed:
        did = f"{name} {with_year(deed.deed, scene_of_deeds(ask), ask.index)}"
    elif deed.part is Part.ABSENT:
        did = f"{name} was not there"
    else:
        return reason_for(ask, deed.person)()
    word = by_whose_word(as_known(ask.fact, (deed,)), ask.index, of=deed.person)
    return full_stop(f"{word}, {did}" if word else did)


WHO_DID = WhoDid()
