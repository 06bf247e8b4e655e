from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from tests.questions.builders import (
    asked,
    bank,
    body,
    dating,
    deed,
    election,
    event,
    motion,
    one,
    option_ids,
    person,
    reasons,
    roll,
    texts,
)
from trainer.chapters.record import Candidate, Contest, Count, Outcome, Round
from trainer.questions.families.outcome import Tally

BODIES = tuple(
    body(name, f"{name.title()} Assembly", classification="assembly")
    for name in ("north", "south", "upper", "lower", "outer")
)

MOTIONS = tuple(
    motion(
        f"m{number}",
        f"{words} the dyke by the mill",
        organization,
        tally,
        edtf=f"1871-01-{10 + 4 * number}",
    )
    for number, (words, organization, tally) in enumerate(
        [
            ("raise", "north", (60, 40)),
            ("lower", "south", (30, 70)),
            ("widen", "upper", (51, 49)),
            ("shore", "lower", (90, 10)),
            ("paint", "north", (20, 80)),
        ]
    )
)


def test_outcome_offers_both_verdicts_with_two_tallies() -> None:
    question = one(bank(*BODIES, *MOTIONS), "outcome", "m0")
    assert question.key.text == "Carried: 60 for, 40 against"
    assert Counter(text.split(":")[0] for text in texts(question)) == {"Carried": 2, "Rejected": 2}
    assert "Rejected: 40 for, 60 against" in texts(question)


def test_the_other_tally_is_of_another_closeness() -> None:
    for seed in range(20):
        question = one(bank(*BODIES, *MOTIONS, seed=seed), "outcome", "m2")
        numbers = {
            tuple(int(w) for w in text.replace(",", "").split() if w.isdigit())
            for text in texts(question)
        }
        margins = {abs(a - b) / (a + b) for a, b in numbers}
        assert min(margins) < 0.15 < max(margins)


def test_a_motion_carried_without_a_tally_is_not_asked_for_its_outcome() -> None:
    made = bank(*BODIES, motion("bare", "drain the marsh", "north"))
    assert "anybody would guess" in reasons(made, "outcome")[0]


def test_half_a_tally_is_asked_for_its_outcome_only() -> None:
    tied = motion("tied", "drain the marsh", "north", outcome=Outcome.TIED)
    offered = texts(one(bank(*BODIES, tied), "outcome"))
    assert offered.count("It ended in a tie") == 1
    assert "It was rejected" not in offered  # under most rules a tie loses the motion


def test_a_tie_stands_beside_tallies_that_decide() -> None:
    tied = motion("tied", "drain the marsh", "north", (5, 5), outcome=Outcome.TIED)
    question = one(bank(*BODIES, tied), "outcome")
    assert question.key.text == "Tied: 5 for, 5 against"
    assert set(texts(question)) == {
        "Tied: 5 for, 5 against",
        "Carried: 6 for, 4 against",
        "Rejected: 4 for, 6 against",
    }


CAST = replace(
    motion("cast", "drain the marsh", "north", (6, 6), outcome=Outcome.PASSED, edtf="1871-03-05"),
    casting_vote="ada-bell",
)


def test_of_a_casting_vote_it_is_asked_what_it_did_and_not_whether_there_was_a_tie() -> None:
    question = one(bank(*BODIES, CAST), "outcome")
    assert question.key.text == "It was carried by a casting vote"
    assert set(texts(question)) == {
        f"It was {did} by a {what}"
        for did in ("carried", "rejected")
        for what in ("casting vote", "clear majority")
    }
    assert "The casting vote was Ada Bell's." in question.explanation


def test_whose_casting_vote_it_was_is_asked_of_one_person() -> None:
    for seed in range(5):
        question = one(bank(*BODIES, CAST, seed=seed), "casting")
        assert question.key.id == "ada-bell"
        assert "asting vote" in question.prompt
        assert question.prompt.endswith("the motion in the North Assembly to drain the marsh?")


def test_a_casting_vote_on_what_was_voted_on_twice_at_one_time_is_not_asked() -> None:
    again = motion("again", "drain the marsh", "north", (7, 5), edtf="1871-03")
    assert "more than once" in reasons(bank(*BODIES, CAST, again), "casting")[0]


def round_of(tallies: dict[str, int], note: str | None = None) -> Round:
    return Round(
        candidates=tuple(Candidate(person=who, votes=Count(value=n)) for who, n in tallies.items()),
        note=note,
    )


