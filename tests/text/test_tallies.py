from __future__ import annotations

import pytest

from trainer.text.tallies import read_tally


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("519 opposed", [(519, "against")]),
        ("67 not voting", [(67, "not_voting")]),
        ("three abstaining", [(3, "abstaining")]),
        ("against only four", [(4, "against")]),
        ("opposed by 12", [(12, "against")]),
        ("six votes in favor", [(6, "for")]),
        ("ten to two", [(10, "for"), (2, "against")]),
        ("20-2", [(20, "for"), (2, "against")]),
        ("20 against 2", [(20, "for"), (2, "against")]),
        ("ten votes against two", [(10, "for"), (2, "against")]),
        (
            "twenty votes to two, with three abstaining",
            [(20, "for"), (2, "against"), (3, "abstaining")],
        ),
        ("nine for the plan and eight against", [(9, "for"), (8, "against")]),
        ("20 against, 2 abstaining", [(20, "against"), (2, "abstaining")]),
        ("for 20 against 2", [(20, "for"), (2, "against")]),
        ("20 for 2 against", [(20, "for"), (2, "against")]),
        ("109 took part", [(109, "present")]),
        ("131 each", [(131, None)]),
        ("18 workers elected for the town", [(18, None)]),
        ("the second vote", []),
    ],
)
def test_a_group_tells_what_its_numbers_count(
    group: str, expected: list[tuple[int, str | None]]
) -> None:
    assert [(one.number, one.role) for one in read_tally(group)] == expected


def test_votes_that_no_word_opposes_are_votes_for_by_implication() -> None:
    (votes,) = read_tally("414 votes")
    assert (votes.number, votes.role, votes.implied) == (414, "for", True)
    (cast,) = read_tally("414 votes were cast")
    assert cast.role is None


@pytest.mark.parametrize("group", ["ten to two", "10-2", "ten against two"])
def test_the_larger_number_is_that_of_the_side_that_won(group: str) -> None:
    assert [one.role for one in read_tally(group, carried=True)] == ["for", "against"]
    assert [one.role for one in read_tally(group, carried=False)] == ["against", "for"]


def test_the_larger_number_may_stand_last() -> None:
    assert [one.role for one in read_tally("two to ten", carried=True)] == ["against", "for"]
    assert [one.role for one in read_tally("two to ten", carried=False)] == ["for", "against"]


@pytest.mark.parametrize(
    ("group", "either"), [("ten to two", True), ("four to four", False), ("ten against two", False)]
)
def test_a_pair_alone_does_not_tell_which_side_won(group: str, *, either: bool) -> None:
    assert {one.either for one in read_tally(group)} == {either}
    assert {one.either for one in read_tally(group, carried=True)} == {False}
