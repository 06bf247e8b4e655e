"""Judging by the question itself, over every question of a chapter that ships and of generated ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import HARBOUR_COUNCIL, asked_of
from tests.questions.builders import CORE, bank, body, chapter, deed, event, motion, person
from tests.questions.strategies import of_any_chapter
from trainer.answers.asking import expected_of
from trainer.answers.directory import Directory
from trainer.answers.expected import Names, Number
from trainer.answers.judging import judge_question
from trainer.answers.verdict import AskAgain, Doubt, PartlyRight, Right, Wrong
from trainer.chapters.record import Count
from trainer.dates import Date, bounds
from trainer.questions.bank import build_bank
from trainer.questions.dating import with_style
from trainer.questions.question import Answer, Form

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter, Person
    from trainer.questions.question import Bank, Question

TYPED = {Form.TYPED, Form.DATE, Form.NUMBER, Form.ORDER}


@pytest.fixture(scope="module")
def asked() -> list[Question]:
    """Every question of the harbour council that is answered by typing."""
    return [q for q in asked_of(HARBOUR_COUNCIL).questions if q.form in TYPED]


def names(who: Person) -> list[str]:
    return [who.name, *(other.name for other in who.other_names)]


def not_right(question: Question, directory: Directory) -> list[tuple[str, str, object]]:
    verdicts = [(a, judge_question(question, a, directory)) for a in question.answer.accepted]
    return [(question.id, a, verdict) for a, verdict in verdicts if not isinstance(verdict, Right)]


def open_question(made: Bank, template: str) -> Question:
    (question,) = [q for q in made.questions if q.template == template and not q.options]
    return question


def lies_in(inner: Date, outer: Date) -> bool:
    (first, last), (begin, end) = bounds(inner), bounds(outer)
    assert first is not None
    assert last is not None
    assert begin is not None
    assert end is not None
    return begin <= first and last <= end


def test_every_example_of_a_chapter_that_ships_is_right(
    asked: list[Question], harbour: Directory
) -> None:
    assert asked
    assert [wrong for question in asked for wrong in not_right(question, harbour)] == []


@of_any_chapter(fewer=2)
def test_every_example_of_any_chapter_is_right(record: Chapter) -> None:
    directory = Directory(record)
    for question in build_bank(record).questions:
        assert not_right(question, directory) == []


def test_no_name_of_anybody_else_is_right(asked: list[Question], harbour: Directory) -> None:
    persons = harbour.chapter.persons
    by_key: dict[tuple[str, ...], Question] = {}
    for question in asked:
        if isinstance(question.answer.sought, tuple):
            by_key.setdefault(question.answer.sought, question)
    assert len(by_key) > 30
    for key, question in by_key.items():
        for other in persons:
            for name in names(other) if other.id not in key else ():
                verdict = judge_question(question, name, harbour)
                assert not isinstance(verdict, Right | PartlyRight), (question.id, name)


def test_no_date_of_another_event_is_right(asked: list[Question], harbour: Directory) -> None:
    dates = {q.id: (q, q.answer.sought) for q in asked if isinstance(q.answer.sought, Date)}
    texts = {with_style(date): date for _, date in dates.values()}
    certain = [(q, date) for q, date in dates.values() if "~" not in date.edtf]
    for question, date in certain:
        for text, other in texts.items():
            if not lies_in(other, date):
                verdict = judge_question(question, text, harbour)
                assert not isinstance(verdict, Right), (question.id, text)


def test_an_order_is_typed_by_the_places_of_what_is_shown(
    asked: list[Question], harbour: Directory
) -> None:
    orders = [question for question in asked if question.form is Form.ORDER]
    assert orders
    for question in orders:
        shown = [option.id for option in question.options]
        places = [str(shown.index(item) + 1) for item in question.answer.order]
        assert isinstance(judge_question(question, " ".join(places), harbour), Right)
        assert isinstance(judge_question(question, " ".join(places[::-1]), harbour), Wrong)


def test_nothing_is_typed_for_a_choice_or_a_recollection() -> None:
    flood = event("flood", "the great flood", "1871-04-12")
    vote = motion("mend", "mend the dyke", "board", (9, 3))
    facts = (flood, vote, body("board", "Water Board"))
    directory = Directory(chapter(*facts))
    for question in bank(*facts).questions:
        if question.form not in TYPED:
            assert expected_of(question, directory) is None
            with pytest.raises(LookupError, match="is not answered by typing"):
                judge_question(question, "12 April", directory)


def test_who_did_it_is_judged_by_name() -> None:
    ada = person("Ada Marsh", gloss="the ringer")
    flood = event("flood", "the flood", "1871-04-12", people=(deed("ada-marsh", "rang the bell"),))
    directory = Directory(chapter(ada, flood))
    question = open_question(bank(ada, flood), "who-did")
    assert expected_of(question, directory) == Names(("ada-marsh",))
    assert isinstance(judge_question(question, "marsh", directory), Right)
    assert judge_question(question, "Ben Carr", directory) == Wrong("That is Ben Carr.", "ben-carr")


def test_a_body_of_the_same_kin_asks_again() -> None:
    bodies = (
        body("town", "Town of Wick"),
        body("board", "Council of the Marshes", parent="town"),
        body("crew", "Night Watch", parent="board"),
        body("guild", "Guild of Millers"),
        body("mills", "Mill Owners", parent="guild"),
        body("sitting", "Spring Sitting"),
    )
    vote = motion(
        "mend",
        "mend the dyke",
        "board",
        (9, 3),
        edtf="1871-04",
        importance=CORE,
        session="sitting",
        proposed_by=("ada-bell", "mills"),
    )
    directory = Directory(chapter(vote, *bodies))
    question = open_question(bank(vote, *bodies), "body")
    for kin in ("Town of Wick", "Night Watch", "Spring Sitting", "Mill Owners"):
        verdict = judge_question(question, kin, directory)
        assert isinstance(verdict, AskAgain), kin
        assert verdict.which is Doubt.MORE_SPECIFIC
    assert isinstance(judge_question(question, "Guild of Millers", directory), Wrong)
    assert isinstance(judge_question(question, "the Council of the Marshes", directory), Right)


def test_bodies_that_belong_to_each_other_end_the_search() -> None:
    bodies = (body("one", "One Bank", parent="two"), body("two", "Other Bank", parent="one"))
    assert Directory(chapter(*bodies)).kin_of("one") == {"two"}


def test_a_count_expects_what_it_may_be_taken_for() -> None:
    vote = motion(
        "mend", "mend the dyke", "board", (9, 3), edtf="1871-04", round_to=5, importance=CORE
    )
    council = body("board", "Council of the Marshes")
    directory = Directory(chapter(vote, council))
    asked = open_question(bank(vote, council), "body")
    assert vote.counts is not None
    against = vote.counts.against
    assert against is not None
    question = replace(asked, form=Form.NUMBER, answer=Answer(text="3", sought=against))
    expected = expected_of(question, directory)
    assert isinstance(expected, Number)
    assert (expected.count, expected.round_to) == (Count(value=3), 5)
    assert judge_question(question, "three", directory) == Right("Right: 3.")
    assert judge_question(question, "9", directory) == Wrong("That is the number of votes for.")


def test_the_name_that_the_stem_says_is_no_answer() -> None:
    ada = person("Ada Marsh", other_names=("Old Heron",))
    flood = event("flood", "the flood", "1871-04-12", people=(deed("ada-marsh", "rang the bell"),))
    directory = Directory(chapter(ada, flood))
    question = open_question(bank(ada, flood), "who-did")
    assert isinstance(judge_question(question, "Old Heron", directory), Right)
    question = replace(question, prompt="Whom did the village know as Old Heron?")
    assert isinstance(judge_question(question, "old heron", directory), AskAgain)
    assert isinstance(judge_question(question, "Marsh", directory), Right)


def test_the_name_of_which_it_is_asked_whose_it_is_is_no_answer_within_a_longer_one() -> None:
    wed = person("Ada Bell", other_names=("Ada Holt",), importance=CORE)
    made = chapter(wed, *(person(f"{name} Marsh") for name in ("Ben", "Cy", "Di", "Ed")))
    (question,) = (
        q
        for q in build_bank(made).questions
        if q.template == "also-known-as" and q.form is Form.TYPED
    )
    assert "“Holt”" in question.prompt
    assert "Ada Holt" not in question.answer.accepted
    assert isinstance(judge_question(question, "Ada Holt", Directory(made)), AskAgain)
    assert isinstance(judge_question(question, "Ada Bell", Directory(made)), Right)
