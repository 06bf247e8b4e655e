"""What the finders hand over: facts as plain data, before they are written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.dates import Calendar

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens of one paragraph, in the order of print."""

    paragraph: int
    tokens: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Return it as an item of evidence."""
        return {"paragraph": self.paragraph, "prints": list(self.tokens)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date told in a paragraph, characters `start` to before `stop`.

    Attributes:
        value: what `date` has in the file.
        edtf: the date itself.
        quotes: evidence that proves it.
        hint: words beside it, by which an author knows it again.
    """

    paragraph: int
    start: int
    stop: int
    value: Mapping[str, Any]
    edtf: str
    quotes: tuple[Quote, ...]
    hint: str

    @property
    def is_reckoned(self) -> bool:
        """Whether it is told by its distance from another."""
        return "derived" in self.value

    def calendars(self, usual: Calendar) -> tuple[Calendar, ...]:
        """Return the calendar in which it counts, or those of its two ends."""
        told = self.value.get("calendar", usual)
        return tuple(map(Calendar, told if isinstance(told, list) else [told]))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundVote:
    """A vote or a figure told in a sentence, characters `start` to before `stop` of a paragraph.

    Attributes:
        values: the keys of its entry, `type` first; of an election the candidates by the names that are printed.
        quotes: evidence that proves it.
    """

    paragraph: int
    start: int
    stop: int
    values: Mapping[str, Any]
    quotes: tuple[Quote, ...]
    hint: str
