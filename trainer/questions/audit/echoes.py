"""Telling words that the key shares with the stem, and the distractors do not (rule 12).

An echo is a clue only as far as the key echoes more than every distractor does: where each option echoes one
word of the stem, be it another one, whoever chooses by echoes gains nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.questions.audit.finding import Check, Finding, NotJudged, one_by_one

if TYPE_CHECKING:
    from trainer.questions.audit.item import Item

NAME = "echo"

# "report" and "reported", "council" and "councils" remind of each other, and begin alike.
_BEGINNING = 6


def _judge(item: Item) -> Finding | NotJudged | None:
    if not item.words:
        return NotJudged(
            check=NAME, question=item.id, reason="the stem has no telling word to repeat"
        )
    said = _beginnings(item.words)
    echoed = _beginnings(item.key.words) & said
    if not echoed or any(
        len(_beginnings(each.words) & said) >= len(echoed) for each in item.distractors
    ):
        return None
    own = sorted(word for word in item.key.words if word[:_BEGINNING] in echoed)
    return Finding(
        check=NAME,
        questions=(item.id,),
        what=f"the key repeats {_quoted(own)} from the stem, more than any distractor does",
        mend="reword the stem or the key, or let a distractor repeat as much",
    )


def _beginnings(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_BEGINNING] for word in words)


def _quoted(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


ECHO = Check(
    name=NAME, looks_for="words of the stem that the key alone repeats", run=one_by_one(_judge)
)