IN_ROUNDS = replace(
    election("held", "the election", {"ada-bell": 7, "ben-carr": 5}, secret=True),
    rounds=(
        round_of({"ada-bell": 5, "ben-carr": 4, "cy-dunn": 3}, "Nobody had seven votes."),
        round_of({"ada-bell": 7, "ben-carr": 5}),
    ),
)


def test_who_dropped_out_is_asked_beside_those_who_stood_to_the_end() -> None:
    question = one(bank(IN_ROUNDS), "dropped-out")
    assert question.key.id == "cy-dunn"
    assert option_ids(question) == {"ada-bell", "ben-carr", "cy-dunn"}
    assert "Round 1: Ada Bell 5, Ben Carr 4 and Cy Dunn 3." in question.explanation
    assert "Nobody had seven votes." in question.explanation


def test_where_two_dropped_out_nobody_is_asked_for() -> None:
    first = round_of({"ada-bell": 5, "ben-carr": 4, "cy-dunn": 2, "di-egan": 1})
    made = bank(replace(IN_ROUNDS, rounds=(first, IN_ROUNDS.rounds[1])))
    assert reasons(made, "dropped-out") == [
        "2 candidates of the first round did not stand in the last"
    ]


def test_how_an_election_was_held_is_asked_only_if_it_was_secret() -> None:
    question = one(bank(IN_ROUNDS), "ballots")
    assert question.key.text == "By secret ballot, in several rounds"
    assert len(texts(question)) == 4
    made = bank(replace(IN_ROUNDS, secret=False))
    assert reasons(made, "ballots") == ["it is not told to have been secret"]


def test_the_note_of_a_vote_is_told_after_the_answer() -> None:
    question = one(bank(*BODIES, replace(CAST, note="Bell had abstained before.")), "outcome")
    assert "Bell had abstained before." in question.explanation


def test_voices_that_are_no_heads_are_told_as_what_they_are() -> None:
    weighed = motion("weighed", "drain the marsh", "north", (131, 214), edtf="1871-01-10")
    made = bank(*BODIES, replace(weighed, weighted_by="tonnage"))
    question = one(made, "outcome")
    assert "(131 for, 214 against, counted by tonnage)" in question.explanation
    assert ", with votes counted by tonnage," in question.prompt
    assert question.key.text == "Rejected: 131 for, 214 against"


@pytest.mark.parametrize(("tally", "closeness"), [((7, 5), 0), ((8, 5), 1), ((2, 1), 0)])
def test_a_vote_that_one_change_of_mind_would_undo_is_close(
    tally: tuple[int, int], closeness: int
) -> None:
    assert Tally(*tally).closeness == closeness


def test_the_only_rival_is_always_offered() -> None:
    held = election("poll", "the election of the reeve", {"ada-bell": 30, "ben-carr": 20})
    for seed in range(20):
        made = bank(replace(held, elected=roll("ada-bell")), seed=seed)
        assert "ben-carr" in option_ids(one(made, "elected"))


def test_figures_made_up_are_of_as_many_voices() -> None:
    for tally in ((5, 4), (7, 2), (9, 0), (41, 18)):
        made = bank(body("north", "North Assembly"), motion("dam", "build a dam", "north", tally))
        for text in texts(one(made, "outcome")):
            assert sum(map(int, re.findall(r"\d+", text))) == sum(tally)


def test_who_stood_for_election_in_vain_is_offered_beside_who_was_elected() -> None:
    held = election("held", "the election", {"ada-bell": 7, "ben-carr": 3, "cy-dunn": 2})
    for seed in range(10):
        made = bank(replace(held, elected=roll("ada-bell")), seed=seed)
        assert option_ids(one(made, "elected")) == {"ada-bell", "ben-carr", "cy-dunn"}


def test_without_a_tally_each_verdict_has_a_reason_of_its_own() -> None:
    lost = motion("lost", "drain the marsh", "north", outcome=Outcome.FAILED)
    question = one(bank(*BODIES, lost), "outcome")
    why = {option.text: option.why for option in question.options}
    assert why == {
        "It was rejected": "The North Assembly rejected it.",
        "It was carried": "It found no majority. The North Assembly rejected it.",
        "It was put off": "It was not left for later. The North Assembly rejected it.",
        "It ended in a tie": "It was no tie. The North Assembly rejected it.",
    }


def test_on_what_never_offers_what_the_body_may_have_decided_as_well() -> None:
    other = motion("other", "clean the dyke by the mill", "north", edtf="1871-01-10")
    for seed in range(30):
        question = one(bank(*BODIES, *MOTIONS, other, seed=seed), "on-what", "other")
        assert "m0" not in option_ids(question) or MOTIONS[0].counts != other.counts


