from __future__ import annotations

from typing import Any

import pytest

from tests.chapters.gaps.moor import cites, figure, omission, report
from trainer.chapters.gaps import GapReport, Standing
from trainer.chapters.record import GapClass

TEXT = "There were 17 sheep, and Orme’s 17 carts.\nIn “Rain and Mud on the Moor and Heath” it rained on 9 May."


def omitting(*omitted: dict[str, Any]) -> GapReport:
    return report(
        TEXT, figure(99, cites(1, "sheep")), omitted=tuple(omission(**one) for one in omitted)
    )


def omitted(found: GapReport) -> list[str]:
    return [item.text for item in found.of(Standing.OMITTED)]


@pytest.mark.parametrize(
    ("one", "texts"),
    [
        ({"paragraph": 1, "prints": "17 sheep"}, ["17"]),
        ({"prints": "17"}, ["17", "17"]),
        ({"prints": "Orme's 17 carts"}, ["Orme", "17"]),
        ({"prints": "Orme's 17 carts", "class_": GapClass.NAME}, ["Orme"]),
        ({"pattern": r"\d+ (sheep|goats)"}, ["17"]),
        ({"pattern": "Orme's"}, ["Orme"]),
        ({"pattern": ".", "class_": GapClass.DATE}, []),
        ({"pattern": ".+", "class_": GapClass.DATE}, ["9 May"]),
        ({"paragraph": 2}, ["", "Rain and Mud on the Moor and Heath", "9 May"]),
        ({"paragraph": 1, "class_": GapClass.NUMBER}, ["17", "17"]),
        ({"paragraph": 2, "class_": GapClass.PARAGRAPH}, [""]),
        ({"prints": "Rain and Mud on the Moor"}, ["Rain and Mud on the Moor and Heath"]),
        ({"prints": "Rain and Mud"}, []),
    ],
)
def test_an_omission_leaves_out_what_lies_within_it(one: dict[str, Any], texts: list[str]) -> None:
    found = omitting(one)
    assert omitted(found) == texts
    assert bool(found.stale) is (not texts)


def test_a_pattern_takes_the_longest_of_its_alternatives() -> None:
    fact = figure(99, cites(1, "years"))
    either = omission(pattern=r"about (thirty|thirty-six|six)", class_=GapClass.NUMBER)
    found = report("It was about thirty-six years.", fact, omitted=(either,))
    assert omitted(found) == ["thirty-six"]
    assert found.of(Standing.MISSING, GapClass.NUMBER) == ()
    shorter = omission(pattern="thirty", class_=GapClass.NUMBER)
    assert omitted(report("It was about thirty-six years.", fact, omitted=(shorter,))) == []


def test_the_reason_goes_with_what_is_left_out() -> None:
    found = omitting({"paragraph": 1, "prints": "17 sheep"})
    (item,) = found.of(Standing.OMITTED)
    assert item.reason == "so it is"


def test_an_omission_of_what_is_on_record_is_stale() -> None:
    fact = figure(17, cites(1, "17 sheep"))
    found = report(TEXT, fact, omitted=(omission(paragraph=1, prints="17"),))
    (stale,) = found.stale
    assert (str(stale.place), stale.what) == ("facts.yaml:7:3", "¶ 1 “17”")
    assert stale.why == "all that it names is on record"
    assert not found.complete


def test_an_omission_of_what_is_not_printed_is_stale() -> None:
    found = omitting({"pattern": "goats?", "class_": GapClass.NAME}, {"paragraph": 9})
    assert [(stale.what, stale.why) for stale in found.stale] == [
        ("/goats?/ (name)", "no gap is found there"),
        ("¶ 9", "there is no such paragraph"),
    ]


def test_a_paragraph_in_which_facts_have_evidence_cannot_be_omitted_as_a_whole() -> None:
    found = omitting({"paragraph": 1})
    (stale,) = found.stale
    assert stale.what == "¶ 1"
    assert stale.why.startswith("facts have evidence there")
    assert omitted(found) == []
    assert [item.text for item in found.of(Standing.MISSING) if item.paragraph == 1] == [
        "17",
        "Orme",
        "17",
    ]
