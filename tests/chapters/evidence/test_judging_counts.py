from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.chapters.evidence.village import AT, FAILED, PROVED, cites, findings
from trainer.chapters.evidence import Finding, Verdict
from trainer.chapters.record import (
    Candidate,
    Count,
    Counts,
    Evidence,
    Member,
    Outcome,
    Roll,
    Side,
    Stand,
    Status,
    Vote,
    VoteType,
)


def motion(counts: dict[str, int], *evidence: Evidence, **more: Any) -> dict[str, Verdict]:
    given: dict[str, Any] = {key: Count(value=value) for key, value in counts.items()}
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.MOTION,
        title="it",
        counts=Counts(**given),
        evidence=evidence,
        **more,
    )
    return {
        path.removeprefix("counts."): finding.verdict
        for path, finding in findings(vote).items()
        if path.startswith("counts")
    }


TALLY = cites(5, "414 votes", "519 opposed", "67 not voting")


def election(votes: dict[str, int], *evidence: Evidence) -> dict[str, Verdict]:
    candidates = tuple(Candidate(person=who, votes=Count(value=n)) for who, n in votes.items())
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.ELECTION,
        title="it",
        ballots=Count(value=109),
        candidates=candidates,
        evidence=(*evidence, cites(6, "109 ballots")),
    )
    return {
        path.split(".")[1]: finding.verdict
        for path, finding in findings(vote).items()
        if path.startswith("candidates")
    }


RESULT = (cites(6, "Alder got 104", "Birch 101"), cites(6, "Dogwood and Elm 95 each"))


def committee(
    *members: Member, size: int | None = None, complete: bool = True
) -> dict[str, Verdict]:
    roll = Roll(
        persons=members, size=None if size is None else Count(value=size), complete=complete
    )
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.LIST,
        title="it",
        members=roll,
        evidence=(cites(7, "chosen: Birch, Cedar and I"),),
    )
    return {path: finding.verdict for path, finding in findings(vote).items() if "members" in path}


def test_a_tally_is_proved_number_by_number() -> None:
    assert set(motion({"for_": 414, "against": 519, "not_voting": 67}, TALLY).values()) == {PROVED}
    carried = cites(5, "passed by ten votes to two")
    assert set(motion({"for_": 10, "against": 2}, carried).values()) == {PROVED}


@pytest.mark.parametrize(
    ("counts", "wrong"),
    [
        ({"for_": 519, "against": 414, "not_voting": 67}, {"for", "against"}),
        ({"for_": 414, "against": 67, "not_voting": 519}, {"against", "not_voting"}),
        ({"for_": 414, "against": 518}, {"against"}),
        ({"against": 414}, {"against"}),
    ],
)
def test_swapped_and_wrong_tallies_fail(counts: dict[str, int], wrong: set[str]) -> None:
    found = motion(counts, TALLY)
    assert {stand for stand, verdict in found.items() if verdict is FAILED} == wrong


def outcome(recorded: Outcome, *tokens: str, moved: str = "build it") -> Verdict | None:
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.MOTION,
        title="it",
        motion=moved,
        outcome=recorded,
        evidence=(cites(5, *tokens),),
    )
    found = findings(vote).get("outcome")
    return None if found is None else found.verdict


@pytest.mark.parametrize("recorded", [Outcome.PASSED, Outcome.FAILED])
@pytest.mark.parametrize("counts", [{"for_": 10, "against": 2}, {"for_": 2, "against": 10}])
def test_a_pair_of_numbers_alone_does_not_tell_which_is_for(
    counts: dict[str, int], recorded: Outcome
) -> None:
    found = motion(counts, cites(5, "ten votes to two"), outcome=recorded)
    assert set(found.values()) == {Verdict.NOT_JUDGED}


@pytest.mark.parametrize(
    "tokens", [("passed by ten votes to two",), ("was passed", "ten votes to two")]
)
def test_the_print_tells_which_number_of_a_pair_is_for(tokens: tuple[str, ...]) -> None:
    told = cites(5, *tokens)
    inverted = motion({"for_": 2, "against": 10}, told, outcome=Outcome.FAILED)
    assert set(inverted.values()) == {FAILED}
    right = motion({"for_": 10, "against": 2}, told, outcome=Outcome.PASSED)
    assert set(right.values()) == {PROVED}


def test_an_outcome_agrees_with_the_word_that_tells_it() -> None:
    assert outcome(Outcome.PASSED, "was passed") is PROVED
    assert outcome(Outcome.FAILED, "was passed") is FAILED
    assert outcome(Outcome.FAILED, "ten votes") is Verdict.NOT_JUDGED
    assert outcome(Outcome.DEFERRED, "was passed") is Verdict.NOT_JUDGED
    assert outcome(Outcome.UNKNOWN, "was passed") is None
    assert outcome(Outcome.FAILED, "was passed", moved="pass it on") is Verdict.NOT_JUDGED


def test_an_outcome_is_proved_by_both_counts_that_words_of_their_own_prove() -> None:
    counts = Counts(for_=Count(value=414), against=Count(value=519))
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.MOTION,
        title="it",
        counts=counts,
        outcome=Outcome.FAILED,
        evidence=(TALLY,),
    )
    assert findings(vote)["outcome"].verdict is PROVED
    denied = replace(vote, evidence=(TALLY, cites(5, "was passed")))
    assert findings(denied)["outcome"].verdict is FAILED
    only_for = replace(vote, counts=replace(counts, against=None))
    assert findings(only_for)["outcome"].verdict is Verdict.NOT_JUDGED


