"""Help: the keys of the screen below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen

from trainer.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

LISTED = 4  # keys that are named one by one

NAMES = {
    "question_mark": "?",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
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

    def __init__(self, bindings: Mapping[str, ActiveBinding]) -> None:
        super().__init__()
        self._rows = rows(binding.binding for binding in bindings.values())

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
    """Return keys and description of our own bindings, those that do the same in one row."""
    keys: dict[str, list[str]] = {}
    for binding in bindings:
        if binding.id is not None and binding.description:
            keys.setdefault(binding.description, []).append(name(binding.key))
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
