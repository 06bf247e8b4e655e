"""Fingerprints of a text: enough to know each paragraph again in another copy, not to read it.

A paragraph's digest is a hash of its folded words, so that quotation marks, dashes, accents, case and wrapped lines
do not matter. Its sketch holds the least hashes of its pairs of words (min-wise hashing: A. Broder, "On the
resemblance and containment of documents", 1997), so that a copy with a word changed here and there is still known.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from trainer.text.paragraphs import Segmentation, split_paragraphs
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_SKETCH = 24
_LIKE = 0.4
_PERFECT = 1.0


@dataclass(frozen=True, slots=True)
class ParagraphFingerprint:
    """What is kept of a paragraph; `number` counts from 1, `words` is how many it has."""

    number: int
    digest: str
    words: int
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TextFingerprint:
    """What is kept of a text, and how its paragraphs were told apart."""

    segmentation: str
    paragraphs: tuple[ParagraphFingerprint, ...]

    def to_json(self) -> str:
        """Write it as JSON, a paragraph a line, ending with a new line."""
        rows = ",\n".join(
            "    "
            + json.dumps(
                {
                    "number": paragraph.number,
                    "digest": paragraph.digest,
                    "words": paragraph.words,
                    "sketch": list(paragraph.sketch),
                }
            )
            for paragraph in self.paragraphs
        )
        head = json.dumps(self.segmentation)
        return f'{{\n  "segmentation": {head},\n  "paragraphs": [\n{rows}\n  ]\n}}\n'

    @classmethod
    def from_json(cls, text: str) -> TextFingerprint:
        """Read what `to_json` wrote.

        Raises:
            ValueError: the text is not that.
        """
        try:
            data: Any = json.loads(text)
            return cls(
                Segmentation(data["segmentation"]).value,
                tuple(
                    ParagraphFingerprint(
                        int(row["number"]),
                        str(row["digest"]),
                        int(row["words"]),
                        tuple(int(value) for value in row["sketch"]),
                    )
                    for row in data["paragraphs"]
                ),
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"not the fingerprint of a text: {error}") from error


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph of the record and the one of a copy that it is, both from 1; `likeness` from 0 to 1."""

    number: int
    copy: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a copy of a text corresponds to the text that was fingerprinted.

    Attributes:
        copy: the paragraphs of the copy.
        matches: in order; neither number ever falls.
        missing: numbers of fingerprinted paragraphs that the copy lacks.
        extra: numbers of the copy's paragraphs that were not fingerprinted.
    """

    copy: tuple[str, ...]
    matches: tuple[Match, ...]
    missing: tuple[int, ...]
    extra: tuple[int, ...]

    def numbered(self) -> dict[int, str | None]:
        """Return the copy's paragraphs by their number in the record; None for a missing one."""
        found: dict[int, str | None] = {
            match.number: self.copy[match.copy - 1] for match in self.matches
        }
        found.update(dict.fromkeys(self.missing))
        return dict(sorted(found.items()))

    @property
    def changed(self) -> frozenset[int]:
        """Numbers of the fingerprinted paragraphs that the copy words otherwise."""
        return frozenset(match.number for match in self.matches if match.likeness < _PERFECT)

    def remarks(self) -> tuple[str, ...]:
        """Say how the copy differs, one sentence each; nothing for a copy with the same words."""
        pairs = (
            (sorted(self.changed), "worded a little differently in this copy"),
            (self.missing, "missing from this copy"),
            (self.extra, "in this copy only (counted there)"),
        )
        return tuple(f"¶ {_spans(numbers)}: {what}" for numbers, what in pairs if numbers)


def fingerprint(text: str, segmentation: str) -> TextFingerprint:
    """Return the fingerprint of a text.

    Raises:
        ValueError: there is no such segmentation.
    """
    paragraphs = split_paragraphs(text, segmentation)
    return TextFingerprint(
        segmentation,
        tuple(_of(number, paragraph) for number, paragraph in enumerate(paragraphs, 1)),
    )


