from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chapters.checks.entries import event, organization, person
from tests.chapters.problems import ORGANIZATIONS, PERSONS, problems_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param(
            {"events": event("date: 1901-04-31")},
            "events.yaml:1:27: 31 April does not exist – "
            "April 1901 has 30 days: correct the day or the month",
            id="31 April",
        ),
        pytest.param(
            {"events": event("date: {edtf: 1900-02-29, calendar: gregorian}")},
            "events.yaml:1:34: 29 February 1900 does not exist in the Gregorian calendar – "
            "it exists in the Julian one: correct the calendar or the day",
            id="a leap day of the other calendar",
        ),
        pytest.param(
            {"events": event("date: 1901-05/1901-04")},
            "events.yaml:1:27: 1901-04 comes before 1901-05 – "
            "put the earlier end first, or correct a calendar",
            id="an interval that runs backwards",
        ),
        pytest.param(
            {"events": event("date: {edtf: 1901-03-04, weekday: Friday}")},
            "events.yaml:1:55: 1901-03-04 was a Monday, not a Friday – "
            "correct one, or add `status: corrected` and say in `note` what is printed",
            id="a wrong weekday",
        ),
        pytest.param(
            {
                "events": event("date: 1901-03-04")
                + event("date: {edtf: 1901-03-12, derived: {from: e, days: 9}}", "f")
            },
            "events.yaml:2:34: the derived date disagrees: 1901-03-12 is written, "
            "9 days after e is 1901-03-13 – correct one of them",
            id="a derived date that disagrees",
        ),
        pytest.param(
            {
                "events": event("date: 1901-03-04")
                + event("date: {edtf: 1901-03-05, derived: {from: e}}", "f")
            },
            "events.yaml:2:34: the derived date disagrees: 1901-03-05 is written, "
            "the date of e is 1901-03-04 – correct one of them",
            id="a date that is said to be the same and is not",
        ),
        pytest.param(
            {
                "events": event("date: 1901-03-04")
                + event("date: {derived: {from: e}, calendar: [julian, gregorian]}", "f")
            },
            "events.yaml:2:28: a derived date in two calendars – name one calendar",
            id="derived in two calendars",
        ),
        pytest.param(
            {"events": event("date: {derived: {from: f}}") + event("place: p", "f")},
            "events.yaml:1:28: the date is derived from f, which has no date – name a dated fact",
            id="derived from what has no date",
        ),
        pytest.param(
            {"events": event("date: {derived: {from: g}}")},
            'events.yaml:1:44: unknown fact "g" – name an entry\'s id',
            id="derived from nothing",
        ),
        pytest.param(
            {"events": event("date: {derived: {from: f, days: 3}}") + event("date: 1901-03", "f")},
            "events.yaml:1:28: '1901-03' is a month and cannot be moved by days – "
            "reckon from a day, or by months or years",
            id="days after a month",
        ),
        pytest.param(
            {"persons": person("offices: [{id: o, role: r, from: 1902, to: 1901}]")},
            "persons.yaml:3:73: it ends (1901) before it begins (1902) – correct one of them",
            id="an office that ends before it begins",
        ),
        pytest.param(
            {"organizations": organization("founded: 1902, dissolved: 1901")},
            "organizations.yaml:2:54: it ends (1901) before it begins (1902) – correct one of them",
            id="dissolved before it was founded",
        ),
    ],
)
def test_a_date_that_cannot_be_is_told(tmp_path: Path, files: dict[str, str], told: str) -> None:
    files = {"persons": PERSONS, "organizations": ORGANIZATIONS, **files}
    assert problems_of(tmp_path, **files) == [told]


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    """A date that is wrong is not told again wherever another is derived from it."""
    events = event("date: 1901-04-31")
    events += event("date: {derived: {from: e, days: 1}}", "f")
    events += event("date: {derived: {from: f, days: 1}}", "g")
    assert len(problems_of(tmp_path, events=events)) == 1


def test_a_circle_of_derived_dates_is_told_at_each_of_its_dates(tmp_path: Path) -> None:
    events = event("date: {derived: {from: f}}") + event("date: {derived: {from: e}}", "f")
    assert problems_of(tmp_path, events=events) == [
        "events.yaml:1:28: dates are derived in a circle: f from e from f – type one of them",
        "events.yaml:2:28: dates are derived in a circle: e from f from e – type one of them",
    ]
