"""Duplicates: options that say the same, one person under two names, questions that are asked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.questions.audit.finding import Check, Finding, NotJudged
from trainer.questions.audit.item import FIXED, Item, Offered, Sort, pairs
from trainer.questions.words import fold, word_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME = "duplicates"

# Two phrases with so many of all their telling words in common say the same in other words.
_SHARE, _FEWEST = 0.8, 3


def _run(items: Sequence[Item]) -> Iterator[Finding | NotJudged]:
    for item in items:
        yield from _options(item)
    yield from _stems(items)


def _options(item: Item) -> Iterator[Finding]:
    for one, other in pairs(item.offered):
        if how := _same(one, other):
            yield Finding(
                check=NAME,
                questions=(item.id,),
                what=f"“{one.text}” and “{other.text}” {how}",
                mend="offer something else in the place of one of them",
            )


def _same(one: Offered, other: Offered) -> str | None:
    if fold(one.text) == fold(other.text):
        return "are the same"
    if one.sort is other.sort is Sort.PERSON and one.names & other.names:
        return "go by one name"
    if one.measure is not None and (one.measure, one.grain) == (other.measure, other.grain):
        return "are the same in other words"
    if one.sort in FIXED or other.sort in FIXED:
        return None
    words, others = word_stems(one.text), word_stems(other.text)
    union = words | others
    if len(union) >= _FEWEST and len(words & others) >= _SHARE * len(union):
        return "say nearly the same"
    return None


def _stems(items: Sequence[Item]) -> Iterator[Finding]:
    """Find what is asked twice: one stem with one key, or one stem over the same options.

    Stems that ask "which of these" ask another thing for other options; of any other stem there must be but one.
    """
    met: dict[tuple[str, object], Item] = {}
    for item in items:
        stem = fold(item.stem)
        marks: list[object] = [fold(item.key.text), frozenset(fold(o.text) for o in item.offered)]
        if " of these" not in f" {stem} ":
            marks.append(None)
        twin = next((met[stem, mark] for mark in marks if (stem, mark) in met), None)
        if twin is None:
            met.update(((stem, mark), item) for mark in marks)
            continue
        yield Finding(
            check=NAME,
            questions=(twin.id, item.id),
            what=f"both ask “{item.stem}”, and want {_wanted(twin, item)}",
            mend="say in each stem what tells it from the other, or withhold one",
        )


def _wanted(one: Item, other: Item) -> str:
    if fold(one.key.text) == fold(other.key.text):
        return f"“{one.key.text}”"
    return f"“{one.key.text}” the one and “{other.key.text}” the other"


DUPLICATES = Check(name=NAME, looks_for="options and questions that repeat another", run=_run)
