"""`trainer quiz`: a scored attempt at a deck's questions."""

from __future__ import annotations

import os
import sys

from trainer.cli.clock import now
from trainer.cli.options import DEFAULT_DECK, Count, Seed
from trainer.content import find_places
from trainer.tui.start import DEFAULT_COUNT, Quiz


def quiz(
    deck: str = DEFAULT_DECK,
    /,
    *,
    count: Count = DEFAULT_COUNT,
    seed: Seed = None,
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
    if plain:
        return _quiz_in_plain_text(deck, count, int(now().timestamp()) if seed is None else seed)
    from trainer.cli.terminal import open_app

    return open_app(Quiz(deck=deck, count=count, seed=seed))


def _quiz_in_plain_text(deck: str, count: int, seed: int) -> int:
    from trainer.cli.diagnostics import ExitCode, narrate
    from trainer.decks.opening import open_deck
    from trainer.errors import NotFoundError
    from trainer.quizzes.drawing import draw
    from trainer.quizzes.plain import Ending, run_plain
    from trainer.study.log import ReviewLog
    from trainer.study.paths import log_file
    from trainer.study.recording import Recorder, session_id
    from trainer.text.plurals import counted

    places = find_places(os.environ)
    opened = open_deck(deck, places, seed=seed)
    drawn = draw(opened.questions, count, seed)
    if not drawn:
        raise NotFoundError(
            f"there is nothing to ask in {opened.id}",
            mend="choose another deck, or its flash cards",
        )
    if len(drawn) < count:
        narrate(f"{counted(len(drawn), 'question')}: any more would give an answer away")
    with ReviewLog.open(log_file(places)) as log:
        recorder = Recorder(
            log=log,
            session=session_id(now(), opened.id, seed),
            digests=opened.digests,
            seed=seed,
            now=now,
        )
        result = run_plain(
            drawn,
            title=opened.title,
            reader=sys.stdin,
            writer=sys.stdout,
            record=lambda marked, milliseconds: recorder.choice(
                marked.question, marked.chosen, milliseconds
            ),
            now=now,
        )
    return ExitCode.INTERRUPTED if result.ending is Ending.INTERRUPTED else ExitCode.OK
