"""Which omissions leave something out, and which leave out nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trainer.chapters.gaps.report import Stale, Standing
from trainer.chapters.record import LONGEST_TOKEN, GapClass
from trainer.errors import Place
from trainer.text.folding import plain_marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from trainer.chapters.gaps.contents import Found
    from trainer.chapters.gaps.paragraph import Paragraph
    from trainer.chapters.record import Omission

# A pattern is written as on a keyboard.
_AS_TYPED = {ord("–"): "-", 0xA0: " "}


class Omissions:
    """The omissions of a chapter, and which of them have been of use.

    Args:
        omitted: in the order of the file.
        folder: put before the file names of places.
        cited: the paragraphs in which facts have evidence: none of them can be omitted as a whole.
    """

    def __init__(self, omitted: Sequence[Omission], folder: str, cited: AbstractSet[int]) -> None:
        self._folder = folder
        self._omitted = tuple(omitted)
        self._void = {
            index
            for index, omission in enumerate(self._omitted)
            if _is_whole(omission) and omission.paragraph in cited
        }
        self._useful: set[int] = set()
        self._recorded: set[int] = set()
        self._applies: dict[tuple[int, int], _Spans] = {}

    def standing(self, paragraph: Paragraph, found: Found) -> tuple[Standing, str]:
        """Return how something found in a paragraph stands to the record, and why where it is omitted."""
        matching = [
            (index, omission)
            for index, omission in enumerate(self._omitted)
            if index not in self._void
            and omission.paragraph in {None, paragraph.number}
            and omission.class_ in {None, found.class_}
            and _omits(omission, paragraph, self._spans(index, paragraph), found)
        ]
        indices = {index for index, _ in matching}
        if found.recorded:
            self._recorded |= indices
            return (Standing.RECORDED, "")
        self._useful |= indices
        if matching:
            return (Standing.OMITTED, matching[0][1].reason)
        return (Standing.MISSING, "")

    def _spans(self, index: int, paragraph: Paragraph) -> _Spans:
        key = (index, paragraph.number)
        if key not in self._applies:
            self._applies[key] = _spans(self._omitted[index], paragraph)
        return self._applies[key]

    def stale(self, paragraphs: Mapping[int, str | None]) -> tuple[Stale, ...]:
        """Return the omissions that left nothing out, once every paragraph has been asked about.

        What a copy lacks cannot be judged.
        """
        whole = None not in paragraphs.values()
        return tuple(
            self._told(index, omission, paragraphs)
            for index, omission in enumerate(self._omitted)
            if index not in self._useful
            and (whole if omission.paragraph is None else _can_be_judged(omission, paragraphs))
        )

    def _told(self, index: int, omission: Omission, paragraphs: Mapping[int, str | None]) -> Stale:
        if omission.paragraph is not None and omission.paragraph not in paragraphs:
            why = "there is no such paragraph"
        elif index in self._void:
            why = "facts have evidence there: name what is left out one by one, with `prints`"
        elif index in self._recorded:
            why = "all that it names is on record"
        else:
            why = "no gap is found there"
        source = omission.source
        file = f"{self._folder}/{source.file}" if self._folder else source.file
        return Stale(
            place=Place(file, source.line, source.column), what=_description(omission), why=why
        )


# Where an omission applies in a paragraph; None for all of it.
_Spans = list[tuple[int, int]] | None


def _spans(omission: Omission, paragraph: Paragraph) -> _Spans:
    if omission.prints is not None:
        return [(place.start, place.stop) for place in paragraph.places_of(omission.prints)]
    if omission.pattern is not None:
        plain = plain_marks(paragraph.text).translate(_AS_TYPED)
        return [match.span() for match in re.finditer(omission.pattern, plain)]
    return None


def _reaches(pattern: str, paragraph: Paragraph, start: int, stop: int) -> bool:
    """Tell whether a pattern that matches from `start` also matches as far as `stop`.

    Of `thirty|thirty-six` a search takes the first that fits.
    """
    plain = plain_marks(paragraph.text).translate(_AS_TYPED)
    return re.compile(pattern).fullmatch(plain, start, stop) is not None


def _omits(omission: Omission, paragraph: Paragraph, spans: _Spans, found: Found) -> bool:
    """Tell whether what was found lies where an omission applies.

    A token of the greatest length allowed also stands for what begins with it.
    """
    if spans is None:
        return True
    if found.class_ is GapClass.PARAGRAPH:
        return False
    full = omission.prints is not None and len(omission.prints.split()) == LONGEST_TOKEN
    return any(
        start <= found.start and (found.stop <= stop or (full and start == found.start))
        for start, stop in spans
    ) or (
        omission.pattern is not None
        and any(
            start <= found.start < stop < found.stop
            and _reaches(omission.pattern, paragraph, start, found.stop)
            for start, stop in spans
        )
    )


def _is_whole(omission: Omission) -> bool:
    """Tell whether an omission is of everything in a paragraph."""
    return omission.prints is omission.pattern is omission.class_ is None


def _can_be_judged(omission: Omission, paragraphs: Mapping[int, str | None]) -> bool:
    assert omission.paragraph is not None
    return paragraphs.get(omission.paragraph, "") is not None


def _description(omission: Omission) -> str:
    parts = (
        f"¶ {omission.paragraph}" if omission.paragraph is not None else "",
        f"“{omission.prints}”" if omission.prints is not None else "",
        f"/{omission.pattern}/" if omission.pattern is not None else "",
        f"({omission.class_})" if omission.class_ is not None else "",
    )
    return " ".join(filter(None, parts))
