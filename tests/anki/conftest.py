"""Anki itself, without its windows."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from trainer.anki.package import Written, write_package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from anki.cards import Card

    from trainer.decks.opening import OpenedDeck

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


class Log(NamedTuple):
    """How many notes an import found new, changed, unchanged, and at odds with the collection."""

    new: int
    updated: int
    duplicate: int
    conflicting: int


class Anki:
    """A collection into which packages are imported with Anki's own options."""

    def __init__(self, folder: Path) -> None:
        self._package = folder / "deck.apkg"
        self.collection = Collection(str(folder / "collection.anki2"))

    def write(self, opened: OpenedDeck, *, now: datetime = NOW) -> Written:
        return write_package(opened, self._package, now=now)

    def take(self) -> Log:
        """Import the package that was written last."""
        request = ImportAnkiPackageRequest(
            package_path=str(self._package), options=ImportAnkiPackageOptions()
        )
        log = self.collection.import_anki_package(request).log
        return Log(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def add(self, opened: OpenedDeck, *, now: datetime = NOW) -> Log:
        self.write(opened, now=now)
        return self.take()

    def cards(self, query: str = "") -> list[Card]:
        """Return the cards found, in the order in which they are to be learned."""
        return [
            self.collection.get_card(i) for i in self.collection.find_cards(query, "c.due, c.ord")
        ]

    def card(self, note: str, template: str) -> Card:
        """Return the card of the note with that id, by the name of its template."""
        (card,) = [
            card
            for card in self.cards()
            if card.note()["Id"] == note and card.template()["name"] == template
        ]
        return card


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    started = Anki(tmp_path)
    yield started
    started.collection.close()


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # the parser's own
        self._in_style = tag == "style"
        if tag in {"div", "dt", "dd", "br", "hr"}:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the parser's own
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.parts.append(data)


def shown(html: str) -> list[str]:
    """Return the lines that a reader sees of a side of a card."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return [line for line in lines if line]
