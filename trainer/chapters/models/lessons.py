"""`lessons.yaml`: stretches of the chapter that are learned together."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, WithJsonSchema, field_validator

from trainer.chapters.models.base import Id, Model, Text, problem

MAXIMUM_WORDS_OF_A_GIST = 120


_RANGES = r"^\d+(-\d+)?(, ?\d+(-\d+)?)*$"
Paragraphs = Annotated[
    str,
    StringConstraints(pattern=_RANGES),
    WithJsonSchema({"type": ["string", "integer"], "pattern": _RANGES}),
]


class LessonEntry(Model):
    """One lesson."""

    id: Id
    title: Text
    paragraphs: Paragraphs | None = Field(
        None,
        description="such as 30-52, or 30-52, 57; may be left out for facts that name the lesson",
    )
    gist: Text = Field(description="what happens, in at most 120 words of our own")
    question: Text = Field(description="the question that guides the reading")
    after: list[Id] = Field(default_factory=list)

    @field_validator("gist")
    @classmethod
    def _is_short(cls, gist: str) -> str:
        if (words := len(gist.split())) > MAXIMUM_WORDS_OF_A_GIST:
            raise problem(f"a gist of {words} words", f"keep to {MAXIMUM_WORDS_OF_A_GIST}")
        return gist

    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The paragraphs as closed ranges from 1."""
        parts = (part.strip().partition("-") for part in (self.paragraphs or "").split(",") if part)
        return tuple((int(first), int(last or first)) for first, _, last in parts)
