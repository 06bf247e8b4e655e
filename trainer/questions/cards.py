"""The cards of a chapter: what there is to remember about each fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from trainer.chapters.record import (
    Basis,
    Deed,
    Event,
    Fact,
    Name,
    Organization,
    Part,
    Person,
    Roll,
    Stand,
    Statement,
    Term,
    Voice,
    Vote,
    VoteType,
    Work,
)
from trainer.questions.ids import card_id
from trainer.questions.links import Links
from trainer.questions.question import Card, Kind
from trainer.questions.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from trainer.chapters.record import Chapter

DATE, PERSON, VOTE, IDEA = Kind.DATE, Kind.PERSON, Kind.VOTE, Kind.IDEA


# Where somebody stood who took part in deciding.
SIDES = frozenset({Stand.FOR, Stand.AGAINST})


class Facet(NamedTuple):
    """An aspect of a fact, or of one subject of it; `lesson` only where it is not the fact's."""

    aspect: str
    kind: Kind
    subject: str | None = None
    lesson: str | None = None


def cards_of(chapter: Chapter) -> Iterator[tuple[Card, Fact]]:
    """Yield every card that the facts could have, with its fact, in the order of the record."""
    links = Links(chapter.facts())
    formerly = {fact.id: fact.formerly for fact in chapter.facts()}
    for fact in chapter.facts():
        for facet in (*facets(fact), *_ties(fact, links)):
            yield _card(chapter, fact, facet, formerly), fact


def facets(fact: Fact) -> Iterator[Facet]:
    """Yield what there is to remember about one fact."""
    match fact:
        case Person():
            yield from _of_person(fact)
        case Organization():
            yield from _members(fact.memberships)
            # What was there before the story needs no telling apart.
            if fact.founded is not None:
                yield Facet("purpose", IDEA)
        case Event():
            yield from _of_event(fact)
        case Vote():
            yield from _of_vote(fact)
        case Work():
            if fact.authors:
                yield Facet("author", PERSON)
        case Statement():
            yield Facet("stance", PERSON)
            yield Facet("position", PERSON)
        case Term():
            yield Facet("term", IDEA)
        case _:
            return


def _ties(fact: Fact, links: Links) -> Iterator[Facet]:
    """Yield what there is to remember about how a fact hangs on others, and how it is known."""
    if isinstance(fact, (Event, Vote)):
        if links.causes(fact.id):
            yield Facet("because", IDEA)
        if links.effects(fact.id):
            yield Facet("led-to", IDEA)
    if isinstance(fact, (Event, Vote, Statement)) and links.undone(fact.id):
        yield Facet("reversed", IDEA)
    if isinstance(fact, Statement) and links.answered(fact.id):
        yield Facet("compare", IDEA)
    if isinstance(fact, Event) and fact.basis is not Basis.PRINT:
        yield Facet("basis", IDEA)


def deeds_by_subject(event: Event) -> dict[str, tuple[Deed, ...]]:
    """Return what each actor did: deeds of one person are one subject, unless they have ids."""
    found: dict[str, tuple[Deed, ...]] = {}
    for deed in event.people:
        if deed.deed and deed.part not in {Part.ABSENT, Part.PRESENT}:
            subject = f"{deed.person}.{deed.id}" if deed.id else deed.person
            found[subject] = (*found.get(subject, ()), deed)
    return found


def absent_from(fact: Event | Vote) -> tuple[str, ...]:
    """Return who is told to have been missing, each once."""
    if isinstance(fact, Event):
        missing = [deed.person for deed in fact.people if deed.part is Part.ABSENT]
    else:
        missing = [side.who for side in fact.sides if side.stand is Stand.ABSENT]
    return tuple(dict.fromkeys(missing))


def rolls_of(vote: Vote) -> Iterator[Roll]:
    """Yield the lists whose members one may be asked for."""
    for roll in (vote.elected, vote.members):
        if roll is not None:
            yield roll


def ids_of(roll: Roll | None) -> tuple[str, ...]:
    """Return who is on a list that may not be told."""
    return () if roll is None else roll.ids()


def name_subject(name: Name) -> str:
    """Return what tells the card of another name from those of the others."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name.name)).strip("-")


def _card(
    chapter: Chapter, fact: Fact, facet: Facet, formerly: Mapping[str, tuple[str, ...]]
) -> Card:
    aspect, kind, subject, lesson = facet
    # A subject begins with somebody's id where it is one: of who was renamed, the cards are known by both.
    who, dot, own = (subject or "").partition(".")
    subjects = (*(f"{old}{dot}{own}" for old in formerly.get(who, ())), subject)
    # The first published comes first; what the card is called now comes last.
    past = [(old, each) for old in (*fact.formerly, fact.id) for each in subjects][:-1]
    return Card(
        id=card_id(chapter.id, fact.id, subject, aspect),
        chapter=chapter.id,
        fact=fact.id,
        subject=subject,
        aspect=aspect,
        kind=kind,
        lesson=lesson or fact.lesson,
        importance=fact.importance,
        formerly=tuple(card_id(chapter.id, old, each, aspect) for old, each in past),
    )


def _of_person(person: Person) -> Iterator[Facet]:
    yield from (Facet("role", PERSON, office.id, office.lesson) for office in person.offices)
    if person.fate is not None:
        yield Facet("fate", PERSON, lesson=person.fate.lesson)
    for name in person.other_names:
        if not name.misprint:
            yield Facet("also-known-as", PERSON, name_subject(name))


def _of_event(event: Event) -> Iterator[Facet]:
    if event.when is not None:
        yield Facet("when", DATE)
        yield Facet("what", DATE)
    if event.voice is Voice.REPORTED and event.asserted_by:
        yield Facet("teller", IDEA)
    yield from (Facet("who", PERSON, subject) for subject in deeds_by_subject(event))
    yield from (Facet("absent", PERSON, person) for person in absent_from(event))


def _of_vote(vote: Vote) -> Iterator[Facet]:
    if vote.type in {VoteType.MOTION, VoteType.CHOICE}:
        yield Facet("outcome", VOTE)
    if vote.type is VoteType.MOTION and vote.casting_vote:
        yield Facet("casting", VOTE)
    if vote.type is VoteType.MOTION:
        yield Facet("on-what", VOTE)
        if vote.organization:
            yield Facet("body", VOTE)
    if any(candidate.votes for candidate in vote.candidates):
        yield Facet("winner", VOTE)
        yield from (Facet("placed", VOTE, c.person) for c in vote.candidates if c.votes)
    if vote.type is VoteType.ELECTION and len(vote.rounds) > 1:
        yield Facet("rounds", VOTE)
    yield from _members(vote.members)
    yield from _members(vote.elected, VOTE)
    others = {person for roll in rolls_of(vote) for person in roll.ids()}
    yield from (each for each in _members(vote.alternates, VOTE) if each.subject not in others)
    if vote.type is VoteType.MOTION:
        sides = dict.fromkeys(side.who for side in vote.sides if side.stand in SIDES)
        yield from (Facet("sides", VOTE, who) for who in sides)
    if vote.type is VoteType.FIGURE:
        yield Facet("figure", VOTE)
    yield from (Facet("absent", PERSON, person) for person in absent_from(vote))


def _members(roll: Roll | None, kind: Kind = PERSON) -> Iterator[Facet]:
    if roll is not None:
        yield from (Facet("member", kind, person) for person in dict.fromkeys(roll.ids()))
