"""`trainer list`: the chapters and decks with their sizes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from trainer.cli.diagnostics import ExitCode, complain, narrate
from trainer.content import find_places
from trainer.decks.catalogue import read_catalogue
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from trainer.decks.catalogue import Catalogue, ChapterSummary, DeckSummary


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
    catalogue = read_catalogue(find_places(os.environ), narrate)
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
    if catalogue.empty:
        narrate("no chapters yet – `trainer paths` shows where yours belong")
    for chapter in catalogue.chapters:
        print(f"{chapter.id}  {chapter.title}, from {chapter.work}")
        facts = [
            counted(many, sort.removesuffix("s")) for sort, many in chapter.counts.items() if many
        ]
        print(f"  {', '.join(facts) or 'no facts yet'}")
        print(f"  {counted(len(chapter.lessons), 'lesson')}, {_size(chapter)}")
    width = max((len(deck.id) for deck in catalogue.decks), default=0)
    if catalogue.decks:
        print()
    for deck in catalogue.decks:
        print(f"{deck.id:<{width}}  {deck.title}: {_size(deck)}")


def _size(summary: ChapterSummary | DeckSummary) -> str:
    if summary.questions is None or summary.cards is None:
        return "questions and flash cards uncounted, for there are too many"
    return f"{counted(summary.questions, 'question')}, {counted(summary.cards, 'flash card')}"
