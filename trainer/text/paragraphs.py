"""Telling the paragraphs of a plain text apart."""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby

from trainer.text.folding import plain_marks

_LONGEST_HEADING = 12
_HEADING_SIGNS = 120
_QUOTATION_ENDS = "\"'»"


class Segmentation(StrEnum):
    """How paragraphs are told apart."""

    LINES = "lines"
    BLANK_LINE = "blank-line"


def split_paragraphs(text: str, segmentation: str) -> tuple[str, ...]:
    """Return the paragraphs of a text; the first, at index 0, is paragraph 1.

    Args:
        text: with line ends of any system, with or without a byte order mark.
        segmentation: `lines`, where every line that is not empty is a paragraph, or `blank-line`,
            where empty lines stand between paragraphs and the lines of one are joined by a space.

    Raises:
        ValueError: the segmentation has another name.
    """
    rule = Segmentation(segmentation)
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = [line.strip() for line in plain.split("\n")]
    if rule is Segmentation.LINES:
        return tuple(filter(None, lines))
    return tuple(" ".join(block) for filled, block in groupby(lines, key=bool) if filled)


def is_heading(paragraph: str) -> bool:
    """Tell whether the first paragraph of a text is as short as its heading, and no sentence."""
    return (
        len(paragraph) <= _HEADING_SIGNS
        and len(paragraph.split()) <= _LONGEST_HEADING
        and not plain_marks(paragraph).rstrip(_QUOTATION_ENDS).endswith((".", "!", "?"))
    )
