"""A chapter of one event: every command says something sensible of it."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.fixtures import write_chapter
from trainer import content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Trainer

EVENT = """\
- id: mill-burns
  title: the burning of the mill
  statement: The mill burned down.
  date: 1820-03-05
  importance: core
  significance: It ended milling on the brook.
  evidence: [{paragraph: 1, prints: ["5 March 1820"]}]
"""
TEXT = "On 5 March 1820 the mill on the brook burned down.\n"


@pytest.fixture
def mill(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of a chapter of one event, in the user's library, and the only one there is."""
    # Not `shipped_root`: a module first imported meanwhile would keep what stands in for it.
    monkeypatch.setattr(content, "_roots", lambda places: (places.library,))
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    folder = home / "library" / "data"
    folder.mkdir(parents=True)
    return write_chapter(folder, name="mill", events=EVENT).name


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "mill.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("list", "  1 event\n"),
        ("show mill", "the burning of the mill  [mill-burns]"),
        ("show mill --json", '"id": "mill-burns"'),
        ("questions mill", "mill:mill-burns#when@when.choice"),
        ("questions mill --json", '"mill:mill-burns#when"'),
        ("questions mill --kind date --form date", "also: 1820-03-05"),
        ("check mill", "all is well: 1 question, 2 flash cards"),
        ("check mill --json", '"questions": 1'),
        ("evidence mill --text {text}", "mill: 1 of 1 facts proved"),
        ("evidence mill --text {text} --gaps", "paragraphs           1         1"),
        ("draft {text} -o {made}", "1 date"),
        ("chapter to-sheet mill -o {made}", "written"),
        ("chapter to-sheet mill -o {made}.xlsx", "written"),
        ("export anki mill -o {made}.apkg", "1 note, 2 cards"),
        ("pack mill -o {made}.chapter.zip", "trainer install"),
        ("quiz mill --plain", "1 question: there are no more in it"),
        ("flag mill:mill-burns#when --reason no", "flagged"),
        ("flags", "nothing is flagged"),
        ("doctor", "all is well"),
        ("paths", "library"),
    ],
)
@pytest.mark.usefixtures("mill")
def test_a_command_works_on_a_single_event(
    trainer: Trainer, text: Path, tmp_path: Path, words: str, said: str
) -> None:
    given = [word.format(text=text, made=tmp_path / "made") for word in words.split()]
    ran = trainer(*given)
    assert ran.code == 0, ran.err
    assert said in ran.out + ran.err


@pytest.mark.parametrize("sheet", ["mill.xlsx", "tables"])
def test_it_comes_back_from_a_spreadsheet(
    trainer: Trainer, mill: str, tmp_path: Path, sheet: str
) -> None:
    trainer("chapter", "to-sheet", mill, "-o", tmp_path / sheet)
    ran = trainer("chapter", "from-sheet", tmp_path / sheet, "-o", tmp_path / "back")
    assert f"{tmp_path / 'back'}: 1 fact – next" in ran.err


def test_it_is_packed_installed_and_updated(
    trainer: Trainer, mill: str, home: Path, tmp_path: Path
) -> None:
    package = tmp_path / "mill.chapter.zip"
    assert trainer("pack", mill, "-o", package).code == 0
    ran = trainer("update", package)
    assert (ran.code, "nothing was changed" in ran.err) == (0, True)
    (home / "library" / "data" / mill).rename(tmp_path / "elsewhere")
    assert "trainer quiz mill" in trainer("install", package).err


@pytest.mark.parametrize("option", [("--kind", "vote"), ("--form", "order")])
def test_where_a_sort_of_question_is_lacking_it_names_those_there_are(
    trainer: Trainer, mill: str, option: tuple[str, str]
) -> None:
    ran = trainer("questions", mill, *option)
    assert (ran.code, ran.out) == (0, "")
    assert "it has the kinds date and the forms choice, date, recall" in ran.err


def test_a_quiz_in_a_form_that_is_lacking_names_those_there_are(
    trainer: Trainer, mill: str
) -> None:
    ran = trainer("quiz", mill, "--plain", "--form", "order")
    assert ran.code == 1
    assert "choose another --form (it has choice, date, recall)" in ran.err


@pytest.mark.parametrize(
    "command", ["quiz --plain", "questions", "check", "export anki -o none.apkg"]
)
@pytest.mark.parametrize(
    ("events", "said"),
    [
        ("[]\n", ("mill holds no facts yet", "trainer draft")),
        (f"{EVENT}  status: draft\n", ("1 draft, not confirmed", "trainer confirm")),
        (f"{EVENT}  ask: false\n  reason: never\n", ("1 fact, all withheld", "trainer check")),
    ],
)
def test_what_asks_nothing_says_why_and_what_to_do(
    trainer: Trainer, tmp_path: Path, command: str, events: str, said: tuple[str, str]
) -> None:
    folder = write_chapter(tmp_path, name="mill", events=events)
    ran = trainer(*command.split(), folder)
    words = ran.out + ran.err
    assert all(each in words for each in said)
    assert "0 questions" not in words
    assert "checks" not in words, "no empty table"


def test_all_that_is_withheld_has_a_reason(trainer: Trainer, mill: str) -> None:
    (checked,) = json.loads(trainer("check", mill, "--json").out)
    assert checked["withheld"]
    assert all(each["reason"] for each in checked["withheld"])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "  status: draft\n",
            "first yet: 1 draft, not confirmed – go through them: trainer confirm mill\n",
        ),
        (
            "  ask: false\n  reason: never\n",
            "1 fact, all withheld – see why: trainer check mill --json",
        ),
    ],
)
def test_a_deck_of_a_chapter_that_asks_nothing_leads_to_that_chapter(
    trainer: Trainer, tmp_path: Path, more: str, said: str
) -> None:
    data, decks = tmp_path / "data", tmp_path / "decks"
    data.mkdir()
    decks.mkdir()
    write_chapter(data, name="mill", events=EVENT + more)
    deck = decks / "first.yaml"
    deck.write_text("id: first\ntitle: First\ndescription: All.\nselect: {chapters: [mill]}\n")
    ran = trainer("questions", deck)
    assert said in ran.err
