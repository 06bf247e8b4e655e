"""What takes more than one entry to see, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chapters.problems import EVIDENCE, ORGANIZATIONS, PERSONS, problems_of
from tests.fixtures import ABOUT, write_chapter
from trainer.chapters.loading import load_chapter

if TYPE_CHECKING:
    from pathlib import Path


def entry(text: str) -> str:
    """Write one entry on one line, with evidence."""
    return f"- {{{text}, {EVIDENCE}}}\n"


def event(text: str, name: str = "e") -> str:
    return entry(f"id: {name}, title: t, {text}")


def vote(text: str) -> str:
    return entry(f"id: v, {text}")


def lesson(text: str, name: str = "l") -> str:
    return f"- {{id: {name}, title: t, gist: g, question: q, {text}}}\n"


def person(text: str, name: str = "carl") -> str:
    return PERSONS + entry(f"id: {name}, name: Carl Oak, {text}")


def organization(text: str) -> str:
    return ORGANIZATIONS + entry(f"id: board, name: Board, {text}")


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
            'events.yaml:1:51: unknown person "an" – did you mean ann?',
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
        pytest.param(
            {"events": event("date: 1901-04-31")},
            "events.yaml:1:27: 31 April does not exist – "
            "April 1901 has 30 days: correct the day or the month",
            id="31 April",
        ),
        pytest.param(
            {"events": event("date: {edtf: 1900-02-29, calendar: gregorian}")},
            "events.yaml:1:34: 29 February 1900 does not exist in the Gregorian calendar – "
            "it exists in the Julian one: correct the calendar or the day",
            id="a leap day of the other calendar",
        ),
        pytest.param(
            {"events": event("date: 1901-05/1901-04")},
            "events.yaml:1:27: 1901-04 comes before 1901-05 – "
            "put the earlier end first, or correct a calendar",
            id="an interval that runs backwards",
        ),
        pytest.param(
            {"events": event("date: {edtf: 1901-03-04, weekday: Friday}")},
            "events.yaml:1:55: 1901-03-04 was a Monday, not a Friday – "
            "correct one, or add `status: corrected` and say in `note` what is printed",
            id="a wrong weekday",
        ),
        pytest.param(
            {
                "events": event("date: 1901-03-04")
                + event("date: {edtf: 1901-03-12, derived: {from: e, days: 9}}", "f")
            },
            "events.yaml:2:34: the derived date disagrees: 1901-03-12 is written, "
            "9 days after e is 1901-03-13 – correct one of them",
            id="a derived date that disagrees",
        ),
        pytest.param(
            {
                "events": event("date: 1901-03-04")
                + event("date: {edtf: 1901-03-05, derived: {from: e}}", "f")
            },
            "events.yaml:2:34: the derived date disagrees: 1901-03-05 is written, "
            "the date of e is 1901-03-04 – correct one of them",
            id="a date that is said to be the same and is not",
        ),
        pytest.param(
            {
                "events": event("date: 1901-03-04")
                + event("date: {derived: {from: e}, calendar: [julian, gregorian]}", "f")
            },
            "events.yaml:2:28: a derived date in two calendars – name one calendar",
            id="derived in two calendars",
        ),
        pytest.param(
            {"events": event("date: {derived: {from: f}}") + event("place: p", "f")},
            "events.yaml:1:28: the date is derived from f, which has no date – name a dated fact",
            id="derived from what has no date",
        ),
        pytest.param(
            {"events": event("date: {derived: {from: g}}")},
            'events.yaml:1:44: unknown fact "g" – name an entry\'s id',
            id="derived from nothing",
        ),
        pytest.param(
            {"events": event("date: {derived: {from: f, days: 3}}") + event("date: 1901-03", "f")},
            "events.yaml:1:28: '1901-03' is a month and cannot be moved by days – "
            "reckon from a day, or by months or years",
            id="days after a month",
        ),
        pytest.param(
            {"persons": person("offices: [{id: o, role: r, from: 1902, to: 1901}]")},
            "persons.yaml:3:73: it ends (1901) before it begins (1902) – correct one of them",
            id="an office that ends before it begins",
        ),
        pytest.param(
            {"organizations": organization("founded: 1902, dissolved: 1901")},
            "organizations.yaml:2:54: it ends (1901) before it begins (1902) – correct one of them",
            id="dissolved before it was founded",
        ),
        pytest.param(
            {"chapter": ABOUT + "issues: {peace: p}\n"},
            'chapter.yaml:10:10: no statement is on the issue "peace" – delete it, or correct its name',
            id="an issue that nobody speaks on",
        ),
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
        pytest.param(
            {"votes": vote("type: list, roll: r, members: {complete: false, persons: [ann, ann]}")},
            "votes.yaml:1:74: ann stands twice on the list – delete one",
            id="a member twice",
        ),
        pytest.param(
            {"votes": vote("type: election, candidates: [ann, {person: ann, votes: 2}]")},
            "votes.yaml:1:54: ann stands twice on the list – delete one",
            id="a candidate twice",
        ),
        pytest.param(
            {"votes": vote("type: election, delegates: 8, ballots: 9")},
            "votes.yaml:1:50: 9 ballots of 8 delegates – correct one, or say what they are `weighted_by`",
            id="more ballots than delegates",
        ),
        pytest.param(
            {
                "votes": vote(
                    "type: election, elected: {complete: true, persons: [ann]}, "
                    "alternates: {complete: true, persons: [ann]}"
                )
            },
            "votes.yaml:1:109: ann is elected and an alternate – keep one of them",
            id="elected and an alternate",
        ),
        pytest.param(
            {
                "votes": vote(
                    "type: election, candidates: [{person: ann, votes: 1}, {person: bob, votes: 2}], "
                    "elected: {complete: false, ordered_by_votes: true, persons: [ann, bob]}"
                )
            },
            "votes.yaml:1:157: bob with 2 votes stands below ann with 1 – "
            "correct the order, or set ordered_by_votes: false",
            id="an order by votes that is none",
        ),
        pytest.param(
            {
                "votes": vote(
                    "type: election, candidates: [{person: ann, votes: 1}, {person: bob, votes: 2}], "
                    "elected: {complete: true, ordered_by_votes: true, persons: [ann]}"
                )
            },
            "votes.yaml:1:74: bob with 2 votes is not elected, but ann with 1 is – correct one of them",
            id="more votes than the elected",
        ),
        pytest.param(
            {
                "votes": vote(
                    "type: motion, motion: m, outcome: tied, sides: [{for: ann}, {not_voting: ann}]"
                )
            },
            "votes.yaml:1:71: ann is for and not voting – keep one of them",
            id="on two sides",
        ),
        pytest.param(
            {
                "events": event(
                    "people: [{person: ann, part: actor, deed: d}, {person: ann, part: absent}]"
                )
            },
            "events.yaml:1:87: ann is absent and took part – keep one of them",
            id="absent and an actor",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    files = {"persons": PERSONS, "organizations": ORGANIZATIONS, **files}
    assert problems_of(tmp_path, **files) == [told]


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    """A date that is wrong is not told again wherever another is derived from it."""
    events = event("date: 1901-04-31")
    events += event("date: {derived: {from: e, days: 1}}", "f")
    events += event("date: {derived: {from: f, days: 1}}", "g")
    assert len(problems_of(tmp_path, events=events)) == 1


def test_a_circle_of_derived_dates_is_told_at_each_of_its_dates(tmp_path: Path) -> None:
    events = event("date: {derived: {from: f}}") + event("date: {derived: {from: e}}", "f")
    assert problems_of(tmp_path, events=events) == [
        "events.yaml:1:28: dates are derived in a circle: f from e from f – type one of them",
        "events.yaml:2:28: dates are derived in a circle: e from f from e – type one of them",
    ]


def test_a_circle_of_lessons_is_told_at_each_of_them(tmp_path: Path) -> None:
    lessons = lesson("after: [n]") + lesson("after: [l]", "m") + lesson("after: [m]", "n")
    told = problems_of(tmp_path, lessons=lessons)
    assert [line.partition(": lessons")[0] for line in told] == [
        "lessons.yaml:1:43",
        "lessons.yaml:2:43",
        "lessons.yaml:3:43",
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


def test_two_deeds_of_one_person_in_one_event_need_no_id(tmp_path: Path) -> None:
    events = event(
        "people: [{person: ann, part: actor, deed: ran}, {person: ann, part: actor, deed: fell}]"
    )
    chapter = load_chapter(write_chapter(tmp_path, persons=PERSONS, events=events))
    assert [deed.deed for deed in chapter.events[0].people] == ["ran", "fell"]


def test_one_person_may_hold_two_roles_or_come_back(tmp_path: Path) -> None:
    members = (
        "[{person: ann, role: chair}, {person: ann, role: clerk}, "
        "{person: bob, from: 1901}, {person: bob, from: 1905}]"
    )
    organizations = organization(f"memberships: {{complete: false, persons: {members}}}")
    folder = write_chapter(tmp_path, persons=PERSONS, organizations=organizations)
    roll = load_chapter(folder).organizations[1].memberships
    assert roll is not None
    assert roll.ids() == ("ann", "ann", "bob", "bob")


def test_a_folder_whose_name_is_no_id_is_told(tmp_path: Path) -> None:
    assert problems_of(tmp_path, name="My Chapter") == [
        (
            'chapter.yaml:1:1: the folder is called "My Chapter", which is no id – '
            "rename it: lower-case letters, digits and single hyphens"
        )
    ]
