from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from trainer import __version__

if TYPE_CHECKING:
    from tests.cli.conftest import Trainer

HEAVY = {"textual", "pydantic", "yaml", "genanki", "cyclopts", "msgspec", "sqlite3"}


def loaded_by(program: str) -> set[str]:
    """Return which heavy modules a program imports, run in an interpreter of its own."""
    tail = "import sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\n{tail}"], check=True, capture_output=True, text=True
    )
    return HEAVY & set(done.stderr.split())


def test_the_version_needs_nothing_heavy() -> None:
    assert loaded_by("from trainer.cli.main import run; run(['--version'])") == set()


@pytest.mark.usefixtures("home")
def test_listing_needs_nothing_heavy_once_it_was_counted(trainer: Trainer) -> None:
    trainer("list")
    assert loaded_by("from trainer.cli.main import run; run(['list', '--json'])") == set()


def test_help_imports_no_command(trainer: Trainer) -> None:
    assert loaded_by("from trainer.cli.main import run; run(['--help'])") <= {"cyclopts"}
    assert "Everything wrong with chapters and decks" in trainer("--help").out


def test_the_version_is_data(trainer: Trainer) -> None:
    ran = trainer("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"{__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["lst"], "there is no command lst – did you mean list?"),
        (["xyzzy"], "there is no command xyzzy – see trainer --help"),
        (["quiz", "--count", "many"], "see trainer quiz --help"),
        (["quiz", "--count", "0"], "a quiz of 0 questions – ask for at least 1"),
        (["quiz", "--seed", "1" + 20 * "0"], "see trainer quiz --help"),
        (["study", "--seed", "1" + 20 * "0"], "see trainer study --help"),
        (["show"], "see trainer show --help"),
        (["list", "--jsn"], "see trainer list --help"),
        (
            ["export", "anki", "harbour-first-steps", "-o", "deck.zip"],
            "give it a name that ends in .apkg",
        ),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_code_2(
    trainer: Trainer, words: list[str], says: str
) -> None:
    ran = trainer(*words)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.complaints
    assert line.startswith("trainer: error: ")
    assert says in line


def test_the_terminal_app_needs_a_terminal(trainer: Trainer) -> None:
    ran = trainer("quiz", "harbour-first-steps")
    assert ran.code == 2
    assert "use trainer quiz --plain" in ran.err


def test_an_interrupted_command_says_so_by_its_exit_code(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("trainer.cli.listing.list_content", interrupt)
    assert trainer("list").code == 130


def test_our_own_mistakes_are_told_without_a_traceback_unless_asked_for(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("trainer.cli.listing.list_content", fail)
    ran = trainer("list")
    assert ran.code == 1
    assert len(ran.complaints) == 1
    assert "--debug" in ran.err
    with pytest.raises(ZeroDivisionError):
        trainer("list", "--debug")


def buffered() -> dict[str, str]:
    """Return an environment in which output goes out at the end, as it does for users."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.mark.parametrize("words", [["--version"], ["paths"], ["questions", "harbour-first-steps"]])
@pytest.mark.usefixtures("home")
def test_a_reader_that_goes_away_is_no_error(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "trainer", *words],
            stdout=gone,
            stderr=subprocess.PIPE,
            env=buffered(),
            check=True,
        )
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "trainer", "--version"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=buffered(),
            check=False,
        )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("trainer: error: the output cannot be written: ")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
@pytest.mark.usefixtures("home")
def test_closed_streams_do_no_harm(closed: str) -> None:
    for words in ("doctor", "quiz --plain harbour-first-steps"):
        done = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m trainer {words} {closed}"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        )
        assert "trainer: error" not in done.stdout + done.stderr


@pytest.mark.usefixtures("home")
def test_what_is_no_text_is_a_wrong_answer() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "trainer", "quiz", "--plain", "harbour-first-steps"],
        input=b"\xff\xfe\x00\n1\n",
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        check=True,
    )
    assert b"Please type a number" in done.stdout
    assert b"Score: " in done.stdout
