from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.fixtures import MILL_LANE

if TYPE_CHECKING:
    from tests.cli.conftest import Trainer


def test_show_prints_the_contract(trainer: Trainer) -> None:
    shown = json.loads(trainer("show", MILL_LANE, "--json").out)
    assert shown.keys() >= {
        "chapter", "lessons", "persons", "organizations", "events", "votes", "works", "statements", "terms",
    }  # fmt: skip
    dated = [event["date"] for event in shown["events"] if "date" in event]
    assert all(
        date.keys() >= {"edtf", "calendar", "julian", "gregorian", "precision"} for date in dated
    )


def test_show_names_every_fact_in_text(trainer: Trainer) -> None:
    shown = json.loads(trainer("show", MILL_LANE, "--json").out)
    text = trainer("show", MILL_LANE).out
    for sort in ("persons", "organizations", "events", "votes", "works", "statements", "terms"):
        for fact in shown[sort]:
            assert f"[{fact['id']}]" in text


def test_a_chapter_of_one_calendar_is_shown_in_it_with_what_is_noted_of_votes(
    trainer: Trainer,
) -> None:
    text = trainer("show", "harbour-council").out
    assert "Style" not in text
    assert "  14 March 1829: the wreck of the brig Constance  [wreck-of-the-constance]\n" in text
    assert (
        "[council-on-the-lighthouse] – Keeling voted against as a member and gave his casting vote in favour.\n"
        in text
    )
