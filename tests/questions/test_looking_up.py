"""The rows and stretches in which a large chapter is looked through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.questions.builders import chapter, event, motion, statement
from trainer.dates import Order, compare
from trainer.questions.index import Index
from trainer.questions.rows import Spans
from trainer.questions.seeding import Seeded

DATES = (
    None,
    "1871-03-30",
    "1871-04-02",
    "1871-04",
    "1871-05-01",
    "1871",
    "1870-12-31/1871-05-01",
    "1872-01-01",
)


@given(st.lists(st.integers()), st.integers(0, 12), st.integers())
def test_a_stretch_is_as_long_as_wanted_and_goes_round(
    items: list[int], many: int, seed: int
) -> None:
    row = Seeded(seed).stretch(items, many)
    assert len(row) == min(many, len(items))
    rounds = [[*items[start:], *items[:start]][:many] for start in range(max(1, len(items)))]
    assert row in rounds


@given(st.lists(st.sampled_from(DATES), max_size=8), st.sampled_from(DATES))
def test_nothing_that_may_be_of_one_time_is_overlooked(
    dates: list[str | None], date: str | None
) -> None:
    facts = [event(f"e{n}", "the flood", edtf) for n, edtf in enumerate(dates)]
    asked = event("asked", "the fire", date)
    found = Spans(facts).about(asked)
    assert found == [fact for fact in facts if fact in found]
    for fact in facts:
        if fact not in found:
            assert fact.when is not None
            assert asked.when is not None
            assert compare(fact.when.date, asked.when.date) in {Order.BEFORE, Order.AFTER}


def test_of_a_long_issue_the_views_recorded_near_are_looked_at() -> None:
    views = [statement(f"s{n}", "ada-bell", f"view {n}") for n in range(9)]
    index = Index(chapter(*views))
    for place, reach, ids in ((0, 3, "012"), (4, 3, "345"), (8, 3, "678"), (2, 20, "012345678")):
        near = index.statements_near(views[place], reach)
        assert "".join(view.id[1:] for view in near) == ids


def test_a_body_that_votes_twice_on_one_motion_is_told() -> None:
    votes = [
        motion("m0", "raise the dyke", "north"),
        motion("m1", "raise the dyke", "north"),
        motion("m2", "raise the dyke", "south"),
        motion("m3", "sell the mill", "north"),
    ]
    index = Index(chapter(*votes))
    assert [index.voted_again(vote) for vote in votes] == [True, True, False, False]
