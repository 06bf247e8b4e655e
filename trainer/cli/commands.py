"""All commands by name; each module is imported when its command is called or its help is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyclopts import App, CycloptsError, MissingArgumentError, Parameter, UnusedCliTokensError

from trainer import __version__
from trainer.chapters.suggestions import did_you_mean
from trainer.cli.diagnostics import ExitCode
from trainer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_HELP = """Learn and teach a history chapter: dates, persons and votes.

Without a command, the terminal app opens at its home screen.
CHAPTER and DECK are ids, as `trainer list` shows them, or paths.
Add `--debug` to any command to see where an error comes from.
"""


# What `trainer --help` says of each, without importing it.
_COMMANDS = {
    "study": ("trainer.cli.study:study", "What is due of a deck, and some that is new."),
    "due": ("trainer.cli.due:due", "How much there is to study today."),
    "cards": ("trainer.cli.cards:app", "Cards that are not to be asked, or asked again."),
    "quiz": ("trainer.cli.quiz:quiz", "Questions of a deck, scored; --plain for lines of text."),
    "stats": ("trainer.cli.stats:stats", "What you have learned, and what comes."),
    "exam": ("trainer.cli.exam:exam", "What it takes to know a deck by a day."),
    "list": ("trainer.cli.listing:list_command", "The chapters and decks with their sizes."),
    "show": ("trainer.cli.show:show", "A chapter as data."),
    "questions": ("trainer.cli.questions:questions", "Every question that a deck yields."),
    "new": ("trainer.cli.new:app", "Files of a chapter or deck to begin with."),
    "check": ("trainer.cli.check:check", "Everything wrong with chapters and decks, and an audit."),
    "evidence": ("trainer.cli.evidence:evidence", "Each fact proved against the chapter's text."),
    "draft": ("trainer.cli.draft:draft", "From a text to the drafts of a chapter."),
    "confirm": ("trainer.cli.confirm:confirm", "A chapter's drafts, one by one beside the text."),
    "pack": ("trainer.cli.pack:pack", "A chapter as one file to give away."),
    "install": ("trainer.cli.install:install", "A chapter that was packed, into your library."),
    "update": ("trainer.cli.install:update", "A newer version of a chapter in your library."),
    "flag": ("trainer.cli.flag:flag", "Note that a question is wrong."),
    "unflag": ("trainer.cli.flag:unflag", "Note that it is right after all."),
    "flags": ("trainer.cli.flags:flags", "What you have flagged, for the chapter's author."),
    "chapter": ("trainer.cli.chapter:app", "A chapter as a spreadsheet, and back."),
    "export": ("trainer.cli.export:app", "A deck for another program: anki."),
    "log": ("trainer.cli.log:app", "Your answers: checked, backed up, moved, erased."),
    "settings": ("trainer.cli.settings:settings", "How you want to study, shown or changed."),
    "optimize": ("trainer.cli.optimize:optimize", "The schedule fitted to your own reviews."),
    "paths": ("trainer.cli.paths:paths", "Where things are kept."),
    "doctor": ("trainer.cli.doctor:doctor", "Whether all is well."),
}


def _app() -> App:
    app = App(
        name="trainer",
        help=_HELP,
        version=__version__,
        version_flags=["--version", "-V"],
        help_format="plaintext",
        help_formatter="plain",
        print_error=False,
        exit_on_error=False,
        suppress_keyboard_interrupt=False,
        result_action="return_value",
        default_parameter=Parameter(negative=()),
    )
    app.default(_home)
    for name, (target, summary) in _COMMANDS.items():
        app.command(target, name=name, help=summary)
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
    _refuse_unknown_command(words)
    try:
        result = _app()(list(words))
    except CycloptsError as error:
        named = " ".join(("trainer", *(error.command_chain or ())))
        raise UsageError(_said(error), mend=f"see {named} --help") from error
    return result if isinstance(result, int) else ExitCode.OK


def _said(error: CycloptsError) -> str:
    """Return what the framework says, as one clause."""
    if isinstance(error, MissingArgumentError) and error.argument is not None:
        name = error.argument.name
        return f"{name if error.argument.index is None else name.lstrip('-').upper()} is missing"
    if isinstance(error, UnusedCliTokensError) and error.unused_tokens:
        return f"{error.unused_tokens[0]} is one word too many"
    what = " ".join(str(error).split()).rstrip(".")
    return what[0].lower() + what[1:]


def _refuse_unknown_command(words: Sequence[str]) -> None:
    if words and not words[0].startswith("-") and words[0] not in _COMMANDS:
        mend = did_you_mean(words[0], _COMMANDS, "see trainer --help")
        raise UsageError(f"there is no command {words[0]}", mend=mend)
