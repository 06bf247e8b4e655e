"""Finding the tokens of an item of evidence in a text: whole words, in order, close together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.evidence.report import Finding, Verdict
from trainer.text.words import contains, in_order, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.chapters.record import Evidence
    from trainer.chapters.text_copy import Text

WINDOW = 40
"""Within how many words all tokens of an item stand."""


def locate(evidence: Evidence, text: Text, path: str) -> Finding:
    """Return whether the tokens of an item of evidence stand where it says."""
    shown = f"¶ {evidence.paragraph}: {', '.join(f'“{token}”' for token in evidence.prints)}"
    if evidence.paragraph in text.heading:
        return Finding(
            path=path,
            value=shown,
            verdict=Verdict.NOT_JUDGED,
            reason=f"¶ {evidence.paragraph} is of the heading, which this copy lacks",
        )
    trouble = _trouble(evidence, text)
    if trouble is None:
        return Finding(path=path, value=shown, verdict=Verdict.PROVED)
    reason, mend = trouble
    return Finding(path=path, value=shown, verdict=Verdict.FAILED, reason=reason, mend=mend)


def _trouble(evidence: Evidence, text: Text) -> tuple[str, str] | None:
    """Return what is wrong and how to mend it."""
    number = evidence.paragraph
    if not evidence.prints:
        return ("there are no tokens", "quote the figures, names or dates that are printed there")
    if number not in text.paragraphs:
        return (
            f"there is no ¶ {number}: the text has {max(text.paragraphs, default=0)} paragraphs",
            "correct the number of the paragraph",
        )
    if text.paragraphs[number] is None:
        return (f"¶ {number} is missing from this copy of the text", "use a complete copy")
    tokens = [(token, words(token)) for token in evidence.prints]
    for token, wanted in tokens:
        if not contains(wanted, text.words(number)):
            return _absent(token, wanted, number, text)
    return _scattered(tokens, number, text)


def _scattered(
    tokens: Sequence[tuple[str, tuple[str, ...]]], number: int, text: Text
) -> tuple[str, str] | None:
    lengths = [len(wanted) for _, wanted in tokens]
    found = min(
        in_order([wanted for _, wanted in tokens], text.words(number)),
        key=lambda starts: starts[-1] - starts[0],
        default=None,
    )
    if found is None:
        return (
            f"the tokens do not stand in ¶ {number} in this order without overlapping",
            "list them in the order of print, each word once",
        )
    span = found[-1] + lengths[-1] - found[0]
    if span > WINDOW:
        gaps = [
            after - start - length
            for start, length, after in zip(found, lengths, found[1:], strict=False)
        ]
        widest = gaps.index(max(gaps))
        between = f"“{tokens[widest][0]}” and “{tokens[widest + 1][0]}”"
        return (
            f"the tokens stand {span} words apart in ¶ {number}, more than {WINDOW}",
            f"split them into two items: the widest gap, of {gaps[widest]} words, is between {between}",
        )
    return None


def _absent(token: str, wanted: tuple[str, ...], number: int, text: Text) -> tuple[str, str]:
    if not wanted:
        return (f"the token “{token}” holds no word", "quote words or figures")
    elsewhere = [
        other
        for other in text.paragraphs
        if other != number and contains(wanted, text.words(other))
    ]
    if elsewhere:
        places = ", ".join(f"¶ {other}" for other in elsewhere[:3])
        return (f"“{token}” is not printed in ¶ {number}", f"it is in {places}: correct the number")
    if " ".join(wanted) in " ".join(text.words(number)):
        return (
            f"“{token}” is only part of a word in ¶ {number}",
            "quote whole words, as they are printed",
        )
    absent = f"“{token}” is not printed in ¶ {number}"
    if number in text.changed:
        return (f"{absent}, which this copy words differently", "use another copy, or compare them")
    return (absent, "copy the words as they are printed there")
