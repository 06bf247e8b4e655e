from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.decks.conftest import DECK
from tests.fixtures import write_chapter
from trainer.content import find_chapter
from trainer.decks.opening import Opener, open_deck
from trainer.errors import ContentError, NotFoundError
from trainer.questions.bank import build_bank
from trainer.questions.cards import cards_of

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.chapters.record import Chapter
    from trainer.content import Places
    from trainer.questions.question import Bank


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The chapters whose banks were made, in order."""
    chapters: list[str] = []

    def build(chapter: Chapter, *given: Any, **named: Any) -> Bank:
        chapters.append(chapter.id)
        return build_bank(chapter, *given, **named)

    monkeypatch.setattr("trainer.decks.opening.build_bank", build)
    return chapters


def add_deck(places: Places, name: str, text: str) -> Path:
    file = places.library / "decks" / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_chapter_opens_as_the_deck_of_all_its_questions(places: Places) -> None:
    whole, lane = open_deck("mill-lane", places), open_deck("lane", places)
    assert whole.questions
    assert (whole.questions, whole.fronts, whole.cards) == (lane.questions, lane.fronts, lane.cards)
    assert whole.digests == lane.digests


def test_the_same_deck_opens_twice_alike(places: Places) -> None:
    assert open_deck("lane", places, seed=3) == open_deck("lane", places, seed=3)


def test_a_path_opens_what_its_id_does(places: Places) -> None:
    by_id = open_deck("lane", places)
    assert open_deck(str(places.library / "decks" / "lane.yaml"), places) == by_id


def test_one_lesson_of_a_deck_is_all_that_is_learned(places: Places) -> None:
    whole, part = open_deck("lane", places), open_deck("lane", places, lesson="the-council")
    assert 0 < len(part.questions) < len(whole.questions)
    assert {question.lesson for question in part.questions} == {"the-council"}
    assert {front.card.lesson for front in part.fronts} == {"the-council"}
    assert {card.lesson for card in part.cards} == {"the-council"}


def test_a_lesson_that_the_deck_has_not_is_told(places: Places) -> None:
    with pytest.raises(NotFoundError, match="lane has no lesson x – known: the-lane, the-council"):
        open_deck("lane", places, lesson="x")


def test_a_chapter_beside_the_decks_folder_comes_before_others(
    places: Places, tmp_path: Path
) -> None:
    """A folder with `data/` and `decks/` can be checked where it is, before it is installed."""
    new = tmp_path / "new"
    (new / "data").mkdir(parents=True)
    (new / "decks").mkdir()
    write_chapter(
        new / "data",
        name="mill-lane",
        events="""
        - id: fire
          title: the fire at the mill
          date: 1901-05-03
          evidence: [{paragraph: 1, prints: ["3 May"]}]
        """,
    )
    file = new / "decks" / "lane.yaml"
    file.write_text(DECK, encoding="utf-8")
    opened = open_deck(str(file), places)
    assert [event.id for chapter in opened.chapters for event in chapter.events] == ["fire"]


def test_the_bank_of_a_chapter_is_made_once_for_all_its_decks(
    places: Places, made: list[str]
) -> None:
    dates = add_deck(places, "dates", DECK.replace("id: lane", "id: dates") + "  kinds: [date]\n")
    opener = Opener(places)
    whole = opener.at(places.library / "data" / "mill-lane")
    lane = opener.at(places.library / "decks" / "lane.yaml")
    part = opener.at(dates)
    assert made == ["mill-lane"]
    assert len(part.questions) < len(lane.questions) == len(whole.questions)
    assert part.chapter_fronts == whole.fronts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (DECK.replace("mill-lane", "mill-lnae"), "lane.yaml:5:14: there is no chapter mill-lnae"),
        (DECK + "  lessons: [the-lnae]\n", "lane.yaml:6:13: lessons: the-lnae"),
    ],
)
def test_what_is_wrong_with_a_deck_is_told_before_a_bank_is_made(
    places: Places, made: list[str], text: str, told: str
) -> None:
    add_deck(places, "lane", text)
    with pytest.raises(ContentError, match=told):
        open_deck("lane", places)
    assert made == []


def test_a_tag_of_no_question_is_told(places: Places) -> None:
    add_deck(places, "lane", DECK + "  tags: [nonesuch]\n")
    with pytest.raises(ContentError, match=r"lane\.yaml:6:10: tags: no question is tagged none"):
        open_deck("lane", places)


def test_a_deck_that_selects_nothing_is_told(places: Places) -> None:
    add_deck(places, "lane", DECK + "  facts: []\n")
    with pytest.raises(ContentError, match=r"lane\.yaml:4:1: the deck lane selects nothing"):
        open_deck("lane", places)


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever has more than ten facts is a long chapter."""
    monkeypatch.setattr("trainer.decks.opening.MANY_FACTS", 10)


