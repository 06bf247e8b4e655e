from __future__ import annotations

import pytest

from trainer.chapters.text_copy import Text
from trainer.errors import NotFoundError
from trainer.text.fingerprints import fingerprint

BODY = [
    f"The miller of the {place} told the whole village again how in the year of the great flood all the sacks of the "
    f"{place} had swum away past the church."
    for place in ("moor", "ford", "lane", "heath")
]
TEXT = "\n".join(["THE MILL", "A Tale", *BODY])
KNOWN = fingerprint(TEXT, "lines")


def test_a_short_beginning_that_a_copy_lacks_is_its_heading() -> None:
    copy, remarks = Text.of_copy("\n".join(BODY), "lines", KNOWN)
    assert copy.heading == {1, 2}
    assert copy.words(3)[:2] == ("the", "miller")
    assert remarks == ("¶ 1–2: missing from this copy",)


def test_a_long_beginning_that_a_copy_lacks_is_no_heading() -> None:
    copy, _ = Text.of_copy("\n".join(BODY[1:]), "lines", KNOWN)
    assert copy.heading == frozenset()
    assert copy.words(1) == ()


def test_what_a_copy_words_differently_is_known() -> None:
    copy, _ = Text.of_copy(TEXT.replace("ford told", "ford has told"), "lines", KNOWN)
    assert copy.changed == {4}


@pytest.mark.parametrize(
    ("copy", "has"),
    [
        ("Another text altogether, of nothing.", "it has none of its 6 paragraphs"),
        ("THE MILL\nA Tale\n" + "\n".join(" ".join(BODY).split()), "it has 2 of its 6 paragraphs"),
    ],
    ids=["another text", "a word a line"],
)
def test_a_text_of_other_paragraphs_is_no_copy(copy: str, has: str) -> None:
    with pytest.raises(NotFoundError, match=has):
        Text.of_copy(copy, "lines", KNOWN)


def test_without_a_fingerprint_the_paragraphs_are_counted() -> None:
    copy, remarks = Text.of_copy("One.\n\nTwo.", "lines", None)
    assert copy.paragraphs == {1: "One.", 2: "Two."}
    assert remarks == ()
