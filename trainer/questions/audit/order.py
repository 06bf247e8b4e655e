"""The order of options: dates and numbers ascend (rule 9); names and phrases may stand in any order.

Of one question nobody can tell whether its names were shuffled; where the key stands over the bank tells it.
"""

from __future__ import annotations

from itertools import pairwise

from trainer.questions.audit.finding import Check, Finding, NotJudged, one_by_one
from trainer.questions.audit.item import Item, Sort

NAME = "order"


def _judge(item: Item) -> Finding | NotJudged | None:
    if item.sorts.isdisjoint({Sort.DATE, Sort.NUMBER}):
        return NotJudged(
            check=NAME,
            question=item.id,
            reason="names and phrases may stand in any order; the places of the key are counted over the bank",
        )
    measures = [each.measure for each in item.offered]
    told = [measure for measure in measures if measure is not None]
    if len(told) < len(measures):
        odd = next(each.text for each in item.offered if each.measure is None)
        return NotJudged(
            check=NAME, question=item.id, reason=f"“{odd}” has no place among dates or numbers"
        )
    if all(one <= other for one, other in pairwise(told)):
        return None
    what = "dates" if Sort.DATE in item.sorts else "numbers"
    return Finding(
        check=NAME,
        questions=(item.id,),
        what=f"the {what} do not ascend: {', '.join(each.text for each in item.offered)}",
        mend="sort the options",
    )


ORDER = Check(name=NAME, looks_for="dates and numbers that do not ascend", run=one_by_one(_judge))