def test_on_what_has_no_front_where_two_votes_share_day_and_tally() -> None:
    first = motion("first", "drain the marsh", "north", (60, 40), edtf="1871-09-01")
    second = motion("second", "plant the marsh", "north", (60, 40), edtf="1871-09-01")
    made = bank(*BODIES, *MOTIONS, first, second)
    assert not [
        f for f in made.fronts if f.card.aspect == "on-what" and f.card.fact in {"first", "second"}
    ]
    for seed in range(30):
        for question in asked(bank(*BODIES, *MOTIONS, first, second, seed=seed), "on-what"):
            assert question.key.id not in {"first", "second"} or not {
                "first",
                "second",
            } <= option_ids(question)


def test_on_what_has_no_front_where_the_time_leaves_room_for_other_decisions() -> None:
    vague = motion("vague", "drain the marsh", "north", edtf="1871-09")
    day = motion("day", "plant the marsh", "south", edtf="1871-09-01")
    counted = motion("counted", "mow the marsh", "upper", (60, 40), edtf="1871-09")
    made = bank(*BODIES, *MOTIONS, vague, day, counted)
    fronts = {front.card.fact for front in made.fronts if front.card.aspect == "on-what"}
    assert fronts >= {"day", "counted"}
    assert "vague" not in fronts


def test_a_body_that_names_its_month_is_given_the_year_alone() -> None:
    spring = body("spring", "April Assembly", classification="assembly")
    made = bank(
        *BODIES, spring, *MOTIONS, motion("seed", "sow the marsh", "spring", (9, 3), edtf="1871-04")
    )
    stems = {f.card.aspect: f.stem for f in made.fronts if f.card.fact == "seed"}
    for stem in (stems["outcome"], stems["on-what"]):
        assert "1871" in stem
        assert stem.count("April") == 1


def test_both_sides_of_a_motion_never_stand_together() -> None:
    adopt = motion("adopt", "adopt the miller's plan", "north", (40, 60), edtf="1871-09-01")
    reject = motion("reject", "reject the miller's plan", "north", (60, 40), edtf="1871-09-01")
    for seed in range(30):
        for question in asked(bank(*BODIES, *MOTIONS, adopt, reject, seed=seed), "on-what"):
            assert question.key.id not in {"adopt", "reject"} or not {
                "adopt",
                "reject",
            } <= option_ids(question)


def test_body_does_not_ask_for_a_party() -> None:
    party = body("reds", "Reds", classification="party")
    made = bank(*BODIES, party, *MOTIONS, motion("march", "march to the mill", "reds"))
    assert "reds" not in {question.key.id for question in asked(made, "body")}
    assert "a party is no body that meets and votes" in reasons(made, "body")


def test_body_asks_which_body_decided() -> None:
    question = one(bank(*BODIES, *MOTIONS), "body", "m0")
    assert question.key.text == "The North Assembly"
    assert len(question.options) == 4


def test_a_body_that_decided_most_motions_is_asked_for_only_of_core_votes() -> None:
    easily = " came before this body: easily guessed, it is asked for only of core votes"
    fair = motion("fair", "hold the fair", "north", (60, 40), edtf="1871-01-20")
    assert reasons(bank(*BODIES, fair), "body", "fair") == [f"every motion on record{easily}"]
    ditch = motion("ditch", "dig the ditch", "south", (60, 40), edtf="1871-02-20")
    assert reasons(bank(*BODIES, fair, ditch), "body", "fair") == [
        f"1 of the 2 motions on record{easily}"
    ]


def test_a_motion_that_tells_its_day_is_given_the_year() -> None:
    vote = motion("fair", "hold the fair on 30 January", "outer", (60, 40), edtf="1871-01-20")
    assert one(bank(*BODIES, *MOTIONS, vote), "body", "fair").prompt.endswith(
        " hold the fair on 30 January 1871?"
    )


@pytest.mark.parametrize("edtf", ["1871-09-01?", "[1870,1872]"])
def test_body_is_not_asked_of_a_vote_that_cannot_be_placed(edtf: str) -> None:
    vote = motion("fair", "hold the fair", "north", (60, 40), edtf=edtf)
    assert reasons(bank(*BODIES, *MOTIONS, vote), "body", "fair") == [
        "the record does not tell when"
    ]


