from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.questions.builders import (
    CORE,
    SPRING,
    asked,
    bank,
    body,
    chapter,
    dating,
    deed,
    event,
    motion,
    one,
    statement,
    work,
)
from trainer.chapters.record import Contest, Dating, Outcome, Side, Stand, Status
from trainer.dates import Calendar, make_date
from trainer.questions.explaining import date_sentences, explanation
from trainer.questions.index import Index


def told(fact: Any, *others: Any, **given: Any) -> str:
    return explanation(fact, Index(chapter(fact, *others, **given)))


@pytest.mark.parametrize(
    ("edtf", "sentence"),
    [
        ("1871-04-12", "This was on 12 April 1871 (Old Style), 24 April New Style."),
        ("1871-04-01/1871-04-09", "This was from 1 to 9 April 1871 (Old Style), 13–21 April New"),
        ("1871-04", "This was in April 1871."),
        ("1871", "This was in 1871."),
        ("1871-04~", "The date: about April 1871."),
    ],
)
def test_a_date_is_told_as_a_sentence(edtf: str, sentence: str) -> None:
    assert sentence in told(event("flood", "the great flood", edtf, statement="The dam broke."))


@pytest.mark.parametrize(
    ("title", "edtf", "whole"),
    [
        ("the great flood", "1871", "The great flood was in 1871."),
        ("the spring floods", "1871-04", "The spring floods were in April 1871."),
        ("the great flood", "1871~", "The great flood. The date: about 1871."),
        ("the great flood of April 1871", "1871-04", "The great flood of April 1871."),
    ],
)
def test_a_title_is_no_sentence_by_itself(title: str, edtf: str, whole: str) -> None:
    flood = event("flood", title, edtf)
    assert told(flood) == whole
    assert flood.when is not None
    index = Index(chapter(flood))
    led = explanation(flood, index, lead="Behind it lay the rain", more=(f"{title.capitalize()}.",))
    if "~" not in edtf and "of" not in title:
        assert led == f"Behind it lay the rain. {whole}"


def test_a_date_that_the_question_has_told_is_only_turned() -> None:
    told_of = (replace(each, statement="The river rose.") for each in SPRING)
    question = one(bank(*told_of), "when", "event-4")
    assert "12 April 1871 (Old Style) is 24 April New Style." in question.explanation
    assert "This was" not in question.explanation


def test_a_year_that_the_statement_says_is_not_said_again() -> None:
    flood = event("flood", "the flood", "1871", statement="The dyke broke in 1871.")
    assert told(flood) == "The dyke broke in 1871."


def test_a_chapter_of_one_calendar_names_none() -> None:
    flood = event("flood", "the great flood", "1871-04-12", calendar=Calendar.GREGORIAN)
    others = [
        replace(e, when=dating(e.when.date.edtf, Calendar.GREGORIAN)) for e in SPRING if e.when
    ]
    made = bank(
        *(replace(e, importance=CORE) for e in (flood, *others)), calendar=Calendar.GREGORIAN
    )
    said = [f"{q.prompt} {q.explanation} {[o.why for o in q.options]}" for q in made.questions]
    assert said
    assert not [text for text in said if "Style" in text]
    assert not asked(made, "calendar")


def test_every_sentence_on_the_date_is_known() -> None:
    flood = event("flood", "the great flood", "1871-04-12", importance=CORE)
    for question in bank(flood, *SPRING).questions:
        if question.facts[0] == "flood":
            assert any(sentence in question.explanation for sentence in date_sentences(flood))


def test_how_a_date_is_known_is_told_where_the_date_is_asked() -> None:
    when = Dating(
        date=make_date("1871-04-12", Calendar.JULIAN),
        status=Status.DERIVED,
        note="The fair began three days before.",
    )
    flood = replace(
        event("flood", "the great flood", people=(deed("ada-bell", "rang the alarm"),)), when=when
    )
    made = bank(flood, *SPRING)
    known = "How the date is known: the fair began three days before."
    assert known in one(made, "when", "flood").explanation
    assert known not in one(made, "who-did", "flood").explanation


def test_a_dispute_over_the_day_leaves_the_doer_undisputed() -> None:
    contest = Contest(by="The register", says="it was on 13 April", reference="p. 7")
    flood = event(
        "flood",
        "the great flood",
        "1871-04-12",
        people=(deed("ada-bell", "rang the alarm"),),
        contested=(contest,),
    )
    made = bank(flood, *SPRING)
    assert one(made, "when", "flood").prompt.startswith("By the author's account, ")
    question = one(made, "who-did", "flood")
    assert question.prompt == "In April 1871, who rang the alarm?"
    assert "The date is disputed: according to the register, it was on 13" in question.explanation


