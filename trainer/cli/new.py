"""`trainer new chapter|deck NAME`: files to begin with, well as they stand."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from cyclopts import App

from trainer.chapters.naming import check_name
from trainer.cli.diagnostics import tell_next_steps
from trainer.content import find_content, find_places
from trainer.errors import UsageError

if TYPE_CHECKING:
    from trainer.content import Places

app = App(name="new", help="Begin a chapter or deck of your own.", help_format="plaintext")


@app.command
def chapter(name: str, /, *, to: Path | None = None) -> None:
    """Write the files of a new chapter: commented, with an example in each.

    Parameters
    ----------
    name
        Its id: lower-case letters, digits and single hyphens, such as harbour-lamp.
    to
        The folder in which to make the chapter's folder; your own library if left out.
    """
    from trainer.chapters.starting import schemas_for, start_chapter

    places = find_places(os.environ)
    check_name(name, "chapter")
    _refuse_known(name, places, "chapter", elsewhere=to is not None)
    parent = places.library / "data" if to is None else to
    folder = start_chapter(name, parent, schemas_for(parent, places))
    print(folder)
    known_as = name if to is None else str(folder)
    tell_next_steps(
        f"say in {folder / 'chapter.yaml'} what the chapter is",
        "put in people, events and votes: each file has an example to take the # away from",
        f"check it as often as you like: trainer check {known_as} --watch",
        f"prove it against the text: trainer evidence {known_as} --text FILE",
        f"read its questions: trainer questions {known_as}",
    )


@app.command
def deck(name: str, /, *, to: Path | None = None) -> None:
    """Write the file of a new deck, which selects from your own chapters, or from those that ship.

    Parameters
    ----------
    name
        Its id: lower-case letters, digits and single hyphens, such as first-week.
    to
        The folder in which to make the deck's file; your own library if left out.
    """
    from trainer.chapters.starting import schemas_for
    from trainer.decks.starting import start_deck

    places = find_places(os.environ)
    check_name(name, "deck")
    _refuse_known(name, places, "deck", elsewhere=to is not None)
    parent = places.library / "decks" if to is None else to
    file = start_deck(name, parent, schemas_for(parent, places), _chapters_to_ask(places))
    print(file)
    known_as = name if to is None else str(file)
    tell_next_steps(
        f"say in {file} which questions you want",
        f"check it: trainer check {known_as}",
        f"read its questions: trainer questions {known_as}",
        f"ask them: trainer quiz {known_as}",
    )


def _refuse_known(name: str, places: Places, sort: str, *, elsewhere: bool) -> None:
    """Refuse an id that is taken: the new one would hide the other, or be hidden by it."""
    if elsewhere:
        return
    content = find_content(places)
    taken = {folder.name: folder for folder in content.chapters}
    taken |= {file.stem: file for file in content.decks}
    if name in taken:
        raise UsageError(
            f"there is a {name} already: {taken[name]}", mend=f"choose another name for your {sort}"
        )


def _chapters_to_ask(places: Places) -> list[str]:
    """Return the ids of the user's own chapters that have questions; where there are none, of all."""
    from trainer.decks.catalogue import read_catalogue

    asked = [
        each.id
        for each in read_catalogue(places).chapters
        if each.questions != 0 or each.cards != 0
    ]
    own = {
        folder.name
        for folder in find_content(places).chapters
        if folder.is_relative_to(places.library)
    }
    return [name for name in asked if name in own] or asked
