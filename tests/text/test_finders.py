"""Laws that hold of all finders, whatever the text."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.dates.written import find_dates
from trainer.text.capitalized import Capitals, find_capitalized
from trainer.text.figures import find_figures
from trainer.text.quotations import find_quotations
from trainer.text.titles import find_titles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WORDS = [
    "One",
    "one",
    "twenty",
    "hundred",
    "to",
    "against",
    "the",
    "Pell",
    "J.",
    "of",
    "1901",
    "79,000",
    "said",
    "slogan",
]
_PIECES = st.sampled_from([*"aIV.,;:!?…-–—_*[]()«»“”‘’'\"\u00ad\u0301ß", *_WORDS])
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from([" ", "", "\t"])), max_size=30).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)


def _capitalized(text: str) -> Sequence[Any]:
    return find_capitalized(text, Capitals.of((text,)))


@pytest.mark.parametrize("find", [find_figures, find_titles, _capitalized])
@given(text=_TEXTS | st.text(max_size=60))
def test_what_is_found_stands_there_in_order_without_overlapping(
    find: Callable[[str], Sequence[Any]], text: str
) -> None:
    before = 0
    for found in find(text):
        assert before <= found.start < found.stop <= len(text)
        assert text[found.start : found.stop] == found.text
        before = found.stop


@given(text=_TEXTS | st.text(max_size=60))
def test_quotations_stand_in_order_of_their_beginnings(text: str) -> None:
    found = find_quotations(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(text[one.start : one.stop] == one.text.strip() != "" for one in found)


@pytest.mark.parametrize(
    ("find", "words", "times"),
    [
        (find_dates, "3, ", 1500),
        (find_dates, "1-2-", 1500),
        (find_dates, "about ", 8000),
        (find_dates, "a day before ", 4000),
        (find_figures, "one ", 8000),
        (find_figures, "mud[2] ", 8000),
        (find_titles, "her book “Mud and Money” ", 2000),
        (_capitalized, "“Mud” ", 8000),
    ],
)
def test_the_time_does_not_grow_with_the_square_of_the_text(
    find: Callable[[str], Sequence[Any]], words: str, times: int
) -> None:
    def cost(text: str) -> float:
        before = process_time()
        find(text)
        return process_time() - before

    part = cost(words * (times // 8)) + 0.05
    assert cost(words * times) < 8 * 4 * part
