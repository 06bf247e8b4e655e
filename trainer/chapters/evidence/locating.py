"""Finding the tokens of an item of evidence in a text: whole words, in order, close together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.chapters.evidence.report import Finding, Verdict
from trainer.errors import NotFoundError
from trainer.text.fingerprints import align_copy
from trainer.text.paragraphs import split_paragraphs
from trainer.text.words import contains, occurrences, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.chapters.record import Evidence
    from trainer.text.fingerprints import TextFingerprint

WINDOW = 40
"""Within how many words all tokens of an item stand."""

# A heading's lines are shorter than this, in words.
_HEADING = 20


@dataclass(frozen=True, slots=True)
class Text:
    """A text whose paragraphs go by their numbers in the record; None where a copy lacks one.

    Attributes:
        heading: the short paragraphs before the first one that the copy has: a heading that it lacks.
    """

    paragraphs: Mapping[int, str | None]
    heading: frozenset[int] = frozenset()
    _words: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of_copy(
        cls, text: str, segmentation: str, fingerprint: TextFingerprint | None
    ) -> tuple[Text, tuple[str, ...]]:
        """Return a copy of a text, and how it differs from the one that was fingerprinted.

        Without a fingerprint the copy is taken to be the text in which the paragraphs were counted.

        Raises:
            NotFoundError: it is no copy, but another text.
        """
        if fingerprint is None:
            return (cls(dict(enumerate(split_paragraphs(text, segmentation), 1))), ())
        alignment = align_copy(text, fingerprint)
        if not alignment.matches:
            raise NotFoundError(
                "this is no copy of the chapter's text: it has none of its paragraphs",
                mend="name a copy of the text that chapter.yaml describes",
            )
        start = alignment.matches[0].number
        before = [known for known in fingerprint.paragraphs if known.number < start]
        heading = (
            frozenset(known.number for known in before)
            if all(known.words < _HEADING for known in before)
            else frozenset[int]()
        )
        return (cls(alignment.numbered(), heading), alignment.remarks())

    def words(self, paragraph: int) -> tuple[str, ...]:
        """Return the folded words of a paragraph; none of one that is not there."""
        if paragraph not in self._words:
            self._words[paragraph] = words(self.paragraphs.get(paragraph) or "")
        return self._words[paragraph]


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


def shortest_span(tokens: Sequence[Sequence[str]], printed: Sequence[str]) -> int | None:
    """Return the least number of words within which all tokens stand in order; None if they never do."""
    places = [list(occurrences(token, printed)) for token in tokens]
    best: int | None = None
    for start in places[0] if places else ():
        stop = start + len(tokens[0])
        for token, at in zip(tokens[1:], places[1:], strict=True):
            following = next((index for index in at if index >= stop), None)
            if following is None:
                return best
            stop = following + len(token)
        best = stop - start if best is None else min(best, stop - start)
    return best


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
    return _scattered([wanted for _, wanted in tokens], number, text)


def _scattered(
    tokens: Sequence[tuple[str, ...]], number: int, text: Text
) -> tuple[str, str] | None:
    span = shortest_span(tokens, text.words(number))
    if span is None:
        return (
            f"the tokens do not stand in ¶ {number} in this order without overlapping",
            "list them in the order of print, each word once",
        )
    if span > WINDOW:
        return (
            f"the tokens stand {span} words apart in ¶ {number}, more than {WINDOW}",
            "split them into two items of evidence",
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
    return (f"“{token}” is not printed in ¶ {number}", "copy the words as they are printed there")
