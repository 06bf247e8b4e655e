"""Saying who somebody is, the first few times that a reader meets the name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from trainer.questions.question import Front, Question
from trainer.questions.wording import full_stop
from trainer.questions.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.questions.index import Index

Asked = TypeVar("Asked", Question, Front)

# After so many times a reader knows the name.
APPEARANCES = 5


def with_glosses(asked: Iterable[Asked], index: Index) -> list[Asked]:
    """Return the questions or fronts, their explanations saying who the persons named in the stem are.

    The stem itself stays as it is: a gloss in it could be a clue, and would part the name from its verb.
    """
    met: Counter[str] = Counter()
    found: list[Asked] = []
    for one in asked:
        stem, fact = _stem_and_fact(one)
        people = sorted({index.by_surname[word] for word in words(stem) & index.by_surname.keys()})
        glosses = []
        for person in people:
            met[person] += 1
            record = index.persons[person]
            if met[person] <= APPEARANCES and record.gloss and record.id != fact:
                glosses.append(full_stop(f"{record.name}: {record.gloss}"))
        if glosses:
            told = _before_the_end(
                one.explanation, " ".join(glosses), index.facts[fact].significance
            )
            found.append(replace(one, explanation=told))
        else:
            found.append(one)
    return found


def _stem_and_fact(asked: Question | Front) -> tuple[str, str]:
    if isinstance(asked, Question):
        return asked.prompt, asked.facts[0]
    return asked.stem, asked.card.fact


def _before_the_end(explanation: str, glosses: str, significance: str | None) -> str:
    """Put the glosses before the last sentences, which say why the fact matters."""
    end = full_stop(significance) if significance else ""
    if end and explanation.endswith(end):
        return " ".join(
            part for part in (explanation.removesuffix(end).strip(), glosses, end) if part
        )
    return f"{explanation} {glosses}"
