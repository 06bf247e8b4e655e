"""What each command takes with a chapter of very many events, or of one.

    python -m benchmarks.size [--bank] [EVENTS]

A made-up chapter of so many events (20,000 unless told otherwise) and a text of as many dated sentences are written into
a home that lasts as long as the run. Each command is then called as a user calls it, in a process of its own; a line says
how it ended, how much processor time it took and how much memory it held at most. `--bank` adds the commands that make
all questions of the chapter first, which takes minutes each.

Nothing is compared: the seconds are those of this machine. What grows faster than the chapter shows in a second run with
half as many events.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.synthetic import FIRST_DAY, synthetic_chapter
from benchmarks.written import write_chapter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.chapters.record import Chapter

EVENTS = 20_000
EVENTS_IN_A_HUNDRED_FACTS = 27
CHAPTER = "annals"


class Home(NamedTuple):
    """Where a run keeps what it makes."""

    root: Path
    text: Path
    notes: Path

    def __str__(self) -> str:
        return str(self.root)


def prepare(root: Path, events: int) -> Home:
    """Write the chapter into the library of a new home, and the texts beside it."""
    chapter = synthetic_chapter(events * 100 // EVENTS_IN_A_HUNDRED_FACTS)
    written = write_chapter(chapter, root / "library" / "data" / CHAPTER)
    text = written.rename(root / f"{CHAPTER}.txt")
    notes = root / "notes.txt"
    notes.write_text("".join(_sentences(chapter, events)), encoding="utf-8")
    return Home(root, text, notes)


def without_questions(home: Home) -> Iterator[tuple[str, ...]]:
    """Yield the commands that need no question; each stands on what those before it wrote."""
    made = home.root / "made"
    made.mkdir()
    sheet, folder, package = made / "a.xlsx", made / "csv", made / "a.chapter.zip"
    yield ("paths",)
    yield "show", CHAPTER
    yield "show", CHAPTER, "--json"
    yield "evidence", CHAPTER, "--text", str(home.text)
    yield "evidence", CHAPTER, "--text", str(home.text), "--gaps"
    yield "draft", str(home.notes), "-o", str(made / "notes")
    yield "evidence", str(made / "notes"), "--text", str(home.notes)
    yield "check", str(made / "notes")
    for number, target in enumerate((sheet, folder)):
        yield "chapter", "to-sheet", CHAPTER, "-o", str(target)
        yield "chapter", "from-sheet", str(target), "-o", str(made / f"back-{number}")
    yield "pack", CHAPTER, "-o", str(package)
    yield "install", str(package)
    yield ("flags",)


def with_questions(home: Home) -> Iterator[tuple[str, ...]]:
    """Yield the commands that make all questions of the chapter, or wait until they are counted."""
    made = home.root / "made"
    yield ("list",)
    yield "list", "--json"
    yield ("doctor",)
    yield "check", CHAPTER
    yield "questions", CHAPTER, "--kind", "vote"
    yield "quiz", CHAPTER, "--plain"
    yield "flag", f"{CHAPTER}:event-0#when", "--reason", "it is not so"
    yield "export", "anki", CHAPTER, "-o", str(made / "a.apkg")


def measure(words: tuple[str, ...], home: Home) -> None:
    """Run one command and print what it took."""
    log = home.root / "said.txt"
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "trainer", *words],
            env={**os.environ, "TRAINER_HOME": str(home)},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    took = used.ru_utime + used.ru_stime
    shown = " ".join(word.replace(f"{home}/", "") for word in words)
    print(f"{shown:<58} {took:7.1f} s {used.ru_maxrss // 1024:6,} MB", flush=True)
    if process.returncode:
        last = log.read_text(encoding="utf-8").splitlines()[-1:]
        print(f"  ended with {process.returncode}: {''.join(last)[:300]}", flush=True)


def _sentences(chapter: Chapter, many: int) -> Iterator[str]:
    """Yield so many paragraphs of one dated sentence each."""
    for number, event in zip(range(many), chapter.events, strict=False):
        day = FIRST_DAY + timedelta(days=9 * number)
        written = f"{day.day} {day:%B} {day.year}"
        people = [person.name for person in chapter.persons[number // 10 : number // 10 + 2]]
        yield f"On {written} {' and '.join(people)} saw {event.title}.\n\n"


def main(events: int, *, bank: bool) -> None:
    """Measure every command."""
    with tempfile.TemporaryDirectory() as root:
        # In a process of its own, whose memory the commands then do not inherit.
        with ProcessPoolExecutor(1, get_context("spawn")) as maker:
            home = maker.submit(prepare, Path(root), events).result()
        for words in without_questions(home):
            measure(words, home)
        if bank:
            for words in with_questions(home):
                measure(words, home)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.size")
    parser.add_argument("events", nargs="?", type=int, default=EVENTS, metavar="EVENTS")
    parser.add_argument("--bank", action="store_true")
    asked = parser.parse_args()
    main(asked.events, bank=asked.bank)
