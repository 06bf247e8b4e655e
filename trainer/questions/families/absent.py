"""`absent`: a meeting, an act or a list, and who of several had no part in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from trainer.chapters.record import Basis, Event, Part, Stand, Status, Vote, VoteType
from trainer.dates import Precision, precision
from trainer.questions.cards import absent_from
from trainer.questions.dating import first_day
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import explanation, statement_of
from trainer.questions.families.family import Family
from trainer.questions.gate import SHAKY_BASES, closed, shaky
from trainer.questions.people import person_choice, right_person
from trainer.questions.proof import FEWEST_OPTIONS
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    BY_THE_AUTHOR,
    as_known,
    attributed,
    beside,
    by_whose_word,
    full_stop,
    introduced,
    is_beginning,
    scene_of,
    upper_first,
    with_year,
)
from trainer.questions.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Deed
    from trainer.questions.index import Index

Missed: TypeAlias = Event | Vote

# What one is at or not at.
_MEETINGS = re.compile(
    r"\b(?:session|meeting|sitting|conference|congress|assembly|gathering|rally|demonstration|party|funeral"
    r"|wedding|trial|banquet|festival|fair|opening|resumption)s?\b"
)

# What one takes part in or does not; at anything else one is present.
_ACTS = re.compile(
    r"\b(?:journey|voyage|march|campaign|strike|rising|insurrection|revolt|flight|attack|defense|offer|appeal"
    r"|leadership|work|election|decision)s?\b"
)

# What one is on or not on.
_LISTS = re.compile(r"\blists?\b")

# "The presence of those who …" names who were there.
_PRESENCE = re.compile(r"the presence of (?:the )?")

# What lasted without anybody taking part in it.
_STATES = re.compile(r"\b(?:absence|silence|distance|tie|bond|lack|state|mood|age|going)\b")

_AFTER_A_NOUN = re.compile(r"\b(?:of|at|in|on|to|for|from|by|with|against|that|which|when)\b")

_PRESENT_PARTS = frozenset({Part.ACTOR, Part.COMPANION, Part.PRESENT})
_PRESENT_STANDS = frozenset(
    {Stand.FOR, Stand.AGAINST, Stand.ABSTAINING, Stand.NOT_VOTING, Stand.PRESENT}
)


class Absent(Family[Missed]):
    """Those alone who are told to have been there: that somebody else was there is no more than likely."""

    template: ClassVar[str] = "absent"
    aspect: ClassVar[str] = "absent"
    kind: ClassVar[Kind] = Kind.PERSON
    pick: ClassVar[Pick] = Pick.BY_ODDS
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Missed]) -> str | None:
        """Refuse what nobody is at, absences on hearsay, and facts that tell of too few who were there."""
        fact, person = ask.fact, _missing(ask)
        if person not in ask.index.persons:
            return "who was missing is no person of the record"
        if any(deed.status is Status.DRAFT for deed in _deeds(fact, person)):
            return "the absence is a draft"
        if any(deed.basis in SHAKY_BASES for deed in _deeds(fact, person)):
            return "it rests on memory, inference or hearsay alone"
        if _STATES.search(_head(fact.title)):
            return "nobody takes part in that"
        return _superfluous(ask)

    def stems(self, ask: Ask[Missed]) -> tuple[str, ...]:
        """Ask who was not at it, not in it or not on it."""
        fact, index = ask.fact, ask.index
        scene = scene_of(fact, index)
        if scene and is_beginning(fact.title):
            scene = f"in {scene.split()[-1]}"
        title = with_year(fact.title, scene, index)
        when, asked = beside(scene, title), _was_missing(title, "NOT")
        known = _as_known(fact, _missing(ask))
        word = by_whose_word(known, index)
        stem = f"which of these {asked}"
        if word is None and isinstance(known, Event) and known.basis is not Basis.PROTOCOL:
            # That somebody was not there is a claim, unless minutes show it.
            return (upper_first(f"{BY_THE_AUTHOR}, {stem}{f' {when}' if when else ''}?"),)
        if when and word:
            stem = f"{stem} {when}"
        elif when:
            stem = f"{when}, {stem}"
        return (attributed(f"{upper_first(stem)}?", known, index),)

    def key(self, ask: Ask[Missed]) -> Choice:
        """Who was missing."""
        return right_person(ask, _missing(ask))

    def distractors(self, ask: Ask[Missed]) -> Iterable[Choice]:
        """Those who were there."""
        for person, why in _present(ask).items():
            yield person_choice(
                ask.index,
                person,
                why=why,
                source=OptionSource.SAME_FACT,
                aspect=self.aspect,
            )

    def may_be_right(self, ask: Ask[Missed], choice: Choice) -> bool:
        """Whoever else was missing, and whoever shares a name with one who was."""
        return any(ask.index.is_same_person(choice.id, who) for who in absent_from(ask.fact))

    def explanation(self, ask: Ask[Missed]) -> str:
        """Say also who was missing, where the fact's own statement does not."""
        fact, index, person = ask.fact, ask.index, _missing(ask)
        name = index.persons[person].name
        if isinstance(fact, Vote):
            if fact.type is not VoteType.LIST:
                return explanation(fact, index)
            others = tuple(side for side in fact.sides if side.who != person)
            lead = f"{name} {_was_missing(fact.title, 'not')}."
            return explanation(replace(fact, sides=others), index, lead=lead)
        is_named = index.name_words[person] & words(statement_of(fact, index))
        return explanation(fact, index, more=() if is_named else (f"{name} was not there.",))


