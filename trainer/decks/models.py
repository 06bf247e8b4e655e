"""What a teacher may write in a deck's file."""

from __future__ import annotations

from pydantic import Field, model_validator

from trainer.chapters.models.base import Id, Model, Text, problem
from trainer.chapters.record import Importance
from trainer.dates import Calendar
from trainer.questions.question import Demand, Form, Kind


class PeriodEntry(Model):
    """A stretch of time: EDTF at either end, both included; one end may be left out."""

    from_: Text | None = Field(None, alias="from")
    to: Text | None = None
    calendar: Calendar | None = Field(None, description="the chapter's own, if left out")

    @model_validator(mode="after")
    def _has_an_end(self) -> PeriodEntry:
        if self.from_ is None and self.to is None:
            raise problem(
                "a period without from and to", "give at least one, such as from: 1901-10"
            )
        return self


class SelectorEntry(Model):
    """Which questions are meant; within a key any of its values will do."""

    lessons: list[Id] | None = None
    kinds: list[Kind] | None = None
    templates: list[Id] | None = None
    demands: list[Demand] | None = None
    forms: list[Form] | None = None
    tags: list[Text] | None = None
    importance: list[Importance] | None = None
    period: PeriodEntry | None = None
    persons: list[Id] | None = None
    organizations: list[Id] | None = None
    issues: list[Id] | None = None
    facts: list[Id] | None = None


class SelectEntry(SelectorEntry):
    """What a deck takes: a question must meet every key that is given."""

    chapters: list[Id] = Field(min_length=1)

    @model_validator(mode="after")
    def _names_each_chapter_once(self) -> SelectEntry:
        for place, chapter in enumerate(self.chapters):
            if chapter in self.chapters[:place]:
                raise problem(f"the chapter {chapter} stands twice", "name it once")
        return self


class DeckEntry(Model):
    """A deck; `exclude` drops a question that meets any of its keys."""

    id: Id
    title: Text
    description: Text
    select: SelectEntry
    exclude: SelectorEntry | None = None
