"""Somebody's copy of the text of a chapter, its paragraphs numbered as the record numbers them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.errors import NotFoundError
from trainer.text.fingerprints import align_copy
from trainer.text.paragraphs import split_paragraphs
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.text.fingerprints import ParagraphFingerprint, TextFingerprint

# A heading's lines are shorter than this, in words.
_HEADING = 20
# What shares less than this with a text, by words, is another text, or one whose paragraphs cannot be told apart.
_LEAST_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Text:
    """A text whose paragraphs go by their numbers in the record; None where a copy lacks one.

    Attributes:
        heading: the short paragraphs before the first one that the copy has: a heading that it lacks.
        changed: those that the copy words otherwise than the text that was fingerprinted.
    """

    paragraphs: Mapping[int, str | None]
    heading: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()
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
        matched = {match.number for match in alignment.matches}
        known = fingerprint.paragraphs
        shared = sum(one.words for one in known if one.number in matched)
        if not matched or shared < _LEAST_SHARE * sum(one.words for one in known):
            raise NotFoundError(
                "this is no copy of the chapter's text: "
                f"it has {len(matched) or 'none'} of its {len(known)} paragraphs",
                mend="name a copy of the text that chapter.yaml describes, with each paragraph on a line of "
                "its own, or empty lines between paragraphs",
            )
        heading = _heading(known, min(matched))
        return (cls(alignment.numbered(), heading, alignment.changed), alignment.remarks())

    def words(self, paragraph: int) -> tuple[str, ...]:
        """Return the folded words of a paragraph; none of one that is not there."""
        if paragraph not in self._words:
            self._words[paragraph] = words(self.paragraphs.get(paragraph) or "")
        return self._words[paragraph]


def _heading(known: Sequence[ParagraphFingerprint], start: int) -> frozenset[int]:
    """Return the paragraphs before one, if they are all as short as those of a heading."""
    before = [one for one in known if one.number < start]
    short = all(one.words < _HEADING for one in before)
    return frozenset(one.number for one in before) if short else frozenset()
