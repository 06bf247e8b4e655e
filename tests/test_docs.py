"""The documentation against the program: what it names exists, and what exists is named."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.fixtures import MILL_LANE
from tests.pages import BLOCK, DOCS, PAGES, ROOT, Block, blocks
from trainer.chapters import models as chapter_models
from trainer.chapters import record
from trainer.chapters.evidence import prove
from trainer.chapters.gaps import find_gaps
from trainer.chapters.loading import load_chapter
from trainer.chapters.models.base import Model
from trainer.chapters.record import Status, Voice
from trainer.cli.commands import call
from trainer.content import find_places, shipped_root
from trainer.dates import Calendar, DateError, make_date
from trainer.decks import models as deck_models
from trainer.decks.opening import Opener
from trainer.questions.audit.checks import CHECKS
from trainer.questions.audit.guessing import guess
from trainer.questions.families.catalogue import TEMPLATES
from trainer.questions.question import Demand, Kind
from trainer.text.fingerprints import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from trainer.chapters.record import Chapter, Fact


def models_in(module: Any) -> set[type[Model]]:
    found = {
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Model)
    }
    for inner in pkgutil.iter_modules(getattr(module, "__path__", ())):
        found |= models_in(importlib.import_module(f"{module.__name__}.{inner.name}"))
    return found


def keys_of(models: Iterable[type[Model]]) -> set[str]:
    return {field.alias or name for model in models for name, field in model.model_fields.items()}


def named_in(page: Path) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", BLOCK.sub("", page.read_text(encoding="utf-8"))))


def test_every_key_of_a_chapter_is_named() -> None:
    assert keys_of(models_in(chapter_models)) - named_in(DOCS / "data.md") == set()


def test_every_key_of_a_deck_is_named() -> None:
    own = {model for model in models_in(deck_models) if model.__module__ == deck_models.__name__}
    assert keys_of(own) - named_in(DOCS / "teachers/decks.md") == set()


def keys_in(data: Any) -> set[str]:
    """Return every key that occurs anywhere in what a file holds."""
    match data:
        case dict():
            return set(data).union(*map(keys_in, data.values()))
        case list():
            return set[str]().union(*map(keys_in, data))
        case _:
            return set()


def test_every_key_of_a_chapter_stands_in_an_example() -> None:
    shown = [b for b in blocks(DOCS / "data.md") if "chapter-file" in b.says]
    used = keys_in([yaml.load(block.content, Loader=yaml.BaseLoader) for block in shown])
    assert keys_of(models_in(chapter_models)) - used == set()


def test_every_value_that_a_key_may_have_is_named() -> None:
    enums: list[type[StrEnum]] = [
        Calendar,
        *(
            value
            for value in vars(record).values()
            if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
        ),
    ]
    values = {str(value) for enum in enums for value in enum}
    assert values - named_in(DOCS / "data.md") == set()


@pytest.mark.parametrize("page", ["teachers/decks.md", "data.md"])
def test_every_template_is_named(page: str) -> None:
    assert set(TEMPLATES) <= named_in(DOCS / page)


def test_every_kind_and_demand_is_named() -> None:
    assert {*Kind, *Demand} <= named_in(DOCS / "teachers/decks.md")


def test_every_date_in_the_table_of_dates_is_one() -> None:
    table = (DOCS / "data.md").read_text(encoding="utf-8").partition("| EDTF | means |")[2]
    rows = table.partition("\n\n")[0].splitlines()[2:]
    dates = [date for row in rows for date in re.findall(r'`"?([^`"]+)"?`', row)]
    assert len(dates) >= len(rows) > 10
    for date in dates:
        make_date(date, Calendar.GREGORIAN)


def test_the_day_that_one_calendar_lacks_is_in_the_other() -> None:
    make_date("1900-02-29", Calendar.JULIAN)
    with pytest.raises(DateError):
        make_date("1900-02-29", Calendar.GREGORIAN)


def examples(chapter: str | None) -> list[Block]:
    return [
        block
        for block in blocks(DOCS / "data.md")
        if "chapter-file" in block.says and block.says.get("of") == chapter
    ]


def without(entries: str, ids: set[str]) -> str:
    """Return a file's text without the entries that have one of the ids."""
    chunks = re.split(r"^(?=- )", entries, flags=re.MULTILINE)
    return "".join(
        chunk
        for chunk in chunks
        if not ((match := re.match(r"- id: (\S+)", chunk)) and match[1] in ids)
    )


