"""Wrong options far from the key for a new card, near to it for a known one."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING, Any

import pytest

from tests.fixtures import HARBOUR_COUNCIL, loaded
from tests.questions.builders import chapter, choices, deed, event, one, person, statement
from trainer.chapters.record import Lesson
from trainer.dates import Calendar, Date, bounds
from trainer.questions.audit.auditing import audit
from trainer.questions.bank import build_bank
from trainer.questions.distance import Distance
from trainer.questions.families.catalogue import BY_REQUEST
from trainer.questions.index import Index
from trainer.questions.nearness import nearness_in_days, nearness_of_facts, nearness_of_persons

if TYPE_CHECKING:
    from trainer.questions.question import Bank, Question

# A flood a week, from the first week of January to the last one of June.
YEAR = [
    event(f"flood-{month}-{day}", f"the flood at the {place} gate", f"1871-0{month}-{day:02}")
    for month, gates in enumerate(
        (
            ("upper", "lower", "northern", "garden"),
            ("mill", "church", "market", "harbour"),
            ("castle", "abbey", "southern", "river"),
            ("eastern", "western", "tower", "bridge"),
            ("school", "prison", "miller", "baker"),
            ("smith", "weaver", "meadow", "orchard"),
        ),
        start=1,
    )
    for day, place in zip((3, 10, 17, 24), gates, strict=True)
]


def drawn(distance: Distance, seed: int = 0, **given: Any) -> Bank:
    return build_bank(chapter(*YEAR, **given), seed, distance=distance)


def by_id(made: Bank) -> dict[str, Question]:
    return {question.id: question for question in choices(made) if question.card}


def gaps(question: Question) -> list[int]:
    """Return how many days the wrong dates of a question lie from the right one."""
    days = {
        each.id: bounds(
            Date(f"1871-{each.id.split('-')[1]:0>2}-{each.id.split('-')[2]:0>2}", Calendar.JULIAN)
        ).first
        for each in question.options
        if each.id.startswith("flood-")
    }
    own = days[question.key.id]
    assert own is not None
    return [
        abs(day - own) for name, day in days.items() if day is not None and name != question.key.id
    ]


def test_a_new_card_is_asked_among_other_phases_and_a_known_one_among_its_neighbours() -> None:
    far = [
        gap
        for seed in range(5)
        for q in choices(drawn(Distance.FAR, seed))
        if q.template == "when"
        for gap in gaps(q)
    ]
    near = [
        gap
        for seed in range(5)
        for q in choices(drawn(Distance.NEAR, seed))
        if q.template == "when"
        for gap in gaps(q)
    ]
    assert fmean(near) + 20 < fmean(far)
    assert min(near) >= 3


def test_the_distance_changes_no_id_no_stem_and_no_key() -> None:
    far, near = by_id(drawn(Distance.FAR)), by_id(drawn(Distance.NEAR))
    assert len(far.keys() & near.keys()) > 20
    for name in far.keys() & near.keys():
        one, other = far[name], near[name]
        assert (one.card, one.prompt, one.key.id) == (other.card, other.prompt, other.key.id)
    cards = [card.id for card in drawn(Distance.FAR).cards]
    assert cards == [card.id for card in drawn(Distance.NEAR).cards]


def test_fronts_know_no_distance() -> None:
    assert drawn(Distance.FAR).fronts == drawn(Distance.NEAR).fronts


@pytest.mark.parametrize("distance", Distance)
def test_the_same_seed_and_distance_give_the_same_bank(distance: Distance) -> None:
    assert repr(drawn(distance, 3)) == repr(drawn(distance, 3))


def test_a_quiz_asks_near_unless_told_otherwise() -> None:
    assert build_bank(chapter(*YEAR)) == drawn(Distance.NEAR)


@pytest.mark.parametrize("distance", Distance)
def test_what_lies_at_the_other_distance_does_where_there_is_nothing_else(
    distance: Distance,
) -> None:
    week = [
        event(f"e{n}", f"the {what}", f"1871-05-{4 * n + 1:02}")
        for n, what in enumerate(("fair", "fire", "flood", "frost"))
    ]
    made = build_bank(chapter(*week), distance=distance)
    assert one(made, "when", "e1").options
    apart = [
        event(f"e{n}", f"the {what}", f"1871-{3 * n + 1:02}-05")
        for n, what in enumerate(("fair", "fire", "flood", "frost"))
    ]
    made = build_bank(chapter(*apart), distance=distance)
    assert one(made, "when", "e1").options


def test_near_is_as_much_likelier_near_as_far_is_far() -> None:
    assert Distance.NEAR.odds(1) == pytest.approx(Distance.FAR.odds(0))
    assert Distance.NEAR.odds(0.5) == Distance.FAR.odds(0.5) == 1
    assert Distance.NEAR.odds(1) > 10 * Distance.NEAR.odds(0)


def test_days_are_near_up_to_a_phase() -> None:
    assert nearness_in_days(0) == 1
    assert nearness_in_days(30) == 0.5
    assert nearness_in_days(60) == nearness_in_days(400) == 0


def test_facts_lie_near_by_time_by_lesson_and_by_what_they_share() -> None:
    lessons = tuple(
        Lesson(id=name, title=name, gist="Water.", question="Why?") for name in ("dry", "wet")
    )
    own = event("own", "the flood", "1871-05-01", people=(deed("ada-bell", "swam"),), lesson="wet")
    twin = event("twin", "the fire", "1871-05-01", people=(deed("ada-bell", "ran"),), lesson="wet")
    late = event(
        "late", "the frost", "1871-09-01", people=(deed("ada-bell", "slept"),), lesson="dry"
    )
    other = event("other", "the fair", "1871-09-01", lesson="dry")
    undated = event("undated", "the feast", None, lesson="wet")
    index = Index(chapter(own, twin, late, other, undated, lessons=lessons))
    assert nearness_of_facts(index, own, twin) == 1
    assert nearness_of_facts(index, own, late) == 0.25
    assert nearness_of_facts(index, own, other) == 0
    assert nearness_of_facts(index, own, undated) == 0.75


def test_persons_lie_near_by_lesson_and_quarrel_and_most_of_all_by_name() -> None:
    people = [
        person(name) for name in ("Ada Krymov", "Ben Krylov", "Cy Dunn", "Di Egan", "Flo Gray")
    ]
    lessons = tuple(
        Lesson(id=name, title=name, gist="Water.", question="Why?") for name in ("dry", "wet")
    )
    own = event(
        "own",
        "the flood",
        "1871-05-01",
        people=(deed("ada-krymov", "swam"), deed("cy-dunn", "ran")),
        lesson="wet",
    )
    away = event(
        "away", "the frost", "1871-09-01", people=(deed("di-egan", "slept"),), lesson="dry"
    )
    view = replace(
        statement("view", "ada-krymov", "that the dyke would hold"),
        opponents=("di-egan",),
        lesson=None,
    )
    index = Index(chapter(own, away, view, *people, people=(), lessons=lessons))

    def nearness(other: str) -> float:
        return nearness_of_persons(index, own, "ada-krymov", other)

    assert nearness("ben-krylov") == 1
    assert nearness("cy-dunn") == nearness("di-egan") == pytest.approx(1 / 3)
    assert nearness("flo-gray") == 0


def test_nobody_is_confused_with_their_own_double() -> None:
    twins = [person("Ada Bell"), replace(person("Ada Bell"), id="ada-bell-2")]
    index = Index(chapter(*twins, people=()))
    assert index.confusables["ada-bell"] == ()


@pytest.fixture(scope="module")
def far() -> Bank:
    return build_bank(loaded(HARBOUR_COUNCIL), 0, BY_REQUEST, distance=Distance.FAR)


@pytest.fixture(scope="module")
def near() -> Bank:
    return build_bank(loaded(HARBOUR_COUNCIL), 0, BY_REQUEST, distance=Distance.NEAR)


def test_near_questions_of_a_chapter_are_measured_as_harder(far: Bank, near: Bank) -> None:
    there, here = by_id(far), by_id(near)
    both = there.keys() & here.keys()
    assert len(both) > 0.95 * len(here)
    steps = [here[name].difficulty - there[name].difficulty for name in both]
    assert fmean(steps) > 0.01
    assert sum(step < 0 for step in steps) < 0.05 * sum(step > 0 for step in steps)


def test_the_far_questions_of_a_chapter_have_no_flaw(far: Bank) -> None:
    asked = [question for question in far.questions if question.template not in BY_REQUEST]
    assert [
        found.what
        for found in audit([loaded(HARBOUR_COUNCIL)], asked, far.fronts, far.withheld).flaws
    ] == []
