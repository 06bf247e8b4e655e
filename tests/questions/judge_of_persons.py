"""What the questions about persons mean, read from the record by brute force; no code shared with the families."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.chapters.record import Chapter
    from trainer.questions.question import Question


def _facts(chapter: Chapter) -> dict[str, Any]:
    return {fact.id: fact for fact in chapter.facts()}


def _subject(question: Question) -> str:
    return (question.card or "").partition("/")[2].partition("#")[0]


def _span(fact: Any) -> tuple[int, int] | None:
    if fact.when is None:
        return None
    first, last = bounds(fact.when.date)
    return None if first is None or last is None else (first, last)


def did_what(chapter: Chapter, question: Question, option: Any) -> bool:
    asked = _alike(chapter, _subject(question).partition(".")[0])
    event, subject = option.id.split("/")
    doer = subject.partition(".")[0]
    if doer in asked:
        return True
    deeds = {d.deed for d in _facts(chapter)[event].people if d.person == doer and d.deed}
    if any(
        d.person in asked and d.deed in deeds and d.part != "absent"
        for e in chapter.events
        for d in e.people
    ):
        return True
    parts = [d for d in _facts(chapter)[event].people if d.person in asked and d.part != "absent"]
    return any(not d.deed for d in parts) if event == question.facts[0] else bool(parts)


def _alike(chapter: Chapter, person: str) -> set[str]:
    """Return everybody who may be this person under another id: whoever shares a whole name."""
    names = {p.id: {p.name, *(n.name for n in p.other_names)} for p in chapter.persons}
    return {who for who, theirs in names.items() if theirs & names.get(person, set())} | {person}


def absent(chapter: Chapter, question: Question, option: Any) -> bool:
    fact = _facts(chapter)[question.facts[0]]
    if not hasattr(fact, "people"):
        missed = {side.who for side in fact.sides if side.stand == "absent"}
        sitting = [fact]
        if _span(fact):
            same = (fact.organization, _span(fact))
            sitting += [v for v in chapter.votes if (v.organization, _span(v)) == same]
        return option.id in missed or not any(option.id in _at_vote(vote) for vote in sitting)
    missed = {d.person for d in fact.people if d.part == "absent"}
    there = {d.person for d in fact.people if d.part in {"actor", "companion", "present"}}
    for vote in chapter.votes:
        if _span(vote) == _span(fact) and vote.organization in fact.organizations:
            there |= _at_vote(vote)
    return option.id in missed or option.id not in there


def _at_vote(vote: Any) -> set[str]:
    told = {side.who for side in vote.sides if side.stand != "absent"}
    return told | set(vote.members.ids() if vote.members else ())


def wrote(chapter: Chapter, question: Question, option: Any) -> bool:
    facts = _facts(chapter)
    if option.id == question.facts[0]:
        return True
    (name,) = {
        p.name
        for p in chapter.persons
        if p.id in facts[question.facts[0]].authors and f"did {p.name} " in question.prompt
    }
    authors = {who for p in chapter.persons if p.name == name for who in _alike(chapter, p.id)}
    title = facts[option.id].title
    return any(authors & {*work.authors} for work in chapter.works if work.title == title)


def opposed(chapter: Chapter, question: Question, option: Any) -> bool:
    fact = _facts(chapter)[question.facts[0]]
    if option.id in fact.opponents:
        return True
    quarrels = [
        s
        for s in chapter.statements
        if (s.speaker == option.id and fact.speaker in s.opponents)
        or (s.speaker == fact.speaker and option.id in s.opponents)
    ]
    return bool(quarrels) or option.id == fact.speaker


def fate(chapter: Chapter, question: Question, option: Any) -> bool:
    people = {person.id: person for person in chapter.persons}
    own = people[question.facts[0]].fate
    whose = option.id.removeprefix("fate-of-")
    other = people[whose].fate
    if whose in _alike(chapter, question.facts[0]):
        return True
    one, two = _span(own), _span(other)
    return not one or not two or not (one[1] < two[0] or two[1] < one[0])


def also_known_as(chapter: Chapter, question: Question, option: Any) -> bool:
    called = question.prompt.partition("“")[2].partition("”")[0].casefold()
    person = next(person for person in chapter.persons if person.id == option.id)
    names = [person.name, *(name.name for name in person.other_names)]
    return any(called in name.casefold().split() or called == name.casefold() for name in names)


def changed(chapter: Chapter, question: Question, option: Any) -> bool:
    facts = _facts(chapter)
    after, before, event = (_span(facts[name]) for name in (*question.facts[:2], option.id))
    if after is None or before is None or event is None:
        return True
    return not (event[1] < before[0] or after[1] < event[0])


def odd_one_out(chapter: Chapter, question: Question, option: Any) -> bool:
    fact = _facts(chapter)[question.facts[0]]
    lists = [getattr(fact, name, None) for name in ("memberships", "members", "elected")]
    members = [o.id for o in question.options if not o.correct]
    (told,) = (roll for roll in lists if roll and {*members} <= {*roll.ids()} and roll.complete)
    return not _alike(chapter, option.id) & {*told.ids()}


def whose(chapter: Chapter, text: str) -> set[str]:
    """Return everybody of whom the record tells a predicate of a match in these words."""
    found = {
        d.person
        for e in chapter.events
        for d in e.people
        if d.deed and d.deed in text and d.part != "absent"
    }
    if text.startswith("held"):
        found |= {s.speaker for s in chapter.statements if text.endswith(f" that {s.position}")}
    if text.startswith(("wrote", "gave")):
        found |= {who for w in chapter.works if w.title in text for who in w.authors}
    if text.startswith("was "):
        found |= {p.id for p in chapter.persons for o in p.offices if text == f"was {o.role}"}
    return found


OF_PERSONS: dict[str, Callable[[Chapter, Question, Any], bool]] = {
    "did-what": did_what,
    "absent": absent,
    "wrote": wrote,
    "opposed": opposed,
    "fate": fate,
    "also-known-as": also_known_as,
    "changed": changed,
    "odd-one-out": odd_one_out,
}
