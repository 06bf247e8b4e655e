from __future__ import annotations

import pytest

from tests.quizzes.samples import FRONTS
from trainer.quizzes.flashing import FlashRound


def play(known: list[bool]) -> FlashRound:
    played = FlashRound(FRONTS)
    for each in known:
        played.reveal()
        played.grade("good" if each else "again", known=each)
    return played


def test_a_card_is_graded_only_after_it_was_turned_over() -> None:
    played = FlashRound(FRONTS)
    with pytest.raises(LookupError):
        played.grade("good", known=True)


def test_what_was_not_known_comes_back_once_at_the_end() -> None:
    played = play([False, True, True])
    assert played.current is FRONTS[0]
    assert (played.done, played.total) == (3, 4)
    assert play([False, True, True, False]).current is None


def test_missed_is_what_was_not_known_the_first_time() -> None:
    assert play([True, False, True, True]).missed == (FRONTS[1],)
    assert play([True, True, True]).missed == ()


def test_a_round_of_nothing_is_over() -> None:
    played = FlashRound(())
    played.reveal()
    assert played.current is None
    assert not played.revealed
