from __future__ import annotations

from dataclasses import replace

import pytest

from tests.anki.invented import ANNA, BELA, FLOOD, PAMPHLET, SOURCE, chapter
from tests.fixtures import mill_lane
from trainer.anki.telling import Telling, corrections, evidence, told_once
from trainer.chapters.record import (
    Basis,
    Dating,
    Evidence,
    Fact,
    Office,
    Organization,
    Statement,
    Voice,
    Work,
)
from trainer.dates import Calendar, Date
from trainer.questions.bank import build_bank

REEVE = replace(ANNA, offices=(Office(id="reeve", role="reeve of the village"),))
SPEECH = Statement(id="s", source=SOURCE, issue="the-dyke", speaker="bela", position="it holds")
COUNCIL = Organization(id="council", source=SOURCE, name="Village Council")


@pytest.mark.parametrize(
    ("fact", "subject", "expected"),
    [
        (FLOOD, None, "The great flood"),
        (FLOOD, "bela.sluice", "Béla Marsh: The great flood"),
        (PAMPHLET, None, "On Water"),
        (REEVE, "reeve", "Reeve of the village: Anna Weir"),
        (SPEECH, None, "Béla Marsh on raising the dyke"),
        (COUNCIL, "anna", "Anna Weir: Village Council"),
    ],
)
def test_a_title_puts_the_subject_first(fact: Fact, subject: str | None, expected: str) -> None:
    told = Telling(chapter(persons=(REEVE, BELA), issues=(("the-dyke", "raising the dyke"),)))
    assert told.title(fact, subject) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1803-04-03", "3 April 1803 (Old Style), 15 April New Style"),
        ("1803-04-03/1803-04-05", "3–5 April 1803 (Old Style), 15–17 April New Style"),
        ("1803-04", "April 1803"),
        ("1803", "1803"),
    ],
)
def test_only_days_are_told_in_both_calendars(edtf: str, expected: str) -> None:
    fact = replace(FLOOD, when=Dating(date=Date(edtf, Calendar.JULIAN)))
    assert Telling(chapter()).dates(fact) == expected


def test_a_chapter_of_the_new_style_hears_nothing_of_the_old() -> None:
    dating = Dating(date=Date("1995-05-08", Calendar.GREGORIAN), time_of_day="noon")
    modern = Telling(chapter(calendar=Calendar.GREGORIAN))
    assert modern.dates(replace(FLOOD, when=dating)) == "8 May 1995, noon"


def test_a_fact_without_a_date_tells_none() -> None:
    assert Telling(chapter()).dates(ANNA) == ""


@pytest.mark.parametrize(
    ("voice", "by", "basis", "expected"),
    [
        (Voice.NARRATOR, None, Basis.PROTOCOL, "Anna Weir, from the minutes"),
        (Voice.REPORTED, "bela", Basis.MEMORY, "Béla Marsh, from memory; reported by Anna Weir"),
        (Voice.REPORTED, None, Basis.HEARSAY, "Others, from hearsay; reported by Anna Weir"),
        (Voice.DENIED, "bela", Basis.PRINT, "Béla Marsh; told by Anna Weir in order to be denied"),
    ],
)
def test_it_is_told_whose_word_it_is(
    voice: Voice, by: str | None, basis: Basis, expected: str
) -> None:
    fact = replace(FLOOD, voice=voice, asserted_by=by, basis=basis)
    assert Telling(chapter(narrator="anna")).whose_word(fact) == expected


def test_a_body_and_a_work_may_say_so() -> None:
    letter = Work(id="letter", source=SOURCE, title="On Floods", medium="letter")
    told = Telling(chapter(narrator="anna", organizations=(COUNCIL,), works=(letter,)))
    by_council = replace(FLOOD, voice=Voice.REPORTED, asserted_by="council")
    assert told.whose_word(by_council).startswith("The Village Council, ")
    by_letter = replace(by_council, asserted_by="letter")
    assert told.whose_word(by_letter).startswith("The letter “On Floods”, ")


def test_evidence_is_told_paragraph_by_paragraph_and_each_token_once() -> None:
    items = (
        Evidence(paragraph=9, prints=("b",)),
        Evidence(paragraph=2, prints=("a", "c"), note="smudged"),
        Evidence(paragraph=9, prints=("b", "d")),
        Evidence(paragraph=11, prints=()),
    )
    assert list(evidence(items)) == ["¶ 2: “a”, “c”, (smudged)", "¶ 9: “b”, “d”", "¶ 11"]


def test_an_explanation_leaves_to_the_fields_what_they_tell() -> None:
    record = mill_lane()
    facts = {fact.id: fact for fact in record.facts()}
    fronts = build_bank(record).fronts
    assert fronts
    for front in fronts:
        fact = facts[front.card.fact]
        told = told_once(front.explanation, fact)
        assert "The date:" not in told
        for said in (fact.significance, *corrections(fact)):
            assert not said or said not in told
