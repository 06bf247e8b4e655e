"""The line of keys at the bottom: whole keys only, as many as there is room for, and always the way to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Footer

# The footer itself is public, what it is made of is not.
from textual.widgets._footer import FooterKey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

_WIDE, _TIGHT = 3, 1
_HELP = "help"


class Keys(Footer):
    """A footer that leaves out the last keys where there is no room for them: help tells them all."""

    DEFAULT_CSS = "Keys.-compact.-tight FooterKey { margin-right: 1; }"

    def compose(self) -> ComposeResult:
        """The keys that there is room for."""
        keys = [key for key in super().compose() if isinstance(key, FooterKey)]
        tight = _cells(keys, _WIDE) > self.size.width
        self.set_class(tight, "-tight")
        while tight and _cells(keys, _TIGHT) > self.size.width:
            last = next((key for key in reversed(keys) if key.action != _HELP), None)
            if last is None:
                break
            keys.remove(last)
        yield from keys

    def on_resize(self) -> None:
        """Look anew for how many there is room."""
        self.call_after_refresh(self.recompose)


def _cells(keys: Sequence[FooterKey], apart: int) -> int:
    return sum(len(f"{key.key_display} {key.description}") + apart for key in keys) - apart
