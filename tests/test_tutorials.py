"""The tutorials, followed to the letter: whatever a page shows is what comes of its commands."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sqlite3
import sys
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.cli.test_watching import watch
from tests.pages import DOCS, Block, blocks
from trainer.chapters.loading import load_chapter
from trainer.cli.main import run
from trainer.questions.bank import build_bank
from trainer.questions.question import Form

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEACHERS = DOCS / "teachers"
OWN = TEACHERS / "your-own-chapter.md"
FINISHED = TEACHERS / "thornby-school"
TUTORIALS = [*sorted(DOCS.glob("*/tutorial.md")), OWN]

# What a page shows is said so, but for what it leaves out with a line of dots.
LEFT_OUT = r"(?:.*\n)*?"


class Typist(io.StringIO):
    """Types what stands after each prompt of a page, and lets it be seen as a terminal does."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # of typeshed's StringIO
        line = super().readline(size)
        sys.stdout.write(line)
        return line


class Reader:
    """Somebody at a computer of their own who does what a page says."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.library = folder / "home" / "library"
        self._folder = folder
        self._capsys = capsys

    def do(self, block: Block) -> None:
        """Write the file that a block shows, or run its commands."""
        if name := block.says.get("with"):
            self._have(name, without=block.says.get("without"))
        if name := block.says.get("file"):
            file = self._folder / name.replace("LIBRARY", str(self.library))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.content, encoding="utf-8")
        if block.language == "console":
            for shown in re.split(r"^\$ trainer ", block.content, flags=re.MULTILINE)[1:]:
                command, _, said = shown.partition("\n")
                self._run(command, said, block.line)

    def _have(self, name: str, without: str | None) -> None:
        folder = self.library / "data" / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(TEACHERS / name, folder, ignore=shutil.ignore_patterns(without or ""))

    def _run(self, command: str, shown: str, line: int) -> None:
        typed = re.findall(r"^(?:Your answer|Press Enter[^:]*): ?(.*)$", shown, re.MULTILINE)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdin", Typist("".join(f"{each}\n" for each in typed)))
            run(shlex.split(command.replace("LIBRARY", str(self.library)), comments=True))
        said = "".join(self._capsys.readouterr()).replace(str(self.library), "LIBRARY")
        said = re.sub(r" +$", "", said, flags=re.MULTILINE)
        wanted = re.sub(r"^…\n", "\0", shown, flags=re.MULTILINE)
        pattern = re.escape(wanted).replace("\0", LEFT_OUT)
        assert re.fullmatch(pattern, said), f"line {line}: trainer {command} says\n{said}"


@pytest.fixture
def reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Reader:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    shutil.copy(FINISHED / "thornby-school.txt", tmp_path)
    return Reader(tmp_path, capsys)


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_command_says_what_the_page_shows(page: Path, reader: Reader) -> None:
    for block in blocks(page):
        reader.do(block)


def test_the_cards_of_a_note_are_as_shown(tmp_path: Path) -> None:
    package = tmp_path / "kelmouth.apkg"
    assert run(["export", "anki", "harbour-first-steps", "-o", str(package)]) == 0
    with zipfile.ZipFile(package) as archive:
        archive.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as collection:
        notes = [row[0] for row in collection.execute("select flds from notes")]
    page = (DOCS / "anki" / "tutorial.md").read_text(encoding="utf-8")
    table = page.partition("| front | back |\n| --- | --- |\n")[2].partition("\n\n")[0]
    cards = [row.strip("| ").split(" | ") for row in table.splitlines()]
    assert len(cards) == 2
    (note,) = (note for note in notes if all(front in note for front, _ in cards))
    quoted = re.findall(r"\(\*([^*]+)\*\)", page)
    assert quoted
    assert [
        each
        for each in (*(side for card in cards for side in card), *quoted)
        if each not in note.replace("\n", " ")
    ] == []


def test_what_was_drafted_and_what_became_of_it_are_as_shown(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", "thornby-school.txt", "--year", "1904"]) == 0
    capsys.readouterr()
    for block in blocks(OWN):
        for says, folder in (
            ("drafted", reader.library / "data" / "thornby-school"),
            ("finished", FINISHED),
        ):
            if file := block.says.get(says):
                assert block.content in (folder / file).read_text(encoding="utf-8"), block.line


def without(keys: set[str], node: Any) -> Any:
    """Return what a file holds without some keys, wherever they stand."""
    match node:
        case dict():
            return {key: without(keys, value) for key, value in node.items() if key not in keys}
        case list():
            return [without(keys, item) for item in node]
        case _:
            return node


def test_each_addition_yields_as_many_questions_as_are_told(tmp_path: Path) -> None:
    table = OWN.read_text(encoding="utf-8").partition("| add | in |")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines()[2:]]
    told = [int(row[-1]) for row in rows]
    added: list[set[str]] = [
        set(),
        {"deed"},
        {"offices"},
        {"fate"},
        {"memberships"},
        {"importance", "significance"},
        {"links"},
        {"statement"},
        {"lessons.yaml"},
        {"statements.yaml", "issues"},
        {"terms.yaml"},
    ]
    for stage in range(len(rows)):
        lacking = set().union(*added[stage + 1 :])
        folder = tmp_path / str(stage) / "thornby-school"
        folder.mkdir(parents=True)
        for file in FINISHED.glob("*.yaml"):
            if file.name not in lacking:
                text = file.read_text(encoding="utf-8")
                held = without(lacking, yaml.load(text, Loader=yaml.BaseLoader))
                (folder / file.name).write_text(yaml.dump(held, default_style='"'))
        bank = build_bank(load_chapter(folder), seed=0)
        asked = sum(question.form is Form.CHOICE for question in bank.questions)
        assert asked == told[stage], rows[stage]


def test_a_save_says_what_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = [block for block in blocks(OWN) if "watch" in block.says]
    name = block.says["watch"]
    folder = tmp_path / "thornby-school"
    shutil.copytree(FINISHED, folder, ignore=shutil.ignore_patterns(name))
    watch(folder, tmp_path, [lambda: shutil.copy(FINISHED / name, folder)])
    hidden = r"\d\d:\d\d:\d\d|\(\d+\.\d s\)"
    assert re.sub(hidden, "", block.content) in re.sub(hidden, "", capsys.readouterr().out)


def put(file: str, before: str, after: str) -> Callable[[Path], None]:
    """Return what makes a mistake in a chapter."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")

    return change


