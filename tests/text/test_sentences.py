from __future__ import annotations

import pytest

from trainer.text.sentences import opens_sentence


@pytest.mark.parametrize(
    "before",
    [
        "",
        "It rained. ",
        "Did it rain? ",
        "Rain! ",
        "It rained … ",
        "It rained .. . ",
        "“It rained.” ",
        "It rained (much). ",
        "He said: ",
        "“",
        "He said, “",
        "(",
        "[2] ",
        "It rained.[2] ",
        "It rained. [3] ",
        "It rained.— ",
    ],
)
def test_a_sentence_opens(before: str) -> None:
    assert opens_sentence(f"{before}Word", len(before))


@pytest.mark.parametrize(
    "before",
    [
        "the ",
        "He said, ",
        "“It rained,” ",
        "the millers’ ",
        "Mr. ",
        "J. V. ",
        "i.e. ",
        "St. ",
        "rain; ",
        "rain—",
        "well-",
        "on the third [16] ",
    ],
)
def test_no_sentence_opens(before: str) -> None:
    assert not opens_sentence(f"{before}Word", len(before))
