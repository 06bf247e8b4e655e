"""Card ids live in learners' stores: the first chapter's may be added to, but none may change unnoticed.

To update the list after a decision, write the ids that the first failing test prints into the file, one a line
and sorted. An id that goes for good takes the learning history of its card with it; one that is renamed belongs
into `formerly:` of its fact.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fixtures import YEAR_1917, asked_of
from tests.questions.builders import SPRING, chapter, deed, event, person
from trainer.questions.bank import build_bank

HERE = Path(__file__)
LIST = HERE.with_name("card_ids_of_year_1917.txt")


@pytest.fixture(scope="module")
def kept() -> list[str]:
    return LIST.read_text(encoding="utf-8").splitlines()


def test_the_list_is_sorted_and_without_repeats(kept: list[str]) -> None:
    assert kept == sorted(set(kept))


def test_the_cards_of_the_first_chapter_keep_their_ids(kept: list[str]) -> None:
    made = {card.id for card in asked_of(YEAR_1917).cards}
    gone, new = sorted(set(kept) - made), sorted(made - set(kept))
    assert not gone, f"gone, to be named in `formerly:` or struck from {LIST.name}: {gone}"
    assert not new, f"new, to be added to {LIST.name}: {new}"


def formerly_of(card: str, *facts: object) -> tuple[str, ...]:
    cards = {each.id: each.formerly for each in build_bank(chapter(*facts)).cards}
    return cards[card]


def test_an_old_id_of_a_fact_or_of_its_subject_is_carried_on_the_first_published_first() -> None:
    rang = event("ringing", "the ringing", "1871-04-12", people=(deed("ada-bell", "rang"),))
    ada = replace(person("Ada Bell"), formerly=("ada",))
    again = replace(rang, formerly=("bells",))
    assert formerly_of("flood:ringing/ada-bell#who", rang) == ()
    assert formerly_of("flood:ringing/ada-bell#who", rang, ada) == ("flood:ringing/ada#who",)
    assert formerly_of("flood:ringing/ada-bell#who", again) == ("flood:bells/ada-bell#who",)
    assert formerly_of("flood:ringing/ada-bell#who", again, ada) == (
        "flood:bells/ada#who",
        "flood:bells/ada-bell#who",
        "flood:ringing/ada#who",
    )


def test_neither_a_reworded_fact_nor_a_new_distractor_changes_an_id() -> None:
    before = build_bank(chapter(*SPRING))
    reworded = (replace(SPRING[0], title="the very first flooding"), *SPRING[1:])
    another = event("another", "the latest rising of the water", "1871-07-02")
    after = build_bank(chapter(*reworded, another))
    assert {card.id for card in before.cards} <= {card.id for card in after.cards}
    of_one = {question.id for question in before.questions if question.card}
    assert of_one <= {question.id for question in after.questions}
