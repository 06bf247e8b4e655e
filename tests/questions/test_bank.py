from __future__ import annotations

import cProfile
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.questions.builders import (
    CORE,
    SPRING,
    bank,
    chapter,
    deed,
    event,
    motion,
    one,
    person,
)
from tests.questions.strategies import of_any_chapter
from trainer.questions.bank import build_bank

if TYPE_CHECKING:
    from trainer.chapters.record import Chapter


@of_any_chapter(fewer=2)
def test_ids_are_unique(record: Chapter) -> None:
    made = build_bank(record)
    for ids in (
        [q.id for q in made.questions],
        [c.id for c in made.cards],
        [f.card.id for f in made.fronts],
    ):
        assert len(set(ids)) == len(ids)


def test_an_empty_chapter_yields_an_empty_bank() -> None:
    made = build_bank(chapter(people=()))
    assert (made.cards, made.questions, made.fronts, made.withheld) == ((), (), (), ())


def test_ids_do_not_depend_on_words() -> None:
    reworded = [replace(fact, title=fact.title.replace("rising", "swelling")) for fact in SPRING]
    assert [q.id for q in bank(*SPRING).questions] == [q.id for q in bank(*reworded).questions]


def test_a_card_keeps_its_former_ids() -> None:
    made = bank(replace(SPRING[0], formerly=("old-name",)))
    assert "flood:old-name#when" in made.cards[0].formerly


def test_the_key_is_in_every_place_equally_often() -> None:
    places = [0, 0, 0, 0]
    people = [person(f"Person{n:03} {n:03}Name") for n in range(40)]
    flood = [
        event(f"f{n}", f"the {n} flood", None, people=(deed(p.id, f"saw flood number {n}"),))
        for n, p in enumerate(people)
    ]
    for seed in range(10):
        for question in bank(*people, *flood, seed=seed, people=()).choices:
            places[question.options.index(question.key)] += 1
    assert sum(places) == 400
    assert all(70 <= place <= 130 for place in places)  # four standard deviations are 35


def test_the_hash_seed_of_the_interpreter_changes_nothing() -> None:
    code = (
        "from tests.questions.builders import SPRING, bank, event, deed;"
        "import hashlib;"
        "made = bank(*SPRING, event('f', 'the fair', '1871-05-05', people=(deed('ada-bell', 'sang'),)));"
        "print(hashlib.sha256(repr(made).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={
                **os.environ,
                "PYTHONHASHSEED": hash_seed,
                "PYTHONPATH": os.pathsep.join(p or "." for p in sys.path),
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hash_seed in ("0", "1", "42")
    }
    assert len(digests) == 1


def test_a_large_chapter_takes_no_more_than_its_share_of_work() -> None:
    def calls(size: int) -> int:
        people = [person(f"Person{n:04} Name{n:04}") for n in range(size // 10)]
        events = [
            event(
                f"e{n}",
                f"the breaking of dyke {n}",
                f"1871-{n % 12 + 1:02}-{n % 28 + 1:02}",
                importance=CORE,
                people=(deed(people[n % len(people)].id, f"broke dyke {n}"),),
            )
            for n in range(size)
        ]
        votes = [
            motion(f"m{n}", f"mend dyke number {n}", "board", (n + 9, 3)) for n in range(size // 5)
        ]
        record = chapter(*people, *events, *votes, people=())
        with cProfile.Profile() as profile:
            build_bank(record)
        return sum(function.callcount for function in profile.getstats())

    # Four times the facts; a quadratic scan would take sixteen times the calls.
    assert calls(400) < 4 * calls(100) * 1.5


def test_who_is_named_in_a_stem_is_glossed_the_first_five_times() -> None:
    miller = person("Hal Irons", gloss="the miller", significance="He kept the sluice.")
    floods = [
        event(
            f"f{n}", f"the {n} flood", None, people=(deed("ada-bell", f"woke Irons in flood {n}"),)
        )
        for n in range(6)
    ]
    questions = bank(miller, *floods).choices
    assert ["Irons (the miller)" in question.explanation for question in questions] == [
        True
    ] * 5 + [False]


def test_a_gloss_without_a_place_stands_in_brackets_before_why_it_matters() -> None:
    miller = person("Hal Irons", gloss="the miller")
    flood = event(
        "flood",
        "the great flood",
        "1871-04-12",
        significance="It broke the dyke.",
        people=(deed("ada-bell", "slept at Irons's mill"),),
    )
    told = one(bank(miller, flood), "who-did").explanation
    assert told.endswith("(Hal Irons: the miller.) It broke the dyke.")


def test_an_explanation_ends_with_why_it_matters() -> None:
    miller = person("Hal Irons", gloss="the miller")
    flood = event(
        "flood",
        "the great flood",
        "1871-04-12",
        significance="It broke the dyke.",
        people=(deed("ada-bell", "woke Irons"),),
    )
    made = bank(miller, flood)
    assert all(q.explanation.endswith("It broke the dyke.") for q in made.questions)
    assert all(front.explanation.endswith("It broke the dyke.") for front in made.fronts)
