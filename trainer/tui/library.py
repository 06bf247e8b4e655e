"""How the app reaches its content; tests put their own in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from trainer.content import Places
    from trainer.decks.catalogue import Catalogue
    from trainer.decks.opening import OpenedDeck
    from trainer.study.memory import Memory
    from trainer.study.wish import Study


class Library(Protocol):
    """What there is to learn; all but `kept` may take a while and is called off the app's own thread."""

    def kept(self) -> Catalogue | None:
        """Return what there is, if it can be told at once."""

    def catalogue(self) -> Catalogue:
        """Return what there is, with sizes."""

    def open(self, deck: str, *, lesson: str | None, seed: int) -> OpenedDeck:
        """Return a deck's questions and flash cards.

        Raises:
            TrainerError: there is no such deck, or it cannot be read.
        """

    def open_to_study(
        self, study: Study, memories: Mapping[str, Memory], day: date
    ) -> tuple[OpenedDeck, tuple[str, ...]]:
        """Return a deck with the questions of a study day, and the paragraphs to be read first.

        Raises:
            TrainerError: there is no such deck, or it cannot be read.
        """


class InstalledLibrary:
    """The content that ships with the program and the user's own."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def kept(self) -> Catalogue | None:
        """Return what there is, if it can be told at once."""
        from trainer.decks.catalogue import kept_catalogue

        return kept_catalogue(self._places)

    def catalogue(self) -> Catalogue:
        """Return what there is, with sizes."""
        from trainer.decks.catalogue import read_catalogue  # after the first paint

        return read_catalogue(self._places)

    def open(self, deck: str, *, lesson: str | None, seed: int) -> OpenedDeck:
        """Return a deck's questions and flash cards.

        Raises:
            TrainerError: there is no such deck, or it cannot be read.
        """
        from trainer.decks.opening import SESSION_FACTS, open_deck  # after the first paint

        return open_deck(deck, self._places, lesson=lesson, seed=seed, most=SESSION_FACTS)

    def open_to_study(
        self, study: Study, memories: Mapping[str, Memory], day: date
    ) -> tuple[OpenedDeck, tuple[str, ...]]:
        """Return a deck with the questions of a study day, and the paragraphs to be read first.

        Raises:
            TrainerError: there is no such deck, or it cannot be read.
        """
        from trainer.study.beginning import open_to_study, passage_of  # after the first paint

        deck = open_to_study(study, self._places, memories, day)
        return deck, passage_of(study, deck, self._places)
