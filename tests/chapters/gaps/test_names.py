from __future__ import annotations

import pytest

from tests.chapters.evidence.village import person
from tests.chapters.gaps.moor import AT, cites, event, figure, missing, report
from trainer.chapters.gaps import Standing
from trainer.chapters.record import GapClass, Name, Office, Organization, Person, Term, Work

NAME, TITLE = GapClass.NAME, GapClass.TITLE


def somebody(name: str, *others: str) -> Person:
    return Person(
        id="p",
        source=AT,
        name=name,
        sort_name=name.rsplit(maxsplit=1)[-1],
        other_names=tuple(Name(name=other) for other in others),
        evidence=(cites(1, name),),
        offices=(Office(id="o", role="Warden of the Moor"),),
    )


PELL = somebody("Agnes Pell", "Mother Pell")
SOCIETY = Organization(
    id="s",
    source=AT,
    name="Society of the Lane",
    other_names=(Name(name="the Lane Folk"),),
    evidence=(cites(1, "it"),),
)
WORK = Work(id="w", source=AT, title="Mud and Money", evidence=(cites(1, "it"),))
TERM = Term(id="t", source=AT, name="Millers", gloss="they mill", evidence=(cites(1, "it"),))
FACTS = (PELL, SOCIETY, WORK, TERM)


@pytest.mark.parametrize(
    "text",
    [
        "then Agnes Pell came, and Pell’s cart",
        "then Mother Pell came",
        "then the Pells came",
        "then Pell-who was late-and Pell-like people came",
        "then A. Pell and Comrade Pell came",
        "then General A. Pell came",
        "then Capt. Pell came, and Prof. A. Pell",
        "the Society of the Lane met",
        "the Lane Folk met",
        "the old Miller came",
        "then Pell and Miller Agnes Pell came",
        "the book Mud and Money fell",
        "the Warden of the Moor fell",
        "on Monday and in April it fell",
        "to Moorgate it fell",
    ],
)
def test_names_on_record_cover_what_is_printed(text: str) -> None:
    assert missing(NAME, text, *FACTS, event(cites(1, "it"), place="Moorgate")) == []


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("then Ruth Pell came", ["Ruth"]),
        ("then B. Pell came", ["B"]),
        ("then Pell and Orme came", ["Orme"]),
        ("the Great Society of the Lane met", ["Great"]),
        ("the Society met", ["Society"]),
        ("the Board of Millers met", ["Board"]),
        ("Comrade Orme fell", ["Comrade Orme"]),
        ("the Friends of the Moor fell", ["Friends of the Moor"]),
        ("the May Fair fell", ["May Fair"]),
    ],
)
def test_the_words_that_no_name_covers_are_missing(text: str, lacking: list[str]) -> None:
    assert missing(NAME, text, *FACTS) == lacking


def test_a_place_is_a_name_wherever_it_stands_in_its_phrase() -> None:
    fact = event(cites(1, "fell"), place="the Old Guildhall, Aldermoor")
    assert missing(NAME, "at the Old Guildhall in Aldermoor it fell", fact) == []


def test_what_stands_in_a_title_is_no_name() -> None:
    assert missing(NAME, "in his “Rain on the Moor” he fell") == []


def test_a_name_on_record_is_one_item() -> None:
    found = report("then Agnes Pell came", PELL)
    (item,) = found.of(Standing.RECORDED, NAME)
    assert (item.text, item.offset) == ("Agnes Pell", 5)


@pytest.mark.parametrize(
    "text",
    ["in “Mud and Money” he", "in “The Mud and Money!” he", "the “Millers” he", "her “Society of the Lane”"],
)  # fmt: skip
def test_a_title_is_on_record_if_it_is_a_name_as_a_whole(text: str) -> None:
    assert missing(TITLE, text, *FACTS) == []
    assert len(missing(TITLE, text)) == 1


def test_a_title_of_which_a_part_is_on_record_is_missing() -> None:
    assert missing(TITLE, "in “Mud and Money Again” he", *FACTS) == ["Mud and Money Again"]


def test_names_in_the_words_of_a_fact_are_no_names_on_record() -> None:
    fact = figure(3, cites(1, "fell"), unit="carts of Orme")
    assert missing(NAME, "then Orme fell", fact, person("alder")) == ["Orme"]
