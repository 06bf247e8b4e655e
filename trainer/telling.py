"""How what takes long says so while it is at work: whoever starts it hands in what tells the user."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Tell: TypeAlias = Callable[[str], None]


def in_silence(_: str) -> None:
    """Tell nobody."""
