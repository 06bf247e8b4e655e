"""JSON schemas of a chapter's files, by which an editor completes and checks them."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from trainer.chapters.models.chapter import ChapterEntry
from trainer.chapters.models.events import EventEntry
from trainer.chapters.models.lessons import LessonEntry
from trainer.chapters.models.omitted import OmissionEntry
from trainer.chapters.models.organizations import OrganizationEntry
from trainer.chapters.models.persons import PersonEntry
from trainer.chapters.models.statements import StatementEntry
from trainer.chapters.models.terms import TermEntry
from trainer.chapters.models.votes import VoteEntry
from trainer.chapters.models.works import WorkEntry

_FILES: dict[str, tuple[str, TypeAdapter[Any]]] = {
    "chapter": ("What the chapter is", TypeAdapter(ChapterEntry)),
    "lessons": ("Stretches learned together", TypeAdapter(list[LessonEntry])),
    "persons": ("Everybody named", TypeAdapter(list[PersonEntry])),
    "organizations": ("Bodies, parties, papers, meetings", TypeAdapter(list[OrganizationEntry])),
    "events": ("What happened", TypeAdapter(list[EventEntry])),
    "votes": ("Votes, elections, lists, figures", TypeAdapter(list[VoteEntry])),
    "works": ("What was written or spoken", TypeAdapter(list[WorkEntry])),
    "statements": ("Who held what", TypeAdapter(list[StatementEntry])),
    "terms": ("Words that need explaining", TypeAdapter(list[TermEntry])),
    "omitted": ("What the record leaves out", TypeAdapter(list[OmissionEntry])),
}


class _Plain(GenerateJsonSchema):
    """Leaves out titles that only repeat the name of a key."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False


def schemas() -> dict[str, str]:
    """Return the text of every schema by file name; the same models give the same text."""
    return {
        f"{name}.schema.json": schema_text(title, adapter)
        for name, (title, adapter) in _FILES.items()
    }


def schema_text(title: str, adapter: TypeAdapter[Any]) -> str:
    """Return the text of the schema for what `adapter` reads."""
    schema = adapter.json_schema(by_alias=True, schema_generator=_Plain)
    whole = {"$schema": _Plain.schema_dialect, **schema, "title": title}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
