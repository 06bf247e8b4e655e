from __future__ import annotations

from dataclasses import replace

from tests.chapters.evidence.village import CHAPTER, RETURN, TEXT, day, event
from trainer.chapters.evidence import prove
from trainer.chapters.record import Deed, Part


def test_a_failed_value_is_a_problem_at_the_place_of_its_fact() -> None:
    chapter = replace(CHAPTER, persons=(), events=(event(RETURN, when=day("1917-04-04")),))
    report = prove(chapter, TEXT, folder="village")
    (problem,) = report.problems
    assert str(problem) == (
        "village/facts.yaml:7:3: e: date: the tokens print 3 April, 16 April, not 4 April – "
        "correct the date, or quote the right day"
    )
    assert not report.proved
    assert str(problem) not in report.as_text()
    assert "village: 0 of 1 facts proved" in report.as_text()
    assert report.as_dict()["counts"]["failed"] == 1
    assert report.as_dict()["facts"][0]["findings"][1]["path"] == "date"


def test_what_print_does_not_prove_is_listed_on_request() -> None:
    people = (Deed(person="cedar", part=Part.ACTOR),)
    report = prove(replace(CHAPTER, persons=(), events=(event(RETURN, people=people),)), TEXT)
    assert report.proved
    assert "not judged: no token prints a name of theirs" in report.as_text(details=True)
    assert "no token prints" not in report.as_text()
    assert "1 value is not judged: --details names each, with its reason\n" in report.as_text()
    assert "--details" not in report.as_text(details=True)
    assert "somebody did, said or held what is recorded is yours to see" in report.as_text()


def test_a_report_without_names_tells_of_no_limits() -> None:
    report = prove(replace(CHAPTER, persons=(), events=(event(RETURN),)), TEXT)
    assert len(report.as_text().splitlines()) == 1
