"""Short texts of other kinds than the chapters, with what a reader finds in them.

`benchmarks/short_texts` has a file of expectations beside each text: the dates of each paragraph, the votes with their numbers,
and the people, each with all their spellings. A date is right if it is the same to the day; a person is right if all
their names in the draft are those of one person.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from trainer.dates import Calendar, bounds, make_date
from trainer.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Chapter, Count, Event, Person, Vote

HERE = Path(__file__).parent / "short_texts"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a reader finds in a text."""

    calendar: Calendar
    dates: frozenset[tuple[int, object]]
    edtf: dict[tuple[int, object], str]
    tallies: tuple[dict[str, Any], ...]
    persons: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, name: str) -> Expected:
        """Read the expectations of a text."""
        told = yaml.safe_load(HERE.joinpath(f"{name}.yaml").read_text(encoding="utf-8"))
        calendar = Calendar(told["calendar"])
        edtf: dict[tuple[int, object], str] = {
            (paragraph, bounds(make_date(date, calendar))): date
            for paragraph, dates in told["dates"].items()
            for date in dates
        }
        persons = tuple(frozenset(map(fold, names)) for names in told["persons"])
        return cls(calendar, frozenset(edtf), edtf, tuple(told["tallies"]), persons)


@dataclass(frozen=True, slots=True)
class Compared:
    """One sort of find: how many are wanted, what is lacking, how many there are, and what of them is wrong."""

    name: str
    wanted: int
    missing: tuple[str, ...]
    drafted: int
    wrong: tuple[str, ...]


def compared(expected: Expected, draft: Chapter) -> list[Compared]:
    """Compare the draft of a text with what a reader finds in it."""
    return [_dates(expected, draft), _tallies(expected, draft), _persons(expected, draft)]


def _dates(expected: Expected, draft: Chapter) -> Compared:
    dated: tuple[Event | Vote, ...] = (
        *draft.events,
        *(vote for vote in draft.votes if vote.when is not None),
    )
    found = {
        fact.id: ({(one.paragraph, bounds(fact.when.date)) for one in fact.evidence}, fact)
        for fact in dated
        if fact.when is not None
    }
    every = {place for places, _ in found.values() for place in places}
    missing = sorted(expected.dates - every, key=lambda place: (place[0], expected.edtf[place]))
    wrong = [
        f"{fact.when.date.edtf} of {fact.id}"
        for places, fact in found.values()
        if not places & expected.dates and fact.when is not None
    ]
    return Compared(
        "dates",
        len(expected.dates),
        tuple(f"{expected.edtf[place]}, ¶ {place[0]}" for place in missing),
        len(found),
        tuple(wrong),
    )


def _tallies(expected: Expected, draft: Chapter) -> Compared:
    votes = [vote for vote in draft.votes if vote.number is None]
    told = [({one.paragraph for one in vote.evidence}, _numbers(vote, draft)) for vote in votes]
    wanted = [
        (tally["paragraph"], {role: value for role, value in tally.items() if role != "paragraph"})
        for tally in expected.tallies
    ]
    missing = [
        f"{numbers}, ¶ {paragraph}"
        for paragraph, numbers in wanted
        if not any(paragraph in places and numbers == has for places, has in told)
    ]
    wrong = [
        f"{vote.id}: {has}"
        for vote, (places, has) in zip(votes, told, strict=True)
        if not any(paragraph in places and numbers == has for paragraph, numbers in wanted)
    ]
    return Compared("tallies", len(wanted), tuple(missing), len(votes), tuple(wrong))


def _numbers(vote: Vote, chapter: Chapter) -> dict[str, object]:
    surnames = {person.id: fold(person.name.split()[-1]) for person in chapter.persons}
    counts: list[tuple[str, Count | None]] = []
    if vote.counts is not None:
        counts += [(str(stand), count) for stand, count in vote.counts.known()]
    counts += [(surnames[one.person], one.votes) for one in vote.candidates]
    counts += [(fold(one.option.split()[-1]), one.votes) for one in vote.alternatives]
    told: dict[str, object] = {
        role: count.value for role, count in counts if count and count.value is not None
    }
    return told | ({"unanimous": True} if vote.unanimous else {})


def _persons(expected: Expected, draft: Chapter) -> Compared:
    drafted = [set(_names(person)) for person in draft.persons]
    missing = [min(names) for names in expected.persons if not any(names & one for one in drafted)]
    wrong = [
        person.name
        for person, names in zip(draft.persons, drafted, strict=True)
        if not any(names <= one for one in expected.persons)
    ]
    return Compared("persons", len(expected.persons), tuple(missing), len(drafted), tuple(wrong))


def _names(person: Person) -> Iterator[str]:
    yield fold(person.name)
    yield from (fold(other.name) for other in person.other_names)
