"""`trainer quiz`: a scored attempt at a deck's questions."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from trainer.cli.clock import now
from trainer.cli.options import DEFAULT_DECK, Count, Seed, forms_named
from trainer.content import find_places
from trainer.questions.distance import Distance
from trainer.tui.start import DEFAULT_COUNT, Quiz

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from trainer.decks.opening import OpenedDeck
    from trainer.questions.question import Form
    from trainer.quizzes.attempt import Marked
    from trainer.study.recording import Recorder


def quiz(
    deck: str = DEFAULT_DECK,
    /,
    *,
    count: Count = DEFAULT_COUNT,
    seed: Seed = None,
    plain: bool = False,
    form: str = "choice",
    distance: Distance = Distance.NEAR,
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
    form
        How to answer, parted by commas: choice, typed, date, number, cloze, order, match, recall.
        All but choice need `--plain`.
    distance
        Where wrong options mostly come from: near (neighbours, confusables) or far (other phases of the chapter), which
        is easier; far needs `--plain`.
    """
    from trainer.errors import UsageError
    from trainer.questions.question import Form
    from trainer.quizzes.drawing import CHOICES

    if count < 1:
        raise UsageError(f"a quiz of {count} questions", mend="ask for at least 1")
    forms = forms_named(form, frozenset(Form))
    if plain:
        seed = int(now().timestamp()) if seed is None else seed
        return _quiz_in_plain_text(deck, count, seed, forms, distance)
    if forms != CHOICES:
        raise UsageError("the terminal app asks choices alone", mend="add --plain")
    if distance is not Distance.NEAR:
        raise UsageError("the terminal app offers what lies near", mend="add --plain")
    from trainer.cli.terminal import open_app

    return open_app(Quiz(deck=deck, count=count, seed=seed))


def _quiz_in_plain_text(
    deck: str, count: int, seed: int, forms: AbstractSet[Form], distance: Distance
) -> int:
    from trainer.answers.judging import judge_of
    from trainer.cli.diagnostics import ExitCode, narrate
    from trainer.cli.opening import opened_store
    from trainer.decks.emptiness import nothing_in_these_forms
    from trainer.decks.opening import SESSION_FACTS, open_deck
    from trainer.quizzes.drawing import draw
    from trainer.quizzes.plain import Ending, run_plain
    from trainer.study.flags import Flagging
    from trainer.study.paths import flags_file
    from trainer.study.recording import Recorder, session_id

    places = find_places(os.environ)
    # Not every fact has a question that goes with the others.
    most = max(SESSION_FACTS, 2 * count)
    opened = open_deck(deck, places, seed=seed, distance=distance, tell=narrate, most=most)
    drawn = draw(opened.questions, count, seed, forms)
    if not drawn:
        raise nothing_in_these_forms(opened, deck, forms)
    if len(drawn) < count:
        _tell_why_fewer(len(drawn), opened, forms)
    chapters = {chapter.id: chapter for chapter in opened.chapters}
    with opened_store(places) as learner:
        recorder = Recorder(
            log=learner.store,
            session=session_id(now(), opened.id, seed),
            digests=opened.digests,
            seed=seed,
            now=now,
            rollover_hour=learner.settings.rollover_hour,
        )
        result = run_plain(
            drawn,
            title=opened.title,
            reader=sys.stdin,
            writer=sys.stdout,
            record=_record_with(recorder),
            flags=Flagging(flags_file(places), chapters, now),
            now=now,
            judge=judge_of(opened.chapters),
        )
    return ExitCode.INTERRUPTED if result.ending is Ending.INTERRUPTED else ExitCode.OK


def _tell_why_fewer(drawn: int, opened: OpenedDeck, forms: AbstractSet[Form]) -> None:
    from trainer.cli.diagnostics import narrate
    from trainer.text.plurals import counted

    more = sum(question.form in forms for question in opened.questions) > drawn
    why = "any more would give an answer away" if more else "there are no more in it"
    narrate(f"{counted(drawn, 'question')}: {why}")


def _record_with(recorder: Recorder) -> Callable[[Marked, int], None]:
    """Return what writes each answer down, and once more if it was overruled."""
    from trainer.questions.question import Form

    last = ""

    def record(marked: Marked, milliseconds: int) -> None:
        nonlocal last
        if marked.overruled:
            last = recorder.overrule(last, marked.question, marked.given, milliseconds)
        elif marked.question.form is Form.CHOICE:
            last = recorder.choice(marked.question, marked.chosen, milliseconds)
        else:
            last = recorder.typed(marked.question, marked.given, marked.share, milliseconds)

    return record
