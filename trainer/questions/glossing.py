"""Saying who somebody is, the first few times that a reader meets the name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.questions.wording import full_stop
from trainer.questions.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Person
    from trainer.questions.index import Index
    from trainer.questions.question import Question

# Within brackets no further bracket is opened.
_GLOSSED = re.compile(r"\([^)]*$")

# After so many times a reader knows the name.
APPEARANCES = 5


def with_glosses(asked: Iterable[Question], index: Index) -> list[Question]:
    """Return the questions, their explanations saying who the persons named in the stem are.

    The stem itself stays as it is: a gloss in it could be a clue, and would part the name from its verb.
    """
    met: Counter[str] = Counter()
    found: list[Question] = []
    for one in asked:
        stem, fact = one.prompt, one.facts[0]
        people = sorted({index.by_surname[word] for word in words(stem) & index.by_surname.keys()})
        glosses = []
        for person in people:
            met[person] += 1
            record = index.persons[person]
            if met[person] <= APPEARANCES and record.gloss and record.id != fact:
                glosses.append(record)
        told = one.explanation
        for record in glosses:
            told = _glossed(told, record, index.facts[fact].significance)
        found.append(replace(one, explanation=told) if glosses else one)
    return found


def _glossed(explanation: str, person: Person, significance: str | None) -> str:
    """Put a gloss in brackets after the name where it first stands, else by itself before the last sentences.

    These say why the fact matters; a gloss never stands among them, and in brackets it leaves their "It" alone.
    """
    end = full_stop(significance) if significance else ""
    if not (end and explanation.endswith(end)):
        end = ""
    start = explanation.removesuffix(end)
    bare = re.compile(rf"\b{re.escape(person.sort_name)}\b(?!['\u2019]|-|\s\()")
    match = bare.search(start)
    if match and not _GLOSSED.search(start[: match.start()]):
        return f"{start[: match.end()]} ({person.gloss}){start[match.end() :]}{end}"
    gloss = f"({full_stop(f'{person.name}: {person.gloss}')})"
    return " ".join(part for part in (start.strip(), gloss, end) if part)
