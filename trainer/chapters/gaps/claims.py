"""What the facts of a chapter hold – dates, numbers, words – and the evidence that they hold it by."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from trainer.chapters.evidence.offsets import lengths_of
from trainer.chapters.record import (
    Count,
    Dating,
    Derivation,
    Evidence,
    Link,
    Person,
    Roll,
    Source,
    Status,
)
from trainer.dates.written import find_dates
from trainer.text.numerals import numerals
from trainer.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.gaps.paragraph import Paragraph, Place
    from trainer.chapters.record import Chapter, Fact
    from trainer.dates.written import WrittenDate


@dataclass(frozen=True)
class Claim:
    """A fact, or an office or fate with evidence of its own."""

    value: Any
    evidence: tuple[Evidence, ...]

    @cached_property
    def datings(self) -> tuple[Dating, ...]:
        """Every date that it holds."""
        return tuple(leaf for leaf in self._leaves if isinstance(leaf, Dating))

    @cached_property
    def dates_in_words(self) -> tuple[WrittenDate, ...]:
        """Every date that its words tell, those of notes included."""
        texts = (leaf for leaf in self._leaves if isinstance(leaf, str))
        return tuple(date for text in texts for date in find_dates(text))

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Every number that it holds, in its counts, lists and spans of time, and in its words."""
        found: set[int] = set()
        for leaf in self._leaves:
            match leaf:
                case Count():
                    found.update(_bounds(leaf))
                case Roll(complete=True, persons=persons):
                    found.add(len(persons))
                case Derivation():
                    found.update(count for length in lengths_of(leaf) for count, _ in length)
                case str():
                    read = numerals(words(leaf))
                    found.update(numeral.value for numeral in read if not numeral.ordinal)
        return frozenset(found)

    @cached_property
    def has_corrected_number(self) -> bool:
        """Whether one of its numbers is printed otherwise than it is recorded."""
        return any(
            isinstance(leaf, Count) and leaf.status is Status.CORRECTED for leaf in self._leaves
        )

    def places_in(self, paragraph: Paragraph) -> tuple[Place, ...]:
        """Return where the tokens of its evidence stand in a paragraph."""
        return tuple(
            place
            for item in self.evidence
            if item.paragraph == paragraph.number
            for place in paragraph.places_of_all(item.prints)
        )

    @cached_property
    def _leaves(self) -> tuple[Any, ...]:
        return tuple(_leaves(self.value))


@dataclass(frozen=True)
class Claims:
    """All claims of a chapter by the paragraphs that they have evidence in."""

    chapter: Chapter

    def of(self, paragraph: int) -> tuple[Claim, ...]:
        """Return those with evidence in a paragraph."""
        return tuple(self._by_paragraph.get(paragraph, ()))

    @property
    def paragraphs(self) -> frozenset[int]:
        """The paragraphs in which any has evidence."""
        return frozenset(self._by_paragraph)

    @cached_property
    def _by_paragraph(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for fact in self.chapter.facts():
            for claim in _claims(fact):
                for number in {item.paragraph for item in claim.evidence}:
                    found.setdefault(number, []).append(claim)
        return found


def _claims(fact: Fact) -> Iterator[Claim]:
    """Yield a fact and apart from it what has evidence of its own, as the proof judges them."""
    if isinstance(fact, Person):
        own = [office for office in fact.offices if office.evidence]
        for office in own:
            yield Claim(office, office.evidence)
        fact = replace(
            fact, offices=tuple(office for office in fact.offices if not office.evidence)
        )
        if fact.fate is not None and fact.fate.evidence:
            yield Claim(fact.fate, fact.fate.evidence)
            fact = replace(fact, fate=None)
    yield Claim(fact, fact.evidence)


# What is no word of the record but ties it together.
_KEYS = frozenset({"id", "formerly", "lesson", "edtf", "reference"})


def _leaves(value: Any) -> Iterator[Any]:
    """Yield every date, number, list and sentence within a fact."""
    match value:
        case Evidence() | Source() | Link() | Enum() | None:
            return
        case str() if " " in value.strip():
            yield value
        case tuple():
            for item in value:
                yield from _leaves(item)
        case _ if is_dataclass(value):
            if isinstance(value, Dating | Count | Roll | Derivation):
                yield value
            for field in fields(value):
                if field.name not in _KEYS:
                    yield from _leaves(getattr(value, field.name))


def _bounds(count: Count) -> Iterator[int]:
    for number in (count.value, count.at_least, count.at_most, count.about):
        if number is not None:
            yield number
    # "more than 150" is at least 151.
    if count.at_least is not None:
        yield count.at_least - 1
    if count.at_most is not None:
        yield count.at_most + 1
