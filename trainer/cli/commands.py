"""All commands by name; each module is imported when its command is called or its help is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyclopts import App, CycloptsError

from trainer import __version__
from trainer.cli.diagnostics import ExitCode
from trainer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_HELP = """Learn and teach a history chapter: dates, persons and votes.

Without a command, the terminal app opens at its home screen.
CHAPTER and DECK are ids, as `trainer list` shows them, or paths.
Add `--debug` to any command to see where an error comes from.
"""


def _app() -> App:
    app = App(
        name="trainer",
        help=_HELP,
        version=__version__,
        version_flags=["--version", "-V"],
        help_format="plaintext",
        print_error=False,
        exit_on_error=False,
        suppress_keyboard_interrupt=False,
        result_action="return_value",
    )
    app.default(_home)
    for name, target in {
        "study": "trainer.cli.study:study",
        "quiz": "trainer.cli.quiz:quiz",
        "list": "trainer.cli.listing:list_command",
        "show": "trainer.cli.show:show",
        "questions": "trainer.cli.questions:questions",
        "check": "trainer.cli.check:check",
        "evidence": "trainer.cli.evidence:evidence",
        "export": "trainer.cli.export:app",
        "paths": "trainer.cli.paths:paths",
        "doctor": "trainer.cli.doctor:doctor",
    }.items():
        app.command(target, name=name)
    return app


def _home() -> int:
    """Open the terminal app at its home screen."""
    from trainer.cli.terminal import open_home

    return open_home()


def call(words: Sequence[str]) -> int:
    """Run the command that `words` name and return its exit code.

    Raises:
        UsageError: the words do not fit the command.
        TrainerError: the command failed in a way that the user can mend.
    """
    try:
        result = _app()(list(words))
    except CycloptsError as error:
        what = " ".join(str(error).split()).rstrip(".")
        named = " ".join(("trainer", *words[:1])) if words and words[0][:1] != "-" else "trainer"
        raise UsageError(what[0].lower() + what[1:], mend=f"see {named} --help") from error
    return result if isinstance(result, int) else ExitCode.OK
