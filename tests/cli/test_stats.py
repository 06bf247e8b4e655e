"""`trainer stats` and `trainer exam`."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from benchmarks.progress import made_up
from trainer.content import find_places
from trainer.decks.opening import OpenedDeck, open_deck
from trainer.questions.question import Form
from trainer.study.grades import Verdict
from trainer.study.settings import StudySettings
from trainer.study.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Trainer
    from trainer.study.entries import Review

NOON = datetime(2027, 4, 1, 12).astimezone()
DECK = "harbour-council"
SEED = 4


@pytest.fixture(scope="module")
def deck(counted: Path) -> OpenedDeck:
    return open_deck(DECK, find_places({"TRAINER_HOME": str(counted)}), seed=SEED)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.cli.learned.now", lambda: NOON)
    monkeypatch.setenv("COLUMNS", "40")


@pytest.fixture
def studied(home: Path, deck: OpenedDeck) -> int:
    """A fortnight of study that ended two days ago; returns how many answers that was."""
    (home / "state").mkdir(exist_ok=True)
    with Store.open(home / "state" / "log.db") as store:
        return sum(1 for each in _fortnight(deck) if store.append(each))


def _fortnight(deck: OpenedDeck) -> Iterator[Review]:
    choices = {q.card: q for q in deck.questions if q.form is Form.CHOICE and q.card}
    first = NOON.date() - timedelta(days=15)
    for made in made_up(choices, StudySettings(), first=first, new_a_day=4):
        if made.at.date() > first + timedelta(days=13):
            return
        question = choices[made.card or ""]
        wrong = next(option.id for option in question.options if not option.correct)
        yield replace(
            made,
            session=f"2027-03-17T18:00:00.000+00:00 {DECK} {SEED}",
            question=question.id,
            prompt=question.prompt,
            options=tuple(option.id for option in question.options),
            key=question.key.id,
            answered=question.key.id if made.verdict is Verdict.RIGHT else wrong,
            seed=SEED,
        )


def test_without_an_answer_there_is_nothing_to_tell(trainer: Trainer) -> None:
    ran = trainer("stats")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing was answered yet" in ran.err
    assert json.loads(trainer("stats", "--json").out)["total"]["answers"] == 0


def test_progress_fits_into_a_narrow_window(trainer: Trainer, studied: int) -> None:
    ran = trainer("stats")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[0].startswith(f"{studied} answers in ")
    assert "You studied on 14 days." in ran.out
    for heading in ("WHEN A CARD CAME AGAIN", "BY LESSON", "BY KIND", "WHAT COMES"):
        assert heading in lines
    assert "waited for you" in ran.out
    assert "Thu 1 Apr" in ran.out


def test_progress_is_told_as_data_that_adds_up(trainer: Trainer, studied: int) -> None:
    ran = trainer("stats", "--json")
    told = json.loads(ran.out)
    assert told["format"] == 1
    assert told["total"]["answers"] == studied
    assert told["days_studied"] == len(told["days"]) == 14
    assert told["days_in_a_row"] == 0
    for named in (told["days"], *told["by"].values()):
        assert sum(each["answers"] for each in named.values()) == studied
        assert sum(each["reviews"] for each in named.values()) == told["total"]["reviews"]
    assert sum(each["reviews"] for each in told["calibration"]["bins"]) == told["total"]["reviews"]
    assert set(told["by"]["kind"]) <= {"date", "person", "vote", "idea"}
    assert [*told["by"]["deck"]] == [DECK]
    assert len(told["coming"]) == 28
    assert told["coming"][0]["day"] == "2027-04-01"
    assert told["cards"]["begun"] == 56
    assert told["cards"]["overdue"] > 0
    assert told["worked_off"] is not None
    assert trainer("stats", "--json").out == ran.out


def test_what_was_confused_is_told_in_words(
    trainer: Trainer, studied: int, deck: OpenedDeck
) -> None:
    told = json.loads(trainer("stats", "--json").out)["confusions"]
    assert studied
    assert told
    questions = {question.id: question for question in deck.questions}
    for each in told:
        question = questions[each["question"]]
        assert each["right"] == question.key.text
        assert each["given"] in {option.text for option in question.options}


def test_a_deck_and_some_days_narrow_it_down(trainer: Trainer, studied: int) -> None:
    whole = json.loads(trainer("stats", DECK, "--json").out)
    assert whole["total"]["answers"] == studied
    assert whole["cards"]["to_begin"] > 0
    week = json.loads(trainer("stats", "--json", "--days", 7).out)
    assert week["since"] == "2027-03-26"
    assert 0 < week["total"]["answers"] < studied
    assert week["cards"] == {**whole["cards"], "to_begin": None}


def test_a_chapter_that_is_gone_is_told_as_such(
    trainer: Trainer, studied: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.cli.learned.find_chapter", _nowhere)
    ran = trainer("stats", "--json")
    assert json.loads(ran.out)["by"]["kind"]["gone"]["answers"] == studied
    assert f"{DECK} cannot be opened" in ran.err


def _nowhere(name: str, _: object) -> Path:
    from trainer.errors import NotFoundError

    raise NotFoundError(f"there is no {name}", mend="look for it")


def test_an_exam_costs_so_much_a_day(trainer: Trainer, studied: int) -> None:
    assert studied
    told = json.loads(trainer("exam", DECK, "2027-05-01", "--json").out)
    assert (told["days"], len(told["coming"])) == (30, 30)
    assert told["coming"][0]["day"] == "2027-04-01"
    begun = [card for day in told["coming"] for card in day["new"]]
    assert len(begun) == len(set(begun)) == told["cards"]["to_begin"]
    assert told["new_a_day"] == -(-len(begun) // 27)
    assert 0 < told["known_without_more"] < told["cards"]["begun"] == 56
    ran = trainer("exam", DECK, "2027-05-01")
    assert max(map(len, ran.out.splitlines())) <= 40
    assert "by 1 May 2027: 30 days" in " ".join(ran.out.split())


def test_an_exam_that_takes_more_than_there_is_says_how_far_one_comes(trainer: Trainer) -> None:
    trainer("settings", "minutes", "2")
    trainer("settings", "exam", DECK, "2027-04-08")
    said = " ".join(trainer("exam").out.split())
    assert "Your 2 minutes a day suffice for" in said
    assert "trainer settings minutes" in said
    told = json.loads(trainer("exam", "--json").out)
    assert 0 < told["to_begin_within_minutes"] < told["cards"]["to_begin"]
    assert told["minutes_a_day"] > told["minutes_in_settings"] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "there is no exam in your settings"),
        ([DECK], "the day of the exam is missing"),
        ([DECK, "soon"], "soon is not a day – write it as 2027-06-01"),
        ([DECK, "2027-04-01"], "2027-04-01 is not a day to come"),
    ],
)
def test_an_exam_that_is_none_is_refused(trainer: Trainer, words: list[str], said: str) -> None:
    ran = trainer("exam", *words)
    assert ran.code == 2
    assert said in ran.err


def test_an_unknown_deck_is_told(trainer: Trainer) -> None:
    assert trainer("stats", "no-such-deck").code == 1
    assert trainer("stats", "--days", "0").code == 2


def test_what_was_learned_under_a_former_id_is_not_lost(
    trainer: Trainer, home: Path, deck: OpenedDeck, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next(_fortnight(deck))
    former = replace(first, card="harbour-council:old#when", cards=("harbour-council:old#when",))
    renamed = replace(
        deck,
        cards=tuple(
            replace(card, formerly=("harbour-council:old#when",)) if card.id == first.card else card
            for card in deck.cards
        ),
    )
    monkeypatch.setattr("trainer.decks.opening.open_deck", lambda *_, **__: renamed)
    (home / "state").mkdir(exist_ok=True)
    with Store.open(home / "state" / "log.db") as store:
        store.append(former)
    told = json.loads(trainer("stats", DECK, "--json").out)
    assert told["total"]["answers"] == told["cards"]["begun"] == 1
    assert "gone" not in told["by"]["kind"]
    asked = {question.card for question in deck.questions if question.card}
    assert told["cards"]["to_begin"] == len(asked) - 1


def test_on_the_first_day_nothing_is_known_yet_and_new_cards_come_as_planned(
    trainer: Trainer, home: Path, deck: OpenedDeck
) -> None:
    (home / "state").mkdir(exist_ok=True)
    with Store.open(home / "state" / "log.db") as store:
        store.append(replace(next(_fortnight(deck)), at=NOON, study_day=NOON.date().isoformat()))
    told = json.loads(trainer("stats", "--json").out)
    assert told["cards"]["begun"] == 1
    assert told["cards"]["known"] == 0
    assert [each["new"] for each in told["coming"]] == [9, *[10] * 27]
    assert "expected" not in trainer("stats").out
