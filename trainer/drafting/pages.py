"""A text as the finders see it: its paragraphs, each read once for dates, numbers, titles and names."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from trainer.chapters.gaps.contents import Contents
from trainer.chapters.gaps.paragraph import Paragraph
from trainer.chapters.gaps.recorded_names import RecordedNames
from trainer.chapters.record import LONGEST_TOKEN, Chapter
from trainer.dates import Calendar
from trainer.text.capitalized import Capitals
from trainer.text.folding import plain_marks
from trainer.text.paragraphs import Segmentation, split_paragraphs
from trainer.text.printable import printable
from trainer.text.sentences import opens_sentence

if TYPE_CHECKING:
    from trainer.dates.written import WrittenDate

_NOTHING = Chapter(
    id="", digest="", title="", work="", author="", narrator=None, year=0,
    calendar=Calendar.GREGORIAN, format=1, version="", licence="", segmentation="lines",
)  # fmt: skip
_LINE_END = re.compile(r"[.!?…:;][\"')\]]*(?:\[\d+\])?\s*$")
_STOP = re.compile(r"[.!?…][\"')\]]*(?:\[\d+\])?\s+")
# Of lines that follow one another, so many end a sentence where each is a paragraph.
_MOSTLY = 0.6


@dataclass(frozen=True)
class Page:
    """One paragraph, from 1, and what it prints."""

    number: int
    contents: Contents

    @property
    def text(self) -> str:
        """The paragraph as it stands in the text."""
        return self.contents.paragraph.text

    @cached_property
    def plain(self) -> str:
        """The same with plain quotation marks and hyphens, each sign in its place."""
        return plain_marks(self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """From and to before which character each of its sentences stands."""
        starts = [0]
        starts += [
            stop.end()
            for stop in _STOP.finditer(self.plain)
            if stop.end() < len(self.text) and opens_sentence(self.text, stop.end())
        ]
        return tuple(zip(starts, [*starts[1:], len(self.text)], strict=True))

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Return the sentence in which a character stands."""
        at = bisect_right(self.sentences, place, key=lambda sentence: sentence[0])
        return self.sentences[max(at - 1, 0)]

    @cached_property
    def dates(self) -> tuple[WrittenDate, ...]:
        """Its dates, as the list of gaps finds them."""
        return self.contents.dates

    def token(self, first: int, last: int) -> str:
        """Return what is printed from word `first` to before word `last` of the paragraph, as a token."""
        located = self.contents.paragraph.located
        return one_token(self.text[located[first].start : located[last - 1].stop])

    def tokens(self, start: int, stop: int) -> tuple[str, ...]:
        """Return what is printed between two characters as tokens of no more words than evidence allows."""
        at = self.contents.paragraph.indices(start, stop)
        found: list[str] = []
        first = at[0] if at else 0
        for index in at:
            whole = self.token(first, index + 1)
            if len(whole.split()) > LONGEST_TOKEN and index > first:
                found.append(self.token(first, index))
                first = index
        return (*found, self.token(first, at[-1] + 1)) if at else ()


def one_token(text: str) -> str:
    """Return printed words as one line that can be quoted anywhere."""
    return " ".join(printable(text.replace("\n", " ")).split())


def segmentation_of(text: str) -> Segmentation:
    """Tell whether each line of a text is a paragraph, or empty lines stand between paragraphs."""
    lines = [line.strip() for line in text.split("\n")]
    followed = [line for line, after in pairwise(lines) if line and after]
    if not followed:
        return Segmentation.BLANK_LINE
    ends = sum(_LINE_END.search(plain_marks(line)) is not None for line in followed)
    if ends >= _MOSTLY * len(followed) or not any(not line for line in lines[:-1]):
        return Segmentation.LINES
    return Segmentation.BLANK_LINE


def read_pages(text: str, segmentation: Segmentation) -> tuple[Page, ...]:
    """Return the paragraphs of a text, read by the finders that look for gaps, with nothing on record."""
    paragraphs = split_paragraphs(text, segmentation)
    capitals = Capitals.of(paragraphs)
    recorded = RecordedNames(_NOTHING)
    return tuple(
        Page(number, Contents(Paragraph(number, printed), 0, (), recorded, capitals))
        for number, printed in enumerate(paragraphs, 1)
    )
