"""Finding what a text prints, and telling what of it is on record.

Each class has its rule of when something is on record, by value and place: see `dates`, `numbers` and `names`. A paragraph is,
if a fact has evidence in it, or if it is no more than a name on record or the heading of the text; one without a word needs
none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.chapters.gaps.claims import Claims
from trainer.chapters.gaps.contents import Cited, Contents, Found
from trainer.chapters.gaps.dates import find_dates
from trainer.chapters.gaps.names import find_names, find_titles
from trainer.chapters.gaps.numbers import find_numbers
from trainer.chapters.gaps.omitting import Omissions
from trainer.chapters.gaps.paragraph import Paragraph
from trainer.chapters.gaps.recorded_names import RecordedNames
from trainer.chapters.gaps.report import GapReport, Item, Standing
from trainer.chapters.record import GapClass
from trainer.chapters.text_copy import Text
from trainer.text.capitalized import Capitals
from trainer.text.paragraphs import is_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Chapter
    from trainer.text.fingerprints import TextFingerprint


def find_gaps(
    chapter: Chapter, text: str, *, fingerprint: TextFingerprint | None = None, folder: str = ""
) -> GapReport:
    """Return what a text prints, and what of it the record of a chapter lacks.

    Args:
        chapter: the record.
        text: a copy of the text that it records.
        fingerprint: that of the text which the paragraphs were counted in; a paragraph that the copy
            lacks, or has in addition, is not looked into.
        folder: put before the file names of places.
    """
    located, _ = Text.of_copy(text, chapter.segmentation, fingerprint)
    paragraphs = [
        Paragraph(number, printed)
        for number, printed in located.paragraphs.items()
        if printed is not None
    ]
    claims = Claims(chapter)
    recorded = RecordedNames(chapter)
    capitals = Capitals.of(paragraph.text for paragraph in paragraphs)
    omissions = Omissions(chapter.omitted, folder, claims.paragraphs)
    items: list[Item] = []
    for paragraph in paragraphs:
        cited = tuple(
            Cited(claim, claim.places_in(paragraph)) for claim in claims.of(paragraph.number)
        )
        contents = Contents(paragraph, chapter.year, cited, recorded, capitals)
        for found in sorted(_found(contents), key=lambda found: (found.start, found.stop)):
            standing, reason = omissions.standing(paragraph, found)
            items.append(_item(paragraph, found, standing, reason))
    return GapReport(items=tuple(items), stale=omissions.stale(located.paragraphs))


def _found(contents: Contents) -> Iterator[Found]:
    """Yield everything that a paragraph prints, class by class."""
    yield from find_dates(contents)
    yield from find_numbers(contents)
    yield from find_titles(contents)
    yield from find_names(contents)
    if contents.paragraph.words:
        yield Found(
            class_=GapClass.PARAGRAPH,
            start=0,
            stop=len(contents.paragraph.text),
            recorded=bool(contents.cited)
            or contents.recorded.has(contents.paragraph.words)
            or (contents.paragraph.number == 1 and is_heading(contents.paragraph.text)),
        )


def _item(paragraph: Paragraph, found: Found, standing: Standing, reason: str) -> Item:
    whole = found.class_ is GapClass.PARAGRAPH
    return Item(
        class_=found.class_,
        paragraph=paragraph.number,
        offset=found.start,
        text="" if whole else paragraph.text[found.start : found.stop],
        context=paragraph.near(found.start, found.stop),
        standing=standing,
        reason=reason,
    )