@pytest.mark.parametrize("block", examples(None), ids=lambda block: f"line-{block.line}")
def test_an_example_takes_its_place_in_the_invented_chapter(block: Block, tmp_path: Path) -> None:
    folder = tmp_path / "mill-lane"
    shutil.copytree(MILL_LANE, folder)
    file = folder / block.says["chapter-file"]
    data = yaml.safe_load(block.content)
    if isinstance(data, dict):
        file.write_text(block.content, encoding="utf-8")
        assert load_chapter(folder).title == data["title"]
        return
    ids = {entry["id"] for entry in data if "id" in entry}
    rest = without(file.read_text(encoding="utf-8"), ids)
    file.write_text(f"{rest}\n{block.content}", encoding="utf-8")
    chapter = load_chapter(folder)
    named = {fact.id for fact in chapter.facts()} | {lesson.id for lesson in chapter.lessons}
    assert ids <= named


@pytest.fixture
def harbour_lamp(tmp_path: Path) -> Path:
    """The chapter that the reader is told to write."""
    folder = tmp_path / "harbour-lamp"
    folder.mkdir()
    for block in examples("harbour-lamp"):
        (folder / block.says["chapter-file"]).write_text(block.content, encoding="utf-8")
    return folder


def text_of_harbour_lamp() -> str:
    (text,) = [
        block.content
        for block in blocks(DOCS / "data.md")
        if block.language == "text" and block.says.get("of") == "harbour-lamp"
    ]
    return text


def shown(page: str, command: str) -> str:
    """Return what a page shows as the output of a command."""
    wanted = f"$ {command}\n"
    (found,) = [b.content for b in blocks(DOCS / page) if b.content.startswith(wanted)]
    return found.removeprefix(wanted)


def test_the_readers_own_chapter_is_proved_by_its_text(harbour_lamp: Path) -> None:
    text = text_of_harbour_lamp()
    chapter = load_chapter(harbour_lamp)
    report = prove(chapter, text)
    assert report.proved
    command = "trainer evidence harbour-lamp --text harbour-lamp.txt"
    assert report.as_text().strip() == shown("data.md", command).strip()
    both = report.as_text() + find_gaps(chapter, text).as_text()
    assert both == shown("data.md", f"{command} --gaps")


def test_the_gap_of_the_readers_own_chapter_is_closed_as_shown(harbour_lamp: Path) -> None:
    (block,) = examples("harbour-lamp-complete")
    with (harbour_lamp / block.says["chapter-file"]).open("a", encoding="utf-8") as file:
        file.write(block.content)
    chapter = load_chapter(harbour_lamp)
    assert prove(chapter, text_of_harbour_lamp()).proved
    assert find_gaps(chapter, text_of_harbour_lamp()).complete


def test_another_copy_proves_the_readers_own_chapter(harbour_lamp: Path) -> None:
    text = text_of_harbour_lamp()
    chapter = load_chapter(harbour_lamp)
    heading, rest = text.split("\n\n", 1)
    report = prove(
        chapter,
        f"{rest}\nPrinted by the Penrow Press\n",
        fingerprint=fingerprint(text, chapter.segmentation),
    )
    assert heading == chapter.title
    command = "trainer evidence harbour-lamp --text another-copy.txt"
    assert report.as_text() == shown("data.md", command)


