"""The longest key: rule 12 of good questions, a free-text key within 1.3 of the options' mean length."""

from __future__ import annotations

from trainer.questions.audit.finding import Check, Finding, NotJudged, one_by_one
from trainer.questions.audit.item import Item, Sort
from trainer.questions.proof import LONGEST_TO_MEAN

NAME = "length"


def _judge(item: Item) -> Finding | NotJudged | None:
    if not item.is_free_text:
        sorts = " and ".join(sorted(item.sorts - {Sort.TEXT}))
        return NotJudged(
            check=NAME,
            question=item.id,
            reason=f"options of the sort {sorts} are as long as they are; the blind guesses measure them",
        )
    lengths = [len(each.text) for each in item.offered]
    mean, own = sum(lengths) / len(lengths), len(item.key.text)
    if 1 / LONGEST_TO_MEAN <= own / mean <= LONGEST_TO_MEAN:
        return None
    how = "long" if own > mean else "short"
    return Finding(
        check=NAME,
        questions=(item.id,),
        what=f"the key is {own / mean:.1f} times as {how} as the options are on average"
        if own > mean
        else f"the key has {own} letters where the options have {mean:.0f} on average",
        mend="word the key or the distractors so that they are of like length",
    )


LENGTH = Check(
    name=NAME, looks_for="a key that is longer or shorter than the rest", run=one_by_one(_judge)
)
