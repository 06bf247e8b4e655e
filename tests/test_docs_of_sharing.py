"""What the page on sharing shows is what the program says."""

from __future__ import annotations

import sys
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from tests.pages import DOCS, blocks
from tests.test_docs import examples, shown
from trainer.cli.commands import call

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "teachers/sharing.md"
PACKAGE = "harbour-lamp.chapter.zip"
DECK = """id: my-lamp
title: My lamp
description: For my class.
select: {chapters: [harbour-lamp], facts: [meeting-in-the-chapel]}
"""
QUESTION = "harbour-lamp:board-on-the-lamp#outcome@outcome.recall"

# What the author changes after the first version: file, old, new.
CHANGES = (
    ("chapter", "version: 0.1", "version: 0.2"),
    ("votes", "{for: 6, against: 4}", "{for: 7, against: 4}"),
    (
        "events",
        "- id: meeting-in-the-chapel",
        "- id: chapel-meeting\n  formerly: [meeting-in-the-chapel]",
    ),
    (
        "events",
        "    - {person: ida-fenn, part: actor, deed: took the minutes of the meeting}\n",
        "",
    ),
)


class Typed(StringIO):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home" / "library"


@pytest.fixture
def author(tmp_path: Path, library: Path) -> Path:
    """The chapter that the reader is told to write, packed in its first version."""
    assert not library.exists()
    folder = tmp_path / "harbour-lamp"
    folder.mkdir()
    for block in examples("harbour-lamp"):
        (folder / block.says["chapter-file"]).write_text(block.content, encoding="utf-8")
    return folder


def printed(page: str, beginning: str) -> str:
    """Return the sample on a page that begins so."""
    (found,) = [b.content for b in blocks(DOCS / page) if b.content.startswith(beginning)]
    return found


def answer_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the quiz, and be right or wrong."""
    monkeypatch.setattr(sys, "stdin", StringIO("1\n" * 20))
    assert call(["quiz", "harbour-lamp", "--plain", "--seed", "1"]) == 0


def test_a_chapter_travels_as_the_page_shows(
    author: Path,
    library: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pack = f"pack harbour-lamp -o {PACKAGE}"
    assert call(pack.split()) == 0
    assert capsys.readouterr().err == shown(PAGE, f"trainer {pack}")
    assert call(["install", PACKAGE]) == 0
    said = capsys.readouterr().out.replace(str(library), "LIBRARY")
    assert said == shown(PAGE, f"trainer install {PACKAGE}")
    answer_all(monkeypatch)
    (library / "decks").mkdir()
    (library / "decks" / "my-lamp.yaml").write_text(DECK, encoding="utf-8")
    for name, old, new in CHANGES:
        file = author / f"{name}.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
    call(pack.split())
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", Typed("n\n"))
    assert call(["update", PACKAGE]) == 1
    update = capsys.readouterr()
    asked = update.err.splitlines()[0].partition(" [y/N]")[0] + " [y/N]"
    told = f"{update.out}{asked}\n".replace(str(library), "LIBRARY")
    assert told == printed(PAGE, "harbour-lamp: version 0.1 is here")


@pytest.mark.usefixtures("author")
def test_a_flag_leaves_as_the_page_shows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    call(["pack", "harbour-lamp", "-o", PACKAGE])
    call(["install", PACKAGE])
    capsys.readouterr()
    assert call(["flag", QUESTION, "--reason", "Seven were for it"]) == 0
    command = f'trainer flag {QUESTION} --reason "Seven were for it"'
    assert capsys.readouterr().err == shown(PAGE, command)
    call(["flags"])
    said, sample = capsys.readouterr().out, printed(PAGE, "harbour-lamp/votes.yaml:")
    *lines, last = said.splitlines()
    *wanted, wanted_last = sample.splitlines()
    assert lines == wanted
    assert last.partition(" in ")[2] == wanted_last.partition(" in ")[2]
