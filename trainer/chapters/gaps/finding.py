"""Finding what a text prints, and telling what of it is on record.

When is a thing on record? By value and place:

* a date as `dating` says;
* a number, if a fact holds it and quotes it at that place in its evidence; a number above twelve, wherever it is printed in
  a paragraph in which such a fact quotes it, for nobody counts two things of 414 in one paragraph by chance. A fact whose
  number is corrected, and so printed otherwise, has on record what its tokens print;
* a title, if it is a name on record as a whole;
* a name, word by word, if names on record cover it; honorifics and initials before a person's name belong to it,
  names of months and weekdays to the calendar;
* a paragraph, if a fact has evidence in it.

What stands within a longer thing is that thing's: a number within a date, a month within a name, anything within a
title. A span of time that lies nowhere (`twenty-two days`) is no date but a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from trainer.chapters.evidence.locating import Text
from trainer.chapters.gaps.claims import Claims
from trainer.chapters.gaps.dating import has_date, is_year
from trainer.chapters.gaps.names import RecordedNames, is_honorific
from trainer.chapters.gaps.omitting import Omissions
from trainer.chapters.gaps.paragraph import Paragraph
from trainer.chapters.gaps.report import GapReport, Item
from trainer.chapters.record import GapClass
from trainer.dates.names import MONTHS, WEEKDAYS
from trainer.dates.written import Point, Span, find_dates
from trainer.text.capitalized import Capitals, find_capitalized
from trainer.text.figures import find_figures
from trainer.text.folding import fold
from trainer.text.numerals import numerals
from trainer.text.titles import find_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from trainer.chapters.gaps.claims import Claim
    from trainer.chapters.gaps.names import Covered
    from trainer.chapters.gaps.paragraph import Place
    from trainer.chapters.record import Chapter
    from trainer.dates.written import WrittenDate
    from trainer.text.capitalized import Capitalized, Part
    from trainer.text.figures import Figure
    from trainer.text.fingerprints import TextFingerprint

# Above it, two numbers that are equal are one: nobody counts two things alike by chance.
_SMALL = 12
# Words that lead to a date and are no part of it for whoever quotes it.
_LEADS = frozenset(
    [
        "the",
        "a",
        "an",
        "on",
        "in",
        "at",
        "by",
        "from",
        "since",
        "until",
        "till",
        "to",
        "of",
        "during",
        "about",
        "around",
        "between",
    ]
)
_CALENDAR = frozenset(map(fold, (*MONTHS, *WEEKDAYS)))
Extent = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that a paragraph prints at characters `start` to before `stop`, and whether it is on record."""

    class_: GapClass
    start: int
    stop: int
    recorded: bool

    @property
    def is_paragraph(self) -> bool:
        """Whether it is the paragraph itself."""
        return self.class_ is GapClass.PARAGRAPH


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
    finder = _Finder(
        chapter.year,
        RecordedNames(chapter),
        Claims(chapter),
        Capitals.of(each.text for each in paragraphs),
    )
    omissions = Omissions(chapter.omitted, folder)
    items: list[Item] = []
    for paragraph in paragraphs:
        found = sorted(finder.find(paragraph), key=lambda thing: (thing.start, thing.stop))
        standings = omissions.standings(paragraph, found)
        items += [
            Item(
                class_=thing.class_,
                paragraph=paragraph.number,
                offset=thing.start,
                text="" if thing.is_paragraph else paragraph.text[thing.start : thing.stop],
                context=paragraph.near(thing.start, thing.stop),
                standing=standing,
                reason=reason,
            )
            for thing, (standing, reason) in zip(found, standings, strict=True)
        ]
    return GapReport(items=tuple(items), stale=omissions.stale(located.paragraphs))


