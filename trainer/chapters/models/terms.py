"""`terms.yaml`: words that a reader of today needs explained."""

from __future__ import annotations

from pydantic import Field

from trainer.chapters.models.base import Entry, NameEntry, Text


class TermEntry(Entry):
    """One term with its gloss."""

    name: Text
    gloss: Text
    classification: Text | None = Field(
        None,
        description="what sort of word it is: place, slogan, class of people, … in your own words",
    )
    other_names: list[NameEntry] = Field(default_factory=list)
