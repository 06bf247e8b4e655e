"""The first chapter as its editors mean it: what its lessons hold, and how much of it is core."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.fixtures import YEAR_1917, loaded
from trainer.chapters.record import Chapter, Importance
from trainer.chapters.showing import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def record() -> Chapter:
    return loaded(YEAR_1917)


def test_every_lesson_has_six_to_fifteen_core_facts(record: Chapter) -> None:
    core = Counter(f.lesson for f in record.facts() if f.importance is Importance.CORE)
    assert core.keys() == {lesson.id for lesson in record.lessons}
    assert {lesson: n for lesson, n in core.items() if not 6 <= n <= 15} == {}


def test_at_most_a_hundred_and_fifty_facts_are_core(record: Chapter) -> None:
    assert sum(f.importance is Importance.CORE for f in record.facts()) <= 150


def test_the_frame_holds_the_ten_terms_twelve_people_and_eight_bodies_that_one_needs(
    record: Chapter,
) -> None:
    assert [
        sum(fact.lesson == "frame" for fact in facts)
        for facts in (record.terms, record.persons, record.organizations)
    ] == [10, 12, 8]


def test_russia_counts_no_longer_by_the_julian_calendar_after_february_1918(
    record: Chapter,
) -> None:
    julian = [date for date in dates(as_json(record)) if date["calendar"] == "julian"]
    assert len(julian) > 100
    assert [date["edtf"] for date in julian if last_year(date["edtf"]) > 1918] == []


def dates(value: Any) -> Iterator[dict[str, str]]:
    """Yield every date within plain data."""
    if isinstance(value, dict):
        if "edtf" in value:
            yield value
        for held in value.values():
            yield from dates(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from dates(held)


def last_year(edtf: str) -> int:
    return max(int(year) for year in re.findall(r"[0-9]{4}", edtf))
