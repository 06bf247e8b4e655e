from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chapters.checks.entries import event, lesson, person
from tests.chapters.problems import ORGANIZATIONS, PERSONS, problems_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param(
            {"events": event("place: a") + event("place: b")},
            'events.yaml:2:8: the id "e" is used twice – change one; the other is at events.yaml:1:8',
            id="an id twice in a file",
        ),
        pytest.param(
            {"events": event("place: a", "ann")},
            'events.yaml:1:8: the id "ann" is used twice – change one; the other is at persons.yaml:1:8',
            id="an id in two files",
        ),
        pytest.param(
            {"lessons": lesson("paragraphs: 1") + lesson("paragraphs: 2")},
            'lessons.yaml:2:8: the id "l" is used twice – change one; the other is at lessons.yaml:1:8',
            id="a lesson twice",
        ),
        pytest.param(
            {"persons": person("offices: [{id: o, role: r}, {id: o, role: s}]")},
            'persons.yaml:3:63: the id "o" is used twice – change one; the other is at persons.yaml:3:45',
            id="an office twice",
        ),
        pytest.param(
            {
                "events": event(
                    "people: [{person: ann, part: actor, id: d}, {person: bob, part: actor, id: d}]"
                )
            },
            'events.yaml:1:96: the id "d" is used twice – change one; the other is at events.yaml:1:61',
            id="a deed twice",
        ),
        pytest.param(
            {"events": event("formerly: [ann]")},
            'events.yaml:1:32: the former id "ann" is in use at persons.yaml:1:8 – rename that one',
            id="a former id in use",
        ),
        pytest.param(
            {"events": event("formerly: [old]") + event("formerly: [old]", "f")},
            'events.yaml:2:32: the former id "old" is claimed at events.yaml:1:21 too – keep one of them',
            id="a former id claimed twice",
        ),
    ],
)
def test_an_id_that_is_not_its_own_is_told(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    files = {"persons": PERSONS, "organizations": ORGANIZATIONS, **files}
    assert problems_of(tmp_path, **files) == [told]


def test_a_folder_whose_name_is_no_id_is_told(tmp_path: Path) -> None:
    assert problems_of(tmp_path, name="My Chapter") == [
        (
            'chapter.yaml:1:1: the folder is called "My Chapter", which is no id – '
            "rename it: lower-case letters, digits and single hyphens"
        )
    ]
