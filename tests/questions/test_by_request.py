"""What is asked only where a deck names the template."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.questions.builders import (
    asked,
    bank,
    body,
    election,
    motion,
    name_list,
    one,
    option_ids,
    reasons,
    roll,
    texts,
)
from trainer.chapters.record import Count, Counts
from trainer.questions.bank import ONLY_BY_REQUEST
from trainer.questions.families.catalogue import BY_REQUEST
from trainer.questions.question import Answer, Form

if TYPE_CHECKING:
    from trainer.questions.question import Bank, Question

BODIES = (body("north", "North Assembly"), body("south", "South Assembly"))
VOTES = (
    motion("m0", "raise the dyke", "north", (414, 519), edtf="1871-01-10"),
    motion("m1", "lower the dyke", "south", (380, 300), edtf="1871-02-10"),
    motion("m2", "shore the dyke", "north", (260, 350), edtf="1871-03-10"),
    motion("m3", "paint the dyke", "north", (9, 8), edtf="1871-04-10"),
)
POLL = election(
    "poll",
    "the election of the dyke board",
    {"ada-bell": 104, "ben-carr": 101, "cy-dunn": 97, "di-egan": 95},
)
BOARD = name_list("board", "the dyke board", "ada-bell", "ben-carr", "cy-dunn", edtf="1871-04")


def all_asked(*facts: object, seed: int = 0) -> Bank:
    return bank(*facts, seed=seed, requested=BY_REQUEST)


def test_four_templates_are_by_request() -> None:
    assert {"tally", "share", "rank", "missing"} == BY_REQUEST


@pytest.mark.parametrize("template", sorted(BY_REQUEST))
def test_what_nobody_requests_is_listed_with_the_reason(template: str) -> None:
    made = bank(*BODIES, *VOTES, POLL, BOARD)
    assert not asked(made, template)
    assert set(reasons(made, template)) == {ONLY_BY_REQUEST}


def test_a_request_changes_no_other_question() -> None:
    plain, all_ = bank(*BODIES, *VOTES, POLL, BOARD), all_asked(*BODIES, *VOTES, POLL, BOARD)
    others = [question for question in all_.questions if question.template not in BY_REQUEST]
    assert [(q.id, q.prompt, q.options) for q in others] == [
        (q.id, q.prompt, q.options) for q in plain.questions
    ]
    assert (plain.cards, plain.fronts) == (all_.cards, all_.fronts)


def figures(question: Question) -> list[tuple[int, int]]:
    return [
        (int(a), int(b))
        for a, b in (re.findall(r"\d+", text.replace(",", "")) for text in texts(question))
    ]


def test_a_tally_stands_among_tallies_that_ended_alike() -> None:
    for seed in range(30):
        for question in asked(all_asked(*BODIES, *VOTES, seed=seed), "tally"):
            told = figures(question)
            assert told == sorted(told)
            assert len({a > b for a, b in told}) == 1
            assert len({a for a, _ in told}) == len(told)
    assert one(all_asked(*BODIES, *VOTES), "tally", "m0").key.text == "414 for, 519 against"


def test_a_tally_takes_every_rank() -> None:
    ranks = {
        figures(one(all_asked(*BODIES, VOTES[0], seed=seed), "tally")).index((414, 519))
        for seed in range(60)
    }
    assert ranks == {0, 1, 2, 3}


def test_half_a_tally_is_not_asked_for() -> None:
    half = motion("half", "drain the marsh", "north", edtf="1871-05-10")
    made = all_asked(*BODIES, *VOTES, half)
    assert not asked(made, "tally", "half")


def test_no_tally_is_made_up_that_another_vote_may_have_had() -> None:
    small = motion("small", "paint the gate", "north", (9, 3), edtf="1871-04-12")
    half = motion("half", "drain the marsh", "north", edtf="1871-05-10")
    told = replace(half, counts=Counts(for_=Count(value=8)))

    def offered(*facts: object) -> set[int]:
        made = (all_asked(*BODIES, small, *facts, seed=seed) for seed in range(20))
        return {
            a for one_made in made for q in asked(one_made, "tally", "small") for a, _ in figures(q)
        }

    assert 8 in offered()
    assert 8 not in offered(told)


def test_a_share_offers_what_the_other_side_had() -> None:
    seen = {
        text
        for seed in range(30)
        for text in texts(one(all_asked(*BODIES, *VOTES, seed=seed), "share", "m0"))
    }
    assert {"44 per cent", "56 per cent"} <= seen


def test_of_few_voices_no_share_is_asked() -> None:
    assert "nobody reckons in hundredths" in reasons(all_asked(*BODIES, *VOTES), "share", "m3")[0]


def test_a_rank_is_one_of_the_places_in_order() -> None:
    made = all_asked(POLL)
    places = {q.card.split("/")[1].split("#")[0]: q for q in asked(made, "rank") if q.card}
    assert texts(places["cy-dunn"]) == ["First", "Second", "Third", "Fourth"]
    assert {who: q.key.text for who, q in places.items()} == {
        "ada-bell": "First",
        "ben-carr": "Second",
        "cy-dunn": "Third",
        "di-egan": "Fourth",
    }


def test_equal_votes_leave_no_rank() -> None:
    tied = election("poll", "the election", {"ada-bell": 9, "ben-carr": 7, "cy-dunn": 7})
    assert set(reasons(all_asked(tied), "rank")) == {"equal votes leave no clear places"}


def test_missing_names_all_but_one_of_a_complete_list() -> None:
    made = all_asked(BOARD)
    question = next(q for q in asked(made, "missing") if q.key.id == "ben-carr")
    assert question.prompt == (
        "In April 1871, besides Ada Bell and Cy Dunn, which of these belonged to the dyke board?"
    )
    assert not {"ada-bell", "cy-dunn"} & option_ids(question)


def test_alternates_are_not_told_as_elected() -> None:
    poll = election(
        "poll",
        "the election of the dyke board",
        {},
        elected=roll("ada-bell", "ben-carr", "cy-dunn"),
        alternates=roll("di-egan", "ed-frost", "flo-gray"),
    )
    found = {q.key.id: q.explanation for q in asked(all_asked(poll), "missing")}
    told = "Alternates, in the election of the dyke board: Di Egan, Ed Frost and Flo Gray."
    assert found["di-egan"].startswith(told)
    assert found["ada-bell"].startswith("The election of the dyke board: Ada Bell")


def test_a_list_that_is_not_complete_misses_nobody() -> None:
    council = body(
        "council", "Council", members=("ada-bell", "ben-carr", "cy-dunn"), complete=False
    )
    assert not asked(all_asked(council), "missing")


def test_a_list_of_two_is_no_list() -> None:
    pair = election(
        "poll", "the election of the dyke board", {}, elected=roll("ada-bell", "ben-carr")
    )
    assert set(reasons(all_asked(pair), "missing")) == {"a list of 2"}


def test_a_tally_is_entered_whole() -> None:
    counts = Counts(for_=Count(value=41), against=Count(value=51), not_voting=Count(value=6))
    vote = replace(VOTES[0], counts=counts)
    (entered,) = [
        q
        for q in all_asked(*BODIES, vote).questions
        if q.template == "tally" and q.form is Form.NUMBER
    ]
    assert entered.id == "flood:m0#outcome@tally.number"
    assert entered.prompt == (
        "When the North Assembly decided on 10 January 1871 (Old Style) on the motion to raise the dyke,"
        " how many voted for it, how many against it and how many did not vote?"
    )
    assert entered.answer == Answer(
        text="41 for, 51 against, 6 not voting",
        accepted=("41 for, 51 against, 6 not voting", "41 to 51, 6"),
        sought=counts,
    )


def test_a_tally_that_is_entered_is_no_front() -> None:
    made = all_asked(*BODIES, *VOTES)
    entered = [q for q in made.questions if q.template == "tally" and not q.options]
    assert len(entered) == len(VOTES)
    assert made.fronts == bank(*BODIES, *VOTES).fronts