@dataclass(frozen=True)
class _Finder:
    year: int
    names: RecordedNames
    claims: Claims
    capitals: Capitals

    def find(self, paragraph: Paragraph) -> Iterator[Found]:
        """Yield what a paragraph prints, class by class."""
        claims = [(claim, claim.places_in(paragraph)) for claim in self.claims.of(paragraph.number)]
        covered = self.names.covered(paragraph.words)
        titles = find_titles(paragraph.text)
        within = [(title.start, title.stop) for title in titles]
        names = find_capitalized(paragraph.text, self.capitals)
        dates = [
            date
            for date in find_dates(paragraph.text)
            if not (isinstance(date.says, Span) or _lies_in((date.start, date.stop), within))
            and not _names_something(date, names, paragraph, covered)
        ]
        for title in titles:
            recorded = self.names.has(title.words)
            yield _found(GapClass.TITLE, (title.start, title.stop), recorded=recorded)
        for date in dates:
            recorded = is_year(date, self.year) or has_date(date, paragraph, claims)
            yield _found(GapClass.DATE, _core(date, paragraph), recorded=recorded)
        within += [(date.start, date.stop) for date in dates]
        for figure in find_figures(paragraph.text):
            span = (figure.start, figure.stop)
            if not _lies_in(span, within):
                recorded = _has_number(figure, claims) or _is_named(span, paragraph, covered)
                yield _found(GapClass.NUMBER, span, recorded=recorded)
        for name in names:
            yield from self._name(name, paragraph, covered, within)
        if paragraph.words:
            yield _found(GapClass.PARAGRAPH, (0, len(paragraph.text)), recorded=bool(claims))

    def _name(
        self, name: Capitalized, paragraph: Paragraph, covered: Covered, taken: Sequence[Extent]
    ) -> Iterator[Found]:
        """Yield a name that is on record, or each stretch of it that is not."""
        parts = [part for part in name.parts if not _lies_in((part.start, part.stop), taken)]
        if all(_is_of_calendar(part) for part in parts):
            return
        lacking = self._lacking(parts, paragraph, covered)
        if not lacking:
            yield _found(GapClass.NAME, (name.start, name.stop), recorded=True)
        for stretch in lacking:
            yield _found(GapClass.NAME, (stretch[0].start, stretch[-1].stop), recorded=False)

    def _lacking(
        self, parts: Sequence[Part], paragraph: Paragraph, covered: Covered
    ) -> list[list[Part]]:
        """Return the stretches of a name that no name on record covers."""
        judged: list[tuple[bool, Part]] = []
        surname: str | None = None
        # From the end, for whether an initial or a title is somebody's depends on what follows.
        for part in reversed(parts):
            at = paragraph.indices(part.start, part.stop)
            known = covered.words.issuperset(at)
            if known:
                surname = paragraph.words[at[0]] if at and at[0] in covered.persons else None
            elif surname is not None:
                known = is_honorific(part.text) or self.names.is_initial_of(part.text, surname)
            judged.insert(0, (known, part))
        stretches = (
            [part for _, part in group]
            for known, group in groupby(judged, itemgetter(0))
            if not known
        )
        return [stretch for stretch in stretches if not all(map(_is_of_calendar, stretch))]


def _is_of_calendar(part: Part) -> bool:
    return fold(part.text) in _CALENDAR


def _core(date: WrittenDate, paragraph: Paragraph) -> Extent:
    """Return where a date stands without the small words that lead to it."""
    at = paragraph.indices(date.start, date.stop)
    for index in at:
        if paragraph.words[index] not in _LEADS:
            return (paragraph.located[index].start, date.stop)
    return (date.start, date.stop)


def _names_something(
    date: WrittenDate, names: Iterable[Capitalized], paragraph: Paragraph, covered: Covered
) -> bool:
    """Tell whether a date is part of a name, as in the February Revolution or the spring session."""
    if not (isinstance(date.says, Point) and date.says.attributive):
        return False
    if covered.longer.intersection(paragraph.indices(date.start, date.stop)[-1:]):
        return True
    return any(
        name.start < date.stop < name.stop and not all(map(_is_of_calendar, name.parts))
        for name in names
    )


def _found(class_: GapClass, span: Extent, *, recorded: bool) -> Found:
    return Found(class_=class_, start=span[0], stop=span[1], recorded=recorded)


def _lies_in(span: Extent, others: Iterable[Extent]) -> bool:
    return any(start <= span[0] and span[1] <= stop for start, stop in others)


def _is_named(span: Extent, paragraph: Paragraph, covered: Covered) -> bool:
    """Tell whether something is part of a longer name, as the five of a Committee of Five."""
    return covered.longer.issuperset(paragraph.indices(*span))


def _has_number(figure: Figure, claims: Sequence[tuple[Claim, Sequence[Place]]]) -> bool:
    """Tell whether one of the facts of a paragraph holds and quotes a number that is printed there."""
    for claim, places in claims:
        holds = figure.value in claim.numbers
        for place in places:
            if place.holds(figure.start, figure.stop) and (holds or claim.has_corrected_number):
                return True
            if holds and figure.value > _SMALL and figure.value in _printed(place):
                return True
    return False


def _printed(place: Place) -> set[int]:
    return {numeral.value for numeral in numerals(place.words)}
