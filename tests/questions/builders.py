"""Small chapters, built in Python, on which traps are easy to set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.chapters.record import (
    Candidate,
    Chapter,
    Count,
    Counts,
    Dating,
    Deed,
    Event,
    Evidence,
    Importance,
    Lesson,
    Link,
    LinkType,
    Member,
    Name,
    Office,
    Organization,
    Outcome,
    Part,
    Person,
    Roll,
    Side,
    Source,
    Stand,
    Statement,
    Term,
    Vote,
    VoteType,
    Work,
)
from trainer.dates import Calendar, make_date
from trainer.questions.bank import build_bank
from trainer.questions.question import Form

if TYPE_CHECKING:
    from trainer.questions.question import Bank, Question

SOURCE = Source(file="events.yaml", line=1, column=1)
EVIDENCE = (Evidence(paragraph=1, prints=("Bell",)),)
LESSON = "floods"


def common(**given: Any) -> dict[str, Any]:
    return {"source": SOURCE, "evidence": EVIDENCE, "lesson": LESSON, **given}


def dating(edtf: str, calendar: Calendar = Calendar.JULIAN) -> Dating:
    return Dating(date=make_date(edtf, calendar))


def person(name: str, *, other_names: tuple[str, ...] = (), **given: Any) -> Person:
    return Person(
        id=name.lower().replace(" ", "-"),
        name=name,
        sort_name=name.rpartition(" ")[2],
        other_names=tuple(Name(name=other) for other in other_names),
        **common(**given),
    )


def body(
    ident: str, name: str, *, members: tuple[str, ...] = (), complete: bool = True, **given: Any
) -> Organization:
    return Organization(
        id=ident,
        name=name,
        memberships=roll(*members, complete=complete) if members else None,
        **common(**given),
    )


def roll(*persons: str, complete: bool = True) -> Roll:
    return Roll(persons=tuple(Member(person=name) for name in persons), complete=complete)


def office(ident: str, role: str, organization: str | None = None) -> Office:
    return Office(id=ident, role=role, organization=organization)


def event(
    ident: str,
    title: str,
    edtf: str | None = None,
    *,
    calendar: Calendar = Calendar.JULIAN,
    **given: Any,
) -> Event:
    return Event(
        id=ident,
        title=title,
        when=dating(edtf, calendar) if edtf else None,
        **common(**given),
    )


def deed(who: str, words: str | None = None, part: Part = Part.ACTOR, **given: Any) -> Deed:
    return Deed(person=who, part=part, deed=words, **given)


def count(value: int) -> Count:
    return Count(value=value)


def motion(
    ident: str,
    words: str,
    organization: str,
    tally: tuple[int, int] | None = None,
    *,
    outcome: Outcome | None = None,
    edtf: str | None = None,
    **given: Any,
) -> Vote:
    if outcome is None:
        outcome = Outcome.PASSED if tally is None or tally[0] > tally[1] else Outcome.FAILED
    counts = Counts(for_=count(tally[0]), against=count(tally[1])) if tally else None
    return Vote(
        id=ident,
        type=VoteType.MOTION,
        title=f"the vote on the motion to {words}",
        organization=organization,
        motion=words,
        counts=counts,
        outcome=outcome,
        when=dating(edtf) if edtf else None,
        **common(**given),
    )


def election(ident: str, title: str, tallies: dict[str, int], **given: Any) -> Vote:
    return Vote(
        id=ident,
        type=VoteType.ELECTION,
        title=title,
        candidates=tuple(
            Candidate(person=who, votes=count(votes)) for who, votes in tallies.items()
        ),
        **common(**given),
    )


def figure(
    ident: str,
    unit: str,
    number: int | Count,
    organization: str | None = "north",
    edtf: str | None = "1871-04",
    **given: Any,
) -> Vote:
    return Vote(
        id=ident,
        type=VoteType.FIGURE,
        title=f"the number of {unit}",
        unit=unit,
        number=count(number) if isinstance(number, int) else number,
        organization=organization,
        when=dating(edtf) if edtf else None,
        **common(**given),
    )


def side(who: str, stand: Stand) -> Side:
    return Side(stand=stand, who=who)


def name_list(ident: str, title: str, *members: str, edtf: str | None = None, **given: Any) -> Vote:
    return Vote(
        id=ident,
        type=VoteType.LIST,
        title=title,
        members=roll(*members),
        when=dating(edtf) if edtf else None,
        **common(**given),
    )


def work(ident: str, title: str, *authors: str, **given: Any) -> Work:
    return Work(id=ident, title=title, authors=authors, **common(**given))


def statement(
    ident: str,
    speaker: str,
    position: str,
    *,
    issue: str = "the-dyke",
    edtf: str | None = None,
    **given: Any,
) -> Statement:
    when = {"when": dating(edtf)} if edtf else {}
    return Statement(
        id=ident, speaker=speaker, position=position, issue=issue, **common(**when, **given)
    )


def term(ident: str, name: str, gloss: str, **given: Any) -> Term:
    return Term(id=ident, name=name, gloss=gloss, **common(**given))


def links(**to: str) -> tuple[Link, ...]:
    """Return links as a chapter writes them: `links(because="flood")`; words apart name several facts."""
    return tuple(
        Link(type=LinkType(kind), to=name) for kind, names in to.items() for name in names.split()
    )


PEOPLE = (
    "Ada Bell",
    "Ben Carr",
    "Cy Dunn",
    "Di Egan",
    "Ed Frost",
    "Flo Gray",
    "Gus Hart",
    "Hal Irons",
)


def chapter(*facts: Any, people: tuple[str, ...] = PEOPLE, **given: Any) -> Chapter:
    """Return a chapter of these facts; persons of `people` are added unless given as records."""

    def of(kind: type) -> tuple[Any, ...]:
        return tuple(fact for fact in facts if isinstance(fact, kind))

    told = {fact.id for fact in of(Person)}
    others = tuple(p for name in people if (p := person(name)).id not in told)
    return Chapter(
        **{
            "id": "flood",
            "digest": "0" * 64,
            "title": "The Flood",
            "work": "Annals of the Valley",
            "author": "N. N.",
            "narrator": None,
            "year": 1871,
            "calendar": Calendar.JULIAN,
            "format": 1,
            "version": "1",
            "licence": "CC BY 4.0",
            "segmentation": "lines",
            "issues": (("the-dyke", "the dyke"),),
            "lessons": (Lesson(id=LESSON, title="Floods", gist="Water.", question="Why?"),),
            "persons": (*of(Person), *others),
            "organizations": of(Organization),
            "events": of(Event),
            "votes": of(Vote),
            "works": of(Work),
            "statements": of(Statement),
            "terms": of(Term),
            **given,
        }
    )


def bank(*facts: Any, seed: int = 0, requested: frozenset[str] = frozenset(), **given: Any) -> Bank:
    return build_bank(chapter(*facts, **given), seed, requested)


def choices(made: Bank) -> list[Question]:
    return [question for question in made.questions if question.form is Form.CHOICE]


def asked(made: Bank, template: str, fact: str | None = None) -> list[Question]:
    """Return the questions of a template that offer options."""
    return [
        q
        for q in made.questions
        if q.options and q.template == template and (fact is None or q.facts[0] == fact)
    ]


def orders(made: Bank) -> list[Question]:
    return [q for q in made.questions if q.form is Form.ORDER]


def one(made: Bank, template: str, fact: str | None = None) -> Question:
    (question,) = asked(made, template, fact)
    return question


def reasons(made: Bank, template: str, fact: str | None = None) -> list[str]:
    return [
        w.reason
        for w in made.withheld
        if w.template == template
        and (fact is None or w.card.startswith((f"flood:{fact}#", f"flood:{fact}/")))
    ]


def texts(question: Question) -> list[str]:
    return [option.text for option in question.options]


def option_ids(question: Question) -> set[str]:
    return {option.id for option in question.options}


SPRING = tuple(
    event(f"event-{number}", f"the {word} rising of the water", f"1871-{month:02}-{day:02}")
    for number, (word, month, day) in enumerate(
        [
            ("early", 2, 3),
            ("broad", 2, 21),
            ("quick", 3, 9),
            ("quiet", 3, 28),
            ("sharp", 4, 12),
            ("sudden", 5, 2),
            ("second", 5, 24),
            ("weaker", 6, 10),
        ]
    )
)
"""Eight events on eight days of one spring, weeks apart."""

CORE = Importance.CORE
