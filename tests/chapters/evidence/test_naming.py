from __future__ import annotations

from dataclasses import replace

from tests.chapters.evidence.village import AT, FAILED, PROVED, TEXT, cites, event, findings
from trainer.chapters.evidence import Verdict
from trainer.chapters.record import Deed, Name, Organization, Part, Person, Term


def test_a_doer_whom_no_token_names_is_not_judged() -> None:
    people = tuple(Deed(person=who, part=Part.ACTOR) for who in ("alder", "cedar", "narrator"))
    found = findings(event(cites(2, "Alder and Birch"), people=people))
    assert found["people.alder"].verdict is PROVED
    assert found["people.cedar"].verdict is Verdict.NOT_JUDGED
    assert found["people.narrator"].verdict is Verdict.NOT_JUDGED


def test_only_the_narrator_is_i() -> None:
    people = tuple(Deed(person=who, part=Part.ACTOR) for who in ("alder", "narrator"))
    found = findings(event(cites(7, "I spoke"), people=people))
    assert found["people.narrator"].verdict is PROVED
    assert found["people.alder"].verdict is Verdict.NOT_JUDGED


def test_a_person_is_printed_under_one_of_the_recorded_names() -> None:
    evidence = (cites(8, "fishermen"),)
    text = TEXT.replace("In 1922", "fishermen In 1922")
    known = Person(
        id="f",
        source=AT,
        name="Fir",
        sort_name="Fir",
        other_names=(Name(name="Fishermen", misprint=True),),
        evidence=evidence,
    )
    assert findings(known, text)["name"].verdict is PROVED
    assert findings(replace(known, other_names=()), text)["name"].verdict is FAILED


def test_things_are_known_in_the_plural_and_by_what_their_names_quote() -> None:
    fund = Organization(
        id="o", source=AT, name="the Dyke Funds", evidence=(cites(7, "the Dyke Fund"),)
    )
    assert findings(fund)["name"].verdict is PROVED
    term = Term(
        id="t",
        source=AT,
        name='the pamphlet "Mud and Money"',
        gloss="",
        evidence=(cites(7, "Mud and Money"),),
    )
    assert findings(term)["name"].verdict is PROVED
    other = replace(term, name="Sand")
    assert findings(other)["name"].verdict is Verdict.NOT_JUDGED
