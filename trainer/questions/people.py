"""Persons as options: who could have, and how often each should come up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.dates import Date, bounds
from trainer.questions.draft import Choice
from trainer.questions.explaining import gloss_of
from trainer.questions.gate import closed
from trainer.questions.question import OptionSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Person
    from trainer.questions.draft import Ask
    from trainer.questions.index import Index

# Enough to draw from, however large the chapter.
_FROM_THE_LESSON = 40
_FROM_ELSEWHERE = 40

# Somebody who is never the answer still comes up now and then.
_LEAST_WEIGHT = 0.5


def person_choice(
    index: Index,
    person: str,
    *,
    why: str | None = None,
    source: OptionSource = OptionSource.OTHER_FACT,
) -> Choice:
    """Return a person as an option, with who they are as the reason unless another is given."""
    record = index.persons[person]
    return Choice(
        id=person,
        text=record.name,
        why=why or gloss_of(record),
        source=source,
        weight=_LEAST_WEIGHT + index.salience[person],
        facts=(person,),
        names=index.name_words[person],
    )


def who_could_have(ask: Ask, date: Date | None) -> Iterator[str]:  # type: ignore[type-arg]  # any fact
    """Yield persons to offer: those of the lesson first, then others, a bounded number, each once.

    Who was dead by then, or may not be asked about, is left out.
    """
    index = ask.index
    lesson = index.people_of_lesson.get(ask.fact.lesson or "", [])
    everyone = index.offerable_persons
    start = ask.chance.below(len(everyone)) if everyone else 0
    around = (everyone[start:] + everyone[:start])[:_FROM_ELSEWHERE]
    for person in dict.fromkeys((*lesson[:_FROM_THE_LESSON], *(other.id for other in around))):
        record = index.persons.get(person)
        if record is not None and not closed(record) and not _is_gone(record, date):
            yield person


def _is_gone(person: Person, date: Date | None) -> bool:
    """Tell whether somebody's fate, as far as the chapter tells it, came before a date."""
    if date is None or person.fate is None or person.fate.when is None:
        return False
    fate, then = bounds(person.fate.when.date).last, bounds(date).first
    return fate is not None and then is not None and fate < then
