"""From what somebody wants to study to the session: which facts of a long chapter, what is read first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.chapters.fingerprints import read_fingerprint
from trainer.chapters.text_copy import Text
from trainer.content import find_chapter
from trainer.decks.opening import SESSION_FACTS, open_deck
from trainer.drafting.copies import known_copy, remember_copy
from trainer.drafting.reading import read_document
from trainer.errors import NotFoundError
from trainer.questions.ids import fact_of
from trainer.study.days import seed_of
from trainer.study.session import StudySession
from trainer.telling import Tell, in_silence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from trainer.content import Places
    from trainer.decks.opening import OpenedDeck
    from trainer.study.memory import Memory
    from trainer.study.settings import StudySettings
    from trainer.study.store import Store
    from trainer.study.wish import Study

# Of a long chapter questions are made for so many facts that are due, those due longest.
DUE_FACTS = 2 * SESSION_FACTS


def open_to_study(
    study: Study,
    places: Places,
    memories: Mapping[str, Memory],
    day: date,
    *,
    tell: Tell = in_silence,
) -> OpenedDeck:
    """Open a deck with the questions of a study day; of a long chapter, with those of what is due and comes next.

    Raises:
        NotFoundError: there is no such deck, chapter or lesson.
        ContentError: it cannot be read, or selects nothing.
    """
    due = [each for each in memories.values() if each.learning or each.due_day <= day]
    due.sort(key=lambda memory: (memory.due_day, memory.card))
    asked_first = [fact_of(each.card) for each in due]
    known = {fact_of(card) for card in memories}
    return open_deck(
        study.deck,
        places,
        lesson=study.filters.lesson,
        seed=seed_of(day),
        tell=tell,
        most=SESSION_FACTS,
        choose=lambda facts: _next_facts(facts, asked_first, known),
    )


def _next_facts(facts: Sequence[str], due: Iterable[str], known: Collection[str]) -> list[str]:
    """Return which facts of a long chapter are asked about: what is due, and what is new in the record's order."""
    there = {*facts}
    chosen = [fact for fact in dict.fromkeys(due) if fact in there][:DUE_FACTS]
    return [*chosen, *[fact for fact in facts if fact not in known][:SESSION_FACTS]]


def begin(
    study: Study,
    deck: OpenedDeck,
    store: Store,
    settings: StudySettings,
    now: Callable[[], datetime],
) -> StudySession:
    """Begin a session, or go on with it if it was interrupted today.

    Raises:
        NotFoundError: the deck has nothing of that.
        TrainerError: the store cannot be written.
    """
    if study.new is not None:
        settings = replace(settings, new_a_day=study.new)
    return StudySession(
        deck,
        store,
        settings,
        now,
        minutes=study.minutes,
        filters=study.filters,
        cram=study.cram,
    )


def passage_of(study: Study, deck: OpenedDeck, places: Places) -> tuple[str, ...]:
    """Return the paragraphs that are to be read first, from the learner's own copy, each with its number.

    Raises:
        NotFoundError: the deck has several chapters, no copy is known, or it lacks these paragraphs.
        TrainerError: the copy cannot be read.
    """
    stretch = study.filters.paragraphs
    if stretch is None:
        return ()
    if len(deck.chapters) != 1:
        chapters = ", ".join(chapter.id for chapter in deck.chapters)
        raise NotFoundError(
            f"{deck.id} draws on {len(deck.chapters)} chapters, and each has paragraphs of its own",
            mend=f"name one of them: {chapters}",
        )
    (chapter,) = deck.chapters
    # A chapter that was named by its path need not be known by its id.
    folder = find_chapter(study.deck if deck.id == chapter.id else chapter.id, places)
    copy = _copy(study, folder, places, chapter.id)
    text, _ = Text.of_copy(read_document(copy).text, chapter.segmentation, read_fingerprint(folder))
    first, last = stretch
    numbered = [(number, text.paragraphs.get(number)) for number in range(first, last + 1)]
    found = tuple(f"¶ {number}  {words}" for number, words in numbered if words)
    if not found:
        raise NotFoundError(
            f"{copy} has no paragraph {first}" + (f" to {last}" if last > first else ""),
            mend=f"it has {max(text.paragraphs, default=0)}",
        )
    if study.text is not None:
        remember_copy(places, folder, study.text)
    return found


def _copy(study: Study, folder: Path, places: Places, chapter: str) -> Path:
    copy = study.text or known_copy(places, folder)
    if copy is None:
        raise NotFoundError(
            f"it is not known where your copy of the text of {chapter} is",
            mend="name it: --text FILE; it is remembered from then on",
        )
    return copy
