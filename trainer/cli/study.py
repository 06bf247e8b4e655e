"""`trainer study`: what is due and what is new, for some minutes."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

from cyclopts import Parameter
from cyclopts.validators import Number

from trainer.cli.clock import now
from trainer.cli.options import DEFAULT_DECK
from trainer.content import find_places
from trainer.questions.question import Kind
from trainer.study.filters import Filters
from trainer.tui.start import Study

if TYPE_CHECKING:
    from trainer.content import Places

Minutes: TypeAlias = Annotated[int | None, Parameter(validator=Number(gte=1, lte=24 * 60))]
New: TypeAlias = Annotated[int | None, Parameter(validator=Number(gte=0))]

_STRETCH = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


def study(
    deck: str = DEFAULT_DECK,
    /,
    *,
    minutes: Minutes = None,
    new: New = None,
    lesson: str | None = None,
    kind: Kind | None = None,
    person: str | None = None,
    tag: str | None = None,
    read: str | None = None,
    text: Path | None = None,
    cram: bool = False,
    plain: bool = False,
) -> int:
    """Study a deck: what is due, and some that is new; what you know comes again when you are about to forget it.

    Parameters
    ----------
    deck
        The id or path of a deck or chapter.
    minutes
        How long; your settings say if you do not.
    new
        How many new cards today at most; your settings say if you do not.
    lesson
        Only cards of this lesson, by its id.
    kind
        Only cards of this kind.
    person
        Only cards on this person, by the id.
    tag
        Only cards with this tag, such as contested.
    read
        First a stretch of paragraphs of your own copy of the text, such as 30-52, then its cards.
    text
        Your copy of the text for --read: txt, md, html, epub; it is remembered.
    cram
        Everything, whether due or not, until you knew it once. This changes nothing of when cards come again.
    plain
        Lines of text for screen readers and pipes instead of the terminal app.
    """
    start = Study(
        deck=deck,
        minutes=minutes,
        new=new,
        filters=Filters(
            lesson=lesson,
            kind=kind.value if kind else None,
            person=person,
            tag=tag,
            paragraphs=None if read is None else _stretch(read),
        ),
        cram=cram,
        text=text,
    )
    if plain:
        return _study_in_plain_text(start, find_places(os.environ))
    from trainer.cli.terminal import open_app

    return open_app(start)


def _stretch(read: str) -> tuple[int, int]:
    """Return the first and last paragraph of a stretch such as 30-52."""
    from trainer.errors import UsageError

    named = _STRETCH.fullmatch(read.strip())
    if named is None:
        raise UsageError(f"--read {read}: that is no stretch", mend="name one such as 30-52")
    first, last = int(named[1]), int(named[2] or named[1])
    if first > last:
        raise UsageError(f"--read {read}: it ends before it begins", mend=f"try {last}-{first}")
    return first, last


def _study_in_plain_text(start: Study, places: Places) -> int:
    from trainer.answers.judging import judge_of
    from trainer.cli.diagnostics import ExitCode, narrate
    from trainer.cli.opening import opened_store
    from trainer.study.beginning import begin, open_to_study, passage_of
    from trainer.study.flags import Flagging
    from trainer.study.paths import flags_file
    from trainer.study.plain import study_plain

    with opened_store(places) as learner:
        store, settings = learner.store, learner.settings
        deck = open_to_study(start, places, store.memories(), learner.day, tell=narrate)
        passage = passage_of(start, deck, places)
        finished = study_plain(
            begin(start, deck, store, settings, now),
            title=deck.title,
            passage=passage,
            reader=sys.stdin,
            writer=sys.stdout,
            judge=judge_of(deck.chapters),
            flags=Flagging(flags_file(places), {c.id: c for c in deck.chapters}, now),
            now=now,
        )
    return ExitCode.OK if finished else ExitCode.INTERRUPTED
