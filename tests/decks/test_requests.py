from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from trainer.chapters.record import Importance
from trainer.decks.opening import open_deck
from trainer.decks.requests import requested_by, without_too_many
from trainer.decks.selection import Selector
from trainer.questions.bank import build_bank
from trainer.questions.families.catalogue import BY_REQUEST

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.content import Places
    from trainer.questions.question import Question

DECK = """\
id: exact
title: Exact
description: Exact figures.
select:
  chapters: [mill-lane]
  templates: [{}]
"""


@pytest.fixture(scope="module")
def plain(mill_lane: Chapter) -> Question:
    return build_bank(mill_lane).questions[0]


def questions(plain: Question, others: int, requested: int) -> list[Question]:
    return [
        *(replace(plain, id=f"other {n}") for n in range(others)),
        *(
            replace(
                plain,
                id=f"tally {n}",
                template="tally",
                importance=Importance.CORE if n == requested - 1 else Importance.TRIVIA,
            )
            for n in range(requested)
        ),
    ]


@pytest.mark.parametrize(
    ("others", "requested", "kept"), [(90, 30, 10), (45, 30, 5), (17, 3, 1), (4, 3, 1), (90, 2, 2)]
)
def test_one_question_in_ten_at_most_is_by_request(
    plain: Question, others: int, requested: int, kept: int
) -> None:
    chosen, left_out = without_too_many(questions(plain, others, requested))
    assert len(chosen) == others + kept
    assert len(left_out) == requested - kept
    assert all("one question in 10 at most" in each.reason for each in left_out)


def test_the_important_are_kept_first(plain: Question) -> None:
    chosen, _ = without_too_many(questions(plain, 12, 20))
    assert [q.importance for q in chosen if q.template == "tally"] == [Importance.CORE]


def test_a_deck_of_nothing_else_has_them_all(plain: Question) -> None:
    assert without_too_many(questions(plain, 0, 30)) == (tuple(questions(plain, 0, 30)), ())


def test_a_deck_requests_what_its_templates_name() -> None:
    assert requested_by(Selector(templates=frozenset({"tally", "outcome"}))) == {"tally"}
    assert requested_by(Selector()) == frozenset()


def test_a_deck_that_names_the_template_has_its_questions(places: Places) -> None:
    for name, templates in (("exact", "missing, tally"), ("plain", "outcome, member")):
        text = DECK.format(templates).replace("exact", name)
        (places.library / "decks" / f"{name}.yaml").write_text(text, encoding="utf-8")
    exact, other = open_deck("exact", places), open_deck("plain", places)
    assert {question.template for question in exact.questions} == {"missing", "tally"}
    assert not {question.template for question in other.questions} & BY_REQUEST


def test_no_chapter_asks_it_unasked(places: Places) -> None:
    opened = open_deck("mill-lane", places)
    assert not {question.template for question in opened.questions} & BY_REQUEST
    assert {each.template for each in opened.withheld} >= BY_REQUEST