def _was_missing(title: str, no: str) -> str:
    """Say in which way somebody was missing: "was NOT at the meeting"."""
    head = _head(title)
    if _PRESENCE.match(title):
        return f"was {no} among the {_PRESENCE.sub('', title)}"
    if _LISTS.search(head):
        return f"is {no} on {title}"
    if _MEETINGS.search(head):
        return f"was {no} at {title}"
    if _ACTS.search(head):
        return f"did {no} take part in {title}"
    return f"was {no} present at {title}"


def _missing(ask: Ask[Missed]) -> str:
    assert ask.card.subject is not None, "an absence is somebody's"
    return ask.card.subject


def _head(title: str) -> str:
    """Return a title as far as its first noun."""
    return _AFTER_A_NOUN.split(title, maxsplit=1)[0]


def _superfluous(ask: Ask[Missed]) -> str | None:
    """Return why there is nothing to ask: another card asks it, or nobody is told to have been there."""
    if isinstance(ask.fact, Vote) and (event := _told_by_event(ask.fact, _missing(ask), ask.index)):
        return f"it would ask the same as {event}"
    if len(_present(ask)) < FEWEST_OPTIONS - 1:
        return "the record tells of fewer than two who were there"
    return None


def _told_by_event(vote: Vote, person: str, index: Index) -> str | None:
    """Return the event of the body's same day from which somebody is told to have been absent."""
    if vote.when is None or precision(vote.when.date) is not Precision.DAY:
        return None
    for name in index.on_day.get(first_day(vote.when.date), ()):
        event = index.facts[name]
        if not isinstance(event, Event) or vote.organization not in event.organizations:
            continue
        if person in absent_from(event) and not shaky(event):
            return name
    return None


def _deeds(fact: Missed, person: str) -> tuple[Deed, ...]:
    if isinstance(fact, Vote):
        return ()
    return tuple(deed for deed in fact.people if deed.person == person)


def _as_known(fact: Missed, person: str) -> Missed:
    return fact if isinstance(fact, Vote) else as_known(fact, _deeds(fact, person))


def _present(ask: Ask[Missed]) -> dict[str, str]:
    """Return who is told to have been there, with what tells so."""
    index, fact = ask.index, ask.fact
    found: dict[str, str] = {}
    for who, why in (*_at(fact, index), *_on_the_same_day(ask)):
        if who in index.persons and not closed(index.persons[who]):
            found.setdefault(who, why)
    missing = frozenset().union(*(index.namesakes.get(m, {m}) for m in absent_from(fact)))
    return {who: why for who, why in found.items() if who not in missing}


def _at(fact: Missed, index: Index) -> Iterator[tuple[str, str]]:
    """Yield who had a part in a fact that somebody plainly tells."""
    if isinstance(fact, Event):
        for deed in fact.people:
            if deed.part in _PRESENT_PARTS and deed.basis not in SHAKY_BASES:
                did = deed.deed or "was there"
                yield deed.person, _in_words(index, deed.person, did)
        return
    for who in fact.members.ids() if fact.members else ():
        listed = "stood on the list" if _LISTS.search(_head(fact.title)) else "was there"
        yield who, _in_words(index, who, listed)
    for side in fact.sides:
        if side.stand in _PRESENT_STANDS:
            yield side.who, _in_words(index, side.who, "was there")


def _on_the_same_day(ask: Ask[Missed]) -> Iterator[tuple[str, str]]:
    """Yield who voted or spoke in the body of a fact on its day: it is the same sitting."""
    fact, index = ask.fact, ask.index
    if fact.when is None or precision(fact.when.date) is not Precision.DAY:
        return
    bodies = set(fact.organizations if isinstance(fact, Event) else (fact.organization,))
    for vote in index.votes_on(fact.when.date):
        if vote.id == fact.id or vote.when is None or vote.when.date != fact.when.date:
            continue
        if vote.organization in bodies and not shaky(vote):
            yield from _at(vote, index)


def _in_words(index: Index, person: str, did: str) -> str:
    if person not in index.persons:
        return ""
    record = index.persons[person]
    who = introduced(record)
    return full_stop(f"{who} {did}")


ABSENT = Absent()
