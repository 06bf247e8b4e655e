from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.decks.conftest import DECK
from trainer.dates import Calendar, day_number
from trainer.decks.loading import load_deck
from trainer.decks.selection import Period, Selector
from trainer.errors import ContentError, NotFoundError, TrainerError
from trainer.questions.question import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.chapters.record import Chapter
    from trainer.decks.loading import Deck


def deck(folder: Path, text: str) -> Deck:
    file = folder / "lane.yaml"
    file.write_text(text, encoding="utf-8")
    return load_deck(file)


def told(caught: pytest.ExceptionInfo[ContentError]) -> list[str]:
    """Return every problem, the folder's path left out."""
    return [str(problem).rpartition("/")[2] for problem in caught.value.problems]


def problems_of(folder: Path, text: str, chapter: Chapter) -> list[str]:
    with pytest.raises(ContentError) as caught:
        deck(folder, text).selectors(chapter, [chapter])
    return told(caught)


def test_a_deck_knows_its_chapters_and_where_it_names_them(tmp_path: Path) -> None:
    ((name, place),) = deck(tmp_path, DECK).chapters
    assert (name, place.line, place.column) == ("mill-lane", 5, 14)


def test_a_deck_that_only_names_chapters_selects_all_of_them(
    tmp_path: Path, mill_lane: Chapter
) -> None:
    assert deck(tmp_path, DECK).selectors(mill_lane, [mill_lane]) == (Selector(), None)


def test_each_key_that_is_given_is_a_condition(tmp_path: Path, mill_lane: Chapter) -> None:
    text = DECK + "  kinds: [date]\n  lessons: [the-lane]\nexclude: {persons: []}\n"
    wanted, unwanted = deck(tmp_path, text).selectors(mill_lane, [mill_lane])
    assert wanted == Selector(kinds=frozenset({Kind.DATE}), lessons=frozenset({"the-lane"}))
    assert unwanted == Selector(persons=frozenset())


def test_a_period_runs_from_the_first_to_the_last_day_that_its_ends_may_mean(
    tmp_path: Path, mill_lane: Chapter
) -> None:
    text = DECK + "  period: {from: 1901-04, to: 1902}\n"
    wanted, _ = deck(tmp_path, text).selectors(mill_lane, [mill_lane])
    assert wanted.period == Period(
        first=day_number(1901, 4, 1, Calendar.GREGORIAN),
        last=day_number(1902, 12, 31, Calendar.GREGORIAN),
    )


@pytest.mark.parametrize("text", ["period: {from: 1901}", "period: {to: 1901}"])
def test_a_period_may_be_open_at_one_end(tmp_path: Path, mill_lane: Chapter, text: str) -> None:
    wanted, _ = deck(tmp_path, f"{DECK}  {text}\n").selectors(mill_lane, [mill_lane])
    assert wanted.period is not None
    assert (wanted.period.first is None) is ("to" in text)
    assert (wanted.period.last is None) is ("from" in text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "lane.yaml:1:1: not a deck – write id, title, description and select"),
        ("- id: lane\n", "lane.yaml:1:1: not a deck – write id, title, description and select"),
        (
            DECK.replace("title:", "titel:"),
            'lane.yaml:2:1: unknown key "titel" – did you mean "title"?',
        ),
    ],
)
def test_what_is_no_deck_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(ContentError) as caught:
        deck(tmp_path, text)
    assert problem in told(caught)


def test_a_deck_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"cannot read .*lane\.yaml"):
        load_deck(tmp_path / "lane.yaml")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            DECK.replace("id: lane", "id: road"),
            "lane.yaml:1:5: the deck's id is road, but its file is lane.yaml – write id: lane, or rename the file",
        ),
        (
            DECK + "  lessons: [the-lnae]\n",
            "lane.yaml:6:13: lessons: the-lnae is not in the deck's chapters – did you mean the-lane?",
        ),
        (
            DECK + "exclude: {templates: [outcom]}\n",
            "lane.yaml:6:23: templates: there is no template outcom – did you mean outcome?",
        ),
        (
            DECK + "  period: {from: 1902, to: 1901}\n",
            "lane.yaml:6:28: the period ends with 1901, before it begins with 1902 – exchange them",
        ),
    ],
)
def test_what_a_deck_cannot_select_is_told(
    tmp_path: Path, mill_lane: Chapter, text: str, problem: str
) -> None:
    assert problems_of(tmp_path, text, mill_lane) == [problem]


def test_all_that_is_wrong_with_a_deck_is_told_at_once(tmp_path: Path, mill_lane: Chapter) -> None:
    text = DECK + "  persons: [a, b]\n  period: {from: 1901-02-30, to: 1901-13}\n"
    text += "exclude: {facts: [c]}\n"
    assert len(problems_of(tmp_path, text, mill_lane)) == 5


def test_a_tag_that_nothing_bears_is_told(tmp_path: Path) -> None:
    written = deck(tmp_path, DECK + "  tags: [moot, contestd]\n")
    (problem,) = written.unknown_tags({"moot", "contested"})
    assert str(problem).endswith(
        "lane.yaml:6:16: tags: no question is tagged contestd – did you mean contested?"
    )


def test_a_pipe_with_the_name_of_a_deck_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lane.yaml")
    with pytest.raises(TrainerError, match="it is no file – move it away"):
        load_deck(tmp_path / "lane.yaml")
