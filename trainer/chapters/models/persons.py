"""`persons.yaml`: everybody whom the chapter names."""

from __future__ import annotations

from pydantic import Field

from trainer.chapters.models.base import DateEntry, Entry, EvidenceEntry, Id, Model, NameEntry, Text


class OfficeEntry(Model):
    """A role that somebody held; `role` completes "was …", without an article where English has none."""

    id: Id
    role: Text
    organization: Id | None = None
    from_: DateEntry | None = Field(None, alias="from")
    to: DateEntry | None = None
    evidence: list[EvidenceEntry] = Field(default_factory=list)
    note: Text | None = None


class AffiliationEntry(Model):
    """A party, faction or circle that somebody belonged to."""

    organization: Id
    from_: DateEntry | None = Field(None, alias="from")
    to: DateEntry | None = None
    note: Text | None = None


class FateEntry(Model):
    """What became of somebody, where the text tells it: a predicate that follows the bare name."""

    text: Text
    date: DateEntry | None = None
    evidence: list[EvidenceEntry] = Field(default_factory=list)


class PersonEntry(Entry):
    """Somebody named; `gloss` follows the name after a comma ("a leader of the …")."""

    name: Text
    sort_name: Text | None = Field(None, description="where it is not the last word of the name")
    other_names: list[NameEntry] = Field(default_factory=list)
    gloss: Text | None = None
    offices: list[OfficeEntry] = Field(default_factory=list)
    affiliations: list[AffiliationEntry] = Field(default_factory=list)
    fate: FateEntry | None = None
