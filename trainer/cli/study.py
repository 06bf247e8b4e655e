"""`trainer study`: flash cards of a deck."""

from __future__ import annotations


def study(deck: str = "first-steps") -> int:
    """Go through a deck's cards: think, reveal, grade yourself.

    Parameters
    ----------
    deck
        The id or path of a deck or chapter.
    """
    from trainer.cli.terminal import open_app
    from trainer.tui.start import Flash

    return open_app(Flash(deck=deck))
