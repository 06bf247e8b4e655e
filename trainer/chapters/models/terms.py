"""`terms.yaml`: words that a reader of today needs explained."""

from __future__ import annotations

from pydantic import Field

from trainer.chapters.models.base import Entry, NameEntry, Text


class TermEntry(Entry):
    """One term with its gloss."""

    name: Text
    gloss: Text
    other_names: list[NameEntry] = Field(default_factory=list)
