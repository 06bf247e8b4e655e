from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.questions.builders import (
    SPRING,
    bank,
    chapter,
    dating,
    deed,
    event,
    links,
    one,
    option_ids,
    reasons,
    statement,
)
from trainer.chapters.record import Basis, Event, Importance, Part, Voice
from trainer.questions.bank import build_bank
from trainer.questions.question import Bank, Demand, Kind

TITLES = (
    "the sale of the old mill",
    "the council's first sitting",
    "the miller's second wedding",
    "the ringing of the bell",
    "the fire at the market",
    "the mending of the road",
    "the closing of the school",
    "the visit of the bishop",
)
TOLD = tuple(
    replace(happening, title=title) for happening, title in zip(SPRING, TITLES, strict=True)
)
RECORDED = tuple(replace(happening, basis=Basis.PROTOCOL) for happening in TOLD)
GUESS = event("guess", "the carter's secret bargain", "1871-04-20", basis=Basis.INFERENCE)


def told_by(who: str, ident: str, title: str, edtf: str, **given: Any) -> Event:
    return event(ident, title, edtf, voice=Voice.REPORTED, asserted_by=who, **given)


SEEN = told_by("ada-bell", "seen", "the first crack in the dyke", "1871-03-05")


def test_on_whose_word_something_is_told_is_asked() -> None:
    question = one(bank(SEEN), "teller")
    assert question.prompt == "On whose word does the chapter tell of the first crack in the dyke?"
    assert question.key.id == "ada-bell"
    assert "It is Ada Bell who tells this." in question.explanation


def test_who_took_part_or_tells_of_the_same_time_is_no_wrong_teller() -> None:
    there = told_by("cy-dunn", "there", "the noise in the dyke", "1871-03")
    later = told_by("di-egan", "later", "the silence in the dyke", "1871-04")
    happening = replace(SEEN, people=(deed("ben-carr", part=Part.PRESENT),))
    offered = {
        ident
        for seed in range(20)
        for ident in option_ids(one(bank(happening, there, later, seed=seed), "teller", "seen"))
    }
    assert not offered & {"ben-carr", "cy-dunn"}
    assert "di-egan" in offered


def test_of_what_is_no_more_than_a_claim_or_a_trifle_no_teller_is_asked_for() -> None:
    heard = bank(replace(SEEN, basis=Basis.HEARSAY))
    assert reasons(heard, "teller") == ["it rests on hearsay alone"]
    trifle = bank(replace(SEEN, importance=Importance.TRIVIA))
    assert reasons(trifle, "teller") == ["it is a trifle who tells it"]


def told_of(made: Bank, fact: str) -> set[str]:
    """Return the templates that ask for a fact as their key."""
    return {question.template for question in made.choices if question.key.id == fact}


def test_a_claim_is_told_from_what_is_on_record() -> None:
    question = one(bank(GUESS, *RECORDED), "record-or-claim")
    assert question.prompt == "Which of these does the author infer, without a record of it?"
    assert question.key.text == "The carter's secret bargain"
    assert (question.kind, question.demand) == (Kind.IDEA, Demand.SOURCE)
    others = [option for option in question.options if not option.correct]
    assert all(
        option.why.endswith(
            "1871 (Old Style); it is on record in minutes or documents of the time: ¶ 1 says so."
        )
        for option in others
    )
    assert question.explanation == (
        "The carter's secret bargain was on 20 April 1871 (Old Style), 2 May New Style."
        " How it is known: the author infers it."
    )


def test_a_claim_stands_among_what_is_on_record_of_its_month_if_that_is_enough() -> None:
    april = [
        replace(happening, when=dating(f"1871-04-{n + 10}"))
        for n, happening in enumerate(RECORDED[:4])
    ]
    question = one(bank(GUESS, *april, *RECORDED[5:]), "record-or-claim")
    assert question.prompt == (
        "Which of these, all in April 1871, does the author infer, without a record of it?"
    )
    assert option_ids(question) < {"guess", *(happening.id for happening in april)}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"importance": Importance.TRIVIA}, "it is a trifle how it is known"),
        (
            {"title": "the opening of the fair"},
            "that something began is known in more ways than one",
        ),
    ],
)
def test_how_a_trifle_or_a_beginning_is_known_is_not_asked(
    given: dict[str, Any], reason: str
) -> None:
    assert reasons(bank(replace(GUESS, **given)), "basis", "guess") == [reason]


def test_only_what_rests_on_minutes_stands_beside_a_claim() -> None:
    mixed = (*RECORDED[:4], *TOLD[4:])
    question = one(bank(GUESS, *mixed), "record-or-claim")
    assert option_ids(question) - {"guess"} <= {happening.id for happening in RECORDED[:4]}
    assert reasons(bank(GUESS, *SPRING), "record-or-claim", "guess") == ["no good wrong answers"]


def test_what_is_uncertain_is_a_key_nowhere_else_and_a_distractor_nowhere_at_all() -> None:
    made = bank(GUESS, *RECORDED)
    assert told_of(made, "guess") == {"record-or-claim"}
    offered = [q for q in made.questions if "guess" in option_ids(q)]
    assert {question.template for question in offered} == {"record-or-claim"}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"when": None}, "nothing is proved to be of its time"),
        ({"title": "the bargain that the author infers"}, "its title says how it is known"),
        ({"voice": Voice.DENIED}, "the chapter tells it in order to deny it"),
        ({"basis": Basis.EYEWITNESS}, "it is no mere claim"),
        ({"ask": False, "reason": "a guess"}, "not to be asked: a guess"),
    ],
)
def test_a_claim_that_cannot_be_asked_for_fairly_is_refused(
    given: dict[str, Any], reason: str
) -> None:
    made = bank(replace(GUESS, **given), *RECORDED)
    assert reasons(made, "record-or-claim", "guess") == [reason]


