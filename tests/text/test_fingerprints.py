from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.fingerprints import TextFingerprint, align, align_copy, fingerprint

PARAGRAPHS = (
    "The Year of the Mill",
    "The miller said: “We shall rebuild the mill before winter” – and so it was decided at once.",
    "On the third of May the village council met in the old barn, since the hall had burned down.",
    "Nobody could say afterwards who had moved the motion, but nine voted for it and two against.",
)
TEXT = "\n\n".join(PARAGRAPHS)
KNOWN = fingerprint(TEXT, "lines")


def test_the_same_text_is_known_whole() -> None:
    alignment = align_copy(TEXT, KNOWN)
    assert alignment.numbered() == dict(enumerate(PARAGRAPHS, 1))
    assert alignment.remarks() == ()


def test_quotes_dashes_and_case_do_not_matter() -> None:
    copy = TEXT.replace("“", '"').replace("”", '"').replace("–", "--").upper()
    assert align_copy(copy, KNOWN).remarks() == ()


def test_a_missing_heading_leaves_the_other_numbers_as_they_were() -> None:
    alignment = align_copy("\n\n".join(PARAGRAPHS[1:]), KNOWN)
    assert alignment.numbered() == dict(enumerate((None, *PARAGRAPHS[1:]), 1))
    assert alignment.remarks() == ("¶ 1: missing from this copy",)


def test_wrapped_lines_are_joined_though_the_record_counts_lines() -> None:
    wrapped = TEXT.replace(" the ", "\nthe ")
    assert align_copy(wrapped, KNOWN).numbered() == dict(enumerate(PARAGRAPHS, 1))


def test_a_paragraph_with_a_word_changed_is_known_and_named() -> None:
    copy = TEXT.replace("village council", "parish council")
    alignment = align_copy(f"A new preface.\n{copy}", KNOWN)
    assert "parish" in (alignment.numbered()[3] or "")
    assert alignment.remarks() == (
        "¶ 3: worded a little differently in this copy",
        "¶ 1: in this copy only (counted there)",
    )


def test_a_paragraph_that_a_copy_breaks_in_two_is_one_again() -> None:
    third = KNOWN.paragraphs[2].number
    paragraphs = [*align_copy(TEXT, KNOWN).copy]
    words = paragraphs[third - 1].split()
    broken = [" ".join(words[:-3]), "* * *", " ".join(words[-3:])]
    copy = [*paragraphs[: third - 1], *broken, *paragraphs[third:], "* * *"]
    alignment = align_copy("\n".join(copy), KNOWN)
    assert alignment.remarks() == ("¶ 5: in this copy only (counted there)",)


def test_another_text_is_not_taken_for_this_one() -> None:
    alignment = align(["Something else entirely.", "It has never seen a barn."], KNOWN)
    assert alignment.missing == (1, 2, 3, 4)


def test_a_fingerprint_does_not_hold_the_text() -> None:
    written = KNOWN.to_json()
    assert not any(word in written for word in ("miller", "barn", "council", "winter"))


def test_a_fingerprint_is_read_back() -> None:
    assert TextFingerprint.from_json(KNOWN.to_json()) == KNOWN


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"segmentation": "pages", "paragraphs": []}', '{"segmentation": "lines"}'],
)
def test_a_damaged_fingerprint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        TextFingerprint.from_json(text)


@given(st.lists(st.text(alphabet="abc ", max_size=12), max_size=8), st.data())
def test_an_alignment_accounts_for_every_paragraph_once_and_in_order(
    copy: list[str], data: st.DataObject
) -> None:
    known = fingerprint("\n".join(data.draw(st.permutations(copy))), "lines")
    alignment = align_copy("\n".join(copy), known)
    numbers = [match.number for match in alignment.matches]
    copies = [match.copy for match in alignment.matches]
    assert numbers == sorted(set(numbers))
    assert copies == sorted(set(copies))
    assert sorted([*numbers, *alignment.missing]) == [one.number for one in known.paragraphs]
    assert sorted([*copies, *alignment.extra]) == list(range(1, len(alignment.copy) + 1))
