"""`trainer flag QUESTION --reason TEXT` notes that a question is wrong, `trainer unflag QUESTION` that it is not."""

from __future__ import annotations

import os

from trainer.cli.clock import now
from trainer.cli.diagnostics import narrate
from trainer.content import find_chapter, find_places
from trainer.errors import NotFoundError, UsageError


def flag(question: str, /, *, reason: str, seed: int = 0) -> None:
    """Note that a question is wrong, as it is shown, for the author of its chapter: `trainer flags`.

    Parameters
    ----------
    question
        The id of a question, as `trainer questions` prints it, or of a card.
    reason
        What is wrong with it, in your own words.
    seed
        The seed of the quiz in which you met it, so that its options are noted as they were.
    """
    from trainer.chapters.cache import open_chapter
    from trainer.chapters.suggestions import did_you_mean
    from trainer.decks.opening import is_long
    from trainer.questions.bank import build_bank
    from trainer.questions.families.catalogue import BY_REQUEST
    from trainer.questions.ids import fact_of
    from trainer.study.flags import Flagging, find_shown, flag_of
    from trainer.study.paths import flags_file

    reason = reason.strip()
    if not reason:
        raise UsageError("--reason is empty", mend="say what is wrong with the question")
    name, colon, rest = question.partition(":")
    if not (colon and rest):
        raise UsageError(
            f"{question} is no id of a question",
            mend="copy one from trainer questions: CHAPTER:FACT#ASPECT@TEMPLATE.FORM",
        )
    places = find_places(os.environ)
    chapter = open_chapter(find_chapter(name, places), places.cache, narrate)
    # Of a long chapter only what asks about this one fact is made.
    named = fact_of(question)
    facts = {fact.id for fact in chapter.facts() if named in (fact.id, *fact.formerly)}
    only = facts if is_long(chapter) and "+" not in rest else None
    bank = build_bank(chapter, seed, BY_REQUEST, only=only)
    shown = find_shown(bank, question)
    if shown is None:
        known = [*(each.id for each in bank.questions), *(each.id for each in bank.cards)]
        raise NotFoundError(
            f"there is no question or card {question}",
            mend=did_you_mean(question, known, f"see trainer questions {name}"),
        )
    flagging = Flagging(flags_file(places), {chapter.id: chapter}, now)
    before = flagging.reason(shown)
    flagging.flag(shown, reason)
    made = flag_of(shown, flagging.chapters, reason, now())
    narrate(f"flagged: {made.prompt or made.question}")
    if before:
        narrate(f"in place of: {before}")
    narrate("for the author: trainer flags -o FILE")


def unflag(question: str, /) -> None:
    """Take a flag back: the question is right after all.

    Parameters
    ----------
    question
        The id of a question or card, as `trainer flags` shows it.
    """
    from dataclasses import replace

    from trainer.chapters.suggestions import did_you_mean
    from trainer.study.flags import add_flag, read_flags
    from trainer.study.paths import flags_file

    file = flags_file(find_places(os.environ))
    flags = {flag.question: flag for flag in read_flags(file)}
    if question not in flags:
        raise NotFoundError(
            f"{question} is not flagged", mend=did_you_mean(question, flags, "see trainer flags")
        )
    add_flag(file, replace(flags[question], day=now().date().isoformat(), reason=""))
    narrate(f"no longer flagged: {flags[question].prompt or question}")