@pytest.mark.parametrize(
    ("basis", "never"),
    [
        (Basis.PROTOCOL, {"print"}),
        (Basis.EYEWITNESS, {"memory", "hearsay"}),
        (Basis.MEMORY, {"eyewitness", "hearsay"}),
        (Basis.HEARSAY, {"eyewitness", "memory"}),
        (Basis.INFERENCE, set()),
    ],
)
def test_ways_of_knowing_that_may_go_together_do_not_stand_together(
    basis: Basis, never: set[str]
) -> None:
    for seed in range(5):
        question = one(bank(replace(GUESS, basis=basis), seed=seed), "basis")
        assert question.key.id == basis
        assert not option_ids(question) & never
    assert question.prompt in {
        "On what does the author base the account of the carter's secret bargain?",
        "On what basis does the author tell of the carter's secret bargain?",
    }


@pytest.mark.parametrize(
    ("part", "own"), [(Part.ACTOR, set()), (Part.ABSENT, {"eyewitness", "memory"})]
)
def test_what_the_narrator_saw_rests_on_that_too(part: Part, own: set[str]) -> None:
    seen = replace(GUESS, basis=Basis.PROTOCOL, people=(deed("ada-bell", part=part),))
    offered: set[str] = set()
    for seed in range(10):
        made = build_bank(chapter(seen, narrator="ada-bell"), seed)
        offered |= option_ids(one(made, "basis"))
    assert offered & {"eyewitness", "memory"} == own


def test_what_the_print_itself_tells_has_no_card_for_its_basis() -> None:
    made = bank(*SPRING)
    assert not [card for card in made.cards if card.aspect == "basis"]


def view(ident: str, who: str, position: str, issue: str = "the-dyke", **given: Any) -> Any:
    return replace(statement(ident, who, position, issue=issue), when=dating("1871-04-12"), **given)


FIRST = view("first", "ada-bell", "the dyke would hold for years to come")
REPLY = view(
    "reply",
    "ben-carr",
    "nobody who had seen it could believe that",
    links=links(in_reply_to="first"),
)
OTHERS = (
    view("mill", "cy-dunn", "the miller should be made to pay for this", "mill"),
    view("road", "di-egan", "the road to the market came before the rest", "road"),
    view("fair", "ed-frost", "the fair had better be put off until June", "fair"),
    view("toll", "ada-bell", "no toll should be taken from the carters", "toll"),
)


def test_one_voice_answers_another() -> None:
    question = one(bank(FIRST, REPLY, *OTHERS), "compare")
    assert question.prompt in {
        f"In April 1871, Ada Bell held that the dyke would hold for years to come. What {end}?"
        for end in ("did Ben Carr answer", "was Ben Carr's answer")
    }
    assert question.key.text == "That nobody who had seen it could believe that"
    assert (question.kind, question.demand) == (Kind.IDEA, Demand.SOURCE)
    assert (
        "Ben Carr answered that nobody who had seen it could believe that." in question.explanation
    )


def test_no_view_of_whoever_is_answered_stands_beside_the_answer() -> None:
    for seed in range(5):
        question = one(bank(FIRST, REPLY, *OTHERS, seed=seed), "compare")
        assert option_ids(question) <= {"reply", "mill", "road", "fair"}
    whose = next(option.why for option in question.options if option.id == "mill")
    assert whose.startswith("That was Cy Dunn in April 1871")


def test_other_answers_and_views_that_the_answerer_may_share_are_no_distractors() -> None:
    also = view(
        "also",
        "cy-dunn",
        "the dyke had been rotten for two years",
        links=links(in_reply_to="first"),
    )
    unsaid = view("unsaid", "flo-gray", "the stones of it had long been loose")
    mine = view("mine", "ben-carr", "the council had been told more than once")
    same = view("same", "gus-hart", "nobody who had seen it could believe it", "gate")
    question = one(bank(FIRST, REPLY, also, unsaid, mine, same, *OTHERS), "compare", "reply")
    assert not option_ids(question) & {"also", "unsaid", "mine", "same"}


def test_who_stood_against_the_answerer_on_the_issue_is_a_distractor() -> None:
    against = view(
        "against", "flo-gray", "the stones of it had never been so firm", opponents=("ben-carr",)
    )
    assert "against" in option_ids(one(bank(FIRST, REPLY, against, *OTHERS[:2]), "compare"))


def test_what_others_held_against_the_same_person_is_no_distractor() -> None:
    for ally in (
        view(
            "ally",
            "flo-gray",
            "the gate ought to be shut before night",
            "gate",
            opponents=("ada-bell",),
        ),
        view("ally", "flo-gray", "the gate ought to be shut before night", "gate"),
    ):
        first = FIRST if ally.opponents else replace(FIRST, opponents=("flo-gray",))
        for seed in range(5):
            question = one(bank(first, REPLY, ally, *OTHERS, seed=seed), "compare")
            assert "ally" not in option_ids(question)


def test_an_answer_to_oneself_or_to_what_may_not_be_told_is_refused() -> None:
    own = replace(REPLY, speaker="ada-bell")
    assert reasons(bank(FIRST, own, *OTHERS), "compare") == ["the two voices are not two persons"]
    shaky = replace(FIRST, basis=Basis.MEMORY)
    assert reasons(bank(shaky, REPLY, *OTHERS), "compare") == [
        "it answers no view of a person that may be asked for"
    ]
