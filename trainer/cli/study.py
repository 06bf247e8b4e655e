"""`trainer study`: flash cards of a deck."""

from __future__ import annotations

from trainer.cli.options import DEFAULT_DECK, Count, Seed
from trainer.tui.start import DEFAULT_COUNT, Flash


def study(
    deck: str = DEFAULT_DECK,
    /,
    *,
    count: Count = DEFAULT_COUNT,
    seed: Seed = None,
) -> int:
    """Go through a deck's flash cards: think, reveal, grade yourself.

    Parameters
    ----------
    deck
        The id or path of a deck or chapter.
    count
        How many cards to turn over.
    seed
        The same seed gives the same cards; without one, each round is new.
    """
    from trainer.cli.terminal import open_app
    from trainer.errors import UsageError

    if count < 1:
        raise UsageError(f"a round of {count} cards", mend="ask for at least 1")
    return open_app(Flash(deck=deck, count=count, seed=seed))
