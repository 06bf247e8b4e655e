"""Which of a deck's cards a session is about."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trainer.questions.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """All that a card must meet; None does not ask for anything.

    Attributes:
        lesson: its id.
        kind: `date`, `person`, `vote` or `idea`.
        tag: of a question, such as `vote` or `contested`.
        person: the id of somebody whom the card's question uses.
        paragraphs: the first and last of a stretch of the text that proves it.
    """

    lesson: str | None = None
    kind: str | None = None
    tag: str | None = None
    person: str | None = None
    paragraphs: tuple[int, int] | None = None

    def admits(self, question: Question) -> bool:
        """Whether a question meets them all."""
        return all(self._met(question))

    def _met(self, question: Question) -> Iterator[bool]:
        yield self.lesson in {None, question.lesson}
        yield self.kind in {None, question.kind.value}
        yield self.tag is None or self.tag in question.tags
        yield self.person is None or self.person in question.facts
        if self.paragraphs is not None:
            first, last = self.paragraphs
            yield any(first <= each.paragraph <= last for each in question.evidence)

    def among(self, questions: Iterable[Question]) -> tuple[Question, ...]:
        """Return the questions that meet them, in their order."""
        return tuple(question for question in questions if self.admits(question))

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads."""
        return asdict(self)

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Self:
        """Return the filters that were told."""
        stretch = told["paragraphs"]
        return cls(**{**told, "paragraphs": None if stretch is None else tuple(stretch)})
