"""`works.yaml`: what was written, printed or spoken under a title."""

from __future__ import annotations

from pydantic import Field

from trainer.chapters.models.base import DateEntry, Entry, Id, NameEntry, Text


class WorkEntry(Entry):
    """One work; `argument` completes "it argued that …"."""

    title: Text
    other_names: list[NameEntry] = Field(default_factory=list)
    authors: list[Id] = Field(default_factory=list)
    medium: Text | None = Field(None, description="article, letter, manifesto, speech, …")
    date: DateEntry | None = None
    published_in: Text | None = Field(None, description="an organization's id, or a title")
    argument: Text | None = None
