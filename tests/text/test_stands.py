from __future__ import annotations

import pytest

from trainer.text.stands import tells_stand
from trainer.text.tallies import Role


@pytest.mark.parametrize(
    ("group", "stand"),
    [
        ("Orme voted for it", Role.FOR),
        ("Pell’s motion", Role.FOR),
        ("resolution of the Millers", Role.FOR),
        ("Pell argued against", Role.AGAINST),
        ("Crane opposed the motion", Role.AGAINST),
        ("the Millers protested", Role.AGAINST),
        ("Crane did not vote", Role.NOT_VOTING),
        ("Crane, Thorne abstaining", Role.ABSTAINING),
        ("Pike was not present", Role.ABSENT),
    ],
)
def test_a_word_tells_the_stand_of_whom_it_stands_beside(group: str, stand: Role) -> None:
    others = {Role.FOR, Role.AGAINST, Role.ABSTAINING, Role.ABSENT} - {stand}
    assert tells_stand(group, stand)
    assert not any(tells_stand(group, other) for other in others)


@pytest.mark.parametrize(
    "group",
    ["Orme", "Orme for the first time", "Orme was not against", "Pell moved, Crane opposed"],
)
def test_a_name_a_preposition_a_denial_and_two_stands_tell_none(group: str) -> None:
    assert not tells_stand(group, Role.FOR)
    assert not tells_stand(group, Role.AGAINST)
