"""`trainer show`: a chapter as data."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from trainer.chapters.record import Event, Organization, Person, Statement, Term, Vote, Work
from trainer.chapters.relations import dating_of, uses_two_calendars
from trainer.cli.diagnostics import narrate
from trainer.content import find_chapter, find_places
from trainer.dates import format_both, format_date, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.chapters.record import Chapter, Dating, Fact


def show(chapter: str, /, *, json: bool = False) -> None:
    """Show a chapter as data, with dates in both calendars where it has two.

    Parameters
    ----------
    chapter
        The id or path of a chapter.
    json
        Print one JSON object instead of text.
    """
    from trainer.chapters.cache import open_chapter

    places = find_places(os.environ)
    record = open_chapter(find_chapter(chapter, places), places.cache, narrate)
    if json:
        from json import dumps

        from trainer.chapters.showing import as_json

        print(dumps(as_json(record), ensure_ascii=False, indent=2))
    else:
        _print_text(record)


def _print_text(chapter: Chapter) -> None:
    """Print the lessons, then every fact a line, by date where it has one."""
    print(f"{chapter.title}, from {chapter.work} by {chapter.author}")
    if chapter.voice:
        print(chapter.voice)
    both = uses_two_calendars(chapter)
    names = {person.id: person.name for person in chapter.persons}
    names |= {body.id: body.name for body in chapter.organizations}
    of_lesson: dict[str | None, list[Fact]] = {}
    for fact in chapter.facts():
        of_lesson.setdefault(fact.lesson, []).append(fact)
    for lesson in chapter.lessons:
        print(f"\n{lesson.title}  [{lesson.id}]\n  {lesson.question}")
        for fact in _in_order(of_lesson.get(lesson.id, ())):
            print(f"  {_line(fact, names, both=both)}")
    if rest := of_lesson.get(None):
        print("\nIn no lesson")
        for fact in _in_order(rest):
            print(f"  {_line(fact, names, both=both)}")


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Put what is dated first, by date; the rest keeps its order."""
    dated: list[tuple[Dating, Fact]] = []
    undated: list[Fact] = []
    for fact in facts:
        if dating := dating_of(fact):
            dated.append((dating, fact))
        else:
            undated.append(fact)
    return [fact for _, fact in sorted(dated, key=lambda pair: sort_key(pair[0].date))] + undated


def _line(fact: Fact, names: Mapping[str, str], *, both: bool) -> str:
    """Say when and what, with what is noted of a vote."""
    dating, when = dating_of(fact), ""
    if dating:
        when = f"{format_both(dating.date) if both else format_date(dating.date)}: "
    noted = f" – {fact.note}" if isinstance(fact, Vote) and fact.note else ""
    return f"{when}{_naming(fact, names)}  [{fact.id}]{noted}"


def _naming(fact: Fact, names: Mapping[str, str]) -> str:
    match fact:
        case Statement():
            return f"{names.get(fact.speaker, fact.speaker)} held that {fact.position}"
        case Event() | Vote() | Work():
            return fact.title
        case Person() | Organization() | Term():
            return f"{fact.name}, {fact.gloss}" if fact.gloss else fact.name
    raise AssertionError(f"a fact of no known sort: {fact.id}")
