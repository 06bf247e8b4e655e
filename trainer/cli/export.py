"""`trainer export TARGET DECK -o FILE`: a deck for another program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from trainer.cli.clock import now
from trainer.cli.diagnostics import narrate, narrate_progress
from trainer.content import find_places
from trainer.errors import NotFoundError, UsageError
from trainer.text.plurals import counted

app = App(name="export", help="Write a deck for another program.", help_format="plaintext")


@app.command
def anki(
    deck: str,
    /,
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"])],
) -> None:
    """Write an Anki package.

    Parameters
    ----------
    deck
        The id or path of a deck or chapter.
    output
        The file to write; its name ends in .apkg.
    """
    if output.suffix.lower() != ".apkg":
        raise UsageError(f"{output} is no Anki package", mend="give it a name that ends in .apkg")
    from trainer.anki.package import write_package
    from trainer.decks.emptiness import nothing_asked
    from trainer.decks.opening import open_deck

    opened = open_deck(deck, find_places(os.environ), tell=narrate, tell_progress=narrate_progress)
    if not (opened.questions or opened.fronts):
        raise nothing_asked(opened, deck)
    if not opened.fronts:
        raise NotFoundError(
            f"{opened.id} has no flash cards to export",
            mend="add facts, or see with trainer check --json what is withheld and why",
        )
    written = write_package(opened, output, now=now())
    narrate(
        f"{output}: {counted(written.notes, 'note')}, {counted(written.cards, 'card')} – in Anki: File, Import"
    )
