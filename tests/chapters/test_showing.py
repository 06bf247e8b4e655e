"""What `trainer show --json` prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from trainer.chapters.showing import as_json

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter


@pytest.fixture(scope="module")
def shown(mill_lane: Chapter) -> dict[str, Any]:
    """The chapter after a journey through JSON."""
    found: dict[str, Any] = json.loads(json.dumps(as_json(mill_lane)))
    return found


def entry(shown: dict[str, Any], sort: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in shown[sort] if item["id"] == name)
    return found


def test_json_changes_nothing(mill_lane: Chapter, shown: dict[str, Any]) -> None:
    assert shown == as_json(mill_lane)


def test_it_shows_every_sort_of_entry(mill_lane: Chapter, shown: dict[str, Any]) -> None:
    assert list(shown) == [
        "chapter",
        "lessons",
        "persons",
        "organizations",
        "events",
        "votes",
        "works",
        "statements",
        "terms",
        "omitted",
    ]
    facts = [item["id"] for sort in list(shown)[2:-1] for item in shown[sort]]
    assert facts == [fact.id for fact in mill_lane.facts()]


def test_every_fact_shows_who_says_so_and_where(shown: dict[str, Any]) -> None:
    for sort in list(shown)[2:-1]:
        for item in shown[sort]:
            assert {"id", "status", "voice", "basis", "importance", "lesson", "evidence"} <= set(
                item
            )
            assert all({"paragraph", "prints"} <= set(evidence) for evidence in item["evidence"])


def test_a_date_stands_in_both_calendars(shown: dict[str, Any]) -> None:
    assert entry(shown, "votes", "council-closes-lane")["date"] == {
        "edtf": "1901-05-11",
        "calendar": "gregorian",
        "julian": "1901-04-28",
        "gregorian": "1901-05-11",
        "precision": "day",
    }


def test_a_month_is_an_interval_in_the_other_calendar(shown: dict[str, Any]) -> None:
    date = entry(shown, "votes", "signatures")["date"]
    assert (date["precision"], date["julian"]) == ("month", "1901-06-18/1901-07-18")


def test_a_decade_has_no_twin(shown: dict[str, Any]) -> None:
    assert entry(shown, "events", "mills-built")["date"]["julian"] is None


def test_a_span_over_the_change_names_both_calendars(shown: dict[str, Any]) -> None:
    date = entry(shown, "events", "survey-of-the-lane")["date"]
    assert date["calendar"] == ["julian", "gregorian"]
    assert (date["julian"], date["gregorian"]) == (
        "1752-08-24/1752-09-09",
        "1752-09-04/1752-09-20",
    )


def test_a_date_shows_what_the_text_adds_to_it(shown: dict[str, Any]) -> None:
    date = entry(shown, "events", "mayor-pelted")["date"]
    assert (date["weekday"], date["status"]) == ("Friday", "corrected")
    assert entry(shown, "events", "fence-put-up")["date"]["derived"] == {
        "from": "council-closes-lane",
        "days": 9,
        "weeks": 0,
        "months": 0,
        "years": 0,
    }


def test_a_fact_without_a_date_has_no_such_key(shown: dict[str, Any]) -> None:
    assert "date" not in entry(shown, "events", "mayor-bribed")


def test_exact_counts_are_numbers_and_others_say_what_is_known(shown: dict[str, Any]) -> None:
    assert entry(shown, "votes", "council-closes-lane")["counts"] == {
        "for": 5,
        "against": 3,
        "abstaining": 1,
        "not_voting": 0,
        "absent": 1,
        "present": 9,
    }
    assert entry(shown, "votes", "council-pays-millers")["counts"] == {
        "for": 4,
        "against": {"at_least": 1},
        "absent": {"at_most": 3},
    }
    assert entry(shown, "votes", "signatures")["number"] == {"about": 400}


def test_a_corrected_count_is_remarked_on(shown: dict[str, Any]) -> None:
    vote = entry(shown, "votes", "spring-election")
    assert {"person": "silas-orme", "votes": 4} in vote["candidates"]
    assert {
        "on": "candidates[1].votes",
        "status": "corrected",
        "note": "40 is printed",
    } in vote["remarks"]


def test_lists_name_their_persons(shown: dict[str, Any]) -> None:
    elected = entry(shown, "votes", "spring-election")["elected"]
    assert (elected["size"], elected["complete"], elected["persons"]) == (1, True, ["ruth-amble"])
    members = entry(shown, "organizations", "town-council")["memberships"]["members"]
    assert members[2] == {"person": "silas-orme", "role": "deputy mayor", "from": None, "to": None}


def test_names_show_their_notes(shown: dict[str, Any]) -> None:
    assert entry(shown, "persons", "agnes-pell")["other_names"] == [
        {"name": "Mother Pell", "note": None, "misprint": False},
        {"name": "Agnes Pelle", "note": "as printed once", "misprint": True},
    ]
