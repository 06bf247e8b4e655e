"""Balancing: the name met most often must not be right too often, in the whole bank or among its core facts."""

from __future__ import annotations

from dataclasses import replace

from tests.questions.audit.planted import choice
from trainer.chapters.record import Importance
from trainer.questions.balance import (
    without_best_guesses,
    without_known_names,
    without_repeats,
)

NAMES = {"anna-bell", "emma-frost", "georg-holt", "ivan-jarov"}
SECONDARY = Importance.SECONDARY


def test_core_facts_are_balanced_by_themselves() -> None:
    """Enough other questions would let all the guessable core ones through: a deck of core facts would suffer."""
    core = [
        choice("Who?", "*Anna Bell", "Georg Holt", "Ivan Jarov", name=f"c{n}") for n in range(12)
    ]
    others = [
        replace(
            choice("Who?", "Anna Bell", "*Emma Frost", "Georg Holt", name=f"s{n}"),
            importance=SECONDARY,
        )
        for n in range(60)
    ]
    kept, withheld = without_best_guesses([*core, *others], NAMES)
    assert sum(question.importance is Importance.CORE for question in kept) == 6
    assert sum(question.importance is SECONDARY for question in kept) == 60
    assert len(withheld) == 6
    assert all("too often" in each.reason for each in withheld)


def test_one_more_trifle_moves_nothing_that_matters_more() -> None:
    rows = [
        choice("Who?", "*Anna Bell", "Georg Holt", "Ivan Jarov", name=f"{importance}{n}")
        for importance in Importance
        for n in range(5)
    ]
    rows = [replace(q, importance=list(Importance)[n // 5]) for n, q in enumerate(rows)]
    trifle = replace(
        choice("Who?", "*Anna Bell", "Georg Holt", "Ivan Jarov", name="more"),
        importance=Importance.TRIVIA,
    )
    before, _ = without_best_guesses(rows, NAMES)
    after, _ = without_best_guesses([*rows, trifle], NAMES)
    assert {q.importance for q in before} == set(Importance)
    weighty = [q for q in before if q.importance is not Importance.TRIVIA]
    assert weighty == [q for q in after if q.importance is not Importance.TRIVIA]
    assert len(weighty) == 10


def test_what_others_outweigh_is_kept() -> None:
    guessable = [
        choice("Who?", "*Anna Bell", "Georg Holt", "Ivan Jarov", name=f"g{n}") for n in range(12)
    ]
    others = [
        choice("Who?", "Anna Bell", "*Emma Frost", "Georg Holt", name=f"o{n}") for n in range(40)
    ]
    assert without_best_guesses([*guessable, *others], NAMES)[1] == []


MENTIONS = {"anna-bell": 90, "emma-frost": 7, "georg-holt": 7, "ivan-jarov": 2}


def test_whom_the_chapter_is_about_is_the_answer_no_more_often_than_others_allow() -> None:
    """Each name is met as often as the others among the options, and still one is known from the chapter."""
    known = [
        choice("Whom?", "*Anna Bell", "Georg Holt", "Ivan Jarov", name=f"k{n}") for n in range(9)
    ]
    others = [
        choice("Whom?", "Anna Bell", "*Emma Frost", "Georg Holt", name=f"o{n}") for n in range(12)
    ]
    kept, withheld = without_known_names([*known, *others], MENTIONS)
    assert [q for q in kept if q.key.id != "anna-bell"] == others
    assert len(kept) - len(others) == 4
    assert {each.reason for each in withheld} == {
        "the person named most often in the chapter would be right too often"
    }


def test_of_no_other_answers_a_few_of_the_best_known_person_are_kept() -> None:
    known = [choice("Whom?", "*Anna Bell", "Ivan Jarov", name=f"k{n}") for n in range(9)]
    kept, _ = without_known_names(known, MENTIONS)
    assert len(kept) == 2


def test_persons_of_like_note_are_no_guess() -> None:
    alike = [choice("Whom?", "*Emma Frost", "Georg Holt", name=f"k{n}") for n in range(9)]
    assert without_known_names(alike, MENTIONS) == (alike, [])


def test_what_no_person_answers_knows_no_best_known() -> None:
    dated = [choice("When?", "*3 May", "4 May", name=f"d{n}") for n in range(9)]
    assert without_known_names(dated, MENTIONS) == (dated, [])


def test_a_stem_is_asked_once_and_for_the_most_important() -> None:
    trifle = replace(
        choice("Who?", "*Anna Bell", "Emma Frost", name="trifle"), importance=Importance.TRIVIA
    )
    core = choice("Who?", "*Georg Holt", "Emma Frost", name="core", card="flood:other#who")
    kept, withheld = without_repeats([trifle, core])
    assert kept == [core]
    assert withheld[0].reason == "it would ask the same as flood:other#who"


def test_a_stem_that_asks_among_options_may_come_again() -> None:
    stem = "Which of these took place?"
    rows = [
        choice(stem, "*The flood", "The fire", name="one"),
        choice(stem, "*The frost", "The fire", name="two"),
        choice(stem, "*The flood", "The fair", name="three"),
    ]
    kept, _ = without_repeats(rows)
    assert [question.id for question in kept] == ["one", "two"]
