"""What the commands say on stderr, and how they end."""

from __future__ import annotations

import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from trainer.errors import OutputError, Problem, TrainerError, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class ExitCode(IntEnum):
    """How a command ends."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    INTERRUPTED = 130


def narrate(text: str) -> None:
    """Tell the user something that is not data; names of files may hold what a terminal would obey."""
    from trainer.text.printable import one_line  # most commands have nothing to say

    print(one_line(text), file=sys.stderr)


def narrate_progress(text: str) -> None:
    """Tell how far something is to whoever sits before a terminal; a log has no use for it."""
    if sys.stderr.isatty():
        narrate(text)


def tell_next_steps(*steps: str) -> None:
    """Tell what to do next, in its order."""
    narrate("Next:")
    for number, step in enumerate(steps, 1):
        narrate(f"{number}. {step}")


def complain(problems: Iterable[Problem]) -> None:
    """Report each problem on a line of its own."""
    for problem in problems:
        narrate(f"trainer: error: {problem}")


def warn(texts: Iterable[str]) -> None:
    """Tell of each thing that could be better, on a line of its own."""
    for text in texts:
        narrate(f"trainer: warning: {text}")


def report(error: Exception) -> int:
    """Report an error that ends the command and return the exit code for it."""
    if isinstance(error, OSError):
        error = refused(error)
    if isinstance(error, TrainerError):
        complain(error.problems)
        return error.exit_code
    where = f"{type(error).__name__}: {error}"
    narrate(
        f"trainer: error: something is wrong in the trainer itself ({where})"
        " – run the command again with --debug and report what it prints"
    )
    return ExitCode.FAILURE


def refused(error: OSError) -> TrainerError:
    """Say what the system refused where nobody expected it to; what names no file is the output itself."""
    if error.filename is None:
        return OutputError(
            f"the output cannot be written: {reason_of(error)}",
            mend="make room on the disk, or send it elsewhere",
        )
    return TrainerError(
        f"cannot use {error.filename}: {reason_of(error)}",
        mend="check its name and whether you may read and write there",
    )
