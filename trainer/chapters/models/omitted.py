"""`omitted.yaml`: what the text prints and the record leaves out on purpose."""

from __future__ import annotations

from pydantic import Field, field_validator, model_validator

from trainer.chapters.models.base import Model, Quoted, Text, Token, problem
from trainer.chapters.record import GapClass
from trainer.text.patterns import fault_of


class OmissionEntry(Model):
    """One item (`paragraph`, `prints`), a `pattern` (a regular expression) or a whole paragraph, with the reason."""

    reason: Text
    class_: GapClass | None = Field(
        None, alias="class", description="of which class alone; of every class where left out"
    )
    paragraph: int | None = Field(None, ge=1)
    prints: Token | None = Field(None, description="the words as they are printed")
    pattern: Quoted | None = Field(
        None, description="a regular expression that matches the words as they are printed"
    )

    @field_validator("pattern")
    @classmethod
    def _is_an_expression(cls, pattern: str | None) -> str | None:
        fault = None if pattern is None else fault_of(pattern)
        if fault is not None:
            what, mend = fault
            raise problem(f"pattern {what}", mend)
        return pattern

    @model_validator(mode="after")
    def _names_something(self) -> OmissionEntry:
        if self.paragraph is None and self.prints is None and self.pattern is None:
            raise problem("an omission of nothing", "give paragraph, prints or pattern")
        if self.prints is not None and self.pattern is not None:
            raise problem("an omission with both prints and pattern", "write two of them")
        return self
