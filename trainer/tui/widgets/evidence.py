"""Where the chapter says so: `¶ 109`, with the tokens to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Evidence


class EvidenceLine(Words):
    """The paragraphs of a fact: on one line where lines are few, else in full."""

    DEFAULT_CSS = """
    EvidenceLine {
        color: $quiet;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def cite(self, evidence: Iterable[Evidence]) -> None:
        """Show the evidence; nothing at all where there is none."""
        self.show(citation(evidence))
        self.display = bool(self.plain)


def citation(evidence: Iterable[Evidence]) -> str:
    """Return `¶ 109 “414 votes” “519 opposed” · ¶ 110`, each paragraph once, in the order given."""
    prints: dict[int, list[str]] = {}
    for item in evidence:
        prints.setdefault(item.paragraph, []).extend(item.prints)
    return " · ".join(
        " ".join([f"¶ {paragraph}", *(f"“{token}”" for token in tokens)])
        for paragraph, tokens in prints.items()
    )
