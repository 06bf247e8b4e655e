"""Each card with the forms that it supports: what is offered, and what has to be produced."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import HARBOUR_COUNCIL, asked_of
from tests.questions.builders import (
    CORE,
    SPRING,
    bank,
    body,
    chapter,
    deed,
    event,
    motion,
    person,
    statement,
    work,
)
from tests.questions.strategies import of_any_chapter
from trainer.answers.expected import Number
from trainer.answers.numbers import judge_number
from trainer.answers.verdict import Right
from trainer.chapters.record import Count, Grain, Name
from trainer.dates import Calendar, Date, make_date
from trainer.questions.accepted import accepted
from trainer.questions.bank import build_bank
from trainer.questions.index import Index
from trainer.questions.making import form_of
from trainer.questions.question import Bank, Form

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter
    from trainer.questions.question import Question, Sought

OPEN_FORMS = {Form.TYPED, Form.DATE, Form.NUMBER, Form.RECALL}


def open_question(made: Bank, template: str) -> Question:
    (question,) = [q for q in made.questions if q.template == template and not q.options]
    return question


@of_any_chapter(fewer=2)
def test_every_front_is_a_question_without_options_and_the_other_way_round(record: Chapter) -> None:
    made = build_bank(record)
    opens = [question for question in made.questions if question.form in OPEN_FORMS]
    told = {
        (front.card.id, front.stem, front.answer, front.explanation, front.evidence)
        for front in made.fronts
    }
    assert len(opens) == len(made.fronts)
    assert {(q.card, q.prompt, q.answer.text, q.explanation, q.evidence) for q in opens} == told
    assert all(not question.options for question in opens)


@of_any_chapter(fewer=2)
def test_what_is_withheld_is_said_once(record: Chapter) -> None:
    reasons = [(withheld.card, withheld.template) for withheld in build_bank(record).withheld]
    fronts = [each for each in reasons if each[1] == "front"]
    assert len(set(fronts)) == len(fronts)


@of_any_chapter(fewer=2)
def test_a_card_has_its_easiest_form_first(record: Chapter) -> None:
    made = build_bank(record)
    of_one = [question for question in made.questions if question.card]
    places = [question.card for question in of_one]
    assert places == sorted(places, key=places.index), "the questions of a card stand together"
    for one, other in pairwise(of_one):
        if one.card == other.card and one.template == other.template:
            assert (one.form, one.difficulty < other.difficulty) == (Form.CHOICE, True)


@pytest.mark.parametrize(
    ("sought", "form"),
    [
        (("ada-bell",), Form.TYPED),
        (Date("1871-04", Calendar.JULIAN), Form.DATE),
        (Count(value=12), Form.NUMBER),
        (None, Form.RECALL),
    ],
)
def test_what_is_sought_decides_on_the_form(sought: Sought | None, form: Form) -> None:
    assert form_of(sought) is form


def test_a_person_is_asked_by_name() -> None:
    names = (Name(name="Adie"), Name(name="Ida Marsch", misprint=True))
    ada = person("Ada Marsh", other_names=("Old Heron",))
    ada = replace(ada, other_names=(*ada.other_names, *names))
    flood = event("flood", "the flood", "1871-04-12", people=(deed("ada-marsh", "rang the bell"),))
    question = open_question(bank(ada, flood), "who-did")
    assert question.id == "flood:flood/ada-marsh#who@who-did.typed"
    assert question.answer.sought == ("ada-marsh",)
    # Neither a misprint nor a form of the first name is an example.
    assert question.answer.accepted == ("Ada Marsh", "Old Heron", "Marsh")
    assert question.facts == ("flood", "ada-marsh")


def test_a_name_that_two_bear_is_no_example() -> None:
    people = (
        person("Ada Marsh", other_names=("Old Heron",)),
        person("Carl Marsh", other_names=("Old Heron",)),
    )
    flood = event("flood", "the flood", "1871-04-12", people=(deed("ada-marsh", "rang the bell"),))
    assert open_question(bank(*people, flood), "who-did").answer.accepted == ("Ada Marsh",)


@pytest.mark.parametrize(
    ("edtf", "grain", "accepted"),
    [
        (
            "1871-04-12",
            Grain.DAY,
            (
                "12 April 1871 (Old Style)",
                "12 April 1871",
                "1871-04-12",
                "12 April 1871 (O.S.), 24 April 1871 (N.S.)",
            ),
        ),
        ("1871-04-12", Grain.MONTH, ("April 1871 (Old Style)", "April 1871", "1871-04")),
        ("1871-04-12", Grain.YEAR, ("1871",)),
        (
            "1871-04-12/1871-04-15",
            Grain.DAY,
            ("12–15 April 1871 (Old Style)", "12–15 April 1871"),
        ),
    ],
)
def test_a_date_is_entered_at_its_grain(edtf: str, grain: Grain, accepted: tuple[str, ...]) -> None:
    flood = event("flood", "the great flood", edtf, ask_grain=grain)
    question = open_question(bank(flood), "when")
    assert question.id == "flood:flood#when@when.date"
    assert question.answer.accepted == accepted


def test_all_authors_of_a_work_have_to_be_named() -> None:
    dykes = work("on-dykes", "On Dykes", "ada-bell", "ben-carr")
    question = open_question(bank(dykes), "author")
    assert question.form is Form.TYPED
    assert question.answer.sought == ("ada-bell", "ben-carr")
    assert question.answer.accepted == ("Ada Bell and Ben Carr",)


def test_a_motion_is_recalled_and_graded_by_oneself() -> None:
    vote = motion("mend", "mend the dyke", "board", (9, 3))
    question = open_question(bank(vote, body("board", "Water Board")), "on-what")
    assert question.form is Form.RECALL
    assert (question.answer.accepted, question.answer.sought) == ((), None)


def test_a_body_is_asked_by_name() -> None:
    vote = motion("mend", "mend the dyke", "board", (9, 3), edtf="1871-04", importance=CORE)
    council = body("board", "Council of the Marshes", article=True)
    question = open_question(bank(vote, council), "body")
    assert question.form is Form.TYPED
    assert question.answer.accepted == ("The Council of the Marshes", "Council of the Marshes")


def test_who_held_a_view_is_asked_by_name() -> None:
    view = statement("view", "ada-bell", "the dyke would hold")
    assert open_question(bank(view), "stance").form is Form.TYPED


def test_the_same_events_are_dated_in_both_forms() -> None:
    made = bank(*SPRING)
    forms = {q.form for q in made.questions if q.template == "when"}
    assert forms == {Form.CHOICE, Form.DATE}
    assert {q.form for q in made.choices} == {Form.CHOICE}


def test_a_chapter_is_asked_in_every_form_it_supports() -> None:
    asked = asked_of(HARBOUR_COUNCIL).questions
    forms = {question.form for question in asked}
    assert forms == set(Form)
    assert len({question.id for question in asked}) == len(asked)
    for question in asked:
        typed = question.form in {Form.TYPED, Form.DATE, Form.NUMBER, Form.CLOZE}
        assert bool(question.answer.accepted) == typed == (question.answer.sought is not None)


def test_a_name_that_the_stem_says_is_no_example() -> None:
    index = Index(chapter(person("Ada Marsh", other_names=("Old Heron",))))
    stem = "Whom did the village know as Old Heron?"
    assert accepted("Ada Marsh", ("ada-marsh",), stem, index) == ("Ada Marsh", "Marsh")


def test_a_surname_with_which_anothers_name_ends_is_no_example() -> None:
    index = Index(chapter(person("Ada Marsh"), person("Hal Fox", other_names=("Old Marsh",))))
    assert accepted("Ada Marsh", ("ada-marsh",), "Who?", index) == ("Ada Marsh",)


@pytest.mark.parametrize(("edtf", "told"), [("-0043", "44 BCE"), ("0002", "2 CE")])
def test_a_year_is_no_example_as_nobody_writes_it(edtf: str, told: str) -> None:
    date = make_date(edtf, Calendar.GREGORIAN)
    assert accepted(told, date, "When?", Index(chapter())) == (told,)


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (Count(value=1_414), ("1,414", "1414", "one thousand four hundred and fourteen")),
        (Count(about=20), ("About 20", "20", "twenty")),
        (Count(at_least=7), ("At least 7", "7", "seven")),
    ],
)
def test_a_number_is_accepted_in_digits_and_in_words(count: Count, told: tuple[str, ...]) -> None:
    assert accepted(told[0], count, "How many?", Index(chapter())) == told
    expected = Number(count=count)
    assert all(isinstance(judge_number(expected, text), Right) for text in told)
