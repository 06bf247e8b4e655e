"""Where the command `trainer` starts.

What is called often and does little (`--version`, `list`, `due`), and the app's home screen, need not wait for the
command framework to be imported; everything else goes through it.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from trainer.cli.diagnostics import ExitCode, report

if TYPE_CHECKING:
    from collections.abc import Sequence

DEBUG = "--debug"


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    _prepare_streams()
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        # Here, while its traceback still holds what was half read: to free all of a long chapter takes many seconds.
        _leave_at_once(ExitCode.INTERRUPTED)
    sys.exit(code)


def run(words: Sequence[str]) -> int:
    """Run one command and return its exit code; errors are reported, never raised, unless `--debug`."""
    try:
        return _run(words)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED


def _run(words: Sequence[str]) -> int:
    """Run one command as `run` does, but let the user's interruption through.

    Raises:
        KeyboardInterrupt: the user has had enough.
    """
    debug = DEBUG in words
    words = [word for word in words if word != DEBUG]
    try:
        code = _dispatch(words)
        sys.stdout.flush()  # here, where it may still fail in words
    except BrokenPipeError:
        _discard_output()
        return ExitCode.OK
    except Exception as error:
        if debug:
            raise
        if isinstance(error, OSError) and error.filename is None:
            _discard_output()
        return report(error)
    return code


def _dispatch(words: Sequence[str]) -> int:
    match words:
        case ["--version" | "-V"]:
            from trainer import __version__

            print(__version__)
            return ExitCode.OK
        case []:
            from trainer.cli.terminal import open_home

            return open_home()
        case ["list", *options] if not {*options} - {"--json"}:
            from trainer.cli.listing import list_content

            return list_content(json="--json" in options)
        case ["due", *options] if not {*options} - {"--json"}:
            from trainer.cli.due import due

            return due(json="--json" in options)
        case _:
            from trainer.cli.commands import call

            return call(words)


def _prepare_streams() -> None:
    """Make the standard streams fit for any locale, and stand in for those that were closed.

    Data on stdout is for other programs, so UTF-8 whatever the locale; what is typed in another encoding is a
    wrong answer, no failure.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - to the end of the process
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream, change in (
        (sys.stdin, {"errors": "replace"}),
        (sys.stdout, {"encoding": "utf-8", "errors": "backslashreplace"}),
        (sys.stderr, {"encoding": "utf-8", "errors": "backslashreplace"}),
    ):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(**change)


def _leave_at_once(code: ExitCode) -> NoReturn:
    """End the process without the interpreter's own tidying; all that files need was done on the way here."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _discard_output() -> None:
    """Let Python close stdout in peace although nobody takes what is left of it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
