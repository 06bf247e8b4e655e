"""What is asked next: learning when its minutes are over, reviews with new cards among them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.study.cards import DAY, NOON, card, known, learning
from trainer.chapters.record import Importance
from trainer.study.queue import AHEAD, Plan, Queue, plan_day
from trainer.study.settings import StudySettings

if TYPE_CHECKING:
    from trainer.study.memory import Memory

SETTINGS = StudySettings(new_a_day=3, reviews_a_day=4)


def by_card(*memories: Memory) -> dict[str, Memory]:
    return {each.card: each for each in memories}


def names(ids: tuple[str, ...]) -> list[str]:
    return [each.removeprefix("mill-lane:") for each in ids]


def test_only_what_is_due_is_reviewed_and_only_what_is_core_is_new() -> None:
    path = [
        card("a#what"),
        card("b#what"),
        card("c#what", importance=Importance.TRIVIA),
        card("d#what"),
    ]
    plan = plan_day(path, by_card(known("a#what"), known("b#what", due=1)), SETTINGS, DAY)
    assert names(plan.reviews) == ["a#what"]
    assert names(plan.new) == ["d#what"]


def test_after_days_away_core_comes_first_and_then_what_is_due_longest() -> None:
    path = [
        card("trivia#what", importance=Importance.TRIVIA),
        *(card(f"core-{number}#what") for number in range(5)),
    ]
    away = [known(f"core-{number}#what", due=-number) for number in range(5)]
    plan = plan_day(path, by_card(known("trivia#what", due=-99), *away), SETTINGS, DAY)
    assert sorted(names(plan.reviews)) == [f"core-{number}#what" for number in range(1, 5)]
    assert plan.waiting == 2


def test_what_was_reviewed_and_begun_today_counts_for_the_day() -> None:
    path = [card(f"{name}#what") for name in "abcdefghij"]
    today = [known(f"{name}#what", due=3, last=0) for name in "abc"]
    begun = learning("d#what", due_at=NOON)
    due = [known(f"{name}#what") for name in "ef"]
    memories = by_card(*today, begun, *due)
    settings = StudySettings(new_a_day=5, reviews_a_day=4)
    for each in today:
        assert each.last_day == DAY
    plan = plan_day(path, memories, settings, DAY)
    # The three were begun today, as were their memories: none of them counts as a review.
    assert len(plan.new) == 5 - 4
    assert len(plan.reviews) == 2


def test_one_card_of_a_fact_a_day() -> None:
    path = [card("a#what"), card("a#when"), card("b#what"), card("b#when")]
    plan = plan_day(path, by_card(known("a#what"), known("a#when")), SETTINGS, DAY)
    assert len(plan.reviews) == 1
    assert names(plan.new) == ["b#what"]


def test_what_is_suspended_or_buried_is_neither_reviewed_nor_new() -> None:
    path = [card("a#what"), card("b#what")]
    unasked = {each.id for each in path}
    assert plan_day(path, by_card(known("a#what")), SETTINGS, DAY, unasked=unasked) == Plan(
        reviews=(), new=()
    )


def test_the_same_day_has_the_same_order_and_another_day_another() -> None:
    path = [card(f"fact-{number}#what") for number in range(20)]
    memories = by_card(*(known(f"fact-{number}#what") for number in range(20)))
    settings = StudySettings(reviews_a_day=20)
    plans = [
        plan_day(path, memories, settings, DAY + timedelta(days=days)).reviews for days in (0, 0, 1)
    ]
    assert plans[0] == plans[1] != plans[2]
    assert sorted(plans[0]) == sorted(plans[2])


def queue_of(plan: Plan, *memories: Memory) -> Queue:
    cards = {*plan.reviews, *plan.new, *(each.card for each in memories)}
    return Queue(plan, by_card(*memories), cards, DAY)


def test_new_cards_come_evenly_among_the_reviews() -> None:
    queue = queue_of(Plan(reviews=("r1", "r2", "r3", "r4"), new=("n1", "n2")))
    order = []
    while (name := queue.next(NOON)) is not None:
        order.append(name)
        queue.drop(name)
    assert order == ["r1", "n1", "r2", "r3", "n2", "r4"]


def test_what_is_being_learned_comes_when_its_minutes_are_over() -> None:
    soon = NOON + timedelta(minutes=5)
    queue = queue_of(Plan(reviews=("r1",), new=()), learning("l#what", due_at=soon))
    assert queue.next(NOON) == "r1"
    assert queue.next(soon) == "mill-lane:l#what"


def test_with_nothing_else_left_what_is_being_learned_comes_before_its_time_but_not_hours() -> None:
    soon, late = NOON + AHEAD, NOON + AHEAD + timedelta(minutes=1)
    assert queue_of(Plan(reviews=(), new=()), learning("l#what", due_at=soon)).next(NOON)
    assert queue_of(Plan(reviews=(), new=()), learning("l#what", due_at=late)).next(NOON) is None


def test_an_answer_that_fails_comes_back_and_one_that_holds_does_not() -> None:
    queue = queue_of(Plan(reviews=("mill-lane:r#what",), new=("mill-lane:n#what",)))
    queue.answered(learning("r#what", due_at=NOON + timedelta(minutes=10)))
    assert queue.left == 2
    queue.answered(known("r#what", due=3, last=0))
    queue.answered(known("n#what", due=3, last=0))
    assert queue.next(NOON + timedelta(days=1)) is None
    assert queue.left == 0


def test_a_session_is_gone_on_with_where_its_answers_left_off() -> None:
    plan = Plan(reviews=("mill-lane:a#what", "mill-lane:b#what"), new=("mill-lane:c#what",))
    answers = [known("a#what", due=4, last=0), learning("c#what", due_at=NOON)]
    before = queue_of(plan, known("b#what"))
    for each in answers:
        before.answered(each)
    after = queue_of(plan, known("b#what"), *answers)
    for minutes in (0, 5, 15):
        now = NOON + timedelta(minutes=minutes)
        assert before.next(now) == after.next(now)
    assert before.left == after.left == 2
