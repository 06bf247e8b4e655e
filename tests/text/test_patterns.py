from __future__ import annotations

import pytest

from trainer.text.patterns import fault_of


@pytest.mark.parametrize(
    "pattern",
    [
        "Lane",
        r"p\. \d+",
        r"\b(Annals|T\. Quill)\b",
        "(?:ab)+",
        r"Lane (\w+ ){1,5}",
        r"\((\w+)\)+",
        "[(+]+",
        r"\[ \d+\]",
        r"\b19\d\d\b",
        "[]a]+",
        "[[a]",
    ],
)
def test_a_plain_pattern_has_no_fault(pattern: str) -> None:
    assert fault_of(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("(a", "no regular expression: missing )"),
        ("a{99999999999999999999}", "no regular expression"),
        ("", "nothing stands"),
        ("x*", "nothing stands"),
        ("Lane|", "nothing stands"),
        (r"(\w+\s*)+!", "without end"),
        ("((a+)b)*c", "without end"),
        ("(a{2,})+b", "without end"),
        ("([()]+)*b", "without end"),
        (".", "whatever is printed, even “Q”"),
        (".+", "whatever is printed, even “Qx zvw 7 4829”"),
        (r"\w+", "even “Qx”"),
        (r"\b[A-Z]\w+", "even “Qx”"),
        (r"\d+", "even “7”"),
        (r"\d{4}", "even “4829”"),
        (r"Lane|\S+", "even “Qx”"),
        (r"\s", "every space"),
    ],
)
def test_a_pattern_that_cannot_be_put_to_use_says_why(pattern: str, what: str) -> None:
    fault = fault_of(pattern)
    assert fault is not None
    assert what in fault[0]
    assert fault[1]