def test_the_readers_own_chapter_yields_what_is_said(
    harbour_lamp: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    assert call(["check", str(harbour_lamp)]) == 0
    said = capsys.readouterr().out.partition("harbour-lamp: ")[2].strip()
    assert said in shown("data.md", "trainer check LIBRARY/data/harbour-lamp")


def test_teachers_are_shown_every_check_and_every_way_of_guessing(year_1917: Chapter) -> None:
    table = " ".join(shown("teachers/decks.md", "trainer check october-week").split())
    assert [check.name for check in CHECKS if f" {check.name} " not in table] == []
    assert [each.strategy for each in guess((), [year_1917]) if each.strategy not in table] == []


def test_the_question_that_teachers_are_shown_is_asked_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    (sample,) = (
        block.content
        for block in blocks(DOCS / "teachers/decks.md")
        if block.content.startswith("year-1917:")
    )
    call(["questions", "votes-of-1917"])
    assert sample.strip() in capsys.readouterr().out


def test_the_examples_of_decks_have_questions(tmp_path: Path) -> None:
    decks = [block for block in blocks(DOCS / "teachers/decks.md") if "deck-file" in block.says]
    assert decks
    for block in decks:
        file = tmp_path / block.says["deck-file"]
        file.write_text(block.content, encoding="utf-8")
        opened = Opener(find_places({"TRAINER_HOME": str(tmp_path)})).deck_file(file)
        assert opened.questions


def commands() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every command that a page shows, with its options."""
    for page in PAGES:
        inline = re.findall(r"`trainer ([a-z][^`]*)`", page.read_text(encoding="utf-8"))
        lines = "".join(each.content for each in blocks(page) if each.language in {"console", "sh"})
        shown = re.findall(r"^(?:\$ |\.venv/bin/)?trainer ([^#\n]+)", lines, re.MULTILINE)
        for words in {each.strip() for each in (*inline, *shown) if each.strip()}:
            command, *rest = words.split()
            options = tuple(sorted({word for word in rest if re.fullmatch(r"--?[a-z]+", word)}))
            if command in {"chapter", "export", "log", "new"} and rest and rest[0].islower():
                command = f"{command} {rest[0]}"
            yield command, options


@pytest.mark.parametrize(("command", "options"), sorted(set(commands())))
def test_every_command_that_is_shown_exists(
    command: str, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    if command == "X":  # stands for any
        return
    assert call([*command.split(), "--help"]) == 0
    said = capsys.readouterr().out
    missing = [option for option in options if not re.search(rf"(?<!\S){option}\b", said)]
    assert not missing


def anchors(page: Path) -> set[str]:
    """Return what a heading is linked by, as GitHub and its like make it."""
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> list[str]:
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", link)]


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=name_of)
def test_every_page_stands_in_an_index(page: Path) -> None:
    folder = page.parent.parent if page.name == "README.md" else page.parent
    index = folder / "README.md"
    assert page == DOCS / "README.md" or page.relative_to(folder).as_posix() in links(index)


@pytest.fixture(scope="module")
def year_1917() -> Chapter:
    return load_chapter(shipped_root() / "data" / "year-1917")


def section(heading: str) -> str:
    """Return one section of the notes on the first chapter."""
    text = (DOCS / "the-year-1917.md").read_text(encoding="utf-8")
    return text.partition(f"## {heading}\n")[2].partition("\n## ")[0]


_LISTED = re.compile(r"`([a-z0-9-]+)`(?:\s+\(¶\s+([\d,\s]+)\))?")  # `a-fact` (¶ 12, 13)


def listed(part: str, chapter: Chapter) -> dict[str, set[int]]:
    """Return the facts that a part of the notes lists, each once, with the paragraphs it gives."""
    ids = {fact.id for fact in chapter.facts()}
    found = [(name, numbers) for name, numbers in _LISTED.findall(part) if name in ids]
    assert len(dict(found)) == len(found)
    return {name: {int(number) for number in re.findall(r"\d+", told)} for name, told in found}


def is_corrected(fact: Fact) -> bool:
    return "<Status.CORRECTED" in repr(fact)


@pytest.mark.parametrize(
    ("heading", "belongs"),
    [
        ("What was corrected", is_corrected),
        ("What others say", lambda fact: bool(fact.contested)),
        ("What the chapter denies", lambda fact: fact.voice is Voice.DENIED),
        ("What the chapter reports", lambda fact: fact.voice is Voice.REPORTED),
        ("What is not asked", lambda fact: not fact.ask),
    ],
)
def test_the_notes_on_the_first_chapter_name_every_fact_concerned_and_no_other(
    year_1917: Chapter, heading: str, belongs: Callable[[Fact], bool]
) -> None:
    told = listed(section(heading), year_1917)
    concerned = {fact.id: fact for fact in year_1917.facts() if belongs(fact)}
    assert told.keys() == concerned.keys()
    for name, fact in concerned.items():
        assert told[name], name
        assert told[name] <= {item.paragraph for item in fact.evidence}, name


def test_the_notes_name_whose_word_is_reported(year_1917: Chapter) -> None:
    facts = {fact.id: fact for fact in year_1917.facts()}
    names = {person.id: person.name for person in year_1917.persons}
    rows = re.split(r"^- ", section("What the chapter reports"), flags=re.MULTILINE)[1:]
    for row in rows:
        for name in listed(row, year_1917):
            assert row.startswith(f"**{names[facts[name].asserted_by or '']}**"), name


def test_the_notes_name_who_says_otherwise(year_1917: Chapter) -> None:
    facts = {fact.id: fact for fact in year_1917.facts()}
    for row in section("What others say").splitlines():
        for name in listed(row, year_1917):
            for dispute in facts[name].contested:
                assert dispute.by.removeprefix("the ") in row.replace("*", ""), name


def test_a_corrected_value_is_found_wherever_it_stands(year_1917: Chapter) -> None:
    facts = {fact.id: fact for fact in year_1917.facts()}
    assert is_corrected(facts["august-central-committee"])
    assert Status.CORRECTED not in {fact.status for fact in facts.values()}
