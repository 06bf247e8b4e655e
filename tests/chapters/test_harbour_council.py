"""The tutorial chapter as it is meant: each awkward thing of a council's records occurs in it."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.fixtures import HARBOUR_COUNCIL, HARBOUR_COUNCIL_TEXT, asked_of, loaded
from trainer.chapters.record import (
    Basis,
    Chapter,
    Importance,
    LinkType,
    Outcome,
    Status,
    Voice,
    Vote,
    VoteType,
)
from trainer.dates import Calendar, bounds
from trainer.questions.audit.auditing import audit


@pytest.fixture(scope="module")
def record() -> Chapter:
    return loaded(HARBOUR_COUNCIL)


@pytest.fixture(scope="module")
def votes(record: Chapter) -> dict[str, Vote]:
    return {vote.id: vote for vote in record.votes}


def test_its_text_ships_with_it_and_is_as_long_as_a_chapter() -> None:
    assert 3000 <= len(HARBOUR_COUNCIL_TEXT.read_text(encoding="utf-8").split()) <= 4000


def test_it_counts_by_one_calendar_alone(record: Chapter) -> None:
    dates = [event.when.date for event in record.events if event.when]
    assert {date.calendar for date in dates} == {Calendar.GREGORIAN}


@pytest.mark.parametrize(
    ("event", "edtf"),
    [
        ("dues-farmed-out", "-0043"),
        ("mole-finished", "0000"),
        ("mole-mended", "0002"),
        ("first-lamp", "1820~"),
        ("silting", "182X"),
        ("ropewalk-burns", "1846-12-31/1847-01-01"),
        ("porters-strike", "1847-12-27/1848-01-06"),
    ],
)
def test_its_dates_are_of_every_sort(record: Chapter, event: str, edtf: str) -> None:
    (told,) = (each for each in record.events if each.id == event)
    assert told.when is not None
    assert told.when.date.edtf == edtf


def test_there_was_no_year_nought(record: Chapter) -> None:
    events = {event.id: event for event in record.events}
    mended = events["mole-mended"].when
    assert mended is not None
    assert mended.derived is not None
    assert (mended.derived.from_fact, mended.derived.years) == ("mole-finished", 2)


def test_a_weekday_that_the_minutes_have_wrong_is_put_right(votes: dict[str, Vote]) -> None:
    when = votes["council-on-the-lighthouse"].when
    assert when is not None
    assert when.status is Status.CORRECTED
    assert bounds(when.date).first is not None


def test_surnames_are_shared_and_one_name_changes(record: Chapter) -> None:
    shared = Counter(person.name.rpartition(" ")[2] for person in record.persons)
    assert {name for name, times in shared.items() if times > 1} == {"Carrow", "Lindgren", "Reed"}
    names = {person.id: {n.name for n in person.other_names} for person in record.persons}
    assert "Susanna Holt" in names["susanna-lindgren"]
    assert "the Reeve" in names["tobias-lunt"]


def test_one_misprint_is_marked(record: Chapter) -> None:
    misprints = [n.name for person in record.persons for n in person.other_names if n.misprint]
    assert misprints == ["Caleb Ray"]


@pytest.mark.parametrize(
    ("office", "holders"),
    [
        ("harbour-master", ["jonas-reed", "caleb-wray", "peter-quill"]),
        ("president", ["ambrose-keeling", "giles-aubrey", "edmund-carrow", "susanna-lindgren"]),
    ],
)
def test_offices_are_held_in_turn(record: Chapter, office: str, holders: list[str]) -> None:
    turns = [f"{turn}-{office}" for turn in ("first", "second", "third", "fourth")]
    of = {each.id: person.id for person in record.persons for each in person.offices}
    assert [of[turn] for turn in turns if turn in of] == holders


def test_a_casting_vote_is_given_and_one_refused(votes: dict[str, Vote]) -> None:
    assert votes["council-on-the-lighthouse"].casting_vote == "ambrose-keeling"
    assert votes["council-on-free-fishing-boats"].outcome is Outcome.TIED


def test_votes_are_of_every_sort(votes: dict[str, Vote]) -> None:
    assert {vote.type for vote in votes.values()} == set(VoteType)
    assert {vote.weighted_by for vote in votes.values()} == {None, "tonnage", "household"}
    assert len(votes["choice-of-the-quay"].alternatives) == 3
    assert len(votes["first-harbour-master-election"].candidates) == 3
    assert votes["council-makes-aubrey-president"].unanimous
    twelve = votes["first-twelve"].members
    assert twelve is not None
    assert twelve.complete
    assert len(twelve.persons) == 12


def test_an_election_is_secret_and_takes_two_rounds(votes: dict[str, Vote]) -> None:
    election = votes["election-of-the-third-president"]
    assert election.secret
    tallies = [[c.votes.value for c in ballot.candidates if c.votes] for ballot in election.rounds]
    assert tallies == [[5, 4, 3], [7, 5]]


def test_of_a_majority_against_four_no_more_is_told(votes: dict[str, Vote]) -> None:
    counts = votes["council-admits-holt"].counts
    assert counts is not None
    assert counts.for_ is None
    assert counts.against is not None
    assert counts.against.value == 4


def test_decisions_and_views_are_reversed(record: Chapter) -> None:
    reversals = {
        (fact.id, link.to)
        for fact in record.facts()
        for link in fact.links
        if link.type is LinkType.REVERSES
    }
    assert reversals == {
        ("council-rescinds-the-ban", "council-bans-night-work"),
        ("households-on-the-strand", "council-buys-the-claim"),
        ("yardley-against-the-ban", "yardley-for-the-ban"),
        ("edmund-carrow-for-the-railway", "edmund-carrow-against-the-railway"),
    }


def test_two_witnesses_contradict_each_other(record: Chapter) -> None:
    told = {e.asserted_by: e for e in record.events if e.basis is Basis.EYEWITNESS}
    assert told.keys() == {"amos-birch", "dinah-cole"}
    assert {event.voice for event in told.values()} == {Voice.REPORTED}


def test_the_clerk_says_how_he_knows(record: Chapter) -> None:
    assert {fact.basis for fact in record.facts()} == set(Basis)


def test_every_lesson_has_six_to_fifteen_core_facts(record: Chapter) -> None:
    core = Counter(f.lesson for f in record.facts() if f.importance is Importance.CORE)
    assert {lesson.id: 6 <= core[lesson.id] <= 15 for lesson in record.lessons} == {
        lesson.id: True for lesson in record.lessons
    }


def test_its_questions_pass_the_audit(record: Chapter) -> None:
    made = asked_of(HARBOUR_COUNCIL)
    assert audit([record], made.questions, made.fronts, made.withheld).flaws == ()
