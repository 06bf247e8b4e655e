"""A difference between two banks in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from trainer.questions.comparison import names_of
from trainer.questions.question import Form
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from trainer.questions.comparison import Changes, Group
    from trainer.questions.question import Question, Withheld

# So many reasons are told, and so many examples of each.
_REASONS = 6
_NAMED = 3

MINUS = "\N{MINUS SIGN}"

_OTHER = "other form"
_NOUNS = {
    Form.CHOICE: "question",
    **dict.fromkeys((Form.TYPED, Form.NUMBER, Form.DATE, Form.RECALL), "flash card"),
    **dict.fromkeys((Form.CLOZE, Form.ORDER, Form.MATCH), _OTHER),
}


def in_brief(changes: Changes) -> str:
    """Return what a change did, in a line: "+7 questions, 1 reworded; 2 withheld"."""
    gained, lost = _by_noun(changes.gained), _by_noun(changes.lost)
    nouns = [noun for noun in dict.fromkeys(_NOUNS.values()) if gained[noun] or lost[noun]]
    parts = [_more_and_fewer(gained[noun], lost[noun], noun) for noun in nouns]
    if changes.reworded:
        parts.append(f"{len(changes.reworded):,} reworded")
    if changes.cards_carried:
        parts.append(f"{counted(len(changes.cards_carried), 'card')} under another id")
    said = ", ".join(parts) or "the same questions"
    withheld = sum(len(group.withheld) for group in changes.groups)
    return f"{said}; {withheld:,} withheld" if withheld else said


def why_withheld(changes: Changes) -> Iterator[str]:
    """Yield a line for each reason for which something is newly withheld, with examples.

    What was asked before is named by its words, all else by its card.
    """
    stems = {name: question.prompt for question in changes.lost for name in names_of(question)}
    for group in changes.groups[:_REASONS]:
        yield _told(group, stems)
    if (more := len(changes.groups) - _REASONS) > 0:
        yield f"… and {counted(more, 'other reason')}"


def _told(group: Group, stems: Mapping[tuple[str, str], str]) -> str:
    what = "no longer asked" if group.asked_before else "withheld"
    names = list(dict.fromkeys(_name(each, stems) for each in group.withheld))
    named = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return f"{len(group.withheld):,} {what}: {group.reason} ({named})"


def _name(withheld: Withheld, stems: Mapping[tuple[str, str], str]) -> str:
    stem = stems.get((withheld.card, withheld.template))
    return f"“{stem}”" if stem else withheld.card.partition(":")[2]


def _more_and_fewer(gained: int, lost: int, noun: str) -> str:
    """Return "+3 questions", with what was lost after what was gained."""
    if not lost:
        return f"+{counted(gained, noun)}"
    fewer = f"{MINUS}{counted(lost, noun)}"
    return f"+{gained:,} {fewer}" if gained else fewer


def _by_noun(questions: Iterable[Question]) -> Counter[str]:
    return Counter(_NOUNS[question.form] for question in questions)
