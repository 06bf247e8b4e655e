"""`trainer list`: the chapters and decks with their sizes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from trainer.cli.diagnostics import ExitCode, complain, narrate
from trainer.content import find_places
from trainer.decks.catalogue import read_catalogue

if TYPE_CHECKING:
    from trainer.decks.catalogue import Catalogue


def list_command(*, json: bool = False) -> int:
    """List the chapters and decks with their sizes.

    Parameters
    ----------
    json
        Print one JSON object instead of a table.
    """
    return list_content(json=json)


def list_content(*, json: bool) -> int:
    """Print the catalogue; content that cannot be read is reported on stderr and makes the command fail."""
    catalogue = read_catalogue(find_places(os.environ))
    if json:
        _print_json(catalogue)
    else:
        _print_table(catalogue)
    complain(catalogue.problems)
    return ExitCode.FAILURE if catalogue.problems else ExitCode.OK


def _print_json(catalogue: Catalogue) -> None:
    from json import dumps

    print(dumps(catalogue.as_json(), ensure_ascii=False, indent=2))


def _print_table(catalogue: Catalogue) -> None:
    if not catalogue.chapters and not catalogue.decks:
        narrate("no chapters yet – `trainer paths` shows where yours belong")
    for chapter in catalogue.chapters:
        print(f"{chapter.id}  {chapter.title}, from {chapter.work}")
        print(f"  {', '.join(f'{count:,} {sort}' for sort, count in chapter.counts.items())}")
        print(
            f"  {len(chapter.lessons)} lessons, {chapter.cards:,} cards, {chapter.questions:,} questions"
        )
    width = max((len(deck.id) for deck in catalogue.decks), default=0)
    if catalogue.decks:
        print()
    for deck in catalogue.decks:
        print(f"{deck.id:<{width}}  {deck.questions:>5,} questions  {deck.title}")
