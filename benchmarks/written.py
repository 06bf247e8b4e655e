"""Writes a made-up chapter as an author would: a folder of YAML, and the text that proves it.

Each fact has a paragraph of its own, which prints its date, its names and its figures, so that evidence and gaps have
as much to read as a real chapter of that size gives them.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from trainer.chapters.record import (
    Affiliation,
    Count,
    Counts,
    Dating,
    Event,
    Fact,
    Fate,
    Link,
    Office,
    Organization,
    Person,
    Side,
    Statement,
    Vote,
    Work,
)
from trainer.dates import format_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from trainer.chapters.record import Chapter

_SORTS = ("persons", "organizations", "events", "votes", "works", "statements", "terms")

# What the author writes otherwise than the record keeps it, or not at all.
_NAMES = {"when": "date", "for_": "for", "from_": "from"}
_UNWRITTEN = {"source", "evidence", "lesson"}


def write_chapter(chapter: Chapter, folder: Path) -> Path:
    """Write the chapter's files into `folder`, and its text beside it; return the text's file."""
    folder.mkdir(parents=True, exist_ok=True)
    paragraphs = ["The Annals"]
    of_lesson: dict[str | None, list[int]] = {}
    names = {person.id: person.name for person in chapter.persons}
    names |= {body.id: body.name for body in chapter.organizations}
    evidence: dict[str, list[dict[str, Any]]] = {}
    for fact in sorted(chapter.facts(), key=lambda fact: _number(fact.lesson)):
        tokens = [*_printed(fact, names)]
        paragraphs.append(f"It was so: {'; '.join(tokens)}.")
        number = len(paragraphs)
        evidence[fact.id] = [{"paragraph": number, "prints": [token]} for token in tokens]
        of_lesson.setdefault(fact.lesson, []).append(number)
    about = {
        key: getattr(chapter, key)
        for key in (
            "title",
            "work",
            "author",
            "year",
            "format",
            "version",
            "licence",
            "segmentation",
        )
    }
    held = {statement.issue for statement in chapter.statements}
    issues = {name: said for name, said in chapter.issues if name in held}
    _write(folder, "chapter", [{**about, "calendar": "julian", "issues": issues}])
    _write(
        folder,
        "lessons",
        [
            {
                **{key: getattr(each, key) for key in ("id", "title", "gist", "question")},
                "paragraphs": f"{min(of_lesson[each.id])}-{max(of_lesson[each.id])}",
            }
            for each in chapter.lessons
        ],
    )
    for sort in _SORTS:
        facts: tuple[Fact, ...] = getattr(chapter, sort)
        _write(folder, sort, [{**_plain(each), "evidence": evidence[each.id]} for each in facts])
    text = folder.with_name(f"{folder.name}.txt")
    text.write_text("\n".join(paragraphs) + "\n", encoding="utf-8")
    return text


def _number(lesson: str | None) -> int:
    return int(lesson.removeprefix("lesson-")) if lesson else -1


def _write(folder: Path, name: str, entries: Iterable[dict[str, Any]]) -> None:
    lines = []
    for entry in entries:
        keys = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
        start, indent = ("", "") if name == "chapter" else ("- ", "  ")
        lines.append(start + f"\n{indent}".join(keys) + "\n")
    (folder / f"{name}.yaml").write_text("".join(lines), encoding="utf-8")


def _plain(value: Any) -> Any:  # noqa: PLR0911 - one case for each sort of value
    match value:
        case Dating():
            return value.date.edtf
        case Count(value=int(number)):
            return number
        case Link():
            return {value.type.value: value.to}
        case Side():
            return {value.stand.value: value.who}
        case Enum():
            return value.value
        case tuple():
            return [_plain(each) for each in value]
    if not is_dataclass(value):
        return value
    return {
        _NAMES.get(each.name, each.name): _plain(given)
        for each in fields(value)
        if each.name not in _UNWRITTEN
        and not each.name.startswith("motion_")
        and (given := getattr(value, each.name)) != each.default
    }


def _printed(fact: Fact, names: dict[str, str]) -> Iterator[str]:  # noqa: C901 - one case for each sort of fact
    """Yield the tokens that the fact's paragraph prints."""
    match fact:
        case Person():
            yield fact.name
            yield from (other.name for other in fact.other_names)
            for value in (*fact.offices, *fact.affiliations, fact.fate):
                yield from _dates_of(value)
                if isinstance(value, Affiliation):
                    yield names[value.organization]
        case Organization():
            yield _few_words(fact.name)
            if fact.memberships:
                yield from (names[each.person] for each in fact.memberships.persons)
        case Event():
            yield from _dates_of(fact.when)
            yield from (names[each.person] for each in fact.people)
        case Vote():
            yield from _dates_of(fact.when)
            yield from (names[each.who] for each in fact.sides)
            yield from _figures(fact)
            yield from (
                f"{names[each.person]} {each.votes.value}" for each in fact.candidates if each.votes
            )
            for roll in (fact.elected, fact.members):
                yield from (names[each.person] for each in roll.persons) if roll else ()
        case Work():
            yield _few_words(fact.title)
            yield from _dates_of(fact.when)
            yield from (names[each] for each in fact.authors)
        case Statement():
            yield names[fact.speaker]
            yield from _dates_of(fact.when)
            yield from (names[each] for each in fact.opponents)
        case _:
            yield "in a word"


def _dates_of(value: object) -> Iterator[str]:
    match value:
        case Dating():
            yield format_date(value.date)
        case Office(from_=Dating() as when) | Fate(when=Dating() as when):
            yield format_date(when.date)


def _figures(vote: Vote) -> Iterator[str]:
    if isinstance(vote.counts, Counts):
        for count, side in (
            (vote.counts.for_, "votes for"),
            (vote.counts.against, "against"),
            (vote.counts.abstaining, "abstaining"),
        ):
            if count is not None:
                yield f"{count.value} {side}"
    if vote.number is not None:
        yield f"{vote.number.value} {' '.join((vote.unit or '').split()[:1])}"


def _few_words(name: str) -> str:
    """Return as much of a name as one token may hold."""
    return " ".join(name.split()[:6])
