"""What came of looking for gaps: each thing that the text prints, and how it stands to the record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from trainer.chapters.record import GapClass
from trainer.text.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.errors import Place


class Standing(StrEnum):
    """How something printed stands to the record."""

    RECORDED = "on record"
    OMITTED = "omitted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that the text prints.

    Attributes:
        paragraph: from 1, as the record counts.
        offset: its first character within the paragraph, from 0.
        text: as printed; empty for a paragraph as a whole.
        context: at most eight words of the text, it among them.
        reason: why it is left out, where it is.
    """

    class_: GapClass
    paragraph: int
    offset: int
    text: str
    context: str
    standing: Standing
    reason: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data; the standing goes without saying where it is listed."""
        plain = {
            "class": self.class_.value,
            "paragraph": self.paragraph,
            "offset": self.offset,
            "text": self.text,
            "context": self.context,
        }
        return plain | ({"reason": self.reason} if self.reason else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """An omission that omits nothing: `what` it names, and `why` it is of no use."""

    place: Place
    what: str
    why: str

    def as_dict(self) -> dict[str, str]:
        """Return it as plain data."""
        return {"place": str(self.place), "what": self.what, "why": self.why}


_HEADINGS: Mapping[GapClass, str] = {
    GapClass.DATE: "dates that no fact holds: enter a fact with the date, or correct the one that is there",
    GapClass.NUMBER: "numbers that no fact holds: enter it (a count, a size, a figure) and quote it in its evidence",
    GapClass.TITLE: "titles that nothing on record has: enter a work or a term, or add it to `other_names`",
    GapClass.NAME: "names that nobody and nothing on record has: enter it, or add it to `other_names`",
    GapClass.PARAGRAPH: "paragraphs that no fact comes from: enter what they tell",
}
_OR_OMIT = "; or name it in omitted.yaml with a reason"
_STALE = "omissions that omit nothing: take them out of omitted.yaml, or correct them"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """What came of a chapter."""

    items: tuple[Item, ...]
    stale: tuple[Stale, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing is missing and no omission is stale."""
        return not self.stale and not self.of(Standing.MISSING)

    def of(self, standing: Standing, class_: GapClass | None = None) -> tuple[Item, ...]:
        """Return the items of a standing and, if one is given, a class, in the order of print."""
        return tuple(
            item
            for item in self.items
            if item.standing is standing and class_ in {None, item.class_}
        )

    def counts(self) -> dict[GapClass, dict[Standing, int]]:
        """Return how many items of each class have each standing."""
        found = Counter((item.class_, item.standing) for item in self.items)
        return {
            class_: {standing: found[class_, standing] for standing in Standing}
            for class_ in GapClass
        }

    def as_text(self) -> str:
        """Write what is missing for a person, class by class, and the counts."""
        lines: list[str] = []
        for class_, heading in _HEADINGS.items():
            if missing := self.of(Standing.MISSING, class_):
                lines += [f"{counted(len(missing), class_)} missing – {heading}{_OR_OMIT}"]
                lines += [f"  {_line(item)}" for item in missing]
        if self.stale:
            lines.append(f"{counted(len(self.stale), 'omission')} stale – {_STALE}")
            lines += [f"  {stale.place}: {stale.what}: {stale.why}" for stale in self.stale]
        return "".join(f"{line}\n" for line in (*lines, *self._table()))

    def _table(self) -> list[str]:
        rows = [("", "found", *(standing.value for standing in Standing))]
        rows += [
            (f"{class_}s", str(sum(by.values())), *(str(number) for number in by.values()))
            for class_, by in self.counts().items()
        ]
        return ["".join((f"{row[0]:<12}", *(f"{cell:>10}" for cell in row[1:]))) for row in rows]

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return {
            "complete": self.complete,
            "missing": [item.as_dict() for item in self.of(Standing.MISSING)],
            "omitted": [item.as_dict() for item in self.of(Standing.OMITTED)],
            "stale": [stale.as_dict() for stale in self.stale],
            "counts": {
                class_.value: {"found": sum(by.values())}
                | {standing.value.replace(" ", "_"): number for standing, number in by.items()}
                for class_, by in self.counts().items()
            },
        }


def _line(item: Item) -> str:
    if not item.text:
        return f"¶ {item.paragraph}: {item.context} …"
    printed = " ".join(item.text.split())
    near = f" – {item.context}" if item.context != printed else ""
    return f"¶ {item.paragraph}: {printed}{near}"
