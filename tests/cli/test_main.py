from __future__ import annotations

import subprocess
import sys
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
        (["show"], "see trainer show --help"),
        (["list", "--jsn"], "see trainer list --help"),
        (["export", "anki", "first-steps", "-o", "deck.zip"], "give it a name that ends in .apkg"),
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
    ran = trainer("quiz", "first-steps")
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


def test_a_reader_that_goes_away_is_no_error() -> None:
    program = f"{sys.executable} -m trainer --help | head -n 1"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""
