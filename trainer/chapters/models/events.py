"""`events.yaml`: what happened."""

from __future__ import annotations

from pydantic import Field

from trainer.chapters.models.base import DateEntry, DeedEntry, Entry, Id, Text
from trainer.chapters.record import Grain


class EventEntry(Entry):
    """One event: `title` completes "the date of …", `statement` is a full sentence in the past tense."""

    title: Text
    statement: Text | None = None
    date: DateEntry | None = None
    ask_grain: Grain = Field(Grain.DAY, description="how precisely its date is worth knowing")
    people: list[DeedEntry] = Field(default_factory=list)
    organizations: list[Id] = Field(default_factory=list)
    place: Text | None = None
