"""The first chapter as its editors mean it: what its lessons hold, and how much of it is core."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from trainer.chapters.loading import load_chapter
from trainer.chapters.record import Chapter, Importance

FOLDER = Path(__file__).parents[2] / "data" / "year-1917"


@pytest.fixture(scope="module")
def record() -> Chapter:
    return load_chapter(FOLDER)


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
