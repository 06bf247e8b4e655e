"""A small invented chapter, its fronts, and decks of them."""

from __future__ import annotations

from trainer.chapters.record import (
    Basis,
    Candidate,
    Chapter,
    Contest,
    Count,
    Dating,
    Deed,
    Event,
    Evidence,
    Fact,
    Importance,
    Lesson,
    Outcome,
    Part,
    Person,
    Source,
    Status,
    Voice,
    Vote,
    VoteType,
    Work,
)
from trainer.dates import Calendar, Date
from trainer.decks.opening import OpenedDeck
from trainer.questions.ids import card_id
from trainer.questions.question import Card, Front, Kind

SOURCE = Source(file="events.yaml", line=1, column=1)

ANNA = Person(id="anna", source=SOURCE, name="Anna Weir", sort_name="Weir, Anna")
BELA = Person(id="bela", source=SOURCE, name="Béla Marsh", sort_name="Marsh, Béla")

FLOOD = Event(
    id="flood",
    source=SOURCE,
    title="the great flood",
    statement="The river broke its banks.",
    when=Dating(
        date=Date("1803-04-03", Calendar.JULIAN), status=Status.CORRECTED, note="Printed 30"
    ),
    people=(
        Deed(person="anna", part=Part.ACTOR, deed="rang the bell"),
        Deed(person="bela", part=Part.ACTOR, deed="opened the sluice"),
    ),
    lesson="water",
    importance=Importance.CORE,
    significance="It moved the village uphill.",
    contested=(Contest(by="The parson", says="it was the 5th", reference="Register, p. 3"),),
    evidence=(Evidence(paragraph=12, prints=("third of April", "Weir")),),
)
MILL = Event(
    id="mill",
    source=SOURCE,
    title="the building of the mill",
    when=Dating(date=Date("1790", Calendar.JULIAN)),
    lesson="before",
    evidence=(Evidence(paragraph=2, prints=("1790",)),),
)
ELECTION = Vote(
    id="election",
    source=SOURCE,
    type=VoteType.ELECTION,
    title="the election of a reeve",
    candidates=(
        Candidate(person="anna", votes=Count(value=9)),
        Candidate(person="bela", votes=Count(value=4)),
    ),
    lesson="water",
    basis=Basis.PROTOCOL,
    evidence=(Evidence(paragraph=14, prints=("nine", "four")),),
)
MOTION = Vote(
    id="motion",
    source=SOURCE,
    type=VoteType.MOTION,
    title="the vote on the dyke",
    motion="raise the dyke",
    outcome=Outcome.PASSED,
    lesson="water",
    evidence=(Evidence(paragraph=13, prints=("dyke",)),),
)
PAMPHLET = Work(
    id="pamphlet",
    source=SOURCE,
    title="On Water",
    authors=("bela",),
    voice=Voice.REPORTED,
    asserted_by="anna",
    basis=Basis.MEMORY,
    lesson="water",
    evidence=(Evidence(paragraph=15, prints=("On Water",)),),
)
LESSONS = (
    Lesson(id="before", title="Before the water", gist="…", question="…"),
    Lesson(id="water", title="High water", gist="…", question="…"),
)


def chapter(**changes: object) -> Chapter:
    values = {
        "id": "village",
        "digest": "0",
        "title": "A Village",
        "work": "Rivers",
        "author": "C. Brook",
        "narrator": None,
        "year": 1803,
        "calendar": Calendar.JULIAN,
        "format": 1,
        "version": "1.0.0",
        "licence": "CC BY 4.0",
        "segmentation": "lines",
        "voice": "The author was there.",
        "lessons": LESSONS,
        "persons": (ANNA, BELA),
        "events": (FLOOD, MILL),
        "votes": (ELECTION, MOTION),
        "works": (PAMPHLET,),
        **changes,
    }
    return Chapter(**values)  # type: ignore[arg-type]


def front(
    fact: Fact,
    aspect: str,
    kind: Kind,
    *,
    subject: str | None = None,
    stem: str | None = None,
    answer: str | None = None,
    explanation: str | None = None,
) -> Front:
    name = card_id("village", fact.id, subject, aspect)
    return Front(
        card=Card(
            id=name,
            chapter="village",
            fact=fact.id,
            subject=subject,
            aspect=aspect,
            kind=kind,
            lesson=fact.lesson,
            importance=fact.importance,
        ),
        stem=f"What about {name}?" if stem is None else stem,
        answer=f"The answer to {name}" if answer is None else answer,
        explanation=f"All about {fact.id}." if explanation is None else explanation,
        evidence=fact.evidence,
    )


FRONTS = (
    front(FLOOD, "when", Kind.DATE),
    front(FLOOD, "what", Kind.DATE),
    front(FLOOD, "who", Kind.PERSON, subject="anna"),
    front(FLOOD, "who", Kind.PERSON, subject="bela"),
    front(MILL, "when", Kind.DATE),
    front(ELECTION, "winner", Kind.VOTE),
    front(ELECTION, "placed", Kind.VOTE, subject="anna"),
    front(ELECTION, "member", Kind.PERSON, subject="anna"),
    front(MOTION, "outcome", Kind.VOTE),
    front(PAMPHLET, "author", Kind.PERSON),
)


def deck(
    fronts: tuple[Front, ...] = FRONTS,
    *,
    of: Chapter | None = None,
    chapter_fronts: tuple[Front, ...] | None = None,
    name: str = "village",
    title: str = "A Village",
    description: str = "How the water came.",
) -> OpenedDeck:
    return OpenedDeck(
        id=name,
        title=title,
        description=description,
        seed=0,
        chapters=(of or chapter(),),
        cards=tuple(each.card for each in fronts),
        questions=(),
        fronts=fronts,
        chapter_fronts=fronts if chapter_fronts is None else chapter_fronts,
    )
