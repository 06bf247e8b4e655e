"""Laws that hold of all finders, whatever the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.capitalized import Capitals, find_capitalized
from trainer.text.figures import find_figures
from trainer.text.quotations import quotations
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
    found = quotations(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(text[one.start : one.stop] == one.text.strip() != "" for one in found)
