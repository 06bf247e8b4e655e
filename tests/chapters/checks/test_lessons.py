from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chapters.checks.entries import lesson
from tests.chapters.problems import ORGANIZATIONS, PERSONS, problems_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param(
            {"lessons": lesson("paragraphs: 1-5") + lesson("paragraphs: '4-9, 12'", "m")},
            "lessons.yaml:2:55: the paragraphs 4-5 belong to l too – give each paragraph to one lesson",
            id="lessons that overlap",
        ),
        pytest.param(
            {"lessons": lesson("paragraphs: 5-1")},
            "lessons.yaml:1:55: the paragraphs 5-1 run backwards – put the first one first",
            id="paragraphs that run backwards",
        ),
        pytest.param(
            {"lessons": lesson("after: [m]")},
            'lessons.yaml:1:51: unknown lesson "m" – add it to lessons.yaml',
            id="after an unknown lesson",
        ),
        pytest.param(
            {"lessons": lesson("after: [l]")},
            "lessons.yaml:1:43: lessons come after each other in a circle: l after l – delete one `after`",
            id="after itself",
        ),
    ],
)
def test_lessons_that_do_not_fit_together_are_told(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    files = {"persons": PERSONS, "organizations": ORGANIZATIONS, **files}
    assert problems_of(tmp_path, **files) == [told]


def test_a_circle_of_lessons_is_told_at_each_of_them(tmp_path: Path) -> None:
    lessons = lesson("after: [n]") + lesson("after: [l]", "m") + lesson("after: [m]", "n")
    told = problems_of(tmp_path, lessons=lessons)
    assert [line.partition(": lessons")[0] for line in told] == [
        "lessons.yaml:1:43",
        "lessons.yaml:2:43",
        "lessons.yaml:3:43",
    ]