def test_two_numbers_without_a_role_prove_nothing() -> None:
    token = cites(9, "Twenty-four fishermen, six millers")
    assert motion({"for_": 24, "against": 6}, token) == {"for": FAILED, "against": FAILED}
    assert motion({"for_": 24}, token) == {"for": PROVED}


def test_votes_belong_to_the_side_of_whom_their_token_names() -> None:
    token = cites(6, "Alder got 104 votes")
    against = (Side(stand=Stand.AGAINST, who="alder"),)
    assert motion({"against": 104}, token, sides=against) == {"against": PROVED}
    assert motion({"for_": 104}, token, sides=against) == {"for": FAILED}


def side(stand: Stand, *tokens: str, who: str = "alder", paragraph: int = 3) -> Finding:
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.MOTION,
        title="it",
        sides=(Side(stand=stand, who=who),),
        evidence=(cites(paragraph, *tokens),),
    )
    return findings(vote)[f"sides.{who}"]


def test_a_name_alone_does_not_tell_on_which_side_somebody_stood() -> None:
    by_name = side(Stand.FOR, "Alder walked out")
    assert by_name.verdict is Verdict.NOT_JUDGED
    assert by_name.reason == "no token has a name of theirs with a word for “for”"
    assert side(Stand.AGAINST, "Alder", "opposed").verdict is Verdict.NOT_JUDGED


def test_a_word_beside_the_name_tells_the_side() -> None:
    assert side(Stand.AGAINST, "Alder opposed it").verdict is PROVED
    assert side(Stand.FOR, "Alder opposed it").verdict is Verdict.NOT_JUDGED
    assert side(Stand.FOR, "I spoke for", who="narrator").verdict is PROVED


def test_a_bound_need_not_be_printed_and_a_correction_explains_itself() -> None:
    counts = Counts(
        for_=Count(at_least=3),
        against=Count(value=7, status=Status.CORRECTED, note="the print has 519"),
        abstaining=Count(value=8, status=Status.DERIVED, note="what is left"),
        absent=Count(value=9, status=Status.DERIVED),
    )
    vote = Vote(
        id="v", source=AT, type=VoteType.MOTION, title="it", counts=counts, evidence=(TALLY,)
    )
    found = findings(vote)
    assert found["counts.for"].verdict is Verdict.NOT_JUDGED
    assert found["counts.against"].verdict is Verdict.CORRECTED
    assert found["counts.abstaining"].verdict is Verdict.DERIVED
    assert found["counts.absent"].verdict is Verdict.FAILED


def test_candidates_are_proved_by_the_number_beside_their_name() -> None:
    votes = {"alder": 104, "birch": 101, "dogwood": 95, "elm": 95}
    assert set(election(votes, *RESULT).values()) == {PROVED}
    one_token = cites(6, "Birch 101, Cedar 97")
    assert election({"birch": 101, "cedar": 97}, one_token) == {"birch": PROVED, "cedar": PROVED}


def test_swapped_candidates_fail() -> None:
    assert election({"alder": 101, "birch": 104}, *RESULT) == {"alder": FAILED, "birch": FAILED}
    one_token = cites(6, "Birch 101, Cedar 97")
    assert election({"birch": 97, "cedar": 101}, one_token) == {"birch": FAILED, "cedar": FAILED}


def test_a_number_and_a_name_apart_prove_no_candidate_unless_a_note_tells_how_they_belong() -> None:
    apart = cites(6, "Alder", "104 votes")
    assert election({"alder": 104}, apart) == {"alder": FAILED}
    votes = Count(value=104, status=Status.DERIVED, note="the list is that of his party")
    candidate = Candidate(person="alder", votes=votes)
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.ELECTION,
        title="it",
        candidates=(candidate,),
        evidence=(apart,),
    )
    assert findings(vote)["candidates.alder.votes"].verdict is Verdict.DERIVED
    plain = replace(candidate, votes=Count(value=104))
    found = findings(replace(vote, candidates=(plain,)))["candidates.alder.votes"]
    assert found.mend.endswith("{value: …, status: derived, note: …}")


@pytest.mark.parametrize(
    ("number", "token", "verdict"),
    [
        (20_000, "twenty thousand bricks", PROVED),
        (24, "Twenty-four fishermen", PROVED),
        (20, "Twenty-four fishermen", FAILED),
        (4, "Twenty-four fishermen", FAILED),
    ],
)
def test_figures_are_read_whole(number: int, token: str, verdict: Verdict) -> None:
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.FIGURE,
        title="it",
        number=Count(value=number),
        evidence=(cites(9, token),),
    )
    assert findings(vote)["number"].verdict is verdict


def test_every_member_is_printed_and_the_narrator_is_i() -> None:
    found = committee(Member(person="birch"), Member(person="cedar"), Member(person="narrator"))
    assert set(found.values()) == {PROVED}


def test_a_member_who_is_not_printed_fails_unless_a_note_says_why() -> None:
    found = committee(Member(person="alder"), Member(person="elm", note="told in a footnote"))
    assert found == {"members.alder": FAILED, "members.elm": Verdict.DERIVED}


def test_the_size_of_a_complete_list_may_be_counted() -> None:
    birch = Member(person="birch")
    assert committee(birch, size=1)["members.size"] is Verdict.DERIVED
    assert committee(birch, size=2, complete=False)["members.size"] is FAILED
