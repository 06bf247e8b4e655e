"""An invented village: a text, and facts to prove by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from trainer.chapters.evidence import Finding, Verdict, prove
from trainer.chapters.record import (
    Chapter,
    Dating,
    Deed,
    Event,
    Evidence,
    Fact,
    Name,
    Organization,
    Person,
    Source,
    Statement,
    Term,
    Vote,
    Work,
)
from trainer.dates import Calendar, make_date

TEXT = """\
A Year in the Village
On the third [ 16] of April, after a long journey, Alder and Birch came back to the village.
In April they quarrelled. On the ninth, Alder walked out; three days later, on the first day of fair weather, he returned.
The council sat from the fourteenth to the twenty- second of May and met again on June 25 (12).
The dyke had 414 votes, 519 opposed it, 67 not voting. The next was passed by ten votes to two.
Alder got 104 votes, Birch 101, Cedar 97; Dogwood and Elm 95 each. There were 109 ballots.
A committee of three was chosen: Birch, Cedar and I. I spoke for the Dyke Fund, “Mud and Money” in hand.
In 1922 Birch wrote that he had seen it all on Tuesday, the 2nd of May; he had not, as early as Apr. 14, o.s.
Twenty-four fishermen, six millers and one carter voted for the dyke, and twenty thousand bricks were ordered.
"""
AT = Source(file="facts.yaml", line=7, column=3)


def cites(paragraph: int, *prints: str) -> Evidence:
    return Evidence(paragraph=paragraph, prints=prints)


def day(edtf: str, calendar: Calendar = Calendar.JULIAN, **more: Any) -> Dating:
    return Dating(date=make_date(edtf, calendar), **more)


def person(identifier: str, *others: str) -> Person:
    names = tuple(Name(name=other) for other in others)
    name = identifier.title()
    return Person(id=identifier, source=AT, name=f"Old {name}", sort_name=name, other_names=names)


PEOPLE = tuple(map(person, ("alder", "birch", "cedar", "dogwood", "elm", "narrator")))
CHAPTER = Chapter(
    id="village",
    digest="",
    title="A Year",
    work="Years",
    author="N.",
    narrator="narrator",
    year=1917,
    calendar=Calendar.JULIAN,
    format=1,
    version="1",
    licence="CC BY 4.0",
    segmentation="lines",
    persons=PEOPLE,
)
SORTS = {
    Person: "persons",
    Organization: "organizations",
    Event: "events",
    Vote: "votes",
    Work: "works",
    Statement: "statements",
    Term: "terms",
}


def findings(fact: Fact, text: str = TEXT, chapter: Chapter = CHAPTER) -> dict[str, Finding]:
    sort = SORTS[type(fact)]
    everything: dict[str, Any] = {sort: (*getattr(chapter, sort), fact)}
    report = prove(replace(chapter, **everything), text)
    (found,) = (each for each in report.facts if each.fact == fact.id)
    return {finding.path: finding for finding in found.findings}


def event(*evidence: Evidence, when: Dating | None = None, people: tuple[Deed, ...] = ()) -> Event:
    return Event(id="e", source=AT, title="it", evidence=evidence, when=when, people=people)


RETURN = cites(2, "third [ 16] of April")
PROVED, FAILED = Verdict.PROVED, Verdict.FAILED
