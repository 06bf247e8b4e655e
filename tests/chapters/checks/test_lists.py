from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chapters.checks.entries import event, organization, vote
from tests.chapters.problems import ORGANIZATIONS, PERSONS, problems_of
from tests.fixtures import write_chapter
from trainer.chapters.loading import load_chapter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("files", "told"),
    [
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
                    "elected: {complete: true, persons: [ann]}"
                )
            },
            "votes.yaml:1:74: bob with 2 votes is not elected, but ann with 1 is – "
            "correct one of them, or say why in a `note` on bob or ann",
            id="more votes than the elected",
        ),
        pytest.param(
            {
                "votes": vote(
                    "type: election, rounds: [{candidates: [{person: ann, votes: 3}]}, "
                    "{candidates: [{person: ann, votes: 1}, {person: bob, votes: 2}]}], "
                    "elected: {complete: true, persons: [ann]}"
                )
            },
            "votes.yaml:1:125: bob with 2 votes is not elected, but ann with 1 is – "
            "correct one of them, or say why in a `note` on bob or ann",
            id="more votes in the last ballot",
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
def test_a_list_that_contradicts_itself_is_told(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    files = {"persons": PERSONS, "organizations": ORGANIZATIONS, **files}
    assert problems_of(tmp_path, **files) == [told]


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


@pytest.mark.parametrize(
    ("bob", "elected"),
    [
        ("{person: bob, votes: 2, note: he declined}", "{complete: true, persons: [ann]}"),
        (
            "{person: bob, votes: 2}",
            "{complete: true, persons: [{person: ann, note: the elder wins}]}",
        ),
        ("{person: bob, votes: 2}", "{complete: false, persons: [ann]}"),
    ],
)
def test_somebody_with_more_votes_may_lose_where_the_record_says_why(
    tmp_path: Path, bob: str, elected: str
) -> None:
    election = f"type: election, candidates: [{{person: ann, votes: 1}}, {bob}], elected: {elected}"
    folder = write_chapter(tmp_path, persons=PERSONS, votes=vote(election))
    assert load_chapter(folder).votes[0].elected is not None
