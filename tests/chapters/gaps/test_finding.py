from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chapters.gaps.moor import cites, event, missing, omission, report
from tests.fixtures import MILL_LANE_TEXT, mill_lane
from trainer.chapters.gaps import Standing, find_gaps
from trainer.chapters.record import GapClass
from trainer.text.fingerprints import fingerprint
from trainer.text.words import words

TEXT = MILL_LANE_TEXT.read_text(encoding="utf-8")
KNOWN = fingerprint(TEXT, mill_lane().segmentation)


def test_the_invented_chapter_has_no_gaps() -> None:
    found = find_gaps(mill_lane(), TEXT)
    assert found.complete, found.as_text()
    assert all(found.of(Standing.RECORDED, class_) for class_ in GapClass)


def test_without_its_facts_and_omissions_everything_is_missing() -> None:
    bare = replace(
        mill_lane(), persons=(), organizations=(), events=(), votes=(), works=(), omitted=()
    )
    counts = find_gaps(bare, TEXT).counts()
    assert all(by[Standing.MISSING] for by in counts.values())
    full = find_gaps(mill_lane(), TEXT).counts()
    for class_ in (GapClass.NUMBER, GapClass.TITLE, GapClass.PARAGRAPH):
        assert sum(counts[class_].values()) == sum(full[class_].values())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.translate(str.maketrans("“”’—", '""\'-')),
        lambda text: text.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n"),
        lambda text: text.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n"),
        lambda text: f"A Heading\n\n{text}",
        lambda text: text.replace("\n", "\r\n"),
    ],
    ids=["quotes", "unwrapped", "lines", "heading", "line ends"],
)
def test_a_copy_that_looks_different_has_the_same_gaps(change: object) -> None:
    assert callable(change)
    plain = find_gaps(mill_lane(), TEXT, fingerprint=KNOWN)
    other = find_gaps(mill_lane(), change(TEXT), fingerprint=KNOWN)
    assert other.complete, other.as_text()
    assert other.counts() == plain.counts()


def test_what_a_copy_lacks_is_not_looked_for() -> None:
    chapter = replace(mill_lane(), omitted=(*mill_lane().omitted, omission(prints="nowhere")))
    paragraphs = TEXT.split("\n\n")
    copy = "\n\n".join([*paragraphs[1:5], *paragraphs[6:]])
    found = find_gaps(chapter, copy, fingerprint=KNOWN)
    assert {item.paragraph for item in found.items}.isdisjoint({1, 6})
    assert found.complete, found.as_text()
    assert not find_gaps(chapter, TEXT, fingerprint=KNOWN).complete


def test_a_paragraph_without_words_needs_no_fact() -> None:
    assert [item.paragraph for item in report("It rained.\n* * *").items] == [1]
    assert report("It rained.", event(cites(1, "rained"))).complete


def test_a_heading_that_is_no_more_than_a_name_on_record_needs_no_fact() -> None:
    assert report("A Year\nIt rained.", event(cites(2, "rained"))).complete
    assert not report("A Year.\nRain, 1871.\nIt rained.", event(cites(3, "rained"))).complete


def test_the_first_paragraph_is_a_heading_if_it_is_short_and_no_sentence() -> None:
    fact = event(cites(2, "rained"))
    assert missing(GapClass.PARAGRAPH, "The village, long ago\nIt rained.", fact) == []
    assert missing(GapClass.PARAGRAPH, "It hailed.\nIt rained.", fact) == [""]
    assert missing(GapClass.NAME, "In Penrow\nIt rained.", fact) == ["Penrow"]
    assert missing(GapClass.PARAGRAPH, "It hailed.\nIt rained\nIt snowed", fact) == ["", ""]


def test_looking_for_gaps_loads_neither_yaml_nor_pydantic() -> None:
    program = (
        "import sys, trainer.chapters.gaps\n"
        "assert not {'yaml', 'pydantic', 'textual'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@given(st.text(alphabet="aP. “”’'!,-17\nof", max_size=60))
def test_every_item_stands_where_it_says(text: str) -> None:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for item in report(text).items:
        line = lines[item.paragraph - 1]
        assert line[item.offset :].startswith(item.text)
        assert len(words(item.context)) <= 8
