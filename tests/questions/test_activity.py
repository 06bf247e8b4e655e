from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.questions.builders import (
    bank,
    chapter,
    dating,
    deed,
    event,
    one,
    option_ids,
    person,
    statement,
    work,
)
from trainer.chapters.record import Affiliation, Fate, Part
from trainer.questions.index import Index

if TYPE_CHECKING:
    from trainer.chapters.record import Person

MILLERS = ("Ada Bell", "Ben Carr", "Cy Dunn", "Di Egan", "Ed Frost", "Flo Gray")


def of_party(name: str, party: str | None) -> Person:
    affiliations = (Affiliation(organization=party),) if party else ()
    return person(name, affiliations=affiliations, gloss="a miller of the valley")


def busy(*names: str, edtf: str, prefix: str) -> list[object]:
    return [
        event(
            f"{prefix}-{number}",
            f"the {number} mending",
            edtf,
            people=(deed(name.lower().replace(" ", "-"), f"mended gate {number} of {prefix}"),),
        )
        for number, name in enumerate(names)
    ]


FLOOD = event(
    "flood", "the great flood", "1871-04-12", people=(deed("ada-bell", "rang the alarm"),)
)


def test_only_who_was_about_at_the_time_is_offered() -> None:
    facts = [
        *busy(*MILLERS, edtf="1871-04-02", prefix="april"),
        *busy("Gus Hart", "Hal Irons", edtf="1871-09-02", prefix="autumn"),
    ]
    for seed in range(20):
        offered = option_ids(one(bank(*facts, FLOOD, seed=seed), "who-did", "flood"))
        assert not {"gus-hart", "hal-irons"} & offered


def test_who_died_during_the_aftermath_is_not_offered_for_its_undated_facts() -> None:
    fate = Fate(text="drowned", when=dating("1873"))
    dead = replace(of_party("Ben Carr", None), fate=fate)
    quarrel = event("quarrel", "the quarrel", None, people=(deed("ada-bell", "told it anew"),))
    verdict = event("verdict", "the verdict", "1875", people=(deed("ben-carr", part=Part.TARGET),))
    for seed in range(20):
        made = bank(dead, quarrel, verdict, seed=seed)
        assert "ben-carr" not in option_ids(one(made, "who-did", "quarrel"))


def test_who_had_left_the_party_before_a_lesson_is_not_offered_for_its_undated_facts() -> None:
    people = [of_party(name, "millers") for name in MILLERS]
    tie = Affiliation(organization="millers", to=dating("1871-03-01"))
    gone = replace(of_party("Gus Hart", "millers"), affiliations=(tie,))
    facts = busy(*MILLERS, "Gus Hart", edtf="1871-04-02", prefix="april")
    talk = event("talk", "the talk", None, people=(deed("ada-bell", "spoke last"),))
    for seed in range(20):
        made = bank(*people, gone, *facts, talk, seed=seed)
        assert "gus-hart" not in option_ids(one(made, "who-did", "talk"))


def test_who_came_later_is_not_offered_where_enough_had_come() -> None:
    facts = [
        *busy(*MILLERS, edtf="1871-04-02", prefix="april"),
        *busy("Gus Hart", "Hal Irons", edtf="1871-04-20", prefix="later"),
    ]
    for seed in range(20):
        offered = option_ids(one(bank(*facts, FLOOD, seed=seed), "who-did", "flood"))
        assert not {"gus-hart", "hal-irons"} & offered


def test_a_deed_of_one_party_offers_its_members() -> None:
    people = [of_party(name, "millers") for name in MILLERS]
    people += [of_party(name, "fishers") for name in ("Gus Hart", "Hal Irons")]
    facts = busy(*MILLERS, "Gus Hart", "Hal Irons", edtf="1871-04-02", prefix="april")
    for seed in range(20):
        offered = option_ids(one(bank(*people, *facts, FLOOD, seed=seed), "who-did", "flood"))
        assert not {"gus-hart", "hal-irons"} & offered


def test_the_few_of_another_side_are_found_among_the_many() -> None:
    many = [of_party(f"Fisher Number{number}", "fishers") for number in range(60)]
    few = [of_party(name, "millers") for name in MILLERS]
    for seed in range(10):
        made = bank(*many[:30], *few, *many[30:], FLOOD, seed=seed, people=())
        assert option_ids(one(made, "who-did", "flood")) <= {person.id for person in few}


def test_to_be_of_no_party_is_no_bond() -> None:
    guild = [of_party("Gus Hart", "millers"), of_party("Hal Irons", "millers")]
    index = Index(chapter(*guild))
    assert index.share_a_circle("gus-hart", "hal-irons")
    assert not index.share_a_circle("ada-bell", "ben-carr")


def test_a_distractors_reason_tells_what_they_did_about_then() -> None:
    people = [of_party(name, "millers") for name in MILLERS]
    facts = busy(*MILLERS, edtf="1871-04-02", prefix="april")
    question = one(bank(*people, *facts, FLOOD), "who-did", "flood")
    for option in question.options:
        if not option.correct:
            number = MILLERS.index(option.text)
            assert option.why == (
                f"In April 1871 {option.text}, a miller of the valley, mended gate {number} of april."
            )


def test_a_reason_is_never_longer_than_a_line_or_two() -> None:
    long = "argued that " + "the water would rise and " * 12 + "fall"
    index = Index(
        chapter(
            event("long", "the debate", "1871-04-10", people=(deed("ben-carr", long),)),
            event("short", "the reply", "1871-04-09", people=(deed("ben-carr", "said nothing"),)),
            FLOOD,
        )
    )
    assert index.activity.reason("ben-carr", FLOOD) == "In April 1871 Ben Carr said nothing."


def test_who_wrote_with_others_was_one_of_the_authors() -> None:
    letter = work("letter", "On Dykes", "ben-carr", "cy-dunn", medium="letter")
    alone = work("note", "On Gates", "di-egan", medium="note")
    index = Index(chapter(letter, alone, FLOOD))
    assert index.activity.reason("ben-carr", FLOOD) == (
        "Ben Carr was one of the authors of the letter “On Dykes”."
    )
    assert index.activity.reason("di-egan", FLOOD) == "Di Egan wrote the note “On Gates”."


def test_a_reason_takes_the_same_issue_first() -> None:
    asked = statement("asked", "ada-bell", "the dyke leaked", issue="the-dyke")
    index = Index(
        chapter(
            statement("near", "ben-carr", "the fair was dull", issue="the-fair"),
            statement("same", "ben-carr", "the dyke held", issue="the-dyke"),
            asked,
        )
    )
    assert index.activity.reason("ben-carr", asked) == (
        "Ben Carr held, on the dyke, that the dyke held."
    )


@pytest.mark.parametrize("part", [Part.TARGET, Part.ABSENT])
def test_who_was_only_spoken_of_was_not_about(part: Part) -> None:
    index = Index(
        chapter(
            FLOOD, event("talk", "the talk", "1871-04-11", people=(deed("ben-carr", part=part),))
        )
    )
    assert FLOOD.when is not None
    assert not index.activity.about(["ben-carr"], "floods", FLOOD.when.date)
    assert index.activity.about(["ada-bell"], "floods", FLOOD.when.date) == {"ada-bell"}
