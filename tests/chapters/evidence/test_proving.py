from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from tests.chapters.evidence.village import (
    AT,
    CHAPTER,
    FAILED,
    PEOPLE,
    PROVED,
    RETURN,
    TEXT,
    cites,
    day,
    event,
    findings,
)
from trainer.chapters.evidence import Verdict, prove
from trainer.chapters.record import (
    Affiliation,
    Alternative,
    Candidate,
    Count,
    Counts,
    Fate,
    Member,
    Office,
    Roll,
    Round,
    Statement,
    Status,
    Vote,
    VoteType,
    Work,
)
from trainer.errors import NotFoundError
from trainer.text.fingerprints import fingerprint


def test_a_fact_without_evidence_fails() -> None:
    assert findings(event())["evidence"].verdict is Verdict.FAILED


def test_every_round_and_every_list_of_a_vote_is_judged() -> None:
    ballot = Round(
        counts=Counts(for_=Count(value=10), against=Count(value=3)),
        candidates=(Candidate(person="alder", votes=Count(value=104)), Candidate(person="cedar")),
        alternatives=(
            Alternative(option="a dyke", votes=Count(value=10)),
            Alternative(option="a wall", votes=Count(value=11)),
            Alternative(option="nothing"),
        ),
    )
    vote = Vote(
        id="v",
        source=AT,
        type=VoteType.ELECTION,
        title="it",
        organization="council",
        unanimous=True,
        proposed_by=("birch",),
        rounds=(ballot,),
        elected=Roll(persons=(Member(person="alder", from_=day("1917-05")),), complete=True),
        alternates=Roll(persons=(Member(person="elm", status=Status.CORRECTED, note="why"),)),
        evidence=(cites(5, "ten votes to two"), cites(6, "Alder got 104 votes, Birch")),
    )
    assert {path: finding.verdict for path, finding in findings(vote).items()} == {
        "evidence[0]": PROVED,
        "evidence[1]": PROVED,
        "organization": Verdict.NOT_JUDGED,
        "unanimous": Verdict.NOT_JUDGED,
        "rounds[0].counts.for": Verdict.NOT_JUDGED,
        "rounds[0].counts.against": FAILED,
        "rounds[0].candidates.alder.votes": PROVED,
        "rounds[0].candidates.cedar": FAILED,
        "rounds[0].alternatives[0].votes": Verdict.NOT_JUDGED,
        "rounds[0].alternatives[1].votes": FAILED,
        "elected.alder": PROVED,
        "elected.alder.from": FAILED,
        "alternates.elm": Verdict.CORRECTED,
        "proposed_by.birch": PROVED,
    }


def test_an_office_is_proved_by_evidence_of_its_own() -> None:
    office = Office(
        id="member", role="a member", from_=day("1917-04"), evidence=(cites(3, "In April"),)
    )
    fir = replace(PEOPLE[0], id="fir", offices=(office,), evidence=(cites(6, "Alder got"),))
    found = findings(fir)
    assert found["offices.member.from"].verdict is PROVED
    assert found["offices.member.evidence[0]"].verdict is PROVED
    elsewhere = replace(office, evidence=())
    assert findings(replace(fir, offices=(elsewhere,)))["offices.member.from"].verdict is FAILED


def test_speakers_authors_and_those_who_say_so_are_judged_by_name() -> None:
    statement = Statement(
        id="s",
        source=AT,
        issue="dyke",
        speaker="birch",
        opponents=("cedar",),
        position="it leaks",
        asserted_by="elm",
        when=day("1922"),
        evidence=(cites(8, "In 1922 Birch wrote"),),
    )
    found = findings(statement)
    assert [found[path].verdict for path in ("date", "speaker.birch")] == [PROVED, PROVED]
    assert found["opponents.cedar"].verdict is Verdict.NOT_JUDGED
    assert found["asserted_by.elm"].verdict is Verdict.NOT_JUDGED
    work = Work(
        id="w",
        source=AT,
        title="Mud and Money",
        authors=("narrator",),
        evidence=(cites(7, "I spoke", "Mud and Money"),),
    )
    assert {finding.verdict for finding in findings(work).values()} == {PROVED}


def test_a_fate_and_an_affiliation_are_dated_too() -> None:
    fate = Fate(text="wrote it down", when=day("1922"), evidence=(cites(8, "In 1922"),))
    tie = Affiliation(organization="council", from_=day("1917-05"), note="since the council sat")
    found = findings(
        replace(
            PEOPLE[1],
            id="beech",
            fate=fate,
            affiliations=(tie, replace(tie, organization="fund", note=None)),
            evidence=(cites(8, "Birch"),),
        )
    )
    assert found["fate.date"].verdict is PROVED
    assert found["affiliations.council.from"].verdict is FAILED
    assert found["affiliations.fund.from"].verdict is FAILED


def test_a_fact_that_is_derived_as_a_whole_says_so() -> None:
    fact = replace(
        event(RETURN, when=day("1917-04-04")), status=Status.DERIVED, note="by the tides"
    )
    assert findings(fact)["date"].verdict is Verdict.DERIVED
    assert findings(replace(fact, note=None))["date"].verdict is FAILED


def test_a_copy_without_the_heading_proves_as_much_with_a_fingerprint() -> None:
    chapter = replace(CHAPTER, persons=(), events=(event(RETURN, when=day("1917-04-03")),))
    copy = "\n\n".join(line.replace(" of ", "\nof ") for line in TEXT.splitlines()[1:])
    report = prove(chapter, copy, fingerprint=fingerprint(TEXT, "lines"))
    assert report.proved
    assert report.remarks == ("¶ 1: missing from this copy",)
    assert not prove(chapter, copy).proved


def test_what_rests_on_a_heading_is_not_judged_by_a_copy_without_it() -> None:
    title = TEXT.splitlines()[0]
    chapter = replace(CHAPTER, persons=(), events=(event(cites(1, title.split()[0])),))
    copy = "\n".join(TEXT.splitlines()[1:])
    report = prove(chapter, copy, fingerprint=fingerprint(TEXT, "lines"))
    assert report.proved
    assert report.counts()[Verdict.NOT_JUDGED] == 1


def test_another_text_is_told_from_a_copy() -> None:
    with pytest.raises(NotFoundError, match="no copy of the chapter's text"):
        prove(CHAPTER, "Something else altogether.", fingerprint=fingerprint(TEXT, "lines"))


def test_a_paragraph_that_a_copy_lacks_proves_nothing() -> None:
    chapter = replace(CHAPTER, persons=(), events=(event(cites(2, "Birch")),))
    lines = TEXT.splitlines()
    copy = "\n".join([lines[0], *lines[2:]])
    (problem,) = prove(chapter, copy, fingerprint=fingerprint(TEXT, "lines")).problems
    assert "¶ 2 is missing from this copy" in problem.what


def test_proving_loads_neither_yaml_nor_pydantic() -> None:
    program = (
        "import sys, trainer.chapters.evidence\n"
        "assert not {'yaml', 'pydantic', 'textual'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
