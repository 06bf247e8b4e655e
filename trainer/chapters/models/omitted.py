"""`omitted.yaml`: what the text prints and the record leaves out on purpose."""

from __future__ import annotations

from pydantic import Field, model_validator

from trainer.chapters.models.base import Model, Text, Token, problem


class OmissionEntry(Model):
    """One item (`paragraph`, `prints`) or a `pattern` (a regular expression), with the reason."""

    reason: Text
    paragraph: int | None = Field(None, ge=1)
    prints: Token | None = None
    pattern: Token | None = None

    @model_validator(mode="after")
    def _names_something(self) -> OmissionEntry:
        if self.paragraph is None and self.prints is None and self.pattern is None:
            raise problem("an omission of nothing", "give paragraph, prints or pattern")
        return self