def test_a_motion_that_two_bodies_voted_on_has_no_body_question() -> None:
    twice = motion("twice", "raise the dyke by the mill", "south", (9, 1), edtf="1871-02-01")
    made = bank(*BODIES, *MOTIONS, twice)
    assert not asked(made, "body", "m0")
    assert not asked(made, "body", "twice")


def test_a_part_of_the_body_is_no_distractor() -> None:
    part = body("board", "Board", parent="north")
    vote = motion("boards", "mend the sluice", "board")
    for seed in range(30):
        assert "board" not in option_ids(
            one(bank(*BODIES, part, *MOTIONS, vote, seed=seed), "body", "m0")
        )


def test_a_body_named_within_the_name_of_another_is_no_distractor() -> None:
    movers, caucus = body("movers", "Movers"), body("caucus", "Mover Caucus", parent="south")
    votes = (
        motion("caucus-vote", "mend the sluice", "caucus", edtf="1871-01-05"),
        motion("movers-vote", "mend the mill", "movers", edtf="1871-01-06"),
    )
    for seed in range(30):
        question = one(
            bank(*BODIES, movers, caucus, *MOTIONS, *votes, seed=seed), "body", "caucus-vote"
        )
        assert "movers" not in option_ids(question)


def test_two_meetings_of_a_party_are_told_apart_and_its_organs_are_not() -> None:
    reds = body("reds", "Reds", classification="party")
    parts = (
        body("spring-meeting", "Spring Meeting", parent="reds", classification="conference"),
        body("autumn-congress", "Autumn Meeting", parent="reds", classification="congress"),
        body("red-board", "Red Board", parent="reds", classification="committee"),
    )
    votes = (
        motion("call", "call for a strike", "reds", edtf="1871-01-04"),
        motion("mend", "mend the sluice", "spring-meeting", edtf="1871-01-05"),
        motion("drain", "drain the fen", "autumn-congress", edtf="1871-09-06"),
        motion("print", "print the news", "red-board", edtf="1871-01-07"),
    )
    offered = {
        option
        for seed in range(30)
        for option in option_ids(
            one(bank(*BODIES, reds, *parts, *MOTIONS, *votes, seed=seed), "body", "mend")
        )
    }
    assert "autumn-congress" in offered
    assert not {"red-board", "reds"} & offered


def test_a_vote_whose_day_is_contested_is_told_as_the_authors() -> None:
    vote = motion("fair", "hold the fair", "outer", (60, 40), edtf="1871-01-20")
    contest = Contest(by="R. Roe", says="It was on 21 January.", reference="R")
    made = bank(*BODIES, *MOTIONS, replace(vote, contested=(contest,)))
    assert one(made, "outcome", "fair").prompt.startswith("By the author's account, ")
    assert not one(made, "body", "fair").prompt.startswith("By the author's account, ")


POLL = {"ada-bell": 104, "ben-carr": 101, "cy-dunn": 97, "di-egan": 95}


def test_winner_and_places_follow_the_count() -> None:
    made = bank(election("poll", "the election of the dyke board", POLL))
    assert one(made, "winner").key.id == "ada-bell"
    places = {q.key.id: q.prompt for q in asked(made, "placed")}
    assert "second" in places["ben-carr"]
    assert "third" in places["cy-dunn"]
    assert "fourth" in places["di-egan"]


def test_equal_tallies_leave_no_winner() -> None:
    made = bank(election("poll", "the election of the dyke board", {**POLL, "ben-carr": 104}))
    assert not asked(made, "winner")
    assert "several candidates got 104 votes" in reasons(made, "winner")


def test_equal_tallies_leave_no_place() -> None:
    made = bank(election("poll", "the election of the dyke board", {**POLL, "di-egan": 97}))
    assert {q.key.id for q in asked(made, "placed")} <= {"ben-carr"}


def test_a_place_counts_those_named_and_no_others() -> None:
    for question in asked(bank(election("poll", "the election of the dyke board", POLL)), "placed"):
        assert question.prompt.startswith("Of these four, who came ")
        assert option_ids(question) == set(POLL)


def test_a_winner_has_a_front_only_where_all_votes_are_told() -> None:
    told = election("poll", "the election of the dyke board", POLL, elected=roll(*POLL))
    more = election("poll", "the election of the dyke board", POLL, elected=roll(*POLL, "ed-frost"))
    assert [f.answer for f in bank(told).fronts if f.card.aspect == "winner"] == ["Ada Bell"]
    assert not [f for f in bank(more).fronts if f.card.aspect == "winner"]


