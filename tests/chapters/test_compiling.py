"""Compiling: what authors leave out is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chapters.problems import EVIDENCE, PERSONS, problems_of
from tests.fixtures import write_chapter
from trainer.chapters.loading import load_chapter
from trainer.chapters.record import Status
from trainer.dates import Calendar, Date

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.chapters.record import Chapter, Dating, Fact


def by_id(chapter: Chapter) -> dict[str, Fact]:
    return {fact.id: fact for fact in chapter.facts()}


def dating(chapter: Chapter, name: str) -> Dating:
    found: Dating | None = getattr(by_id(chapter)[name], "when")  # noqa: B009 - facts without dates lack it
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (
            "council-closes-lane",
            "the vote of the Town Council on the motion to close Mill Lane to carts",
        ),
        ("council-reopens-lane", "the vote that reopened the lane"),
        (
            "householders-on-lane",
            "the vote on the motion to keep the lane for foot passengers",
        ),
        ("choice-of-surface", "the choice of a surface for the lane by the Lane Committee"),
        (
            "spring-election",
            "the election of a new chairman of the council by the Town Council",
        ),
        ("inquiry-attendance", "the attendance of the Lane Committee"),
        ("signatures", "how many townspeople signed the petition"),
    ],
)
def test_a_vote_without_a_title_is_named(mill_lane: Chapter, name: str, title: str) -> None:
    assert next(vote.title for vote in mill_lane.votes if vote.id == name) == title


@pytest.mark.parametrize(
    ("vote", "title"),
    [
        ("type: election, organization: moor", "the election by Moor and Sons"),
        ("type: election, session: fair", "the election at the autumn fair"),
        ("type: election, office: a mayor", "the election of a mayor"),
        ("type: motion, motion: go, outcome: tied", "the vote on the motion to go"),
    ],
)
def test_titles_take_articles_as_names_do(tmp_path: Path, vote: str, title: str) -> None:
    folder = write_chapter(
        tmp_path,
        organizations=f"- {{id: moor, name: Moor and Sons, article: no, {EVIDENCE}}}\n",
        events=f"- {{id: fair, title: the autumn fair, {EVIDENCE}}}\n",
        votes=f"- {{id: v, {vote}, {EVIDENCE}}}\n",
    )
    assert load_chapter(folder).votes[0].title == title


def test_a_date_without_a_calendar_takes_the_chapters(mill_lane: Chapter) -> None:
    assert dating(mill_lane, "society-founded").date == Date("1901-03-04", Calendar.GREGORIAN)
    assert dating(mill_lane, "roman-ford").date.calendar is Calendar.JULIAN


@pytest.mark.parametrize(
    ("name", "edtf"),
    [
        ("fence-put-up", "1901-05-20"),
        ("fence-pulled-down", "1901-06-03"),
        ("jubilee", "1926-03-04"),
    ],
)
def test_a_derived_date_is_computed(mill_lane: Chapter, name: str, edtf: str) -> None:
    assert dating(mill_lane, name).date.edtf == edtf


def test_a_derived_date_says_so_unless_it_is_printed_too(mill_lane: Chapter) -> None:
    assert dating(mill_lane, "fence-put-up").status is Status.DERIVED
    assert dating(mill_lane, "fence-pulled-down").status is Status.PRINTED


def test_a_derived_date_may_be_wanted_in_another_calendar(tmp_path: Path) -> None:
    events = f"- {{id: e, title: t, date: 1901-03-04, {EVIDENCE}}}\n"
    events += (
        f"- {{id: f, title: t, date: {{derived: {{from: e}}, calendar: julian}}, {EVIDENCE}}}\n"
    )
    chapter = load_chapter(write_chapter(tmp_path, events=events))
    assert dating(chapter, "f").date == Date("1901-02-19", Calendar.JULIAN)


def chain(links: int, first: str) -> str:
    """Events of which each is a day after the next, written so that the first asks for all others."""
    events = "".join(
        f"- {{id: e{n}, title: t, date: {{derived: {{from: e{n - 1}, days: 1}}}}, {EVIDENCE}}}\n"
        for n in range(links, 0, -1)
    )
    return events + f"- {{id: e0, title: t, date: {first}, {EVIDENCE}}}\n"


def test_a_chain_of_derived_dates_may_be_of_any_length(tmp_path: Path) -> None:
    chapter = load_chapter(write_chapter(tmp_path, events=chain(2_000, "1901-03-04")))
    assert dating(chapter, "e2000").date.edtf == "1906-08-25"


def test_what_is_wrong_at_the_end_of_a_long_chain_is_told_once(tmp_path: Path) -> None:
    assert len(problems_of(tmp_path, events=chain(2_000, "1901-04-31"))) == 1


def test_a_span_over_the_change_has_a_calendar_at_each_end(mill_lane: Chapter) -> None:
    date = dating(mill_lane, "survey-of-the-lane").date
    assert (date.calendar, date.end_calendar) == (Calendar.JULIAN, Calendar.GREGORIAN)


def test_a_fact_belongs_to_the_lesson_of_its_first_evidence(mill_lane: Chapter) -> None:
    facts = by_id(mill_lane)
    assert facts["society-founded"].lesson == "the-lane"
    assert facts["fence-put-up"].lesson == "the-council"
    assert facts["peace-in-the-lane"].lesson == "aftermath"


def test_an_office_belongs_to_the_lesson_of_its_own_evidence(mill_lane: Chapter) -> None:
    pell = next(person for person in mill_lane.persons if person.id == "agnes-pell")
    assert [office.lesson for office in pell.offices] == ["the-lane"]


def test_a_fate_belongs_to_the_lesson_of_its_own_evidence(mill_lane: Chapter) -> None:
    fates = [person.fate for person in mill_lane.persons if person.fate is not None]
    assert [fate.lesson for fate in fates] == ["the-council"]


def test_a_fact_that_no_lesson_covers_has_none(tmp_path: Path) -> None:
    chapter = load_chapter(write_chapter(tmp_path, persons=PERSONS))
    assert chapter.persons[0].lesson is None


def test_persons_sort_by_their_last_name_unless_they_say_otherwise(mill_lane: Chapter) -> None:
    names = {person.id: person.sort_name for person in mill_lane.persons}
    assert (names["agnes-pell"], names["silas-orme"]) == ("Pell", "Orme")


def test_a_fact_remembers_where_it_was_written(mill_lane: Chapter) -> None:
    source = mill_lane.persons[0].source
    assert (source.file, source.line, source.column) == ("persons.yaml", 2, 3)


def test_a_corrected_motion_keeps_its_note(mill_lane: Chapter) -> None:
    vote = mill_lane.votes[0]
    assert vote.motion_status is Status.CORRECTED
    assert vote.motion_note == "the print has cars for carts"


def test_texts_are_plain_strings(mill_lane: Chapter) -> None:
    """What knows where it stood in the file stays behind."""
    assert type(mill_lane.title) is str
    assert type(mill_lane.persons[0].evidence[0].prints[0]) is str


def test_the_digest_tells_every_file_and_its_name(tmp_path: Path) -> None:
    folder = write_chapter(tmp_path)
    digests = [load_chapter(folder).digest]
    for name, text in (("terms", ""), ("terms", "[]"), ("works", "[]")):
        write_chapter(tmp_path, **{name: text})
        digests.append(load_chapter(folder).digest)
    assert len(set(digests)) == 4
