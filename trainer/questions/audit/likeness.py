"""Options that are implausible by type: of another sort or grain than the rest, or of another size.

Whether somebody *could* have done a thing is proved from the record when the question is made; here only what
shows on the surface is judged.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from trainer.questions.audit.finding import Check, Finding, NotJudged, one_by_one
from trainer.questions.audit.item import FIXED, Item, Sort

if TYPE_CHECKING:
    from trainer.questions.audit.item import Offered

NAME = "type"

# A number so many times as large, or as small, as the key tempts nobody.
_FAR = 20
_MEND = "offer something of the key's own sort"


def _judge(item: Item) -> Finding | NotJudged | None:
    kinds = Counter(_kind_of(each) for each in item.offered)
    if len(kinds) > 1:
        return _odd(item, kinds)
    if item.sorts == {Sort.TEXT}:
        return NotJudged(
            check=NAME,
            question=item.id,
            reason="a rule cannot tell of what sort a phrase is that stands for no fact",
        )
    if item.sorts == {Sort.NUMBER}:
        return _size(item)
    return None


def _kind_of(each: Offered) -> str:
    """Return what must agree; phrases may come from events and works alike, as long as they read alike."""
    if each.sort is Sort.DATE:
        return f"date ({each.grain})"
    return each.sort


def _odd(item: Item, kinds: Counter[str]) -> Finding | NotJudged:
    # What a family words itself stands beside the facts that it was worded after.
    if item.sorts.isdisjoint(FIXED) and Sort.TEXT in item.sorts:
        return NotJudged(
            check=NAME,
            question=item.id,
            reason="a rule cannot tell of what sort a phrase is that stands for no fact",
        )
    rare = min(kinds, key=lambda kind: (kinds[kind], kind))
    odd = next(each.text for each in item.offered if _kind_of(each) == rare)
    rest = ", ".join(sorted(kind for kind in kinds if kind != rare))
    return Finding(
        check=NAME,
        questions=(item.id,),
        what=f"“{odd}” is of the sort {rare} among options of the sort {rest}",
        mend=_MEND,
    )


def _size(item: Item) -> Finding | None:
    own = item.key.measure or 0
    for each in item.distractors:
        other = each.measure or 0
        if min(own, other) * _FAR < max(own, other):
            return Finding(
                check=NAME,
                questions=(item.id,),
                what=f"“{each.text}” is of another size than the key, {item.key.text}",
                mend="offer a number that somebody might take for the right one",
            )
    return None


TYPE = Check(name=NAME, looks_for="options of another sort, grain or size", run=one_by_one(_judge))
