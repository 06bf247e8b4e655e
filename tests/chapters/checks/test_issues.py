from __future__ import annotations

from typing import TYPE_CHECKING

from tests.chapters.checks.entries import entry
from tests.chapters.problems import PERSONS, problems_of
from tests.fixtures import ABOUT, write_chapter
from trainer.chapters.loading import load_chapter

if TYPE_CHECKING:
    from pathlib import Path


def test_an_issue_that_nobody_speaks_on_is_told(tmp_path: Path) -> None:
    assert problems_of(tmp_path, chapter=ABOUT + "issues: {peace: p}\n") == [
        'chapter.yaml:10:10: no statement is on the issue "peace" – delete it, or correct its name'
    ]


def test_a_misspelled_issue_is_told_at_both_ends(tmp_path: Path) -> None:
    assert problems_of(
        tmp_path,
        chapter=ABOUT + "issues:\n  union-of-both: u\n",
        persons=PERSONS,
        statements=entry("id: s, issue: unoin-of-both, speaker: ann, position: p"),
    ) == [
        'chapter.yaml:11:3: no statement is on the issue "union-of-both" – did you mean unoin-of-both?',
        (
            'statements.yaml:1:18: the issue "unoin-of-both" has no title in chapter.yaml – '
            "did you mean union-of-both? If not, add it to `issues` there"
        ),
    ]


def test_an_issue_may_go_without_a_title(tmp_path: Path) -> None:
    statements = entry("id: s, issue: peace, speaker: ann, position: p")
    chapter = load_chapter(write_chapter(tmp_path, persons=PERSONS, statements=statements))
    assert chapter.statements[0].issue == "peace"


def test_an_issue_that_a_vote_decided_has_a_statement(tmp_path: Path) -> None:
    statements = entry("id: s, issue: peace, speaker: ann, position: p")
    votes = entry("id: v, type: motion, motion: m, outcome: passed, issue: paece")
    assert problems_of(tmp_path, persons=PERSONS, statements=statements, votes=votes) == [
        'votes.yaml:1:60: no statement is on the issue "paece" – did you mean peace?'
    ]