@pytest.mark.usefixtures("long")
def test_a_session_of_a_long_chapter_draws_its_facts_by_chance(places: Places) -> None:
    first, again, other = (open_deck("mill-lane", places, seed=seed, most=8) for seed in (1, 1, 2))
    facts = {card.fact for card in first.cards}
    assert 0 < len(facts) <= 8
    assert first == again
    assert facts != {card.fact for card in other.cards}
    assert first.questions


@pytest.mark.usefixtures("long")
@pytest.mark.parametrize("deck", ["mill-lane", "lane"])
def test_a_lesson_of_a_long_chapter_is_asked_like_the_whole(
    places: Places, deck: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.decks.opening.SESSION_FACTS", 5)
    whole = open_deck(deck, places, lesson="the-council", seed=4)
    session = open_deck(deck, places, lesson="the-council", seed=4, most=500)
    assert [(f.card, f.stem, f.answer) for f in session.fronts] == [
        (f.card, f.stem, f.answer) for f in whole.fronts
    ]
    asked = {q.id: (q.prompt, q.options, q.answer) for q in whole.questions if q.card}
    met = {q.id: (q.prompt, q.options, q.answer) for q in session.questions if q.card}
    assert met
    assert all(met[name] == asked[name] for name in met.keys() & asked.keys())


@pytest.mark.usefixtures("long")
def test_what_is_no_session_has_all_questions_of_a_long_chapter(places: Places) -> None:
    told: list[str] = []
    opened = open_deck("mill-lane", places, tell=told.append)
    assert opened.questions == build_bank(opened.chapters[0]).questions
    assert "making the questions of mill-lane" in told[-1]


@pytest.mark.usefixtures("long")
def test_how_far_the_questions_of_a_long_chapter_are_is_told(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.telling.SECONDS", 0)
    told: list[str] = []
    chapter = open_deck("mill-lane", places, tell_progress=told.append).chapters[0]
    cards = len([*cards_of(chapter)])
    assert told == [f"{done:,} of {cards:,} cards of mill-lane" for done in range(1, cards + 1)]


@pytest.mark.usefixtures("long")
def test_what_is_told_on_the_way_does_not_keep_the_user_from_ending_it(places: Places) -> None:
    calls: list[None] = []
    opener = Opener(places, between=lambda: calls.append(None))
    assert opener.at(find_chapter("mill-lane", places)).questions
    assert calls


def test_nothing_is_told_on_the_way_of_a_short_chapter(places: Places) -> None:
    told: list[str] = []
    open_deck("mill-lane", places, tell=told.append, tell_progress=told.append)
    assert told == []


@pytest.mark.usefixtures("long")
def test_a_deck_of_a_long_chapter_is_drawn_from_what_it_selects(places: Places) -> None:
    add_deck(places, "votes", f"{DECK.replace('id: lane', 'id: votes')}  tags: [vote]\n")
    opened = open_deck("votes", places, most=500)
    assert opened.questions
    assert all("vote" in question.tags for question in opened.questions)