def align_copy(text: str, known: TextFingerprint) -> Alignment:
    """Align a copy of a text, told apart into paragraphs whichever way fits better."""
    own = align(split_paragraphs(text, known.segmentation), known)
    if not own.missing and not own.changed:
        return own
    others = [rule for rule in Segmentation if rule.value != known.segmentation]
    candidates = [own, *(align(split_paragraphs(text, rule.value), known) for rule in others)]
    best = max(candidates, key=lambda found: sum(match.likeness for match in found.matches))
    return align(_rejoined(best, known), known)


def _rejoined(found: Alignment, known: TextFingerprint) -> list[str]:
    """Return the paragraphs of a copy, those made one again that it breaks in two or more."""
    digests = {one.number: one.digest for one in known.paragraphs}
    copy: list[str | None] = [*found.copy]
    for match in found.matches:
        if match.likeness == _PERFECT:
            continue
        first = last = match.copy
        while first - 1 in found.extra:
            first -= 1
        while last + 1 in found.extra:
            last += 1
        whole = " ".join(found.copy[first - 1 : last])
        if first < last and _of(match.number, whole).digest == digests[match.number]:
            copy[first - 1 : last] = [whole, *[None] * (last - first)]
    return [paragraph for paragraph in copy if paragraph is not None]


def align(copy: Sequence[str], known: TextFingerprint) -> Alignment:
    """Find, in order, which paragraph of a copy is which fingerprinted one."""
    ours, theirs = known.paragraphs, [_of(number, text) for number, text in enumerate(copy, 1)]
    blocks = SequenceMatcher(
        None, [one.digest for one in ours], [one.digest for one in theirs], autojunk=False
    ).get_matching_blocks()
    matches: list[Match] = []
    left = right = 0
    for block in blocks:
        matches += _align_gap(ours[left : block.a], theirs[right : block.b])
        matches += [
            Match(ours[block.a + step].number, theirs[block.b + step].number, _PERFECT)
            for step in range(block.size)
        ]
        left, right = block.a + block.size, block.b + block.size
    numbers, copies = {match.number for match in matches}, {match.copy for match in matches}
    return Alignment(
        tuple(copy),
        tuple(matches),
        tuple(one.number for one in ours if one.number not in numbers),
        tuple(one.number for one in theirs if one.number not in copies),
    )


def _align_gap(
    ours: Sequence[ParagraphFingerprint], theirs: Sequence[ParagraphFingerprint]
) -> list[Match]:
    """Match what lies between equal paragraphs so that likeness in order is greatest in all."""
    if not ours or not theirs:
        return []
    like = [[_likeness(one, other) for other in theirs] for one in ours]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in reversed(range(len(ours))):
        for j in reversed(range(len(theirs))):
            together = like[i][j] + best[i + 1][j + 1] if like[i][j] >= _LIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    matches = []
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if like[i][j] >= _LIKE and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            matches.append(Match(ours[i].number, theirs[j].number, round(like[i][j], 2)))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return matches


def _of(number: int, paragraph: str) -> ParagraphFingerprint:
    printed = words(paragraph)
    digest = blake2b(" ".join(printed).encode(), digest_size=8).hexdigest()
    pairs = {" ".join(pair) for pair in pairwise(("", *printed, ""))}
    hashes = sorted(
        int.from_bytes(blake2b(pair.encode(), digest_size=4).digest(), "big") for pair in pairs
    )
    return ParagraphFingerprint(number, digest, len(printed), tuple(hashes[:_SKETCH]))


def _likeness(one: ParagraphFingerprint, other: ParagraphFingerprint) -> float:
    """Estimate what share of their pairs of words two paragraphs have in common."""
    fewer, more = sorted((one.words, other.words))
    if fewer < _LIKE * more / 2:  # far too short to be alike, even if the longer repeats itself
        return 0.0
    least = set(sorted({*one.sketch, *other.sketch})[:_SKETCH])
    return len(least.intersection(one.sketch).intersection(other.sketch)) / len(least)


def _spans(numbers: Sequence[int]) -> str:
    """Write numbers in order with runs drawn together: `3, 7–9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
