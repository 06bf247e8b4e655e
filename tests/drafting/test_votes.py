from __future__ import annotations

from typing import Any

import pytest

from tests.drafting.texts import drafted


def votes_of(text: str) -> list[dict[str, Any]]:
    draft = drafted(f"In 1901 they met.\n\n{text}")
    return [vote for vote in draft.entries["votes.yaml"] if vote["type"] != "figure"]


@pytest.mark.parametrize(
    ("text", "counts", "outcome"),
    [
        (
            "The motion got 214 votes with 319 opposed and 17 not voting.",
            {"for": 214, "against": 319, "not_voting": 17},
            "failed",
        ),
        (
            "It was carried by ten to two with three abstaining.",
            {"for": 10, "against": 2, "abstaining": 3},
            "passed",
        ),
        ("It was passed by a majority against four.", {"against": 4}, "passed"),
        ("It was lost by three to nine.", {"for": 3, "against": 9}, "failed"),
        ("Six were for it and six against, when they voted.", {"for": 6, "against": 6}, "tied"),
        ("The motion gathered six votes in favour of peace.", {"for": 6}, "unknown"),
        ("The lamp was voted by five votes, against the advice of two.", {"for": 5}, "unknown"),
        (
            "It was lost: 131 votes were cast for it and 214 against.",
            {"for": 131, "against": 214},
            "failed",
        ),
    ],
)
def test_a_tally_is_read_with_its_roles(text: str, counts: dict[str, int], outcome: str) -> None:
    (vote,) = votes_of(text)
    assert vote["counts"] == counts
    assert vote["outcome"] == outcome
    assert vote["status"] == "draft"


def test_those_who_kept_away_are_taken_from_the_next_sentence() -> None:
    (vote,) = votes_of("It was resolved by eight votes to one. Two members were absent.")
    assert vote["counts"] == {"for": 8, "against": 1, "absent": 2}


def test_unanimity_is_a_vote_and_its_denial_is_none() -> None:
    assert votes_of("They resolved it unanimously.")[0]["unanimous"] is True
    assert votes_of("It was not unanimous.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The ferry runs from ten to two.",
        "A man who has two votes uses them.",
        "Seven of twelve had a boat.",
        "He stood for the seat for ten years.",
        "The members met on 4 May, ten to a table.",
    ],
)
def test_other_numbers_are_no_votes(text: str) -> None:
    assert votes_of(text) == []


def test_candidates_are_told_with_their_votes() -> None:
    (vote,) = votes_of("Jonas Reed had seven votes, Caleb Wray three, and Ned Tarry two.")
    assert vote["candidates"] == [
        {"person": "jonas-reed", "votes": 7},
        {"person": "caleb-wray", "votes": 3},
        {"person": "ned-tarry", "votes": 2},
    ]


def test_a_choice_between_things_is_no_election() -> None:
    (vote,) = votes_of(
        "The North Strand had five votes, Tannery Point four, and the old mole three."
    )
    assert vote["type"] == "choice"
    assert [(one["option"], one["votes"]) for one in vote["alternatives"]] == [
        ("North Strand", 5),
        ("Tannery Point", 4),
        ("old mole", 3),
    ]


def test_names_with_other_numbers_are_no_election() -> None:
    assert (
        votes_of("Reed is named 46 times, Wray 31 times and Tarry 16 times by those who vote.")
        == []
    )


def test_a_figure_has_its_unit() -> None:
    draft = drafted(
        "In 1881 it carried 40,000 tons of coal at a cost of £600. It closed at five o’clock."
    )
    figures = [(vote["number"], vote["unit"]) for vote in draft.entries["votes.yaml"]]
    assert figures == [(40000, "tons of coal"), (600, "pounds")]


def test_a_date_in_the_sentence_of_a_vote_is_the_votes() -> None:
    draft = drafted("On 4 June 1833 the ban was carried by seven votes to four.")
    (vote,) = draft.entries["votes.yaml"]
    assert vote["date"] == {"edtf": "1833-06-04"}
    assert draft.entries["events.yaml"] == []


def test_what_was_moved_and_when_may_stand_in_the_sentence_before() -> None:
    draft = drafted(
        "On 4 June 1833 Dr. Hale moved to forbid the unloading of cargo. It was carried by seven votes to four."
    )
    (vote,) = draft.entries["votes.yaml"]
    assert vote["motion"] == "forbid the unloading of cargo"
    assert vote["date"] == {"edtf": "1833-06-04"}
    assert len(draft.entries["events.yaml"]) == 1


def test_a_motion_lost_by_a_majority_had_the_few_on_its_side() -> None:
    (vote,) = votes_of("The motion was lost by a majority against four.")
    assert vote["counts"]["for"]["value"] == 4
    assert vote["outcome"] == "failed"
    (vote,) = votes_of("The motion was thrown out by eight votes to seven.")
    assert vote["counts"] == {"for": 7, "against": 8}


def test_a_candidate_of_whom_more_is_told_keeps_his_votes() -> None:
    (vote,) = votes_of(
        "The committee was elected: Ida Fenn received 201 votes, Bram Tolley 188, Noah Reed 140, and Luke Hey, "
        "who had kept the money, 97."
    )
    candidates = vote["candidates" if "candidates" in vote else "alternatives"]
    assert [one["votes"] for one in candidates[:3]] == [201, 188, 140]
    assert candidates[3]["votes"]["value"] == 97
    (vote,) = votes_of(
        "They chose between Noah Reed, who had seven votes, and Luke Hey, who had five."
    )
    assert len(vote["candidates" if "candidates" in vote else "alternatives"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Pike was chosen chairman with 198 votes against 85 for Captain Crowe; shareholders voted one vote for each share.",
        "There were 198 votes for Pike and 85 votes for Captain Crowe.",
    ],
)
def test_a_candidate_may_follow_his_votes(text: str) -> None:
    (vote,) = votes_of(f"It rained in 1788. Pike said so. Crowe said so. {text}")
    assert "motion" not in vote
    named = vote.get("candidates") or vote["alternatives"]
    assert [one["votes"] for one in named] == [198, 85]


@pytest.mark.parametrize(
    ("text", "motion"),
    [
        ("Pike's motion to lower the tolls was lost by 112 votes to 164.", "lower the tolls"),
        ("The board decided by five votes to four to borrow £15,000.", "borrow £15,000"),
    ],
)
def test_a_motion_ends_before_what_became_of_it_and_keeps_its_money(text: str, motion: str) -> None:
    vote = votes_of(f"It rained in 1788. {text}")[0]
    assert vote["motion"] == motion