def test_a_deed_within_a_meeting_is_not_put_on_its_first_day() -> None:
    fair = event(
        "fair",
        "the opening of the great fair",
        "1871-04-12",
        statement="The fair lasted a week.",
        people=(deed("ada-bell", "sold a horse at the fair"),),
    )
    question = one(bank(fair, *SPRING), "who-did", "fair")
    assert question.prompt == "In 1871, who sold a horse at the fair?"
    said = "The opening of the great fair was on 12 April 1871 (Old Style), 24 April New Style."
    assert said in question.explanation
    assert said in date_sentences(fair)


def test_a_deed_that_the_statement_tells_is_told_once() -> None:
    flood = event(
        "flood",
        "the great flood",
        statement="Ada Bell reported to the council on the breaking of the dyke.",
        people=(deed("ada-bell", "gave the council a report on the breaking dyke"),),
    )
    assert one(bank(flood), "who-did").explanation == (
        "Ada Bell reported to the council on the breaking of the dyke."
    )


def test_a_description_is_no_title() -> None:
    made = bank(
        work("letter", "the letter against the dyke", "ada-bell", medium="letter"),
        work("dykes", "On Dykes", "ben-carr", medium="pamphlet"),
    )
    assert one(made, "author", "letter").prompt == "Who wrote the letter against the dyke?"
    assert one(made, "author", "dykes").prompt == "Who wrote the pamphlet “On Dykes”?"


def test_an_issue_that_is_a_question_is_named_as_one() -> None:
    made = bank(
        statement("s", "ada-bell", "it would", issue="leak"),
        issues=(("leak", "whether the dyke would leak"),),
    )
    question = one(made, "stance")
    assert question.prompt == (
        "On the question of whether the dyke would leak, who held that it would?"
    )
    assert question.explanation == (
        "On the question of whether the dyke would leak, Ada Bell held that it would."
    )


def test_who_moved_and_who_stood_where_is_told() -> None:
    vote = motion(
        "m",
        "mend the dyke",
        "north",
        (9, 3),
        proposed_by=("ada-bell",),
        sides=(
            Side(stand=Stand.FOR, who="ada-bell"),
            Side(stand=Stand.FOR, who="cy-dunn"),
            Side(stand=Stand.AGAINST, who="ben-carr"),
        ),
    )
    assert told(vote, body("north", "North Assembly")) == (
        "The North Assembly carried the motion to mend the dyke (9 for, 3 against). "
        "The motion came from Ada Bell. Cy Dunn supported it; Ben Carr opposed it."
    )


def test_what_was_decided_without_a_count_is_told_as_a_decision() -> None:
    north = body("north", "North Assembly")
    assert told(motion("m", "mend the dyke", "north"), north) == (
        "The North Assembly decided to mend the dyke."
    )
    refused = motion("m", "mend the dyke", "north", outcome=Outcome.FAILED)
    assert told(refused, north) == "The North Assembly refused to mend the dyke."


def test_the_first_of_several_is_named_before_why_it_matters() -> None:
    spring = [
        replace(fact, importance=CORE, significance=f"It broke dyke {number}.")
        for number, fact in enumerate(SPRING)
    ]
    for question in asked(bank(*spring), "first"):
        number = question.key.id.removeprefix("event-")
        title = SPRING[int(number)].title
        assert question.explanation.startswith("In order: ")
        assert question.explanation.endswith(f"First came {title}. It broke dyke {number}.")
        assert question.explanation.count("Old Style") == 1


def test_an_event_stands_in_three_questions_on_the_order_at_most() -> None:
    spring = [replace(fact, importance=CORE) for fact in SPRING]
    met = [option.id for q in asked(bank(*spring), "first") for option in q.options]
    assert max(met.count(name) for name in set(met)) <= 4  # three times, and once as a key


@pytest.mark.parametrize(
    ("medium", "sentence"),
    [
        ("article", "The argument was that the dyke was too low."),
        ("memoir", "By this account the dyke was too low."),
        ("reminiscences", "By this account the dyke was too low."),
    ],
)
def test_memories_tell_and_do_not_argue(medium: str, sentence: str) -> None:
    made = work("w", "the pages on the dyke", "ada-bell", medium=medium)
    assert sentence in told(replace(made, argument="the dyke was too low"))
