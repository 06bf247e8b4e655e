"""What a note tells beside question and answer: its title, dates, evidence, and whose word it is."""

from __future__ import annotations

import re
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
from trainer.questions.explaining import date_sentences
from trainer.questions.explaining import notes as notes_on
from trainer.questions.wording import body, called, full_stop, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.chapters.record import Chapter, Evidence, Fact

_NAMES_DAYS = re.compile(r"\d-\d\d-\d\d")

_BASES = {
    Basis.PROTOCOL: "from the minutes",
    Basis.PRINT: "from printed sources",
    Basis.EYEWITNESS: "as an eyewitness",
    Basis.MEMORY: "from memory",
    Basis.INFERENCE: "by inference",
    Basis.HEARSAY: "from hearsay",
}


class Telling:
    """Tells of the facts of one chapter."""

    def __init__(self, chapter: Chapter) -> None:
        self._names = {person.id: person.name for person in chapter.persons}
        self._others = {one.id: upper_first(body(one)) for one in chapter.organizations}
        self._others |= {work.id: upper_first(called(work)) for work in chapter.works}
        self._issues = dict(chapter.issues)
        self._calendar = chapter.calendar
        self._narrator = self._person(chapter.narrator) if chapter.narrator else chapter.author

    def title(self, fact: Fact, subject: str | None) -> str:
        """Return by what a note is found in Anki's browser: what it is about, the subject first."""
        about = upper_first(self._about(fact))
        return about if subject is None else f"{self._subject(fact, subject)}: {about}"

    def dates(self, fact: Fact) -> str:
        """Return the date of a fact; days in both calendars, unless the Old Style plays no part."""
        dating = dating_of(fact)
        if dating is None:
            return ""
        date = dating.date
        if (
            not _NAMES_DAYS.search(date.edtf)
            or self._calendar is date.calendar is Calendar.GREGORIAN
        ):
            said = format_date(date)
        else:
            said = format_both(date)
        return f"{said}, {dating.time_of_day}" if dating.time_of_day else said

    def whose_word(self, fact: Fact) -> str:
        """Return who says so, and how they can know it."""
        basis = _BASES[fact.basis]
        teller = fact.asserted_by
        said_by = self._others.get(teller) or self._person(teller) if teller else "Others"
        match fact.voice:
            case Voice.NARRATOR:
                return f"{self._narrator}, {basis}"
            case Voice.REPORTED:
                return f"{said_by}, {basis}; reported by {self._narrator}"
            case Voice.DENIED:
                return f"{said_by}; told by {self._narrator} in order to be denied"

    def _about(self, fact: Fact) -> str:
        match fact:
            case Event() | Vote() | Work():
                return fact.title
            case Person() | Organization() | Term():
                return fact.name
            case Statement():
                issue = self._issues.get(fact.issue, fact.issue)
                return f"{self._person(fact.speaker)} on {issue}"
            case _:
                return fact.id

    def _subject(self, fact: Fact, subject: str) -> str:
        if isinstance(fact, Person):
            return next((upper_first(o.role) for o in fact.offices if o.id == subject), subject)
        return self._person(subject.partition(".")[0])

    def _person(self, name: str) -> str:
        return self._names.get(name, name)


def evidence(items: Iterable[Evidence]) -> Iterator[str]:
    """Yield where the chapter says so, paragraph by paragraph: "¶ 30: “third [ 16] of April”"."""
    prints: dict[int, dict[str, None]] = {}
    for item in items:
        tokens = prints.setdefault(item.paragraph, {})
        tokens.update(dict.fromkeys(f"“{token}”" for token in item.prints))
        if item.note:
            tokens[f"({item.note})"] = None
    for paragraph, found in sorted(prints.items()):
        yield f"¶ {paragraph}: {', '.join(found)}" if found else f"¶ {paragraph}"


def corrections(fact: Fact) -> tuple[str, ...]:
    """Return what was put right in a fact, and who says otherwise."""
    return tuple(dict.fromkeys(notes_on(fact)))


def told_once(explanation: str, fact: Fact) -> str:
    """Return an explanation without the sentences for which a note has fields of their own."""
    apart = [
        fact.significance or "",
        *date_sentences(fact),
        *notes_on(fact),
    ]
    for sentence in apart:
        if sentence:
            explanation = explanation.replace(full_stop(sentence), " ")
    return " ".join(explanation.split())
