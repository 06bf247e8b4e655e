"""Figures of what was answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.study.cards import card
from tests.study.reviews import DAY, logged
from trainer.study.grades import Rating, Verdict
from trainer.study.hardest import hardest
from trainer.study.predictions import Prediction
from trainer.study.recording import deck_of
from trainer.study.statistics import Statistics, statistics

CARDS = {
    f"flood:{name}": replace(card(name, lesson=lesson), id=f"flood:{name}", chapter="flood")
    for name, lesson in (("dam#when", "water"), ("bridge#when", None))
}


def figures_of(*reviews: object, days: int | None = None, today: int = 3) -> Statistics:
    return statistics(
        reviews,  # type: ignore[arg-type]
        {"flood:dam#when 3 0 None": Prediction(0.8, remembered=True)},
        CARDS,
        {"flood:weir#when": "flood:dam#when"},
        through=DAY + timedelta(days=today),
        days=days,
    )


def test_everything_is_counted_under_each_of_its_names() -> None:
    told = figures_of(
        logged(seconds=5),
        logged(after=3, seconds=7),
        logged("bridge#when", after=3, right=False, seconds=10),
    )
    total = told.total
    assert (total.answers, total.right, total.seconds) == (3, 2, 22)
    assert (total.reviews, total.remembered, total.expected) == (1, 1, 0.8)
    assert {name: each.answers for name, each in told.by["lesson"].items()} == {
        "flood/water": 2,
        "none": 1,
    }
    assert {name: each.seconds for name, each in told.by["kind"].items()} == {"date": 22}
    assert [*told.by["deck"]] == ["dams"]
    assert [*told.by["family"]] == ["when"]
    assert [*told.by["form"]] == ["choice"]
    assert [(day, each.answers) for day, each in told.days.items()] == [
        (DAY, 1),
        (DAY + timedelta(days=3), 2),
    ]
    assert told.since == DAY
    for named in told.by.values():
        assert sum(each.answers for each in named.values()) == 3
        assert sum(each.expected for each in named.values()) == 0.8


def test_what_a_chapter_has_no_longer_counts_as_gone_and_a_former_id_as_todays() -> None:
    told = figures_of(logged("flood-of-1804#when"), logged("weir#when"))
    assert {name: each.answers for name, each in told.by["kind"].items()} == {"date": 1, "gone": 1}
    assert [*told.by["lesson"]] == ["flood/water", "gone"]


def test_a_question_on_several_lessons_counts_as_such() -> None:
    both = ("flood:dam#when", "flood:bridge#when")
    review = replace(logged().review, card=None, cards=both, rating=None)
    told = figures_of(replace(logged(), review=review))
    assert [*told.by["lesson"]] == ["several"]
    assert [*told.by["kind"]] == ["date"]


def test_an_answer_takes_two_minutes_at_most() -> None:
    assert figures_of(logged(seconds=3600), logged(seconds=4)).total.seconds == 124


def test_what_the_learner_overruled_or_graded_as_known_is_right() -> None:
    told = figures_of(
        logged(right=False, overruled=True),
        logged(verdict=Verdict.UNGRADED, rating=Rating.HARD),
        logged(verdict=Verdict.UNGRADED, rating=Rating.AGAIN),
        logged(verdict=Verdict.PARTLY),
    )
    assert told.total.right == 2


def test_only_the_last_days_are_counted() -> None:
    told = figures_of(logged(), logged(after=1), logged(after=3), days=3)
    assert told.since == DAY + timedelta(days=1)
    assert told.total.answers == 2
    assert len(told.days) == 2


@pytest.mark.parametrize(
    ("days", "in_a_row"),
    [((1, 2, 3), 3), ((1, 2), 2), ((0, 1), 0), ((0, 2, 3), 2), ((), 0)],
)
def test_a_day_that_is_not_over_breaks_no_row(days: tuple[int, ...], in_a_row: int) -> None:
    assert figures_of(*(logged(after=day) for day in days), today=3).days_in_a_row == in_a_row


def test_of_nothing_all_is_nothing() -> None:
    told = figures_of()
    assert (told.since, told.total.answers, told.calibration) == (None, 0, None)


@pytest.mark.parametrize("deck", ["dams", "my own deck", "/home/me/decks/a b.yaml"])
def test_a_session_names_its_deck(deck: str) -> None:
    assert deck_of(f"2027-03-01T19:00:00.000+00:00 {deck} -3") == deck


def test_facts_are_hardest_that_were_forgotten_more_often_than_expected() -> None:
    told = {
        "often": [(0.9, False), (0.9, False), (0.9, True)],  # 2 of 3, 0.3 expected
        "worst": [(0.9, False)] * 3,  # 3 of 3, 0.3 expected
        "long": [(0.5, False)] * 2 + [(0.5, True)] * 3,  # 2 of 5, 2.5 expected
        "once": [(0.9, False)],
    }
    reviews, predicted = [], {}
    for fact, answers in told.items():
        for at, answer in enumerate(answers):
            review = logged(f"{fact}/{at % 2}#who", at)
            reviews.append(review)
            predicted[review.id] = Prediction(*answer)
    worst, often = hardest(reviews, predicted, {})
    assert (worst.fact, worst.forgotten, worst.reviews) == ("flood:worst", 3, 3)
    assert worst.cards == ["flood:worst/0#who", "flood:worst/1#who"]
    assert worst.prompt == "When was flood:worst/0#who?"
    assert (often.fact, often.forgotten, often.reviews) == ("flood:often", 2, 3)
    assert often.expected == pytest.approx(0.3)
