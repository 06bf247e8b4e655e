from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.paragraphs import Segmentation, split_paragraphs

LINES = st.lists(st.text(alphabet="ab ", max_size=4), max_size=12)


def test_every_line_that_is_not_empty_is_a_paragraph() -> None:
    assert split_paragraphs("one\n\n  \ntwo \nthree", "lines") == ("one", "two", "three")


def test_blank_lines_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    assert split_paragraphs("\none\n two\n \n\nthree\n", "blank-line") == ("one two", "three")


@given(LINES, st.sampled_from(Segmentation))
def test_line_ends_and_a_byte_order_mark_do_not_matter(
    lines: list[str], rule: Segmentation
) -> None:
    plain = split_paragraphs("\n".join(lines), rule)
    assert split_paragraphs("\ufeff" + "\r\n".join(lines), rule) == plain
    assert split_paragraphs("\r".join(lines), rule) == plain


@given(LINES)
def test_paragraphs_written_out_are_read_back(lines: list[str]) -> None:
    for rule, between in ((Segmentation.LINES, "\n"), (Segmentation.BLANK_LINE, "\n\n")):
        paragraphs = split_paragraphs("\n".join(lines), rule)
        assert split_paragraphs(between.join(paragraphs), rule) == paragraphs


def test_another_segmentation_is_refused() -> None:
    with pytest.raises(ValueError, match="chapters"):
        split_paragraphs("one", "chapters")
