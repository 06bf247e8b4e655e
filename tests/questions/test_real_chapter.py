"""The first chapter, held to the rules: what generated chapters cannot show is how it reads at scale."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.questions.judge import right_options
from trainer.chapters.loading import load_chapter
from trainer.questions.bank import build_bank
from trainer.questions.question import Kind
from trainer.questions.words import telling_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.chapters.record import Chapter
    from trainer.questions.question import Bank, Option, Question

FOLDER = Path(__file__).parents[2] / "data" / "year-1917"


@pytest.fixture(scope="module")
def record() -> Chapter:
    return load_chapter(FOLDER)


@pytest.fixture(scope="module")
def made(record: Chapter) -> Bank:
    return build_bank(record)


def test_it_yields_at_least_three_hundred_questions_of_every_kind(made: Bank) -> None:
    assert len(made.questions) >= 300
    assert {question.kind for question in made.questions} >= {Kind.DATE, Kind.PERSON, Kind.VOTE}


def test_every_choice_has_one_right_answer(record: Chapter, made: Bank) -> None:
    assert [q.id for q in made.questions if right_options(record, q) != [q.key.id]] == []


def test_no_stem_names_its_answer(record: Chapter, made: Bank) -> None:
    surnames = {person.id: person.sort_name for person in record.persons}
    for question in made.questions:
        surname = surnames.get(question.key.id)
        assert surname is None or surname not in question.prompt, question.id


def _score(questions: list[Question], worth: Callable[[Question, Option, int], float]) -> float:
    """Return how often the option of the greatest worth is the key; ties count for their share."""
    hits = 0.0
    for question in questions:
        values = [worth(question, option, place) for place, option in enumerate(question.options)]
        best = [place for place, value in enumerate(values) if value == max(values)]
        hits += (question.options.index(question.key) in best) / len(best)
    return hits / len(questions)


def _shared_words(question: Question, option: Option) -> int:
    return len(telling_words(question.prompt) & telling_words(option.text))


STRATEGIES: dict[str, Callable[[Question, Option, int], float]] = {
    "longest": lambda _, option, __: len(option.text),
    "shortest": lambda _, option, __: -len(option.text),
    "first": lambda _, __, place: -place,
    "last": lambda _, __, place: place,
    "middle": lambda question, _, place: -abs(place - (len(question.options) - 1) / 2),
    "most words of the stem": lambda question, option, _: _shared_words(question, option),
    "fewest words of the stem": lambda question, option, _: -_shared_words(question, option),
}


def _within_chance(score: float, questions: list[Question]) -> bool:
    chance = sum(1 / len(question.options) for question in questions) / len(questions)
    return bool(abs(score - chance) <= 3 * (chance * (1 - chance) / len(questions)) ** 0.5)


@pytest.mark.parametrize("name", STRATEGIES)
def test_blind_guesses_gain_nothing(made: Bank, name: str) -> None:
    questions = list(made.questions)
    assert _within_chance(_score(questions, STRATEGIES[name]), questions)


def test_the_name_met_most_often_gains_nothing(record: Chapter, made: Bank) -> None:
    people = {person.id for person in record.persons}
    questions = [question for question in made.questions if question.key.id in people]
    met = Counter(option.id for question in questions for option in question.options)
    assert _within_chance(_score(questions, lambda _, option, __: met[option.id]), questions)
    assert _within_chance(_score(questions, lambda _, option, __: -met[option.id]), questions)
