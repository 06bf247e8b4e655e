"""Where a sentence opens, so that a capital letter there need not be a name's."""

from __future__ import annotations

import re

from trainer.text.folding import plain_marks
from trainer.text.honorifics import ABBREVIATED_HONORIFICS
from trainer.text.words import words

_ENDS = frozenset(".!?…:")
_OPENERS = frozenset("\"'([{–-_*")
_CLOSERS = frozenset("\"')]}_*")
_NOTE_MARK = re.compile(r"\[\d+\]$")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_INITIALS = re.compile(r"\b[^\W\d_]\. ?I\.$")
# How far back a sentence may have ended.
_REACH = 40
_LONGEST_MARK = 8
_LONGEST_ABBREVIATION = 12

ABBREVIATIONS = ABBREVIATED_HONORIFICS | frozenset(
    words("cf vs viz vol vols ed eds p pp ch art fig sec jr sr bros co ltd e g i")
)
"""Words whose full stop ends no sentence, as single letters' does not."""


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether the word at `start` is the first of a sentence, a quotation or a bracket.

    What follows a colon counts as a sentence too; what follows an abbreviation or an initial does not.
    """
    text = plain_marks(text[max(0, start - _REACH) : start])
    index = start = len(text)
    opened = text[-1:] != "" and text[-1] in _OPENERS and text[-1] not in "–-"
    while index and (text[index - 1].isspace() or text[index - 1] in _OPENERS):
        index -= 1
    if mark := _NOTE_MARK.search(text, max(0, index - _LONGEST_MARK), index):
        index = mark.start()
        while index and text[index - 1].isspace():
            index -= 1
    while index and text[index - 1] in _CLOSERS:
        index -= 1
    if opened or not index:
        return True
    if text[index - 1] not in _ENDS:
        return False
    last = _LAST_WORD.search(text, max(0, index - _LONGEST_ABBREVIATION), index)
    if last is None or last[1] == "I":
        return last is None or not _INITIALS.search(text, 0, index)
    return len(last[1]) > 1 and last[1].casefold() not in ABBREVIATIONS
