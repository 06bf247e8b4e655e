"""`trainer quiz`: a scored attempt at a deck's questions."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from cyclopts import Parameter


def quiz(
    deck: str = "first-steps",
    *,
    count: Annotated[int, Parameter(name=["--count", "-n"])] = 10,
    seed: int | None = None,
    plain: bool = False,
) -> int:
    """Ask questions of a deck and score the answers.

    Parameters
    ----------
    deck
        The id or path of a deck or chapter.
    count
        How many questions to ask.
    seed
        The same seed gives the same quiz; without one, each quiz is new.
    plain
        Lines of text for screen readers and pipes instead of the terminal app.
    """
    from trainer.errors import UsageError

    if count < 1:
        raise UsageError(f"a quiz of {count} questions", mend="ask for at least 1")
    now = datetime.now(UTC)
    seed = seed if seed is not None else int(now.timestamp())
    if plain:
        return _quiz_in_plain_text(deck, count=count, seed=seed)
    from trainer.cli.terminal import open_app
    from trainer.tui.run import Quiz

    return open_app(Quiz(deck=deck, count=count, seed=seed))
