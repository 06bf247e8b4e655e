"""Somebody's copy of the text of a chapter, its paragraphs numbered as the record numbers them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trainer.errors import NotFoundError
from trainer.text.fingerprints import align_copy
from trainer.text.paragraphs import split_paragraphs
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.text.fingerprints import TextFingerprint

# A heading's lines are shorter than this, in words.
_HEADING = 20


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
        return (cls(alignment.numbered(), heading, alignment.changed), alignment.remarks())

    def words(self, paragraph: int) -> tuple[str, ...]:
        """Return the folded words of a paragraph; none of one that is not there."""
        if paragraph not in self._words:
            self._words[paragraph] = words(self.paragraphs.get(paragraph) or "")
        return self._words[paragraph]
