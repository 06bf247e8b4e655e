"""What YAML readers elsewhere make something else of is what it looks like here, or is told with its mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chapters.problems import problems_of
from tests.fixtures import write_chapter
from trainer.chapters.loading import load_chapter

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.chapters.record import Event

EVENT = """\
- id: fire
  title: the fire at the mill
  place: Aldermoor
  date: 1901-05-03
  evidence: [{paragraph: 1, prints: ["3 May"]}]
"""


def the_event(root: Path, events: str) -> Event:
    (event,) = load_chapter(write_chapter(root, events=events)).events
    return event


@pytest.mark.parametrize(
    "place", ["no", "on", "010", "0o7", "1_000", "12:30:45", "1e3", "null island"]
)
def test_a_text_is_what_it_looks_like(tmp_path: Path, place: str) -> None:
    assert the_event(tmp_path, EVENT.replace("Aldermoor", place)).place == place


@pytest.mark.parametrize("name", ["no", "010", "1901-05-03", "0x10"])
def test_an_id_is_what_it_looks_like(tmp_path: Path, name: str) -> None:
    assert the_event(tmp_path, EVENT.replace("fire\n", f"{name}\n", 1)).id == name


@pytest.mark.parametrize(("written", "meant"), [("010", 10), ("1_000", 1000)])
def test_a_number_is_what_it_looks_like(tmp_path: Path, written: str, meant: int) -> None:
    event = the_event(tmp_path, EVENT.replace("paragraph: 1", f"paragraph: {written}"))
    assert event.evidence[0].paragraph == meant


@pytest.mark.parametrize(
    ("events", "told"),
    [
        pytest.param(
            EVENT.replace("Aldermoor", "~"),
            "events.yaml:3:10: ~ is not a text"
            " – delete the key if there is none, or put it in quotes",
            id="a tilde",
        ),
        pytest.param(
            EVENT.replace("the fire at the mill", "null"),
            "events.yaml:2:10: null is not a text"
            " – delete the key if there is none, or put it in quotes",
            id="null",
        ),
        pytest.param(
            EVENT.replace('"3 May"', "“3 May”"),
            'events.yaml:5:38: the token “3 May” is in curly quotes – write straight ones: "3 May"',
            id="curly quotes",
        ),
        pytest.param(
            EVENT.replace("paragraph: 1", "paragraph: 0x10"),
            'events.yaml:5:26: paragraph: "0x10" is not a whole number'
            " – write it in digits, such as 414",
            id="a number to the base of sixteen",
        ),
        pytest.param(
            EVENT.replace("paragraph: 1", "paragraph: " + "9" * 5_000),
            "events.yaml:5:26: paragraph: a number of 5,000 digits – correct it",
            id="a number without end",
        ),
        pytest.param(
            "1901-05-03:\n  id: fire\n",
            "events.yaml:1:1: this is no list – begin each entry with a dash: `- id: …`",
            id="dates as keys",
        ),
        pytest.param(
            EVENT.replace("id: fire", "id: 🔥"),
            'events.yaml:1:7: id: "🔥" is not an id'
            " – use lower-case letters, digits and single hyphens",
            id="an emoji for an id",
        ),
    ],
)
def test_what_is_not_meant_is_told(tmp_path: Path, events: str, told: str) -> None:
    assert problems_of(tmp_path, events=events) == [told]


def test_nothing_in_quotes_is_a_word(tmp_path: Path) -> None:
    assert the_event(tmp_path, EVENT.replace("Aldermoor", "'null'")).place == "null"
