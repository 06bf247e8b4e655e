"""Writes a deck as an Anki package (`.apkg`): the same deck and time give the same bytes."""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genanki.card import Card
from genanki.deck import Deck
from genanki.model import Model
from genanki.note import Note as NoteOfModel
from genanki.package import Package
from genanki.util import guid_for

from trainer.anki.description import description
from trainer.anki.markup import as_deck_name
from trainer.anki.note_types import NOTE_TYPES, SORT_FIELD
from trainer.anki.notes import notes_of
from trainer.anki.templates import back, css, front
from trainer.files import write_atomically, zipped

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from trainer.anki.note_types import FieldType, NoteType, Slot
    from trainer.anki.notes import Note
    from trainer.decks.opening import OpenedDeck


@dataclass(frozen=True, slots=True)
class Written:
    """How much a package holds."""

    notes: int
    cards: int


def write_package(opened: OpenedDeck, path: Path, *, now: datetime) -> Written:
    """Write a deck as a package that Anki imports, or bring an imported one up to date with it.

    Args:
        opened: the deck; its notes keep their GUIDs, however their wording changes.
        path: the file to write.
        now: the time of change of all notes: Anki updates a note only from one that is newer than its own.

    Raises:
        OutputError: the folder is missing or may not be written to, or the disk is full.
    """
    notes = notes_of(opened)
    database = _database(opened, notes, now)
    write_atomically(path, zipped({"collection.anki2": database, "media": b"{}"}))
    return Written(len(notes), sum(len(note.ordinals) for note in notes))


def guid(lasting_id: str) -> str:
    """Return the GUID of a note from the id under which it was first published."""
    return str(guid_for(lasting_id))


def deck_number(deck: str) -> int:
    """Return the number by which Anki knows a deck, from the deck's id: between 2³⁰ and 2³¹."""
    digest = hashlib.sha256(f"chapter-trainer deck {deck}".encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:8], "big") % (1 << 30)


class _Model(Model):
    """A note type whose cards need their front's field and nothing else, which need not be found out."""

    @property
    def _req(self) -> list[list[Any]]:
        names = [field["name"] for field in self.fields]
        return [
            [ordinal, "all", [names.index(f"{template['name']} front")]]
            for ordinal, template in enumerate(self.templates)
        ]


class _Note(NoteOfModel):
    """A note that has the cards that its deck selects, although it fills the fronts of others too."""

    def __init__(self, note: Note, model: Model, due: int) -> None:
        super().__init__(
            model=model,
            fields=list(note.fields),
            tags=note.tags,
            guid=guid(note.lasting_id),
            due=due,
        )
        self._ordinals = note.ordinals

    @property
    def cards(self) -> list[Card]:
        return [Card(ordinal) for ordinal in self._ordinals]


class _Deck(Deck):
    """A deck whose description is Markdown."""

    def to_json(self) -> dict[str, Any]:
        return {**super().to_json(), "md": True}


def _deck_name(opened: OpenedDeck) -> str:
    """Return the deck's name, below its chapter's where it is a part of one: alone it would say little."""
    title = as_deck_name(opened.title)
    if len(opened.chapters) != 1 or opened.chapters[0].id == opened.id:
        return title
    return f"{as_deck_name(opened.chapters[0].title)}::{title}"


def _database(opened: OpenedDeck, notes: tuple[Note, ...], now: datetime) -> bytes:
    models = {note_type.id: _model(note_type) for note_type in NOTE_TYPES}
    deck = _Deck(deck_number(opened.id), _deck_name(opened), description(opened))
    for due, note in enumerate(notes, 1):
        deck.add_note(_Note(note, models[note.type.id], due))
    seconds = int(now.timestamp())
    connection = sqlite3.connect(":memory:")
    try:
        Package(deck).write_to_db(connection.cursor(), seconds, itertools.count(seconds * 1000))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _model(note_type: NoteType) -> _Model:
    names = [field.name for field in note_type.fields]
    return _Model(
        note_type.id,
        note_type.name,
        fields=[_field(field) for field in note_type.fields],
        templates=[_template(slot) for slot in note_type.slots],
        css=css(),
        sort_field_index=names.index(SORT_FIELD),
    )


def _field(field: FieldType) -> dict[str, Any]:
    return {
        "id": field.id,
        "name": field.name,
        "description": field.hint,
        "collapsed": field.collapsed,
    }


def _template(slot: Slot) -> dict[str, Any]:
    return {"id": slot.template_id, "name": slot.name, "qfmt": front(slot), "afmt": back(slot)}
