"""What follows an answer: the verdict in words and sign, the explanation, the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from trainer.tui.widgets.evidence import EvidenceLine
from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from trainer.chapters.record import Evidence


class Feedback(Vertical):
    """Hidden until there is something to say."""

    DEFAULT_CSS = """
    Feedback {
        height: auto;
        display: none;
        padding: 0 1 0 1;
        border-left: outer $success;
        &.-wrong { border-left: outer $error; }
        .verdict { text-style: bold; color: $success; }
        &.-wrong .verdict { color: $error; }
    }
    """

    def compose(self) -> ComposeResult:
        """Verdict, explanation, evidence."""
        yield Words(classes="verdict")
        yield Words(classes="explanation")
        yield EvidenceLine()

    def show(
        self,
        *,
        right: bool,
        verdict: str,
        explanation: str,
        evidence: Iterable[Evidence],
        judged: bool = True,
    ) -> None:
        """Say how it was; where nothing was judged, what the answer is."""
        sign = ("✓ " if right else "✗ ") if judged else ""
        self.set_class(not right, "-wrong")
        self.query_one(".verdict", Words).show(f"{sign}{verdict}")
        words = self.query_one(".explanation", Words)
        words.show(explanation)
        words.display = bool(explanation)
        self.query_one(EvidenceLine).cite(evidence)
        self.display = True

    def hide(self) -> None:
        """Say nothing."""
        self.display = False
