"""Card ids live in learners' stores: the first chapter's may be added to, but none may change unnoticed.

To update the list after a decision, write the ids that the first failing test prints into the file, one a line
and sorted. An id that goes for good takes the learning history of its card with it; one that is renamed belongs
into `formerly:` of its fact.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.chapters.loading import load_chapter
from trainer.questions.bank import build_bank

HERE = Path(__file__)
FOLDER = HERE.parents[2] / "data" / "year-1917"
LIST = HERE.with_name("card_ids_of_year_1917.txt")


@pytest.fixture(scope="module")
def kept() -> list[str]:
    return LIST.read_text(encoding="utf-8").splitlines()


def test_the_list_is_sorted_and_without_repeats(kept: list[str]) -> None:
    assert kept == sorted(set(kept))


def test_the_cards_of_the_first_chapter_keep_their_ids(kept: list[str]) -> None:
    made = {card.id for card in build_bank(load_chapter(FOLDER)).cards}
    gone, new = sorted(set(kept) - made), sorted(made - set(kept))
    assert not gone, f"gone, to be named in `formerly:` or struck from {LIST.name}: {gone}"
    assert not new, f"new, to be added to {LIST.name}: {new}"