def test_the_figures_of_an_election_are_never_asked() -> None:
    made = bank(election("poll", "the election of the dyke board", POLL))
    assert not [text for q in made.questions for text in texts(q) if any(c.isdigit() for c in text)]


def test_candidate_asks_who_received_so_many() -> None:
    made = bank(election("poll", "the election of the dyke board", POLL, when=dating("1871-04")))
    prompts = {q.key.id: q.prompt for q in asked(made, "candidate")}
    assert prompts.keys() == POLL.keys()
    assert prompts["cy-dunn"].startswith("In April 1871, which of these ")
    assert "97 votes" in prompts["cy-dunn"]


def test_two_with_as_many_votes_are_asked_for_as_a_pair() -> None:
    tied = {"ada-bell": 133, "ben-carr": 132, "cy-dunn": 131, "di-egan": 131}
    for seed in range(20):
        made = bank(election("poll", "the election of the dyke board", tied), seed=seed)
        asked_for = {q.key.id: q for q in asked(made, "candidate")}
        assert "besides Di Egan" in asked_for["cy-dunn"].prompt
        assert "besides Cy Dunn" in asked_for["di-egan"].prompt
        assert option_ids(asked_for["cy-dunn"]) == {"ada-bell", "ben-carr", "cy-dunn"}


def test_three_with_as_many_votes_are_not_asked_for() -> None:
    tied = {"ada-bell": 133, "ben-carr": 131, "cy-dunn": 131, "di-egan": 131, "ed-frost": 9}
    made = bank(election("poll", "the election of the dyke board", tied))
    assert "more than two candidates got 131 votes" in reasons(made, "candidate")
    assert {q.key.id for q in asked(made, "candidate")} == {"ada-bell", "ed-frost"}


def test_an_alternate_stands_among_those_elected_in_full_and_others() -> None:
    board = election(
        "poll",
        "the election of the dyke board",
        {},
        elected=roll("ada-bell", "ben-carr"),
        alternates=roll("cy-dunn", "di-egan"),
    )
    for seed in range(20):
        for question in asked(bank(board, seed=seed), "alternate"):
            assert len(option_ids(question) & {"cy-dunn", "di-egan"}) == 1
        for question in asked(bank(board, seed=seed), "elected"):
            assert len(option_ids(question) & {"ada-bell", "ben-carr"}) == 1


def test_who_is_not_among_those_elected_is_told_in_sentences_of_their_own() -> None:
    board = election(
        "poll",
        "the election of the dyke board",
        {},
        elected=roll("ada-bell", "ben-carr"),
        when=dating("1871-04-12"),
    )
    did = event("alarm", "the alarm", "1871-04-12", people=(deed("cy-dunn", "rang the alarm"),))
    miller = person("Di Egan", gloss="a miller")
    whys = {
        option.id: option.why
        for seed in range(20)
        for question in asked(bank(board, did, miller, seed=seed), "elected")
        for option in question.options
    }
    assert whys["cy-dunn"] == "Not among them. In April 1871 Cy Dunn rang the alarm."
    assert whys["di-egan"] == "Not among them: Di Egan, a miller."


def test_alternates_told_in_part_are_not_asked_for() -> None:
    board = election(
        "poll",
        "the election of the dyke board",
        {},
        elected=roll("ada-bell"),
        alternates=roll("cy-dunn", complete=False),
    )
    assert reasons(bank(board), "alternate") == ["the list is not complete and excludes nobody"]


def test_who_is_on_both_lists_is_no_alternate() -> None:
    board = election(
        "poll",
        "the election of the dyke board",
        {},
        elected=roll("ada-bell", "ben-carr"),
        alternates=roll("ben-carr", "cy-dunn"),
    )
    for seed in range(20):
        made = bank(board, seed=seed)
        assert {q.key.id for q in asked(made, "alternate")} == {"cy-dunn"}
        for question in asked(made, "elected"):
            assert len(option_ids(question) & {"ada-bell", "ben-carr"}) == 1


def test_the_recall_of_an_outcome_says_how_close_it_was() -> None:
    answers = {
        f.card.fact: f.answer for f in bank(*BODIES, *MOTIONS).fronts if f.card.aspect == "outcome"
    }
    assert answers["m2"] == "Carried: 51 for, 49 against (a close vote)"
    assert answers["m1"] == "Rejected: 30 for, 70 against (a clear majority)"
    assert answers["m3"] == "Carried: 90 for, 10 against (a one-sided vote)"
