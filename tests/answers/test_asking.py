from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questions.builders import chapter, event
from trainer.answers.asking import count_of, date_of
from trainer.chapters.record import Event, Grain, Importance, Stand, Vote
from trainer.dates import Calendar, make_date

if TYPE_CHECKING:
    from trainer.answers.directory import Directory


@pytest.mark.parametrize(
    ("edtf", "year"),
    [("1871-04-03", 1871), ("1871", 1871), ("1921-04-03", None), ("1870-12/1871-01", None)],
)
def test_only_the_year_of_the_chapter_is_implied(edtf: str, year: int | None) -> None:
    fair = event("fair", "the fair", edtf)
    expected = date_of(fair, chapter(fair))
    assert expected is not None
    assert expected.year == year


def test_a_date_is_asked_at_the_grain_that_it_is_worth() -> None:
    fair = event("fair", "the fair", "1871-04-03", ask_grain=Grain.MONTH)
    expected = date_of(fair, chapter(fair))
    assert expected is not None
    assert expected.date == make_date("1871-04", Calendar.JULIAN)


@pytest.mark.parametrize("edtf", [None, "1871-04~", "187X"])
def test_what_is_not_asked_expects_nothing(edtf: str | None) -> None:
    fair = event("fair", "the fair", edtf)
    assert date_of(fair, chapter(fair)) is None


def test_an_anchor_is_to_be_known_better_than_an_aside() -> None:
    tolerances = []
    for importance in (Importance.CORE, Importance.SECONDARY, Importance.TRIVIA):
        fair = event("fair", "the fair", "1871-04-03", importance=importance)
        expected = date_of(fair, chapter(fair))
        assert expected is not None
        tolerances.append(expected.tolerance)
    assert tolerances == [1, 2, 3]


def test_a_count_comes_with_all_others_of_its_vote(lane: Directory) -> None:
    vote = lane.facts["council-closes-lane"]
    assert isinstance(vote, Vote)
    expected = count_of(vote, Stand.AGAINST)
    assert expected is not None
    assert expected.count.value == 3
    assert [what for what, _ in expected.others] == [
        "the number of votes for",
        "the number of those who abstained",
        "the number of those who did not vote",
        "the number of those who were absent",
        "the number of those who were present",
    ]


def test_only_what_has_a_name_can_be_asked_by_name(lane: Directory) -> None:
    assert isinstance(lane.facts["rain"], Event)
    with pytest.raises(LookupError, match="rain is no person"):
        lane.identifiers("rain")
