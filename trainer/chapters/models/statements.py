"""`statements.yaml`: who held what, on which issue, and when."""

from __future__ import annotations

from pydantic import Field

from trainer.chapters.models.base import DateEntry, Entry, Id, Text


class StatementEntry(Entry):
    """One position: a clause that completes "held that …"."""

    issue: Id
    speaker: Id
    position: Text
    date: DateEntry | None = None
    opponents: list[Id] = Field(default_factory=list)
    also_held_by: list[Id] = Field(
        default_factory=list, description="who else is told to have held the same"
    )
    audience: Id | None = Field(None, description="the body or event before which it was said")
