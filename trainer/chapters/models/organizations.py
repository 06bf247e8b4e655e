"""`organizations.yaml`: bodies, parties, papers and meetings."""

from __future__ import annotations

from pydantic import Field

from trainer.chapters.models.base import DateEntry, Entry, Id, NameEntry, RollEntry, Text


class OrganizationEntry(Entry):
    """One organization; `name` as it stands after "the", or `article: false` where it takes none."""

    name: Text
    article: bool = Field(default=True, description='whether the name takes "the"')
    other_names: list[NameEntry] = Field(default_factory=list)
    classification: Text | None = Field(
        None, description="party, committee, newspaper, congress, …"
    )
    gloss: Text | None = None
    parent: Id | None = None
    founded: DateEntry | None = None
    dissolved: DateEntry | None = None
    memberships: RollEntry | None = None
