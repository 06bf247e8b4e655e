"""How much each chapter and deck yields; slow to count, so `trainer.decks.catalogue` keeps the result.

What a long chapter yields takes minutes to count, for which nobody should wait before the first question: it is left
uncounted, and `trainer check` tells.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from trainer.decks.catalogue import Catalogue, ChapterSummary, DeckSummary, LessonSummary
from trainer.decks.loading import load_deck
from trainer.decks.opening import Opener, is_long
from trainer.errors import Problem, TrainerError
from trainer.telling import Tell, in_silence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Chapter
    from trainer.content import Content, Places
    from trainer.decks.loading import Deck
    from trainer.decks.opening import OpenedDeck

SORTS = ("events", "votes", "persons", "organizations", "works", "statements", "terms")


def count_content(places: Places, content: Content, tell: Tell = in_silence) -> Catalogue:
    """Return the catalogue of this content; what cannot be read becomes a problem of it."""
    chapters: list[ChapterSummary] = []
    decks: list[DeckSummary] = []
    problems: list[Problem] = [*content.clashes]
    opener = Opener(places, tell=tell)
    for folder in content.chapters:
        try:
            chapter = opener.chapter(folder)
            opened = None if is_long(chapter) else opener.whole_chapter(folder)
            chapters.append(_count_chapter(chapter, opened))
        except TrainerError as error:
            problems.extend(error.problems)
    for file in content.decks:
        try:
            deck = load_deck(file)
            drawn_from = opener.chapters_of(deck)
            opened = None if any(map(is_long, drawn_from)) else opener.deck_file(file)
            decks.append(_count_deck(deck, drawn_from, opened))
        except TrainerError as error:
            problems.extend(error.problems)
    return Catalogue(
        chapters=tuple(chapters),
        decks=tuple(decks),
        # A broken chapter is reported once, however many decks select from it.
        problems=tuple(dict.fromkeys(problems)),
    )


def _count_chapter(chapter: Chapter, opened: OpenedDeck | None) -> ChapterSummary:
    cards = Counter(front.card.lesson for front in opened.fronts) if opened else None
    questions = Counter(question.lesson for question in opened.choices) if opened else None
    return ChapterSummary(
        id=chapter.id,
        title=chapter.title,
        work=chapter.work,
        counts={sort: len(getattr(chapter, sort)) for sort in SORTS},
        lessons=tuple(
            LessonSummary(
                id=lesson.id,
                title=lesson.title,
                cards=None if cards is None else cards[lesson.id],
                questions=None if questions is None else questions[lesson.id],
            )
            for lesson in chapter.lessons
        ),
        cards=len(opened.fronts) if opened else None,
        questions=len(opened.choices) if opened else None,
    )


def _count_deck(deck: Deck, chapters: Iterable[Chapter], opened: OpenedDeck | None) -> DeckSummary:
    return DeckSummary(
        id=deck.id,
        title=deck.title,
        description=deck.description,
        chapters=tuple(chapter.id for chapter in chapters),
        cards=len(opened.fronts) if opened else None,
        questions=len(opened.choices) if opened else None,
    )
