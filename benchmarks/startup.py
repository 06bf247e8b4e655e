"""How long the trainer takes to start, as ratios against peers timed in the same run.

    python -m benchmarks.startup

Each pair is run in turn (peer, ours, peer, ours, …), so that a machine that speeds up or slows down
half-way counts for both; medians are compared. The caches are warm: one run of each is thrown away.
"""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

RUNS = 15
PATIENCE_SECONDS = 20.0

EMPTY = [sys.executable, "-c", "pass"]
ARGPARSE = [sys.executable, "-c", "import argparse"]
TRAINER = [sys.executable, "-c", "from trainer.cli.main import main; main()"]
MINIMAL_APP = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("first paint")
Minimal().run()
"""


def whole_process(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """Return the seconds from start to end of a command."""
    start = time.perf_counter()
    subprocess.run(command, check=True, env=dict(environ), stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def until_painted(command: Sequence[str], environ: Mapping[str, str], text: bytes) -> float:
    """Return the seconds from start until a terminal of 80×24 has been sent `text`."""
    start = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(command[0], list(command), dict(environ))
    seen = b""
    try:
        while text not in seen:
            if time.perf_counter() - start > PATIENCE_SECONDS:
                raise TimeoutError(f"{text!r} was not painted")
            ready, _, _ = select.select([terminal], [], [], 0.5)
            if ready:
                seen += os.read(terminal, 65536)
        return time.perf_counter() - start
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, 9)
        os.waitpid(process, 0)
        os.close(terminal)


def compare(
    name: str, ours: Callable[[], float], peer: Callable[[], float], allowed: float
) -> bool:
    """Print the medians of both and their ratio, and return whether it is within what is allowed."""
    ours(), peer()
    pairs = [(peer(), ours()) for _ in range(RUNS)]
    theirs, mine = (median(column) for column in zip(*pairs, strict=True))
    quick = bool(mine / theirs <= allowed)
    print(
        f"{name:<42} {1000 * mine:6.1f} ms  peer {1000 * theirs:6.1f} ms"
        f"  ratio {mine / theirs:4.2f} (at most {allowed})  {'ok' if quick else 'TOO SLOW'}"
    )
    return quick


def main() -> bool:
    """Time everything and return whether all of it is quick enough."""
    with tempfile.TemporaryDirectory() as home:
        environ = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "TRAINER_HOME": home,
            "TERM": "xterm-256color",
            "COLUMNS": "80",
            "LINES": "24",
        }

        def argparse() -> float:
            return whole_process(ARGPARSE, environ)

        verdicts = [
            compare(
                f"trainer {option}, against import argparse",
                lambda option=option: whole_process([*TRAINER, option], environ),  # type: ignore[misc]
                argparse,
                3.0,
            )
            for option in ("--version", "list")
        ]
        verdicts.append(
            compare(
                "trainer due, against an empty Python",
                lambda: whole_process([*TRAINER, "due"], environ),
                lambda: whole_process(EMPTY, environ),
                3.0,
            )
        )
        verdicts.append(
            compare(
                "first paint, against a minimal Textual app",
                lambda: until_painted(TRAINER, environ, b"questions"),
                lambda: until_painted([sys.executable, "-c", MINIMAL_APP], environ, b"first paint"),
                1.5,
            )
        )
        return all(verdicts)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
