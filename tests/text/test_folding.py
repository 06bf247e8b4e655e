from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.folding import fold


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_folds_alike_with_and_without_the_short_cut(text: str) -> None:
    # One letter of another script takes the long way for all of them.
    assert fold(f"{text} я") == f"{fold(text)} я".strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Peace” and ‘bread’", "\"peace\" AND 'bread'"),
        ("1914–1918 — a war", "1914-1918 - a war"),
        ("wait…", "wait..."),
        ("re\u00adsolution", "resolution"),
        ("¶\u00a0109", "¶ 109"),
        ("Chkheídzé", "Chkheidze"),
        ("Łódź", "Lodz"),
        ("ﬁnal", "final"),
        ("Straße", "STRASSE"),
        ("  two\n words ", "two words"),
    ],
)
def test_prints_of_the_same_words_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Dan", "Don"), ("Ленин", "Lenin"), ("10", "104")])
def test_other_words_stay_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)
