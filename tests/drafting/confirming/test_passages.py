from __future__ import annotations

from tests.drafting.confirming.samples import TEXT
from trainer.chapters.text_copy import Text
from trainer.drafting.confirming.passages import Passage, passages

COPY, _ = Text.of_copy(TEXT, "blank-line", None)


def marked(passage: Passage) -> list[str]:
    assert passage.text is not None
    return [passage.text[start:stop] for start, stop in passage.marked]


def test_tokens_are_marked_where_they_stand_together() -> None:
    data = {"evidence": [{"paragraph": "3", "prints": ["Fenn", "was against"]}]}
    (passage,) = passages(data, COPY)
    # The second Fenn is the nearer one.
    assert marked(passage) == ["Fenn] was against"]


def test_each_paragraph_stands_once_with_all_its_tokens() -> None:
    data = {
        "evidence": [
            {"paragraph": "2", "prints": ["3 March 1888"]},
            {"paragraph": "2", "prints": ["bram tolley", "Owen"]},
        ],
        "fate": {"evidence": [{"paragraph": "9", "prints": ["died"]}]},
    }
    first, second = passages(data, COPY)
    assert marked(first) == ["Bram Tolley", "3 March 1888"]
    assert first.missing == ("Owen",)
    assert (second.number, second.text, second.missing) == (9, None, ("died",))


def test_without_a_text_the_tokens_are_told() -> None:
    data = {"evidence": [{"paragraph": "2", "prints": ["Ida Fenn"]}, {"paragraph": "x"}, "junk"]}
    assert passages(data, None) == [Passage(number=2, missing=("Ida Fenn",))]
