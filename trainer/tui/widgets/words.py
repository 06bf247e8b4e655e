"""Text from data on the screen: shown letter by letter, never read as markup."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from trainer.text.printable import one_line, printable


def content(text: str) -> Content:
    """Return text of several lines, safe to show."""
    return Content(printable(text))


def line(text: str) -> Content:
    """Return text as one line, safe to show."""
    return Content(one_line(text))


class Words(Static):
    """Text from data."""

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(content(text), markup=False, id=id, classes=classes)

    @property
    def plain(self) -> str:
        """What the widget shows."""
        return str(self.content)

    def show(self, text: str) -> None:
        """Show other text."""
        self.update(content(text))
