"""Asks before something is done that the user may not want."""

from __future__ import annotations

import sys

from trainer.errors import UsageError


def agreed(question: str) -> bool:
    """Ask whether to go on.

    Raises:
        UsageError: there is nobody to ask.
    """
    if not sys.stdin.isatty():
        raise UsageError("there is nobody to ask whether to go on", mend="add --yes if you agree")
    print(f"{question} [y/N] ", end="", flush=True, file=sys.stderr)
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
