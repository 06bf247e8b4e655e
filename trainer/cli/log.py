"""`trainer log`: what the learner has answered, checked, brought back, taken elsewhere, and erased."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from trainer.cli.asking import agreed
from trainer.cli.clock import now
from trainer.cli.diagnostics import ExitCode, narrate
from trainer.cli.opening import opened_store
from trainer.content import find_places
from trainer.errors import NotFoundError
from trainer.study.backups import Backup, Backups
from trainer.study.paths import backups_folder, log_file
from trainer.text.plurals import counted

_SHOWN = 5  # of many things of which the first few say enough

app = App(
    name="log",
    help="Your answers: check them, bring back a backup, take them to another machine, erase them.",
    help_format="plaintext",
)


@app.command
def check() -> int:
    """Read all of the log, and prove that what is known of your cards is what your answers give.

    If the log is damaged, it is kept aside first, and restored from what can be read and the newest backup.
    """
    with opened_store(find_places(os.environ)) as opened:
        store = opened.store
        store.check()
        differences = store.differences()
        ahead = store.ahead_of(now())
        print(
            f"{counted(store.size(), 'entry', 'entries')},"
            f" {counted(len(store.memories()), 'card')} remembered"
        )
    for each in differences[:_SHOWN]:
        print(f"✗ {each.what} is {each.kept}, and your answers give {each.rebuilt}")
    if differences:
        print(f"✗ {counted(len(differences), 'difference')} – run trainer log rebuild")
    for logged in ahead[:_SHOWN]:
        print(
            f"✗ {logged.review.card or logged.review.question} was answered on {logged.review.day}, which is to come:"
            f" the clock was wrong – take it back with trainer log undo {logged.id}"
        )
    if len(ahead) > _SHOWN:
        print(f"✗ and {len(ahead) - _SHOWN:,} more")
    wrong = bool(differences or ahead)
    print("something is wrong" if wrong else "all is well")
    return ExitCode.FAILURE if wrong else ExitCode.OK


@app.command
def rebuild() -> None:
    """Work out anew, from all your answers, when each card is due; tell whether anything was otherwise."""
    with opened_store(find_places(os.environ)) as opened:
        differences = opened.store.differences()
        opened.store.rebuild()
        cards = counted(len(opened.store.memories()), "card")
    for each in differences[:_SHOWN]:
        print(f"{each.what} was {each.kept}, and is {each.rebuilt}")
    mended = counted(len(differences), "difference")
    print(f"{cards} worked out anew: {f'{mended} mended' if differences else 'all as it was'}")


@app.command
def undo(entry: str, /) -> None:
    """Take back one answer; it stays in the log, but counts no longer.

    Parameters
    ----------
    entry
        The id of the answer, as `trainer log check` tells it.
    """
    with opened_store(find_places(os.environ)) as opened:
        opened.store.undo(entry, at=now(), day=opened.day)
    narrate("it counts no longer")


@app.command
def export(*, output: Annotated[Path, Parameter(name=["--output", "-o"])]) -> None:
    """Write your answers, flags and settings to one file, to take to another machine.

    Parameters
    ----------
    output
        The file to write, JSON lines.
    """
    from trainer.study.moving import write_export

    places = find_places(os.environ)
    with opened_store(places) as opened:
        entries = write_export(opened.store, places, output, now())
    narrate(f"{output}: {counted(entries, 'entry', 'entries')} – there: trainer log import FILE")


@app.command(name="import")
def import_(file: Path, /) -> None:
    """Add what is new in a file that was exported: answers and flags; settings only if you have none here.

    Nothing is doubled, however often and in whatever order files are taken in. A backup is made before.

    Parameters
    ----------
    file
        What `trainer log export` wrote.
    """
    from trainer.study.moving import read_export, take_in

    places = find_places(os.environ)
    moved = read_export(file)
    with opened_store(places) as opened:
        if opened.store.size():
            opened.store.back_up_before("import", Backups(backups_folder(places)), now())
        taken = take_in(moved, opened.store, places)
    told = f"{counted(taken.entries, 'entry', 'entries')} of {len(moved.rows):,} and {counted(taken.flags, 'flag')} were new"
    narrate(f"{told}{', and the settings' if taken.settings else ''}")


@app.command
def backups() -> None:
    """List the backups, the newest first: one of each of the last days and weeks, and those before an import."""
    for backup in Backups(backups_folder(find_places(os.environ))).all():
        print(f"{backup.name}\t{backup.path.stat().st_size:,} bytes")


@app.command
def restore(name: str, /) -> None:
    """Put a backup in the place of the log, which is kept aside.

    Parameters
    ----------
    name
        Of the backup, as `trainer log backups` lists it.
    """
    from trainer.study.damage import replace_with

    places = find_places(os.environ)
    aside = replace_with(
        log_file(places), _named(name, Backups(backups_folder(places)).all()).path, now()
    )
    if aside is not None:
        narrate(f"what was there is kept as {aside}")
    with opened_store(places) as opened:
        narrate(f"the log has {counted(opened.store.size(), 'entry', 'entries')} now")


@app.command
def erase(*, yes: bool = False) -> int:
    """Delete your answers, flags and settings, and all backups of them. Chapters and decks stay.

    Parameters
    ----------
    yes
        Do not ask.
    """
    from trainer.study.moving import erase as erase_all
    from trainer.study.moving import owned

    places = find_places(os.environ)
    files = owned(places)
    if not files:
        narrate("there is nothing to erase")
        return ExitCode.OK
    for path in files:
        print(path)
    if not yes and not agreed("Erase all of this for good?"):
        narrate("nothing was erased")
        return ExitCode.FAILURE
    narrate(f"{counted(len(erase_all(places)), 'file')} erased")
    return ExitCode.OK


def _named(name: str, there: list[Backup]) -> Backup:
    for backup in there:
        if backup.name == name:
            return backup
    raise NotFoundError(f"there is no backup {name}", mend="see trainer log backups")
