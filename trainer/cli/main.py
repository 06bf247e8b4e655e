"""Where the command `trainer` starts.

What is called often and does little (`--version`, `list`), and the app's home screen, need not wait for the
command framework to be imported; everything else goes through it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from trainer.cli.diagnostics import ExitCode, report

if TYPE_CHECKING:
    from collections.abc import Sequence

DEBUG = "--debug"


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    _write_utf8()
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """Run one command and return its exit code; errors are reported, never raised, unless `--debug`."""
    debug = DEBUG in words
    words = [word for word in words if word != DEBUG]
    try:
        return _dispatch(words)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return ExitCode.OK
    except Exception as error:
        if debug:
            raise
        return report(error)


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
        case _:
            from trainer.cli.commands import call

            return call(words)


def _write_utf8() -> None:
    """Write UTF-8 whatever the locale: data on stdout is for other programs."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Let Python close stdout in peace after the reader of the pipe has gone."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
