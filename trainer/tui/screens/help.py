"""Help: the keys of the screen below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen

from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.screen import Screen

LISTED = 4  # keys that are named one by one

NAMES = {
    "question_mark": "?",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


class HelpScreen(ModalScreen[None]):
    """A table of keys and what they do; any of the usual keys closes it."""

    CSS_PATH = "../styles/message.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,f1,question_mark,q", "dismiss", "Close", id="help.close"),
    ]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        active = {binding.binding.id for binding in screen.active_bindings.values()}
        # As they are written, because a key that a list takes first (Enter) is not among the active ones.
        written = (*screen.BINDINGS, *screen.app.BINDINGS)
        self._rows = rows(
            each for each in written if isinstance(each, Binding) and each.id in active
        )

    def compose(self) -> ComposeResult:
        """A line a thing that can be done."""
        with VerticalScroll():
            yield Words("Keys", classes="heading")
            for keys, description in self._rows:
                with Horizontal(classes="row"):
                    yield Words(keys, classes="keys")
                    yield Words(description)
            yield Words("The mouse works too. Esc closes this.", classes="note")


def rows(bindings: Iterable[Binding]) -> list[tuple[str, str]]:
    """Return keys and description of bindings, those that do the same in one row."""
    keys: dict[str, list[str]] = {}
    for binding in bindings:
        if binding.description:
            names = [name(key) for key in binding.key.split(",")]
            keys.setdefault(binding.description, []).extend(names)
    return [(joined(names), description) for description, names in keys.items()]


def joined(names: Iterable[str]) -> str:
    """Return the names once each, a run of digits as `1 – 9`."""
    unique = list(dict.fromkeys(names))
    if len(unique) > LISTED and all(each.isdigit() for each in unique):
        return f"{unique[0]} – {unique[-1]}"
    return " ".join(unique)


def name(key: str) -> str:
    """Return what stands on the key."""
    return NAMES.get(key, key.upper() if len(key) > 1 else key)
