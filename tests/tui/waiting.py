"""Waiting for what a test names, never for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

TURNS = 200


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the app work until the condition holds; fail if it never does."""
    for _ in range(TURNS):
        if condition():
            return
        await pilot.pause()
    raise AssertionError(f"never came about: {condition.__qualname__}\n{screen_text(pilot)}")


def screen_text(pilot: Pilot[None]) -> str:
    """Return what stands on the screen, row by row."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


async def until_shown(pilot: Pilot[None], text: str) -> None:
    """Wait until the words stand on the screen."""

    def words_are_shown() -> bool:
        return text in screen_text(pilot)

    await until(pilot, words_are_shown)
    await pilot.pause()


async def type_keys(pilot: Pilot[None], keys: str) -> None:
    """Press keys, named one after another with spaces between."""
    await pilot.press(*keys.split())
