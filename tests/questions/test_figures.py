from __future__ import annotations

from collections import Counter

import pytest

from tests.questions.builders import (
    asked,
    bank,
    body,
    count,
    election,
    figure,
    motion,
    one,
    option_ids,
    reasons,
    texts,
)
from trainer.chapters.record import Count, Status, Voice
from trainer.questions.numbers import are_apart, are_of_like_roundness, are_of_like_size, noughts
from trainer.questions.question import OptionSource, Question

NORTH = body("north", "North Assembly")
SOUTH = body("south", "South Assembly")
FARMS = figure("farms", "farms paid a toll to the North Assembly", 24)


def numbers(question: Question) -> list[int]:
    return [int(text.replace(",", "")) for text in texts(question)]


def test_the_stem_names_body_and_year() -> None:
    question = one(bank(NORTH, FARMS), "figure")
    assert question.prompt == "In April 1871, how many farms paid a toll to the North Assembly?"
    assert question.key.text == "24"
    assert question.explanation.startswith("The number of farms")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (
            {"organization": None, "unit": "farms paid"},
            "its unit does not tell what it is a number of",
        ),
        ({"edtf": None}, "the record does not tell when"),
        ({"edtf": "1871-04?"}, "the record does not tell when"),
        ({"number": Count(at_most=40)}, "only a bound of the number is told"),
        ({"unit": "farms paid a toll"}, "its question would not name the body"),
        (
            {"unit": "farms the North Assembly owned"},
            "its unit is no question after “how many”: “children did the school have”",
        ),
        ({"ask": False, "reason": "no"}, "not to be asked: no"),
    ],
)
def test_a_figure_of_no_body_no_year_or_no_certain_size_is_withheld(
    given: dict[str, object], why: str
) -> None:
    unit = given.pop("unit", "farms paid a toll to the North Assembly")
    number = given.pop("number", 24)
    made = bank(NORTH, figure("farms", unit, number, **given))  # type: ignore[arg-type]
    assert reasons(made, "figure") == [why]
    assert reasons(made, "front") == [why]


def test_a_number_told_otherwise_elsewhere_is_not_asked_at_all() -> None:
    again = figure("again", "farms paid a toll to the North Assembly", 31, ask=False)
    made = bank(NORTH, FARMS, again)
    assert reasons(made, "figure", "farms") == ["the record tells several numbers of the same"]
    assert not made.fronts


def test_a_number_that_the_body_may_have_told_of_the_same_is_never_offered() -> None:
    other = figure("other", "farms to pay a toll, by the North Assembly's own book", 31)
    for seed in range(40):
        assert 31 not in numbers(one(bank(NORTH, FARMS, other, seed=seed), "figure", "farms"))


def test_the_bodys_own_numbers_come_first() -> None:
    own = (
        motion("m1", "mow the marsh", "north", (33, 17)),
        motion("m2", "plant the marsh", "north", (41, 13)),
        motion("m3", "drain the marsh", "north", (51, 28)),
    )
    others = tuple(
        figure(f"o{n}", f"goats grazed by the South Assembly's well {n}", 14 + 4 * n, "south")
        for n in range(8)
    )
    offered = Counter[int]()
    for seed in range(30):
        question = one(bank(NORTH, SOUTH, FARMS, *own, *others, seed=seed), "figure", "farms")
        offered.update(numbers(question))
    own_numbers = {33, 17, 41, 13, 51}
    assert sum(offered[n] for n in own_numbers) > 0.6 * (offered.total() - 30)


@pytest.mark.parametrize("key", [2, 5, 24, 90, 137, 4000, 79000])
def test_numbers_are_alike_in_size_and_roundness_and_stand_in_order(key: int) -> None:
    for seed in range(20):
        made = bank(NORTH, figure("f", "sheep belonged to the North Assembly", key), seed=seed)
        offered = numbers(one(made, "figure"))
        assert offered == sorted(offered)
        assert len(offered) == 4
        for number in offered:
            assert are_of_like_size(number, key)
            assert are_of_like_roundness(number, key)
            assert number == key or are_apart(number, key)


def test_the_key_takes_every_rank() -> None:
    ranks = Counter(
        numbers(one(bank(NORTH, FARMS, seed=seed), "figure")).index(24) for seed in range(200)
    )
    assert ranks.keys() == {0, 1, 2, 3}
    assert all(25 <= times <= 75 for times in ranks.values())  # four standard deviations are 25


