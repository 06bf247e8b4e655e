"""The top line: what this is, how far it is, how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container, Horizontal

from trainer.tui.widgets.meter import Meter
from trainer.tui.widgets.words import Words, line

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Bar(Container):
    """A title and, in a session, a line and figures."""

    DEFAULT_CSS = """
    Bar {
        height: 1;
        padding: 0 2;
        align-horizontal: center;
        .line { height: 1; width: 100%; max-width: 88; }
        .title { width: auto; max-width: 50%; text-wrap: nowrap; text-overflow: ellipsis; }
        Meter { width: 1fr; margin: 0 2; visibility: hidden; }
        &.-measuring Meter { visibility: visible; }
        .status { width: auto; }
    }
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Title, meter, figures."""
        with Horizontal(classes="line"):
            yield Words(self._title, classes="title")
            yield Meter()
            yield Words(classes="status")

    def entitle(self, title: str) -> None:
        """Show a title."""
        self.query_one(".title", Words).update(line(title))

    def measure(self, done: int, total: int, status: str) -> None:
        """Show how far it is and how it goes."""
        self.add_class("-measuring")
        self.query_one(Meter).share = done / total if total else 0.0
        self.query_one(".status", Words).show(status)
