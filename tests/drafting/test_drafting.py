from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drafting.texts import CANAL, drafted
from trainer.chapters.evidence import prove
from trainer.chapters.loading import load_chapter
from trainer.chapters.record import Status
from trainer.drafting.folders import write_draft
from trainer.drafting.pages import segmentation_of
from trainer.errors import OutputError, UsageError
from trainer.questions.bank import build_bank
from trainer.text.paragraphs import Segmentation


def test_a_draft_loads_and_is_proved_as_it_stands(tmp_path: Path) -> None:
    write_draft(drafted(CANAL), tmp_path / "canal", Path("canal.txt"))
    chapter = load_chapter(tmp_path / "canal")
    assert chapter.facts()
    assert prove(chapter, CANAL).proved


def test_nothing_is_asked_of_a_draft(tmp_path: Path) -> None:
    write_draft(drafted(CANAL), tmp_path / "canal", Path("canal.txt"))
    chapter = load_chapter(tmp_path / "canal")
    bank = build_bank(chapter, 0)
    assert {fact.status for fact in chapter.facts()} == {Status.DRAFT}
    assert not bank.questions
    assert not bank.fronts


def test_the_same_text_gives_the_same_bytes() -> None:
    first, second = (drafted(CANAL).texts("canal.txt", "schemas") for _ in range(2))
    assert first == second


def test_every_file_names_its_schema() -> None:
    texts = drafted(CANAL).texts("canal.txt", "../schemas")
    for name, text in texts.items():
        if name.endswith(".yaml"):
            schema = f"$schema=../schemas/{name.removesuffix('.yaml')}.schema.json"
            assert schema in text.split("\n")[0]


def test_a_text_without_a_year_asks_for_one() -> None:
    with pytest.raises(UsageError, match="--year"):
        drafted("A dog came. It went.")
    assert drafted("A dog came. It went.", year=1900).chapter["year"] == 1900


def test_nothing_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "canal"
    folder.mkdir()
    write_draft(drafted(CANAL), folder, Path("canal.txt"))
    before = {file: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(OutputError, match="not empty"):
        write_draft(drafted(CANAL), folder, Path("canal.txt"))
    assert {file: file.read_bytes() for file in folder.iterdir()} == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["canal"]


@pytest.mark.parametrize("name", ["My Canal", "canal_1", "-canal"])
def test_a_folder_whose_name_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="name it"):
        write_draft(drafted(CANAL), tmp_path / name, Path("canal.txt"))


def test_lines_are_paragraphs_where_most_of_them_end_a_sentence() -> None:
    assert segmentation_of("One is.\nTwo is.\nThree is.\n") is Segmentation.LINES
    assert segmentation_of("One is\nwrapped here.\n\nTwo is\nas well.\n") is Segmentation.BLANK_LINE


_PIECES = st.sampled_from(
    [
        "In May 1900",
        "on 3 May",
        "Ann Lee",
        "Lee",
        "said",
        ": ",
        "\n\n",
        ". ",
        ", ",
        "“",
        "”",
        "'",
        "by ten to two",
        "votes",
        "4 votes, Orme 3",
        "#",
        "{a: b}",
        "- ",
        "[x]",
        "&",
        "!",
        "\\",
        "\t",
        "No",
        "null",
        "0x10",
        "3",
        "44 BC",
        "the Council",
        "Dr. ",
        "a week later",
        "the same year",
        "1900/1901",
        "“The End”",
        "é",
        "Ленин",
        " ",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=40))
def test_whatever_a_text_holds_its_draft_loads_and_is_proved(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    text = "In 1900. " + " ".join(pieces)
    folder = tmp_path_factory.mktemp("drafts") / "draft"
    write_draft(drafted(text), folder, Path("text.txt"))
    assert prove(load_chapter(folder), text).proved
