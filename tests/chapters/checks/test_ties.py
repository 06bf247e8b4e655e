from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chapters.checks.entries import entry, event, organization, person, vote
from tests.chapters.problems import ORGANIZATIONS, PERSONS, problems_of
from tests.fixtures import ABOUT, write_chapter
from trainer.chapters.loading import load_chapter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param(
            {"events": event("people: [{person: anne, part: actor}]")},
            'events.yaml:1:39: unknown person "anne" – did you mean ann?',
            id="an unknown person, nearly known",
        ),
        pytest.param(
            {"events": event("people: [{person: zoe, part: actor}]")},
            'events.yaml:1:39: unknown person "zoe" – add it to persons.yaml',
            id="an unknown person",
        ),
        pytest.param(
            {"events": event("people: [{person: council, part: actor}]")},
            "events.yaml:1:39: council is no person but stands in organizations.yaml – "
            "name an entry of persons.yaml",
            id="a body for a person",
        ),
        pytest.param(
            {"events": event("organizations: [counsil]")},
            'events.yaml:1:37: unknown organization "counsil" – did you mean council?',
            id="an unknown organization",
        ),
        pytest.param(
            {"events": event("voice: reported, asserted_by: an")},
            'events.yaml:1:51: unknown person, organization or work "an" – did you mean ann?',
            id="asserted by nobody known",
        ),
        pytest.param(
            {"events": event("lesson: l")},
            'events.yaml:1:29: unknown lesson "l" – add it to lessons.yaml',
            id="an unknown lesson",
        ),
        pytest.param(
            {"events": event("links: [{led_to: councill}]")},
            'events.yaml:1:38: unknown fact "councill" – did you mean council?',
            id="a link to nothing",
        ),
        pytest.param(
            {"events": event("links: [{led_to: e}]")},
            "events.yaml:1:38: e is linked to itself – name another fact, or delete the link",
            id="a link to itself",
        ),
        pytest.param(
            {"chapter": ABOUT + "narrator: an\n"},
            'chapter.yaml:10:11: unknown person "an" – did you mean ann?',
            id="an unknown narrator",
        ),
        pytest.param(
            {"organizations": organization("parent: counsil")},
            'organizations.yaml:2:36: unknown organization "counsil" – did you mean council?',
            id="an unknown parent",
        ),
        pytest.param(
            {"persons": person("affiliations: [{organization: counsil}]")},
            'persons.yaml:3:60: unknown organization "counsil" – did you mean council?',
            id="an unknown affiliation",
        ),
        pytest.param(
            {"organizations": organization("memberships: {complete: false, persons: [anne]}")},
            'organizations.yaml:2:69: unknown person "anne" – did you mean ann?',
            id="an unknown member",
        ),
        pytest.param(
            {"votes": vote("type: motion, motion: m, outcome: tied, session: e")},
            'votes.yaml:1:60: unknown organization or event "e" – name an entry\'s id',
            id="an unknown session",
        ),
        pytest.param(
            {"votes": vote("type: motion, motion: m, outcome: tied, casting_vote: anne")},
            'votes.yaml:1:65: unknown person "anne" – did you mean ann?',
            id="an unknown casting vote",
        ),
        pytest.param(
            {"votes": vote("type: motion, motion: m, outcome: tied, sides: [{for: anne}]")},
            'votes.yaml:1:65: unknown person or organization "anne" – did you mean ann?',
            id="an unknown side",
        ),
        pytest.param(
            {"votes": vote("type: election, candidates: [anne]")},
            'votes.yaml:1:40: unknown person "anne" – did you mean ann?',
            id="an unknown candidate",
        ),
        pytest.param(
            {
                "votes": vote(
                    "type: choice, question: q, alternatives: [a, {option: b, proposed_by: [anne]}]"
                )
            },
            'votes.yaml:1:82: unknown person or organization "anne" – did you mean ann?',
            id="an unknown proposer",
        ),
        pytest.param(
            {"works": entry("id: w, title: t, authors: [anne]")},
            'works.yaml:1:31: unknown person or organization "anne" – did you mean ann?',
            id="an unknown author",
        ),
        pytest.param(
            {"statements": entry("id: s, issue: i, speaker: anne, position: p")},
            'statements.yaml:1:30: unknown person or organization "anne" – did you mean ann?',
            id="an unknown speaker",
        ),
        pytest.param(
            {"statements": entry("id: s, issue: i, speaker: ann, position: p, opponents: [bobb]")},
            'statements.yaml:1:60: unknown person or organization "bobb" – did you mean bob?',
            id="an unknown opponent",
        ),
        pytest.param(
            {"statements": entry("id: s, issue: i, speaker: ann, position: p, audience: ann")},
            "statements.yaml:1:58: ann is no organization or event but stands in persons.yaml – "
            "name an entry of organizations.yaml or events.yaml",
            id="a person for an audience",
        ),
    ],
)
def test_a_tie_to_what_is_not_there_is_told(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    files = {"persons": PERSONS, "organizations": ORGANIZATIONS, **files}
    assert problems_of(tmp_path, **files) == [told]


def test_ties_to_a_file_that_cannot_be_read_are_taken_on_trust(tmp_path: Path) -> None:
    told = problems_of(
        tmp_path, persons="- [", events=event("people: [{person: ann, part: actor}]")
    )
    assert len(told) == 1


def test_a_former_id_may_still_be_named(tmp_path: Path) -> None:
    events = event("formerly: [old], date: 1901-03-04")
    events += event("date: {derived: {from: old, days: 1}}, links: [{because: old}]", "f")
    chapter = load_chapter(write_chapter(tmp_path, events=events))
    when = chapter.events[1].when
    assert when is not None
    assert when.date.edtf == "1901-03-05"


@pytest.mark.parametrize("teller", ["ann", "council", "w"])
def test_a_person_a_body_or_a_work_may_say_so(tmp_path: Path, teller: str) -> None:
    files = {
        "persons": PERSONS,
        "organizations": ORGANIZATIONS,
        "works": entry("id: w, title: t"),
        "events": event(f"voice: reported, asserted_by: {teller}"),
    }
    assert load_chapter(write_chapter(tmp_path, **files)).events[0].asserted_by == teller
