from __future__ import annotations

from dataclasses import replace

from tests.questions.builders import CORE, bank, dating, deed, event, person, reasons, statement
from trainer.chapters.record import Evidence, Office

DEED = event(
    "quarrel",
    "the quarrel over the sluice",
    "1871-04-12",
    people=(deed("ada-bell", "called the miller's plan for the sluice a folly"),),
)
POSITION = statement("folly", "ada-bell", "the miller's plan for the sluice was a folly")


def test_a_deed_and_a_position_that_say_the_same_are_asked_once() -> None:
    made = bank(DEED, POSITION)
    assert [front.card.id for front in made.fronts if front.card.aspect in {"who", "stance"}] == [
        "flood:quarrel/ada-bell#who"
    ]
    assert reasons(made, "stance") == ["it would ask the same as flood:quarrel/ada-bell#who"]
    assert not [question for question in made.questions if question.template == "stance"]


def test_the_more_important_of_two_is_kept() -> None:
    made = bank(DEED, replace(POSITION, importance=CORE))
    assert reasons(made, "who-did") == ["it would ask the same as flood:folly#stance"]


def test_what_was_said_at_another_time_is_another_thing() -> None:
    made = bank(DEED, replace(POSITION, when=dating("1871-05-20")))
    assert not [reason for reason in reasons(made, "stance") if "same as" in reason]


def test_what_another_paragraph_tells_is_another_thing() -> None:
    elsewhere = (Evidence(paragraph=7, prints=("Bell",)),)
    made = bank(DEED, replace(POSITION, evidence=elsewhere))
    assert not [reason for reason in reasons(made, "stance") if "same as" in reason]


def test_an_office_that_a_deed_tells_is_asked_once() -> None:
    bell = person(
        "Ada Bell", offices=(Office(id="bell-judge", role="judge in the sluice quarrel"),)
    )
    judged = event(
        "trial",
        "the trial",
        "1871-05-01",
        people=(deed("ada-bell", "was judge in the quarrel over the sluice"),),
    )
    made = bank(bell, judged)
    assert "it would ask the same as flood:trial/ada-bell#who" in reasons(made, "holder")
