"""Which persons, bodies and dates a fact has to do with."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from trainer.chapters.record import (
    Dating,
    Event,
    Fact,
    Organization,
    Person,
    Roll,
    Statement,
    Vote,
    Work,
)
from trainer.dates import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Chapter


def dating_of(fact: Fact) -> Dating | None:
    """Return when the fact happened, was voted, written or said, if the record tells."""
    return fact.when if isinstance(fact, Event | Vote | Work | Statement) else None


def uses_two_calendars(chapter: Chapter) -> bool:
    """Tell whether days need their calendar named: whether the Old Style plays any part in the chapter."""
    if chapter.calendar is Calendar.JULIAN:
        return True
    datings = (dating_of(fact) for fact in chapter.facts())
    return any(dating and dating.date.calendar is Calendar.JULIAN for dating in datings)


def parties_to(fact: Fact) -> frozenset[str]:
    """Return the ids of the persons and bodies that the fact names, itself included where it is one."""
    return frozenset(_parties(fact))


def mentions_of(chapter: Chapter) -> Counter[str]:
    """Count the facts that name each person of a chapter; their own entry is one."""
    people = {person.id for person in chapter.persons}
    return Counter(party for fact in chapter.facts() for party in parties_to(fact) & people)


def _parties(fact: Fact) -> Iterator[str]:
    if fact.asserted_by:
        yield fact.asserted_by
    match fact:
        case Event():
            yield from (deed.person for deed in fact.people)
            yield from fact.organizations
        case Vote():
            yield from _parties_to_vote(fact)
        case Work():
            yield from fact.authors
            if fact.published_in:
                yield fact.published_in
        case Statement():
            yield fact.speaker
            yield from fact.opponents
            yield from fact.also_held_by
            if fact.audience:
                yield fact.audience
        case Person():
            yield fact.id
            yield from (affiliation.organization for affiliation in fact.affiliations)
            yield from (office.organization for office in fact.offices if office.organization)
        case Organization():
            yield fact.id
            yield from _on(fact.memberships)


def _parties_to_vote(vote: Vote) -> Iterator[str]:
    yield from (body for body in (vote.organization, vote.session) if body)
    yield from vote.proposed_by
    yield from (side.who for side in vote.sides)
    yield from (candidate.person for candidate in vote.candidates)
    for roll in (vote.elected, vote.alternates, vote.members):
        yield from _on(roll)


def _on(roll: Roll | None) -> tuple[str, ...]:
    return roll.ids() if roll else ()
