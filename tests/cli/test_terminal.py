"""The real program in a real (pseudo) terminal, from the first key to the log."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pyte
import pytest

from trainer.study.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this sort", allow_module_level=True)

import fcntl
import pty
import termios

PATIENCE_SECONDS = 30.0
EVIDENCE = "¶"  # stands below the reasons, once a question is answered


class Terminal:
    """A terminal of 80×24 in which the trainer runs."""

    def __init__(self, *words: str) -> None:
        self._side, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "trainer", *words],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(inner)
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)

    def until(self, text: str) -> None:
        """Wait until `text` stands on the screen."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while text not in (shown := self._shown()):
            assert time.monotonic() < deadline, f"{text!r} never stood on the screen:\n{shown}"
            self._watch()

    def until_gone(self, text: str) -> None:
        """Wait until `text` stands on the screen no more: a frame may come in pieces, its top line first."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while text in (shown := self._shown()):
            assert time.monotonic() < deadline, f"{text!r} never left the screen:\n{shown}"
            self._watch()

    def press(self, keys: str) -> None:
        """Send keys as a keyboard would."""
        os.write(self._side, keys.encode())

    def leave(self) -> int:
        """Wait for the program to end and return its exit code."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.process.poll() is None:
            assert time.monotonic() < deadline, "the program did not end"
            self._watch()
        return self.process.returncode

    def close(self) -> None:
        """Tear the terminal away; closing it twice is closing it once."""
        if self._side >= 0:
            self.process.kill()
            self.process.wait()
            os.close(self._side)
            self._side = -1

    def _shown(self) -> str:
        return "\n".join(self._screen.display)

    def _watch(self) -> None:
        """Draw what has come within a moment."""
        if select.select([self._side], [], [], 0.1)[0]:
            with suppress(OSError):  # Linux says so when the other side has closed
                self._stream.feed(os.read(self._side, 65536))


@pytest.fixture
def quiz(home: Path) -> Iterator[Terminal]:
    assert home.is_dir(), "the quiz keeps its log there"
    terminal = Terminal("quiz", "harbour-first-steps", "--count", "2", "--seed", "1")
    yield terminal
    terminal.close()


def test_a_quiz_by_digits_is_scored_logged_and_left(quiz: Terminal, home: Path) -> None:
    quiz.until("1 / 2")
    quiz.press("1")
    quiz.until(EVIDENCE)
    quiz.press("\r")
    quiz.until("2 / 2")
    quiz.until_gone(EVIDENCE)
    quiz.press("2")
    quiz.until(EVIDENCE)
    quiz.press("\r")
    quiz.until("of 2 right")
    quiz.press("\x1b[21~")  # F10
    assert quiz.leave() == 0
    with Store.open(home / "state" / "log.db") as log:
        assert len({logged.review.session for logged in log.reviews()}) == 1
        assert sum(1 for _ in log.reviews()) == 2


def test_what_was_answered_outlives_a_terminal_that_is_torn_away(
    quiz: Terminal, home: Path
) -> None:
    quiz.until("1 / 2")
    quiz.press("1")
    quiz.until(EVIDENCE)
    quiz.close()
    with Store.open(home / "state" / "log.db") as log:
        assert sum(1 for _ in log.reviews()) == 1


@pytest.fixture
def home_screen(home: Path) -> Iterator[Terminal]:
    assert home.is_dir(), "the catalogue is counted there"
    terminal = Terminal()
    yield terminal
    terminal.close()


def test_ctrl_c_leaves_with_its_own_exit_code(home_screen: Terminal) -> None:
    home_screen.until("questions")
    home_screen.press("\x03")
    assert home_screen.leave() == 130


def test_a_deck_that_does_not_exist_is_told_on_the_command_line(home: Path) -> None:
    assert home.is_dir()
    terminal = Terminal("study", "harbour-frist-steps")
    try:
        terminal.until("did you mean harbour-")  # the rest stands in the next line
        assert terminal.leave() == 1
    finally:
        terminal.close()
