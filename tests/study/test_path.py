"""A path, not a heap: lesson by lesson, people and words first, exact anchors last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.study.cards import card
from trainer.chapters.cache import open_chapter
from trainer.chapters.record import Importance
from trainer.content import shipped_root
from trainer.questions.cards import cards_of
from trainer.study.path import STAGE_OF_ASPECT, next_new, path_through, suggested_lesson

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.chapters.record import Chapter


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Chapter:
    folder: Path = shipped_root() / "data" / "harbour-council"
    return open_chapter(folder, cache_folder=tmp_path_factory.mktemp("cache"))


def test_every_aspect_has_its_stage(harbour: Chapter) -> None:
    aspects = {card.aspect for card, _ in cards_of(harbour)}
    assert aspects <= STAGE_OF_ASPECT.keys()


def test_the_path_goes_lesson_by_lesson_core_first_and_then_stage_by_stage(
    harbour: Chapter,
) -> None:
    path = path_through([harbour], [card for card, _ in cards_of(harbour)])
    lessons = [*(lesson.id for lesson in harbour.lessons), None]
    keys = [
        (lessons.index(card.lesson), card.importance.rank, STAGE_OF_ASPECT[card.aspect])
        for card in path
    ]
    assert keys == sorted(keys)


def test_two_cards_of_one_fact_are_not_begun_on_one_day() -> None:
    path = [card("fire#what"), card("fire#when"), card("flood#what"), card("fair#what")]
    new = [each.id for each in next_new(path, 2, {"mill-lane:fair"})]
    assert new == ["mill-lane:fire#what", "mill-lane:flood#what"]


@pytest.mark.parametrize(
    ("known", "suggested"),
    [(0, "first"), (3, "first"), (4, "second"), (5, "second")],
)
def test_the_next_lesson_is_suggested_when_four_of_five_were_answered_right(
    known: int, suggested: str
) -> None:
    cards = [card(f"fact-{number}#what", lesson="first") for number in range(5)]
    later = card("late#what", lesson="second")
    names = {each.id for each in cards[:known]}
    assert suggested_lesson(["first", "second"], [*cards, later], names) == suggested


def test_after_the_last_lesson_none_is_suggested() -> None:
    one = card("fact#what", lesson="only", importance=Importance.CORE)
    assert suggested_lesson(["only"], [one], {one.id}) is None