MISTAKES = [
    put("events.yaml", "  date: 1904-01-12", "  dates: 1904-01-12"),
    put("votes.yaml", "counts: {for: 2", "\tcounts: {for: 2"),
    put("events.yaml", "title: the coat strike", "title: the strike: coats"),
    put("events.yaml", "title: the note", 'title: "the note'),
    put("events.yaml", "  date: 1904-01-12", "  date: 12 January 1904"),
    put("events.yaml", "person: ellen-dunn", "person: ellen-dun"),
    put("events.yaml", "id: two-turns", "id: ink-frozen"),
    put("votes.yaml", "  significance: Everything that followed was an answer to it.\n", ""),
    put("votes.yaml", "{for: 2, against: 4}", "{for: 4, against: 2}"),
    put("events.yaml", '"12 January 1904"', "12 January 1904"),
    put("votes.yaml", '"School Managers", "second stove"', '"walking slowly"'),
    put("events.yaml", '"12 January 1904"', '"14 January 1904"'),
    put("events.yaml", "  date: 1904-01-12", "  date: 1904-01-13"),
    put("votes.yaml", "{value: 39, status: derived,", "{value: 39,"),
    put("lessons.yaml", "paragraphs: 1-7", "paragraphs: 1-9"),
    put("statements.yaml", "issue: coat-strike", "issue: the-strike"),
]


def test_every_message_that_is_explained_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    table = OWN.read_text(encoding="utf-8").partition("| it says | do |\n| --- | --- |\n")[2]
    messages = re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)
    for number, (message, mistake) in enumerate(zip(messages, MISTAKES, strict=True)):
        folder = tmp_path / str(number) / "thornby-school"
        shutil.copytree(FINISHED, folder)
        mistake(folder)
        text = FINISHED / "thornby-school.txt"
        run(["evidence", str(folder), "--text", str(text)])
        run(["check", str(folder)])
        assert message.removesuffix("…") in capsys.readouterr().err.replace("\n", " ")
