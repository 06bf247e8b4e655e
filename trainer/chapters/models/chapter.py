"""`chapter.yaml`: what the chapter is, who tells it, under which licence its record stands."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from trainer.chapters.models.base import Id, Model, Text
from trainer.dates import Calendar


class ChapterEntry(Model):
    """The chapter as a whole; its id is the name of its folder."""

    title: Text
    work: Text = Field(description="the book or collection that it is a chapter of")
    author: Text
    narrator: Id | None = Field(
        None, description="the person who speaks, where the record names them"
    )
    year: int = Field(
        ge=-999, le=2999, description="the year that its dates belong to unless they say so"
    )
    calendar: Calendar = Field(description="the calendar of dates that name none")
    format: Literal["1", 1]
    version: Text
    licence: Text = Field(description="of this record, not of the text")
    segmentation: Literal["lines", "blank-line"]
    voice: Text | None = Field(
        None, description="one sentence on whose account this is, printed on every sheet"
    )
    description: Text | None = None
    issues: dict[Id, Text] = Field(
        default_factory=dict,
        description="what each issue of the statements is called in a sentence",
    )