def test_no_more_is_computed_than_must_be() -> None:
    own = [figure(f"o{n}", f"geese {n} swam by", n) for n in (11, 14, 17, 31, 37, 46, 55)]
    for seed in range(40):
        question = one(bank(NORTH, FARMS, *own, seed=seed), "figure", "farms")
        assert sum(o.source is OptionSource.COMPUTED for o in question.options) <= 1


def test_a_length_of_time_is_told_with_its_unit() -> None:
    frost = figure("frost", "weeks did the North Assembly's frost last", Count(about=3))
    assert one(bank(NORTH, frost), "figure").explanation.startswith(
        "The number of weeks did the North Assembly's frost last: about 3 weeks."
    )


def test_what_is_computed_says_so() -> None:
    question = one(
        bank(NORTH, figure("f", "sheep belonged to the North Assembly", 79000)), "figure"
    )
    computed = [o for o in question.options if o.source is OptionSource.COMPUTED]
    assert len(computed) == 3
    assert all("made up" in o.why or "another order" in o.why for o in computed)


def test_a_part_is_no_greater_than_its_whole() -> None:
    part = figure("part", "of the nine members of the North Assembly stayed away", 6)
    told = figure("told", "carts stood before the North Assembly", 12)
    for seed in range(40):
        offered = numbers(one(bank(NORTH, part, told, seed=seed), "figure", "part"))
        assert max(offered) < 9


@pytest.mark.parametrize(
    ("number", "round_to", "stem", "answer"),
    [
        (Count(about=400), None, "about how many", "About 400"),
        (count(417), 100, "about how many", "About 400"),
        (count(450), 100, "about how many", "About 500"),
        (count(400), 100, "how many", "400"),
        (count(417), None, "how many", "417"),
    ],
)
def test_a_figure_is_asked_at_the_roundness_worth_keeping(
    number: Count, round_to: int | None, stem: str, answer: str
) -> None:
    sheep = figure("sheep", "sheep belonged to the North Assembly", number, round_to=round_to)
    made = bank(NORTH, sheep)
    (front,) = made.fronts
    assert stem in front.stem
    assert ("about" in front.stem) == ("About" in answer)
    assert front.answer == answer


def test_no_number_is_finer_than_the_key() -> None:
    geese = figure("geese", "geese belonged to the South Assembly", 12, "south")
    sheep = figure("sheep", "sheep belonged to the North Assembly", Count(about=18), round_to=5)
    for seed in range(20):
        question = one(bank(NORTH, SOUTH, geese, sheep, seed=seed), "figure", "sheep")
        assert all(number % 5 == 0 for number in numbers(question))


def test_none_at_all_has_a_front_but_no_choice() -> None:
    made = bank(NORTH, figure("f", "voices in the North Assembly were raised against it", 0))
    assert not asked(made, "figure")
    assert [front.answer for front in made.fronts] == ["None"]


def test_a_reported_figure_names_its_teller() -> None:
    told = figure(
        "told",
        "sheep belonged to the North Assembly",
        24,
        voice=Voice.REPORTED,
        asserted_by="ada-bell",
    )
    prompt = one(bank(NORTH, told), "figure").prompt
    assert prompt.startswith("According to Ada Bell, in April 1871, how many sheep")


def test_votes_for_a_candidate_may_stand_beside_a_figure() -> None:
    poll = election("poll", "the election of the board", {"ada-bell": 41}, organization="north")
    seen = [
        option.why
        for seed in range(20)
        for option in one(bank(NORTH, FARMS, poll, seed=seed), "figure").options
    ]
    assert "So many votes were cast for Ada Bell in the election of the board." in seen


def test_noughts_are_counted_from_the_end() -> None:
    assert [noughts(n) for n in (0, 7, 10, 1200, 79000)] == [0, 0, 1, 2, 3]


def test_option_ids_do_not_depend_on_the_seed() -> None:
    keys = {one(bank(NORTH, FARMS, seed=seed), "figure").key.id for seed in range(5)}
    assert keys == {"number:24"}
    assert keys <= option_ids(one(bank(NORTH, FARMS), "figure"))


def test_a_draft_number_is_neither_asked_nor_offered() -> None:
    draft = figure(
        "draft", "geese belonged to the North Assembly", Count(value=31, status=Status.DRAFT)
    )
    made = bank(NORTH, FARMS, draft)
    assert reasons(made, "figure", "draft") == ["only a bound of the number is told"]
    for seed in range(20):
        options = one(bank(NORTH, FARMS, draft, seed=seed), "figure", "farms").options
        assert all("geese" not in option.why for option in options)
