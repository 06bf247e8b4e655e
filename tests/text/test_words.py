from __future__ import annotations

import pytest

from trainer.text.words import contains, occurrences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("third [ 16] of April", ("third", "16", "of", "april")),
        ("third [16]  of\nApril", ("third", "16", "of", "april")),
        ("twenty- second", ("twenty", "second")),
        ("Miller’s", ("miller", "s")),
        ("79,000 members", ("79000", "members")),
        ("1.250.000", ("1250000",)),
        ("12/25, 1917", ("12", "25", "1917")),
        ("April 29, 1917", ("april", "29", "1917")),
        ("21st", ("21st",)),
        ("… –", ()),
    ],
)
def test_words_are_folded_and_free_of_punctuation(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_part_of_a_word_is_not_found() -> None:
    assert not contains(words("10"), words("Miller got 104 votes"))
    assert not contains(words("art"), words("a party"))


def test_part_of_a_grouped_number_is_not_found() -> None:
    assert not contains(words("79"), words("79,000 members"))


def test_every_occurrence_is_found_and_none_of_no_words() -> None:
    assert list(occurrences(("a", "b"), ("a", "b", "a", "a", "b"))) == [0, 3]
    assert list(occurrences((), ("a",))) == []
