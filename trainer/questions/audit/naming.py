"""The answer's name in the stem (rule 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.questions.audit.finding import Check, Finding, NotJudged, one_by_one
from trainer.questions.audit.item import Sort
from trainer.questions.words import fold, words

if TYPE_CHECKING:
    from trainer.questions.audit.item import Item

NAME = "naming"

# "Marxist" and "Kerensky's" name somebody too; "Marx" and "market" begin alike by chance.
_LONG_ENOUGH = 5

_MEND = "reword the stem without the name"


def _judge(item: Item) -> Finding | NotJudged | None:
    if item.key.sort is Sort.PERSON:
        return _person(item)
    said = f" {fold(item.stem)} "
    key = fold(item.key.text).removeprefix("the ")
    if not key:
        return NotJudged(check=NAME, question=item.id, reason="the key has no words to look for")
    if f" {key} " in said or f" {key}'s " in said:
        return _found(item, f"the stem says “{item.key.text}”")
    # Every telling word of the key, and at least two of them, is as good as its name.
    if (
        item.key.sort not in {Sort.DATE, Sort.NUMBER, Sort.TALLY}
        and len(item.key.words) > 1
        and item.key.words <= item.words
    ):
        return _found(item, f"the stem has every telling word of “{item.key.text}”")
    return None


def _person(item: Item) -> Finding | None:
    # What asks whose another name is says that name, and must not say the usual one.
    other = item.question.template == "also-known-as"
    names = words(item.key.text) if other else item.key.name_words
    for word in sorted(words(item.stem)):
        for name in names:
            derived = len(name) >= _LONG_ENOUGH and word.startswith(name)
            if word == name or derived:
                return _found(item, f"the stem says “{word}”, and the key is {item.key.text}")
    return None


def _found(item: Item, what: str) -> Finding:
    return Finding(check=NAME, questions=(item.id,), what=what, mend=_MEND)


NAMING = Check(name=NAME, looks_for="the answer's name in the stem", run=one_by_one(_judge))
