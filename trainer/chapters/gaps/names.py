"""Whether the titles and names that a paragraph prints are on record.

A title is, if it is a name on record as a whole. A name is, word by word, if names on record cover it: what they do not
cover is missing. Honorifics and initials before a person's name go with it, names of months and weekdays with the
calendar.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from trainer.chapters.gaps.contents import Found, is_of_calendar
from trainer.chapters.record import GapClass
from trainer.text.honorifics import is_honorific

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.chapters.gaps.contents import Contents
    from trainer.chapters.gaps.paragraph import Paragraph
    from trainer.text.capitalized import PrintedWord


def find_titles(contents: Contents) -> Iterator[Found]:
    """Yield the titles of a paragraph."""
    for title in contents.titles:
        yield Found(
            class_=GapClass.TITLE,
            start=title.start,
            stop=title.stop,
            recorded=contents.recorded.has(title.words),
        )


def find_names(contents: Contents) -> Iterator[Found]:
    """Yield each name of a paragraph that is on record, and each stretch of the others that is not."""
    for parts in contents.names:
        lacking = _lacking(parts, contents)
        for stretch in lacking or (parts,):
            yield Found(
                class_=GapClass.NAME,
                start=stretch[0].start,
                stop=stretch[-1].stop,
                recorded=not lacking,
            )


def _to_the_last_capital(part: PrintedWord, paragraph: Paragraph) -> tuple[int, ...]:
    """Return which words of a paragraph a name has, without small ones that are hung on: `Pell-like`."""
    at = paragraph.indices(part.start, part.stop)
    great = [index for index in at if paragraph.text[paragraph.located[index].start].isupper()]
    return at[: at.index(great[-1]) + 1] if great else at


def _lacking(parts: Sequence[PrintedWord], contents: Contents) -> list[list[PrintedWord]]:
    """Return the stretches of a name that no name on record covers."""
    judged: list[tuple[bool, PrintedWord]] = []
    covered = contents.covered
    surname: str | None = None
    # From the end, for whether an initial or a title is somebody's depends on what follows.
    for part in reversed(parts):
        at = _to_the_last_capital(part, contents.paragraph)
        known = covered.words.issuperset(at)
        if known:
            is_person = bool(at) and at[0] in covered.persons
            surname = contents.paragraph.words[at[0]] if is_person else None
        elif surname is not None:
            known = is_honorific(part.text) or contents.recorded.is_initial_of(part.text, surname)
        judged.insert(0, (known, part))
    stretches = (
        [part for _, part in group] for known, group in groupby(judged, itemgetter(0)) if not known
    )
    return [stretch for stretch in stretches if not is_of_calendar(stretch)]
