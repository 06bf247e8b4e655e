from __future__ import annotations

from dataclasses import replace

import pytest

from tests.questions.builders import (
    asked,
    bank,
    body,
    motion,
    one,
    option_ids,
    person,
    reasons,
    side,
    texts,
)
from trainer.chapters.record import Counts, Outcome, Stand, Vote

NORTH = body("north", "North Assembly")
FOR, AGAINST, ABSENT = Stand.FOR, Stand.AGAINST, Stand.ABSENT
SIDED = (
    side("ada-bell", FOR),
    side("ben-carr", FOR),
    side("cy-dunn", AGAINST),
    side("di-egan", AGAINST),
)


def sided(*sides: object, tally: tuple[int, int] | None = None, **given: object) -> Vote:
    return motion(
        "vote",
        "raise the dyke",
        "north",
        tally,
        **{"edtf": "1871-04-12", "sides": sides or SIDED, **given},  # type: ignore[arg-type]
    )


def by_subject(made: object, template: str) -> dict[str, object]:
    return {q.card.split("/")[1].split("#")[0]: q for q in asked(made, template)}  # type: ignore[arg-type, union-attr]


def test_of_one_side_only_those_of_the_other_are_offered() -> None:
    for seed in range(20):
        for question in asked(bank(NORTH, sided(), seed=seed), "sides"):
            others = option_ids(question) - {question.key.id}
            of_key = {"ada-bell", "ben-carr"} & {question.key.id}
            assert others == ({"cy-dunn", "di-egan"} if of_key else {"ada-bell", "ben-carr"})


def test_where_all_opponents_are_told_others_stand_beside_them() -> None:
    seen = set()
    for seed in range(40):
        made = bank(NORTH, sided(tally=(20, 2)), seed=seed)
        for question in asked(made, "sides"):
            if question.key.id in {"cy-dunn", "di-egan"}:
                seen |= option_ids(question)
            else:
                assert option_ids(question) <= {question.key.id, "cy-dunn", "di-egan"}
    assert seen - {"ada-bell", "ben-carr", "cy-dunn", "di-egan"}


def test_a_side_told_in_part_excludes_nobody_else() -> None:
    made = bank(NORTH, sided(side("cy-dunn", AGAINST), tally=(20, 2)))
    assert reasons(made, "sides") == ["no good wrong answers"]


def test_who_moved_it_was_for_it() -> None:
    sides = (side("cy-dunn", AGAINST), side("di-egan", FOR), side("ed-frost", FOR))
    for seed in range(20):
        made = bank(NORTH, sided(*sides, proposed_by=("ada-bell",)), seed=seed)
        for question in asked(made, "sides"):
            if question.key.id in {"di-egan", "ed-frost"}:
                assert "ada-bell" not in option_ids(question)
            else:
                assert option_ids(question) <= {"cy-dunn", "di-egan", "ed-frost", "ada-bell"}


def test_who_stood_on_two_sides_is_neither_asked_nor_offered() -> None:
    made = bank(NORTH, sided(*SIDED, side("ada-bell", AGAINST)))
    assert "the record has them on several sides" in reasons(made, "stood")
    assert all("ada-bell" not in option_ids(q) for q in asked(made, "sides"))


def test_two_names_of_one_man_are_one_man() -> None:
    double = person("Al Bull", other_names=("Cy Dunn",))
    sides = (side("ada-bell", FOR), side("cy-dunn", AGAINST), side("al-bull", FOR), SIDED[3])
    made = bank(NORTH, double, sided(*sides))
    assert "the record has them on several sides" in reasons(made, "stood")
    for seed in range(20):
        for question in asked(bank(NORTH, double, sided(*sides), seed=seed), "sides"):
            assert not {"al-bull", "cy-dunn"} <= option_ids(question)


@pytest.mark.parametrize(
    ("stand", "outcome", "said"),
    [
        (FOR, Outcome.PASSED, "For it, and it was carried"),
        (FOR, Outcome.FAILED, "For it, but it was rejected"),
        (AGAINST, Outcome.PASSED, "Against it, but it was carried"),
        (AGAINST, Outcome.FAILED, "Against it, and it was rejected"),
    ],
)
def test_stood_asks_for_the_side_and_for_what_came_of_it(
    stand: Stand, outcome: Outcome, said: str
) -> None:
    made = bank(NORTH, sided(side("ada-bell", stand), outcome=outcome))
    question = one(made, "stood")
    assert question.key.text == said
    assert sum(text.startswith("For it") for text in texts(question)) == 2
    assert sum(text.endswith("carried") for text in texts(question)) == 2
    assert [f.answer for f in made.fronts if f.card.aspect == "sides"] == [said]


def test_stood_is_not_asked_where_the_outcome_is_not_told() -> None:
    made = bank(NORTH, sided(side("ada-bell", FOR), outcome=Outcome.UNKNOWN))
    assert "its outcome is not told" in reasons(made, "stood")


def test_a_motion_that_names_its_supporter_tells_their_side() -> None:
    vote = replace(sided(side("ada-bell", FOR)), motion="take Bell's plan for the dyke")
    assert reasons(bank(NORTH, vote), "stood") == ["the motion names them"]


def test_a_body_may_stand_on_a_side_beside_bodies() -> None:
    bodies = [body(name, f"{name.title()}s") for name in ("red", "blue", "green")]
    sides = (side("red", AGAINST), side("blue", FOR), side("green", FOR), side("ada-bell", FOR))
    question = one(bank(NORTH, *bodies, sided(*sides)), "sides")
    assert question.key.text == "The Reds"
    assert option_ids(question) == {"red", "blue", "green"}


def test_who_was_absent_has_no_side() -> None:
    made = bank(NORTH, sided(side("ada-bell", ABSENT)))
    assert not [card for card in made.cards if card.aspect == "sides"]


def test_a_motion_voted_on_twice_at_no_certain_time_has_no_front() -> None:
    once = replace(sided(side("ada-bell", FOR)), when=None)
    again = motion("again", "raise the dyke", "north", edtf="1871-09-01")
    spring = [
        motion(f"m{n}", f"mow meadow {n}", "north", edtf=f"1871-05-0{n}") for n in range(1, 8)
    ]
    made = bank(NORTH, once, again, *spring)
    reason = "the body voted on this motion more than once, and the time does not tell when"
    assert reason in reasons(made, "stood", "vote")
    assert reason in reasons(made, "front", "vote")


def test_counts_without_the_side_prove_nothing() -> None:
    vote = replace(sided(side("cy-dunn", AGAINST)), counts=Counts())
    assert reasons(bank(NORTH, vote), "sides") == ["no good wrong answers"]


def test_who_gave_the_casting_vote_is_not_asked_where_they_stood() -> None:
    voted = sided(tally=(6, 6), outcome=Outcome.PASSED, casting_vote="cy-dunn")
    made = bank(NORTH, voted)
    assert set(by_subject(made, "stood")) == {"ada-bell", "ben-carr", "di-egan"}
    assert "they voted twice, the second time to end a tie" in reasons(made, "stood")
