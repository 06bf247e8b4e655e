from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.decks.conftest import DECK
from trainer.decks import sizes
from trainer.decks.catalogue import kept_catalogue, read_catalogue
from trainer.decks.opening import open_deck

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.content import Places


def test_it_counts_what_the_chapter_holds(places: Places, mill_lane: Chapter) -> None:
    (chapter,) = read_catalogue(places).chapters
    assert chapter.counts["events"] == len(mill_lane.events)
    assert chapter.counts["votes"] == len(mill_lane.votes)
    assert [lesson.id for lesson in chapter.lessons] == [lesson.id for lesson in mill_lane.lessons]
    assert (chapter.questions or 0) >= sum(lesson.questions or 0 for lesson in chapter.lessons) > 0


def test_a_deck_of_a_whole_chapter_is_as_large_as_the_chapter(places: Places) -> None:
    catalogue = read_catalogue(places)
    (deck,), (chapter,) = catalogue.decks, catalogue.chapters
    assert (deck.cards, deck.questions, deck.chapters) == (
        chapter.cards,
        chapter.questions,
        ("mill-lane",),
    )


def test_nothing_is_counted_twice(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_catalogue(places)
    monkeypatch.delattr(sizes, "count_content")
    assert read_catalogue(places) == first


def test_a_changed_file_is_counted_again(places: Places) -> None:
    read_catalogue(places)
    file = places.library / "decks" / "lane.yaml"
    file.write_text(DECK.replace("The Lane", "Another Name"), encoding="utf-8")
    (deck,) = read_catalogue(places).decks
    assert deck.title == "Another Name"


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[1]", b'{"digest": 1, "catalogue": {}}', b"\xff\xfe"]
)
def test_a_damaged_cache_is_counted_again(places: Places, damage: bytes) -> None:
    first = read_catalogue(places)
    (places.cache / "catalogue.json").write_bytes(damage)
    assert read_catalogue(places) == first


def test_what_cannot_be_read_is_a_problem_and_not_the_end(places: Places) -> None:
    (places.library / "decks" / "broken.yaml").write_text("id: [", encoding="utf-8")
    catalogue = read_catalogue(places)
    assert len(catalogue.decks) == 1
    (problem,) = catalogue.problems
    assert problem.place is not None
    assert problem.place.file.endswith("broken.yaml")


def test_what_an_editor_hides_while_at_work_is_left_alone(places: Places) -> None:
    before = read_catalogue(places)
    for folder in ("decks", "data/mill-lane"):
        (places.library / folder / ".#lock.yaml").symlink_to("whoever is editing it")
    assert read_catalogue(places) == before


def test_a_file_that_cannot_be_read_is_a_problem_until_it_can(places: Places) -> None:
    deck = places.library / "decks" / "gone.yaml"
    deck.symlink_to(places.library / "elsewhere.yaml")
    (problem,) = read_catalogue(places).problems
    assert "gone.yaml" in str(problem)
    assert kept_catalogue(places) is not None
    (places.library / "elsewhere.yaml").write_text(DECK.replace("lane\n", "gone\n", 1))
    assert read_catalogue(places).problems == ()


def test_choices_are_counted_as_questions_and_the_rest_as_flash_cards(places: Places) -> None:
    (chapter,) = read_catalogue(places).chapters
    opened = open_deck("mill-lane", places)
    assert (chapter.questions, chapter.cards) == (len(opened.choices), len(opened.fronts))
    assert sum(not question.options for question in opened.questions) == chapter.cards


def test_what_would_take_minutes_to_count_is_left_uncounted(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.decks.opening.MANY_FACTS", 10)
    catalogue = read_catalogue(places)
    (chapter,), (deck,) = catalogue.chapters, catalogue.decks
    assert chapter.counts["events"]
    assert (chapter.cards, chapter.questions, deck.cards, deck.questions) == (None,) * 4
    assert {(each.cards, each.questions) for each in chapter.lessons} == {(None, None)}
    assert kept_catalogue(places) == catalogue
