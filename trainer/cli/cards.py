"""`trainer cards`: which cards are asked, and which are set aside."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cyclopts import App

from trainer.cli.clock import now
from trainer.cli.opening import opened_store
from trainer.content import find_places
from trainer.study.entries import EntryType

if TYPE_CHECKING:
    from datetime import date

    from trainer.study.derivation import Mark
    from trainer.study.memory import Memory

app = App(
    name="cards",
    help="Cards that you have met, and which of them are not asked. CARD is an id, as `list` shows it.",
)


@app.command
def suspend(card: str, /, *more: str) -> None:
    """Ask cards no more, until you resume them."""
    _mark(EntryType.SUSPEND, (card, *more))


@app.command
def bury(card: str, /, *more: str) -> None:
    """Leave cards for another day."""
    _mark(EntryType.BURY, (card, *more))


@app.command
def resume(card: str, /, *more: str) -> None:
    """Ask cards again that were suspended or buried."""
    _mark(EntryType.RESUME, (card, *more))


@app.command(name="list")
def list_cards(chapter: str | None = None, /, *, aside: bool = False, json: bool = False) -> None:
    """List the cards that you have met: id, when it comes again, and what is special.

    Parameters
    ----------
    chapter
        Only cards of this chapter, by its id.
    aside
        Only those that are suspended, or buried today.
    json
        Print one JSON object a line instead.
    """
    from trainer.text.printable import one_line

    with opened_store(find_places(os.environ)) as learner:
        memories, marks, day = learner.store.memories(), learner.store.marks(), learner.day
    for card in sorted({*memories, *marks}):
        state = _state(marks.get(card), day)
        if (aside and not state) or (chapter is not None and card.partition(":")[0] != chapter):
            continue
        memory = memories.get(card)
        if json:
            print(_as_json(card, memory, state))
        else:
            when = "new" if memory is None else memory.due_day.isoformat()
            print("\t".join([one_line(card), when, *([state] if state else [])]))


def _mark(sort: EntryType, cards: tuple[str, ...]) -> None:
    """Write down what is said of cards; all of them are looked up before anything is written."""
    with opened_store(find_places(os.environ)) as learner:
        store, day = learner.store, learner.day
        known = {*store.memories(), *store.marks()}
        for card in cards:
            if card not in known:
                _look_for(card)
        for card in dict.fromkeys(cards):
            store.mark(card, sort, at=now(), day=day)


def _look_for(card: str) -> None:
    """Fail if there is no such card; one that was never asked is looked for in its chapter.

    Raises:
        NotFoundError: there is none.
    """
    from trainer.chapters.cache import open_chapter
    from trainer.chapters.suggestions import did_you_mean
    from trainer.content import find_chapter
    from trainer.errors import NotFoundError
    from trainer.questions.cards import cards_of

    places = find_places(os.environ)
    record = open_chapter(find_chapter(card.partition(":")[0], places), places.cache)
    there = [each.id for each, _ in cards_of(record)]
    if card not in there:
        mend = did_you_mean(card, there, "see trainer cards list")
        raise NotFoundError(f"there is no card {card}", mend=mend)


def _state(mark: Mark | None, day: date) -> str:
    if mark is None:
        return ""
    return "suspended" if mark.suspended else "buried" if mark.buried_on == day else ""


def _as_json(card: str, memory: Memory | None, state: str) -> str:
    from json import dumps

    told: dict[str, object] = {"card": card, "aside": state or None}
    if memory is not None:
        told |= {
            "due": memory.due_day.isoformat(),
            "state": memory.state.value,
            "stability": round(memory.stability, 2),
            "difficulty": round(memory.difficulty, 2),
            "reviews": memory.reviews,
            "lapses": memory.lapses,
        }
    return dumps(told, ensure_ascii=False)
