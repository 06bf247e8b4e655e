"""How much of a curated record a draft finds by itself, and how much of what it finds is right.

    python -m benchmarks.drafting year-1917=the-year-1917.txt harbour-council=harbour-council.txt

Each argument names a chapter and a copy of its text. What a draft finds is compared with the record:

* A *date* of the record that the text prints is found if the draft has it in a paragraph in which a fact that holds it has evidence. A date
  of the draft is right if a fact with evidence in that paragraph holds it, or holds a part or the whole of it; where the
  record leaves out or lacks what is printed there, nothing can be told of it.
* A *tally* is found if the votes of the draft in its paragraphs have all its printed numbers, each in its role.
* A *person* is found by a name of theirs; a person of the draft whose names are nobody's on record is false.

Short texts of other kinds are measured apart (`benchmarks/short_texts.py`).

It ends with 1 if a bound is missed. All misses are listed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.short_texts import HERE as SHORT_TEXTS
from benchmarks.short_texts import Compared, Expected, compared
from trainer.chapters.gaps import Standing, find_gaps
from trainer.chapters.gaps.claims import Claims
from trainer.chapters.loading import load_chapter
from trainer.chapters.record import GapClass, Status
from trainer.content import find_chapter, find_places
from trainer.dates import DateError, bounds, make_date
from trainer.dates.written import resolve
from trainer.drafting.dates import find_events, setting_of
from trainer.drafting.drafting import About, draft_chapter
from trainer.drafting.folders import write_draft
from trainer.drafting.pages import read_pages
from trainer.drafting.reading import read_document
from trainer.text.paragraphs import Segmentation
from trainer.text.transliteration import key, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from trainer.chapters.gaps.claims import Claim
    from trainer.chapters.record import Chapter, Count, Event, Evidence, Person, Round, Vote
    from trainer.dates import Date
    from trainer.dates.dates import Bounds
    from trainer.drafting.reading import Source

_DATES_FOUND = 0.95
_DATES_RIGHT = 0.95
_TALLIES_FOUND = 0.90
_PERSONS_FOUND = 0.90
_PERSONS_RIGHT = 0.90
_SHORT_TEXTS_BOUNDS = {
    "dates": (_DATES_FOUND, _DATES_RIGHT),
    "tallies": (_TALLIES_FOUND, None),
    "persons": (_PERSONS_FOUND, _PERSONS_RIGHT),
}


@dataclass(frozen=True)
class Measure:
    """A share of something, its bound, and what is missing."""

    name: str
    good: int
    total: int
    bound: float | None
    misses: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return self.bound is None or self.good >= self.bound * self.total

    def lines(self) -> Iterator[str]:
        share = self.good / self.total if self.total else 1
        bound = f" (at least {self.bound:.0%})" if self.bound is not None else ""
        yield f"  {self.name:<16} {self.good:>4} of {self.total:<4} {share:>6.1%}{bound}{'' if self.holds else '  MISSED'}"
        yield from (f"      {miss}" for miss in self.misses)


def _drafted(
    source: Source, about: About, name: str, segmentation: Segmentation | None = None
) -> Chapter:
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder, name)
        drafted = draft_chapter(source, about, name=name, segmentation=segmentation)
        write_draft(drafted, where, Path("text.txt"))
        return load_chapter(where)


def measure(record: Chapter, source: Source) -> list[Measure]:
    about = About(title=record.title, calendar=record.calendar)
    draft = _drafted(source, about, record.id, Segmentation(record.segmentation))
    return [
        _dates_found(record, draft),
        _dates_right(record, source),
        *_tallies(record, draft),
        *_persons(record, draft),
    ]


def _paragraphs(evidence: Iterable[Evidence]) -> frozenset[int]:
    return frozenset(item.paragraph for item in evidence)


def _dates_found(record: Chapter, draft: Chapter) -> Measure:
    drafted: dict[int, list[Date]] = {}
    dated: tuple[Event | Vote, ...] = (*draft.events, *draft.votes)
    for fact in dated:
        if fact.when is not None:
            for at in _paragraphs(fact.evidence):
                drafted.setdefault(at, []).append(fact.when.date)
    wanted: dict[str, tuple[Date, set[int], str]] = {}
    for claim in _every_claim(record):
        for dating in claim.datings:
            if dating.status is Status.PRINTED and dating.derived is None:
                told = wanted.setdefault(dating.date.edtf, (dating.date, set(), claim.value.id))
                told[1].update(_paragraphs(claim.evidence))
    misses = tuple(
        f"{edtf} of {fact}, ¶ {', '.join(map(str, sorted(paragraphs)))}"
        for edtf, (date, paragraphs, fact) in wanted.items()
        if not any(_tells(other, date) for at in paragraphs for other in drafted.get(at, ()))
    )
    return Measure("dates found", len(wanted) - len(misses), len(wanted), _DATES_FOUND, misses)


def _tells(drafted: Date, date: Date) -> bool:
    """Tell whether a date that is printed is that on record, lies within it, or has it as one of its ends."""
    if drafted.edtf == date.edtf:
        # Nobody says in which calendar a year is.
        return True
    printed, wanted = bounds(drafted), bounds(date)
    ends = {bound for bound in printed if bound is not None}
    return _within(printed, wanted) or (wanted.first == wanted.last and wanted.first in ends)


def _every_claim(record: Chapter) -> Iterator[Claim]:
    claims = Claims(record)
    found = {
        id(claim): claim for number in sorted(claims.paragraphs) for claim in claims.of(number)
    }
    yield from (claim for claim in found.values() if hasattr(claim.value, "id"))


def _dates_right(record: Chapter, source: Source) -> Measure:
    """Compare the dates of the draft with those of the facts beside them, where the record has what is printed there."""
    pages = read_pages(source.text, Segmentation(record.segmentation))
    setting = setting_of(pages, title=record.title, year=None, calendar=record.calendar)
    assert setting is not None
    claims = Claims(record)
    left_out = {
        (item.paragraph, item.offset)
        for item in find_gaps(record, source.text).items
        if item.class_ is GapClass.DATE and item.standing is not Standing.RECORDED
    }
    right, wrong = 0, []
    for found in find_events(pages, setting):
        if (found.paragraph, found.start) in left_out or found.is_reckoned:
            continue
        date = make_date(found.edtf, *found.calendars(setting.calendar))
        held = list(_held(claims.of(found.paragraph), record))
        if found.edtf == str(record.year) or any(
            found.edtf == other.edtf or _touch(bounds(date), bounds(other)) for other in held
        ):
            right += 1
        else:
            wrong.append(f"{found.edtf}, ¶ {found.paragraph}: {found.hint}")
    return Measure("dates right", right, right + len(wrong), _DATES_RIGHT, tuple(wrong))


def _held(claims: Iterable[Claim], record: Chapter) -> Iterator[Date]:
    """Yield the dates that facts hold, as their own or in their words."""
    for claim in claims:
        yield from (dating.date for dating in claim.datings)
        for written in claim.dates_in_words:
            with suppress(DateError):
                date = resolve(written, year=record.year, calendar=record.calendar)
                if date is not None:
                    yield date


def _touch(one: Bounds, other: Bounds) -> bool:
    """Tell whether one of two stretches of days lies within the other."""
    return _within(one, other) or _within(other, one)


def _within(one: Bounds, other: Bounds) -> bool:
    (a, b), (c, d) = (
        (-_FAR if each.first is None else each.first, _FAR if each.last is None else each.last)
        for each in (one, other)
    )
    return c <= a and b <= d


_FAR = 10**9


def _tallies(record: Chapter, draft: Chapter) -> Iterator[Measure]:
    misses: dict[str, list[str]] = {"tallies": [], "figures": []}
    totals = dict.fromkeys(misses, 0)
    for vote in record.votes:
        wanted = _numbers(vote, record)
        if not wanted:
            continue
        sort = "figures" if vote.number is not None else "tallies"
        totals[sort] += 1
        near = [
            other
            for other in draft.votes
            if _paragraphs(other.evidence) & _paragraphs(vote.evidence)
        ]
        has = {number for other in near for number in _numbers(other, draft)}
        if sort == "figures":
            has |= {("number", number) for _, number in has}
        if not wanted <= has:
            told = ", ".join(f"{role} {number}" for role, number in sorted(wanted))
            where = ", ".join(map(str, sorted(_paragraphs(vote.evidence))))
            misses[sort].append(f"{vote.id}: {told}, ¶ {where}")
    for sort, missing in misses.items():
        bound = _TALLIES_FOUND if sort == "tallies" else None
        good = totals[sort] - len(missing)
        yield Measure(f"{sort} found", good, totals[sort], bound, tuple(missing))


def _numbers(vote: Vote, chapter: Chapter) -> set[tuple[str, int]]:
    """Return the printed numbers of a vote, each with its role or the surname of whom it was given to."""
    names = {person.id: key(person.name.split()[-1]) for person in chapter.persons}
    found: list[tuple[str, Count | None]] = []
    parts: tuple[Vote | Round, ...] = (vote, *vote.rounds)
    for part in parts:
        if part.counts is not None:
            found += [(str(stand), count) for stand, count in part.counts.known()]
        found += [(names[one.person], one.votes) for one in part.candidates]
        found += [(key(one.option.split()[-1]), one.votes) for one in part.alternatives]
    found.append(("number", vote.number))
    return {
        (role, count.value)
        for role, count in found
        if count is not None
        and count.value is not None
        and (count.status is Status.PRINTED or count.note == "as the whole sentence tells")
    }


def _persons(record: Chapter, draft: Chapter) -> Iterator[Measure]:
    found = {
        person.id: [other for other in draft.persons if _same(person, other)]
        for person in record.persons
    }
    missing = [person.name for person in record.persons if not found[person.id]]
    known = {other.id for others in found.values() for other in others}
    false = [person.name for person in draft.persons if person.id not in known]
    yield Measure(
        "persons found", len(found) - len(missing), len(found), _PERSONS_FOUND, tuple(missing)
    )
    yield Measure("persons right", len(known), len(draft.persons), _PERSONS_RIGHT, tuple(false))


def _same(person: Person, other: Person) -> bool:
    """Tell whether two entries share a name: a surname, and a first name where both have one."""
    return any(_alike(one, two) for one in _names(person) for two in _names(other))


def _names(person: Person) -> list[list[str]]:
    names = (person.name, *(other.name for other in person.other_names))
    return [name.partition(",")[0].split() for name in names]


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    if not readings(one[-1]) & readings(other[-1]):
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = key(one[0]), key(other[0])
    return first == second or first[:1] == second[:1] == min(first, second, key=len)


def measure_short_texts() -> list[Measure]:
    """Compare the drafts of all short texts with what a reader finds in them, as one."""
    found: dict[str, list[tuple[str, Compared]]] = {}
    for text in sorted(SHORT_TEXTS.glob("*.txt")):
        expected = Expected.of(text.stem)
        draft = _drafted(read_document(text), About(calendar=expected.calendar), text.stem)
        for one in compared(expected, draft):
            found.setdefault(one.name, []).append((text.stem, one))
    return [measure for name, each in found.items() for measure in _pooled(name, each)]


def _pooled(name: str, each: Sequence[tuple[str, Compared]]) -> Iterator[Measure]:
    wanted, drafted = (sum(one.wanted for _, one in each), sum(one.drafted for _, one in each))
    missing = tuple(f"{text}: {miss}" for text, one in each for miss in one.missing)
    wrong = tuple(f"{text}: {miss}" for text, one in each for miss in one.wrong)
    least, right = _SHORT_TEXTS_BOUNDS[name]
    yield Measure(f"{name} found", wanted - len(missing), wanted, least, missing)
    yield Measure(f"{name} right", drafted - len(wrong), drafted, right, wrong)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.drafting")
    parser.add_argument("chapters", nargs="*", metavar="CHAPTER=TEXT")
    holds = True
    for argument in parser.parse_args(arguments).chapters:
        name, _, file = argument.partition("=")
        record = load_chapter(find_chapter(name, find_places(os.environ)))
        print(record.id)
        for each in measure(record, read_document(Path(file))):
            holds = holds and each.holds
            print("\n".join(each.lines()))
    print("short texts")
    for each in measure_short_texts():
        holds = holds and each.holds
        print("\n".join(each.lines()))
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
