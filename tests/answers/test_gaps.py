from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers.verdicts import RIGHT, WHAT, WRONG, short
from trainer.answers.gaps import judge_gap
from trainer.questions.question import Gap

LAMPS = Gap(missing="Lamps", whole="All the Lamps to the Lighters")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Lamps", RIGHT),
        ("lamps.", RIGHT),
        (" LAMPS ", RIGHT),
        ("“lamps”", RIGHT),
        ("lamp", RIGHT),
        ("lampps", RIGHT),
        ("all the lamps to the lighters", RIGHT),
        ("All the Lamps to the Lighters!", RIGHT),
        ("lights", WRONG),
        ("the lamps", RIGHT),
        ("the", WHAT),
        ("lamps lighters", WRONG),
        ("12", WRONG),
        ("", WHAT),
        ("…", WHAT),
        ("l" * 5000, WHAT),
    ],
)
def test_a_missing_word_may_be_misspelt_or_stand_in_its_title(typed: str, expected: str) -> None:
    assert short(judge_gap(LAMPS, typed)) == expected


@pytest.mark.parametrize("typed", ["wor", "far", "bar"])
def test_a_short_word_is_spelt_as_it_is(typed: str) -> None:
    assert short(judge_gap(Gap(missing="War", whole="Down with War"), typed)) == WRONG


@given(st.text(max_size=40))
def test_any_text_gets_a_verdict_that_does_not_tell_the_word(typed: str) -> None:
    verdict = judge_gap(LAMPS, typed)
    assert short(verdict) == RIGHT or "lamps" not in verdict.message.lower()
