"""What else in the chapter would answer a question that offers nothing, read from the record by brute force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from trainer.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.chapters.record import Chapter
    from trainer.questions.question import Question

# What lasts longer than so many days is no answer to "what happened on that day?".
_LONGEST = 28


def second_answers(chapter: Chapter, question: Question) -> list[str]:
    """Return what answers an open question beside its answer: a name, a fact's id or a reason; none if it is unique."""
    facts: dict[str, Any] = {fact.id: fact for fact in chapter.facts()}
    return sorted(_JUDGES[question.template](chapter, question, facts[question.facts[0]]))


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() == other.casefold()


def _subject(question: Question) -> str:
    return (question.card or "").partition("/")[2].partition("#")[0].partition(".")[0]


def _span(fact: Any) -> tuple[int, int] | None:
    first, last = bounds(fact.when.date) if fact.when else (None, None)
    return None if first is None or last is None else (first, last)


def _may_be_of_one_time(one: Any, other: Any) -> bool:
    first, second = _span(one), _span(other)
    return not first or not second or (first[0] <= second[1] and second[0] <= first[1])


def _when(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    return (e.id for e in chapter.events if e.id != fact.id and _same(e.title, fact.title))


def _what(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    dated: tuple[Any, ...] = (*chapter.events, *chapter.votes)
    for other in dated:
        if other.id == fact.id or not (span := _span(other)):
            continue
        # What is told to be of some month is not "dated" this day.
        to_the_day = all(
            end.count("-") - end.startswith("-") == 2 for end in other.when.date.edtf.split("/")
        )
        if to_the_day and span[1] - span[0] < _LONGEST and _may_be_of_one_time(fact, other):
            yield other.id


def _who_did(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    own = _subject(question)
    said = {
        d.deed
        for d in fact.people
        if d.person == own and d.deed and d.part not in {"absent", "present"}
    }
    said = {deed for deed in said if all(word in question.prompt for word in deed.split())}
    names = {person.id: person.name for person in chapter.persons}
    did: dict[str, set[str]] = {}
    for event in chapter.events:
        for d in event.people:
            if d.deed and d.deed in said and d.part != "absent":
                did.setdefault(d.person, set()).add(d.deed)
    yield from (who for who, deeds in did.items() if deeds >= said and who != own)
    for d in fact.people:
        took_part = d.part in {"actor", "companion"} and not d.deed and d.person != own
        if took_part and not {*names.get(d.person, "").split()} & {*question.prompt.split()}:
            yield d.person


def _author(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    for other in chapter.works:
        titles = (other.title, *(name.name for name in other.other_names))
        if other.id != fact.id and any(_same(title, fact.title) for title in titles):
            yield other.id


def _holder(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    role = next(office.role for office in fact.offices if office.id == _subject(question))
    for person in chapter.persons:
        if person.id != fact.id and any(_same(office.role, role) for office in person.offices):
            yield person.id


def _also_known_as(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    called = {*question.prompt.partition("“")[2].partition("”")[0].casefold().split()}
    for person in chapter.persons:
        names = (person.name, *(name.name for name in person.other_names))
        if person.id != fact.id and any(called <= {*name.casefold().split()} for name in names):
            yield person.id


def _fate(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    return (
        p.id for p in chapter.persons if p.id != fact.id and p.fate and _same(p.name, fact.name)
    )


def _stance(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    for other in chapter.statements:
        if _same(other.position, fact.position) and other.speaker != fact.speaker:
            yield other.speaker


def _position(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    for other in chapter.statements:
        alike = (other.speaker, other.issue) == (fact.speaker, fact.issue)
        if alike and other.id != fact.id and _may_be_of_one_time(fact, other):
            yield other.id


def _twins(chapter: Chapter, fact: Any) -> Iterable[Any]:
    """Yield other votes of the body on the same motion, maybe of the same time."""
    for other in chapter.votes:
        alike = _same(other.motion, fact.motion) and other.organization == fact.organization
        if alike and other.id != fact.id and _may_be_of_one_time(fact, other):
            yield other


def _outcome(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    return (other.id for other in _twins(chapter, fact) if _ended(other) != _ended(fact))


def _ended(vote: Any) -> tuple[Any, Any]:
    return vote.outcome, vote.counts


def _stood(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    who = _subject(question)
    own = {side.stand for side in fact.sides if side.who == who}
    for other in _twins(chapter, fact):
        stands = {side.stand for side in other.sides if side.who == who}
        if stands and (stands != own or other.outcome != fact.outcome):
            yield other.id


def _on_what(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    asked = re.search(r"by ([\d,]+) votes to ([\d,]+)", question.prompt)
    for other in chapter.votes:
        if other.id == fact.id or not other.motion or _same(other.motion, fact.motion):
            continue
        if other.organization != fact.organization or not _may_be_of_one_time(fact, other):
            continue
        counts = other.counts
        told = (
            counts and counts.for_ and counts.against and (counts.for_.value, counts.against.value)
        )
        if asked and told and None not in told:
            numbers = sorted(int(number.replace(",", "")) for number in asked.groups())
            if sorted(number or 0 for number in told) != numbers:
                continue
        yield other.id


def _body(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    for other in chapter.votes:
        if _same(other.motion, fact.motion) and other.organization != fact.organization:
            yield other.organization or "somebody"


def _placed(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    tally = {c.person: c.votes.value if c.votes else None for c in fact.candidates}
    if fact.elected is None or not fact.elected.complete:
        yield "somebody who is not told"
    for who in {*tally, *(fact.elected.ids() if fact.elected else ())}:
        if tally.get(who) is None:
            yield who
    own = _subject(question) or max(tally, key=lambda who: tally[who] or 0)
    yield from (who for who, votes in tally.items() if who != own and votes == tally[own])


def _figure(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    for other in chapter.votes:
        if other.id != fact.id and _same(other.unit, fact.unit) and other.number != fact.number:
            yield other.id


def _ends_of(chapter: Chapter, fact: Any, forward: str, backward: str) -> set[str]:
    direct = {link.to for link in fact.links if link.type == forward}
    told = {
        f.id
        for f in chapter.facts()
        for link in f.links
        if (link.type, link.to) == (backward, fact.id)
    }
    return {end for end in direct | told if end in {f.id for f in chapter.facts()}}


def _because(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    causes = _ends_of(chapter, fact, "because", "led_to")
    return causes - {question.facts[-1]} if len(causes) > 1 else ()


def _led_to(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    effects = _ends_of(chapter, fact, "led_to", "because")
    return effects - {question.facts[-1]} if len(effects) > 1 else ()


def _term(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    for other in chapter.terms:
        if other.id != fact.id and (_same(other.gloss, fact.gloss) or _same(other.name, fact.name)):
            yield other.id


def _casting(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    for other in chapter.votes:
        same = _same(other.motion, fact.motion) and other.organization == fact.organization
        if other.id != fact.id and same and _may_be_of_one_time(fact, other):
            yield other.id


def _dropped_out(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    first, last = ({c.person for c in fact.rounds[at].candidates} for at in (0, -1))
    own = question.answer.sought
    return (first - last).difference(own if isinstance(own, tuple) else ())


def _teller(chapter: Chapter, question: Question, fact: Any) -> Iterable[str]:
    return (e.id for e in chapter.events if e.id != fact.id and _same(e.title, fact.title))


_JUDGES: dict[str, Callable[[Chapter, Question, Any], Iterable[str]]] = {
    "when": _when,
    "about-when": _when,
    "casting": _casting,
    "dropped-out": _dropped_out,
    "teller": _teller,
    "what": _what,
    "who-did": _who_did,
    "author": _author,
    "holder": _holder,
    "also-known-as": _also_known_as,
    "fate": _fate,
    "stance": _stance,
    "position": _position,
    "outcome": _outcome,
    "tally": _outcome,
    "on-what": _on_what,
    "body": _body,
    "winner": _placed,
    "placed": _placed,
    "stood": _stood,
    "figure": _figure,
    "because": _because,
    "led-to": _led_to,
    "term": _term,
}
