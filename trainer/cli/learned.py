"""What commands on the learner's progress begin with: settings, the study day, and what the log is about."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.cli.clock import now
from trainer.cli.diagnostics import narrate
from trainer.content import find_chapter, find_places
from trainer.errors import TrainerError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from trainer.chapters.record import Chapter
    from trainer.content import Places
    from trainer.questions.question import Card
    from trainer.study.progress import Learned
    from trainer.study.settings import StudySettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """What a learner has learned of a deck, or of everything.

    Attributes:
        cards: of the deck those that can be asked, else all of the chapters that were learned from, by their ids and
            former ids: until the next session the log may have them under these.
        path: the cards of the deck in the order in which they are learned; none without a deck.
    """

    settings: StudySettings
    today: date
    told: Learned
    chapters: dict[str, Chapter]
    cards: dict[str, Card]
    path: tuple[Card, ...]

    @property
    def unknown(self) -> tuple[Card, ...]:
        """The cards of the deck that were never asked, in the order in which they are learned."""
        scheduled = {each.review.card for each in self.told.reviews if each.review.scheduled}
        names = (self.told.names.get(name, name) for name in scheduled if name is not None)
        asked = {card.id for name in names if (card := self.cards.get(name)) is not None}
        return tuple(card for card in self.path if card.id not in asked)


def read_learning(deck: str | None) -> Learning:
    """Read what there is to tell of a deck, or of everything.

    Raises:
        TrainerError: the deck cannot be opened, or the settings or the log cannot be read.
    """
    from trainer.questions.cards import cards_of
    from trainer.study.days import study_day
    from trainer.study.paths import settings_file
    from trainer.study.settings import read_settings

    places = find_places(os.environ)
    settings = read_settings(settings_file(places))
    today = study_day(now(), settings.rollover_hour)
    path: tuple[Card, ...] = ()
    if deck is None:
        told = _told(places, settings, None)
        chapters = _chapters(places, {each.review.chapter for each in told.reviews})
        cards = _by_id(card for chapter in chapters.values() for card, _ in cards_of(chapter))
    else:
        chapters, path = _deck(places, deck)
        cards = _by_id(path)
        told = _told(places, settings, cards)
    return Learning(
        settings=settings, today=today, told=told, chapters=chapters, cards=cards, path=path
    )


def _told(places: Places, settings: StudySettings, only: dict[str, Card] | None) -> Learned:
    from trainer.study.paths import log_file
    from trainer.study.progress import learned
    from trainer.study.store import Store

    with Store.open(log_file(places), settings) as store:
        return learned(store, only)


def _deck(places: Places, deck: str) -> tuple[dict[str, Chapter], tuple[Card, ...]]:
    from trainer.decks.opening import open_deck
    from trainer.study.path import path_through

    opened = open_deck(deck, places, tell=narrate)
    asked = {question.card for question in opened.questions}
    path = path_through(opened.chapters, (card for card in opened.cards if card.id in asked))
    return {chapter.id: chapter for chapter in opened.chapters}, path


def _chapters(places: Places, names: set[str]) -> dict[str, Chapter]:
    """Open the chapters that are there; of one that is gone or broken the log is told all the same."""
    from trainer.chapters.cache import open_chapter

    found = {}
    for name in sorted(names):
        try:
            found[name] = open_chapter(find_chapter(name, places), places.cache)
        except TrainerError:
            narrate(f"{name} cannot be opened; its cards are told as gone")
    return found


def _by_id(cards: Iterable[Card]) -> dict[str, Card]:
    held = [*cards]
    former = {name: card for card in held for name in card.formerly}
    return former | {card.id: card for card in held}
