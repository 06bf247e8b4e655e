"""A screen's app as the type that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from textual.screen import Screen

    from trainer.tui.app import TrainerApp


def trainer_app(screen: Screen[None]) -> TrainerApp:
    """Return the app of a screen as what it is; raises `NoActiveAppError` outside of one."""
    return cast("TrainerApp", screen.app)
