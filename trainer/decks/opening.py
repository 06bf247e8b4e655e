"""Opens a deck, or a chapter as the deck of all its questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.chapters.cache import open_chapter
from trainer.content import chapter_folders, find_chapter, find_deck
from trainer.decks.selection import Selector, select
from trainer.errors import ContentError, NotFoundError, Problem
from trainer.questions.bank import build_bank

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.chapters.record import Chapter
    from trainer.content import Places
    from trainer.decks.loading import Deck
    from trainer.errors import Place
    from trainer.questions.question import Card, Front, Question, Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedDeck:
    """A deck with all that it selects, chapter by chapter in the order of the deck.

    Attributes:
        seed: with which the questions were made.
        chapter_fronts: every front of the chapters, also those that the deck does not select.
    """

    id: str
    title: str
    description: str
    seed: int
    chapters: tuple[Chapter, ...]
    cards: tuple[Card, ...]
    questions: tuple[Question, ...]
    fronts: tuple[Front, ...]
    withheld: tuple[Withheld, ...] = ()
    chapter_fronts: tuple[Front, ...] = ()

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each chapter by its id."""
        return {chapter.id: chapter.digest for chapter in self.chapters}


def open_deck(name: str, places: Places, *, lesson: str | None = None, seed: int = 0) -> OpenedDeck:
    """Open the deck or chapter with the id or path `name`, or one lesson of it.

    Raises:
        NotFoundError: there is no such deck, chapter or lesson.
        ContentError: the deck or a chapter of it cannot be read, or it selects nothing.
    """
    path = find_deck(name, places)
    opened = (
        open_deck_file(path, places, seed=seed)
        if path.is_file()
        else open_chapter_as_deck(path, places, seed=seed)
    )
    return opened if lesson is None else _only_lesson(opened, lesson)


def open_chapter_as_deck(folder: Path, places: Places, *, seed: int = 0) -> OpenedDeck:
    """Open a whole chapter.

    Raises:
        ContentError: the chapter cannot be read.
    """
    chapter = open_chapter(folder, places.cache)
    return _open(
        chapter.id, chapter.title, chapter.description or "", [(chapter, Selector(), None)], seed
    )


def open_deck_file(file: Path, places: Places, *, seed: int = 0) -> OpenedDeck:
    """Open a deck's file with the chapters that it names.

    Raises:
        ContentError: the deck or a chapter of it cannot be read, or it selects nothing.
    """
    from trainer.decks.loading import load_deck

    deck = load_deck(file)
    chapters = [_chapter_of(deck, name, place, places) for name, place in deck.chapters]
    parts = [(chapter, *deck.selectors(chapter, chapters)) for chapter in chapters]
    opened = _open(deck.id, deck.title, deck.description, parts, seed)
    if not opened.questions and not opened.fronts:
        raise ContentError(
            [Problem(deck.place, f"the deck {deck.id} selects nothing", "ask for less in `select`")]
        )
    return opened


def _chapter_of(deck: Deck, name: str, place: Place, places: Places) -> Chapter:
    """Open a chapter that a deck names: one in the folder beside the deck's, or any that is known."""
    beside = deck.file.resolve().parent.parent / "data" / name
    try:
        folder = beside if beside.joinpath("chapter.yaml").is_file() else find_chapter(name, places)
    except NotFoundError as error:
        known = ", ".join(folder.name for folder in chapter_folders(places)) or "none"
        mend = error.problem.mend or f"known: {known}"
        raise ContentError([Problem(place, f"there is no chapter {name}", mend)]) from None
    return open_chapter(folder, places.cache)


def _open(
    deck_id: str,
    title: str,
    description: str,
    parts: list[tuple[Chapter, Selector, Selector | None]],
    seed: int,
) -> OpenedDeck:
    banks = [build_bank(chapter, seed) for chapter, _, _ in parts]
    selections = [
        select(chapter, bank, wanted, unwanted)
        for bank, (chapter, wanted, unwanted) in zip(banks, parts, strict=True)
    ]
    return OpenedDeck(
        id=deck_id,
        title=title,
        description=description,
        seed=seed,
        chapters=tuple(chapter for chapter, _, _ in parts),
        cards=tuple(card for selection in selections for card in selection.cards),
        questions=tuple(question for selection in selections for question in selection.questions),
        fronts=tuple(front for selection in selections for front in selection.fronts),
        withheld=tuple(each for selection in selections for each in selection.withheld),
        chapter_fronts=tuple(front for bank in banks for front in bank.fronts),
    )


def _only_lesson(opened: OpenedDeck, lesson: str) -> OpenedDeck:
    known = [each.id for chapter in opened.chapters for each in chapter.lessons]
    if lesson not in known:
        raise NotFoundError(
            f"{opened.id} has no lesson {lesson}", mend=f"known: {', '.join(known)}"
        )
    return replace(
        opened,
        cards=tuple(card for card in opened.cards if card.lesson == lesson),
        questions=tuple(question for question in opened.questions if question.lesson == lesson),
        fronts=tuple(front for front in opened.fronts if front.card.lesson == lesson),
    )
