"""What a note tells beside question and answer: its title, dates, evidence, and whose word it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.record import (
    Basis,
    Event,
    Organization,
    Person,
    Statement,
    Term,
    Voice,
    Vote,
    Work,
)
from trainer.chapters.relations import dating_of
from trainer.dates import Calendar, format_both, format_date
from trainer.questions.explaining import notes as notes_on
from trainer.questions.wording import full_stop, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Chapter, Evidence, Fact

_BASES = {
    Basis.PROTOCOL: "from the minutes",
    Basis.PRINT: "from printed sources",
    Basis.EYEWITNESS: "as an eyewitness",
    Basis.MEMORY: "from memory",
    Basis.INFERENCE: "by inference",
    Basis.HEARSAY: "from hearsay",
}


def title(chapter: Chapter, fact: Fact, subject: str | None) -> str:
    """Return by what a note is found in Anki's browser: what it is about, the subject first."""
    about = upper_first(_title_of_fact(chapter, fact))
    return about if subject is None else f"{_title_of_subject(chapter, fact, subject)}: {about}"


def dates(chapter: Chapter, fact: Fact) -> str:
    """Return the date of a fact in both calendars; in one where the Old Style plays no part."""
    dating = dating_of(fact)
    if dating is None:
        return ""
    modern = {chapter.calendar, dating.date.calendar} == {Calendar.GREGORIAN}
    said = format_date(dating.date) if modern else format_both(dating.date)
    return f"{said}, {dating.time_of_day}" if dating.time_of_day else said


def evidence(items: Iterable[Evidence]) -> Iterator[str]:
    """Yield where the chapter says so, an item for each paragraph: "¶ 30: “third [ 16] of April”"."""
    prints: dict[int, list[str]] = {}
    for item in items:
        tokens = prints.setdefault(item.paragraph, [])
        tokens.extend(f"“{token}”" for token in item.prints if f"“{token}”" not in tokens)
        if item.note:
            tokens.append(f"({item.note})")
    for paragraph, tokens in prints.items():
        yield f"¶ {paragraph}: {', '.join(tokens)}" if tokens else f"¶ {paragraph}"


def corrections(fact: Fact) -> tuple[str, ...]:
    """Return what was put right in a fact, and who says otherwise."""
    return tuple(dict.fromkeys(notes_on(fact)))


def whose_word(chapter: Chapter, fact: Fact) -> str:
    """Return who says so, and how they can know it."""
    narrator = _narrator(chapter)
    basis = _BASES[fact.basis]
    said_by = _person(chapter, fact.asserted_by) if fact.asserted_by else None
    match fact.voice:
        case Voice.NARRATOR:
            return f"{narrator}, {basis}"
        case Voice.REPORTED:
            return f"{said_by or 'Others'}, as {narrator} reports {basis}"
        case Voice.DENIED:
            return f"{said_by or 'Others'}; {narrator} tells it in order to deny it"


def told_once(explanation: str, fact: Fact) -> str:
    """Return an explanation without the sentences for which a note has fields of their own."""
    dating = dating_of(fact)
    apart = [
        fact.significance or "",
        f"The date: {format_both(dating.date)}" if dating else "",
        *notes_on(fact),
    ]
    for sentence in apart:
        if sentence:
            explanation = explanation.replace(full_stop(sentence), " ")
    return " ".join(explanation.split())


def _title_of_fact(chapter: Chapter, fact: Fact) -> str:
    match fact:
        case Event() | Vote() | Work():
            return fact.title
        case Person() | Organization() | Term():
            return fact.name
        case Statement():
            issue = dict(chapter.issues).get(fact.issue, fact.issue)
            return f"{_person(chapter, fact.speaker)} on {issue}"
        case _:
            return fact.id


def _title_of_subject(chapter: Chapter, fact: Fact, subject: str) -> str:
    if isinstance(fact, Person):
        return next((upper_first(o.role) for o in fact.offices if o.id == subject), subject)
    return _person(chapter, subject.partition(".")[0])


def _narrator(chapter: Chapter) -> str:
    return _person(chapter, chapter.narrator) if chapter.narrator else chapter.author


def _person(chapter: Chapter, name: str) -> str:
    return next((person.name for person in chapter.persons if person.id == name), name)
