"""What the commands say on stderr, and how they end."""

from __future__ import annotations

import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from trainer.errors import Problem, TrainerError

if TYPE_CHECKING:
    from collections.abc import Iterable


class ExitCode(IntEnum):
    """How a command ends."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    INTERRUPTED = 130


def narrate(text: str) -> None:
    """Tell the user something that is not data."""
    print(text, file=sys.stderr)


def complain(problems: Iterable[Problem]) -> None:
    """Report each problem on a line of its own."""
    for problem in problems:
        narrate(f"trainer: error: {problem}")


def report(error: Exception) -> int:
    """Report an error that ends the command and return the exit code for it."""
    if isinstance(error, TrainerError):
        complain(error.problems)
        return error.exit_code
    where = f"{type(error).__name__}: {error}"
    narrate(
        f"trainer: error: something is wrong in the trainer itself ({where})"
        " – run the command again with --debug and report what it prints"
    )
    return ExitCode.FAILURE
