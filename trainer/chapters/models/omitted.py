"""`omitted.yaml`: what the text prints and the record leaves out on purpose."""

from __future__ import annotations

import re

from pydantic import Field, field_validator, model_validator

from trainer.chapters.models.base import Model, Text, Token, problem


class OmissionEntry(Model):
    """One item (`paragraph`, `prints`) or a `pattern` (a regular expression), with the reason."""

    reason: Text
    paragraph: int | None = Field(None, ge=1)
    prints: Token | None = None
    pattern: Token | None = None

    @field_validator("pattern")
    @classmethod
    def _is_an_expression(cls, pattern: str | None) -> str | None:
        try:
            re.compile(pattern or "")
        except re.error as error:
            raise problem(f"pattern is no regular expression: {error}", "correct it") from None
        return pattern

    @model_validator(mode="after")
    def _names_something(self) -> OmissionEntry:
        if self.paragraph is None and self.prints is None and self.pattern is None:
            raise problem("an omission of nothing", "give paragraph, prints or pattern")
        return self
