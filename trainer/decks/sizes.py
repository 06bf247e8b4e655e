"""How much each chapter and deck yields; slow to count, so `trainer.decks.catalogue` keeps the result."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from trainer.decks.catalogue import Catalogue, ChapterSummary, DeckSummary, LessonSummary
from trainer.decks.opening import OpenedDeck, Opener
from trainer.errors import Problem, TrainerError
from trainer.telling import Tell, in_silence

if TYPE_CHECKING:
    from trainer.content import Content, Places

SORTS = ("events", "votes", "persons", "organizations", "works", "statements", "terms")


def count_content(places: Places, content: Content, tell: Tell = in_silence) -> Catalogue:
    """Return the catalogue of this content; what cannot be read becomes a problem of it."""
    chapters: list[ChapterSummary] = []
    decks: list[DeckSummary] = []
    problems: list[Problem] = [*content.clashes]
    opener = Opener(places, tell=tell)
    for folder in content.chapters:
        try:
            chapters.append(_count_chapter(opener.whole_chapter(folder)))
        except TrainerError as error:
            problems.extend(error.problems)
    for file in content.decks:
        try:
            decks.append(_count_deck(opener.deck_file(file)))
        except TrainerError as error:
            problems.extend(error.problems)
    return Catalogue(
        chapters=tuple(chapters),
        decks=tuple(decks),
        # A broken chapter is reported once, however many decks select from it.
        problems=tuple(dict.fromkeys(problems)),
    )


def _count_chapter(opened: OpenedDeck) -> ChapterSummary:
    (chapter,) = opened.chapters
    cards = Counter(front.card.lesson for front in opened.fronts)
    questions = Counter(question.lesson for question in opened.choices)
    return ChapterSummary(
        id=chapter.id,
        title=chapter.title,
        work=chapter.work,
        counts={sort: len(getattr(chapter, sort)) for sort in SORTS},
        lessons=tuple(
            LessonSummary(
                id=lesson.id,
                title=lesson.title,
                cards=cards[lesson.id],
                questions=questions[lesson.id],
            )
            for lesson in chapter.lessons
        ),
        cards=len(opened.fronts),
        questions=len(opened.choices),
    )


def _count_deck(opened: OpenedDeck) -> DeckSummary:
    return DeckSummary(
        id=opened.id,
        title=opened.title,
        description=opened.description,
        chapters=tuple(chapter.id for chapter in opened.chapters),
        cards=len(opened.fronts),
        questions=len(opened.choices),
    )
