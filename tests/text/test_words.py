from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.words import contains, in_order, located_words, occurrences, words


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


@pytest.mark.parametrize(
    ("runs", "starts"),
    [
        (["a b", "c"], [(0, 3), (4, 6)]),
        (["b", "a"], [(1, 2)]),
        (["a b", "b"], [(0, 5)]),
        (["c", "c"], [(3, 6)]),
        (["c", "d"], []),
        ([], []),
    ],
)
def test_runs_of_words_stand_in_order_without_overlapping(
    runs: list[str], starts: list[tuple[int, ...]]
) -> None:
    haystack = ["a", "b", "a", "c", "a", "b", "c"]
    assert list(in_order([run.split() for run in runs], haystack)) == starts


def test_every_occurrence_is_found_and_none_of_no_words() -> None:
    assert list(occurrences(("a", "b"), ("a", "b", "a", "a", "b"))) == [0, 3]
    assert list(occurrences((), ("a",))) == []


@pytest.mark.parametrize(
    ("text", "word", "printed"),
    [
        ("the Miller’s mill", "s", "s"),
        ("On the twenty- second", "second", "second"),
        ("79,000 members", "79000", "79,000"),
        ("the ﬁnest bread", "finest", "ﬁnest"),
        ("a caf\u00e9 closed", "cafe", "caf\u00e9"),
        ("Alder\u00admoor", "aldermoor", "Alder\u00admoor"),
    ],
)
def test_a_word_knows_the_characters_that_print_it(text: str, word: str, printed: str) -> None:
    (found,) = (one for one in located_words(text) if one.word == word)
    assert text[found.start : found.stop] == printed


@given(st.text(alphabet="aZé’'“- \t.,…19½ﬁß\u00ad\u0301—[]", max_size=40))
def test_words_with_their_places_are_the_same_words(text: str) -> None:
    located = located_words(text)
    assert tuple(one.word for one in located) == words(text)
    starts = [one.start for one in located]
    assert starts == sorted(starts)
    assert all(one.start < one.stop <= len(text) for one in located)
