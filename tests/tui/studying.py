"""A deck to study on the screen: of an invented chapter that ships, one card of each form."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.tui.fakes import FakeLibrary
from trainer.content import find_places
from trainer.decks.opening import OpenedDeck, open_deck

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from trainer.questions.question import Form
    from trainer.study.memory import Memory
    from trainer.study.wish import Study


@cache
def harbour() -> OpenedDeck:
    with TemporaryDirectory() as home:
        return open_deck("harbour-council", find_places({"TRAINER_HOME": home}), seed=1)


@cache
def asked_in(form: Form, count: int = 1) -> OpenedDeck:
    """Return a deck of some core cards that are asked in one form only."""
    deck = harbour()
    forms: dict[str, set[Form]] = {}
    for each in deck.questions:
        forms.setdefault(each.card or "", set()).add(each.form)
    core = [card for card in deck.cards if card.importance.rank == 0 and forms.get(card.id)]
    chosen = [card for card in core if forms[card.id] == {form}][:count]
    assert len(chosen) == count
    names = {card.id for card in chosen}
    questions = tuple(each for each in deck.questions if each.card in names)
    return replace(deck, cards=tuple(chosen), questions=questions)


class StudyLibrary(FakeLibrary):
    """Opens one deck to be studied, with what is to be read first."""

    def __init__(self, deck: OpenedDeck, passage: tuple[str, ...] = ()) -> None:
        super().__init__(opened=deck)
        self.passage = passage

    def open_to_study(
        self, study: Study, memories: Mapping[str, Memory], day: date
    ) -> tuple[OpenedDeck, tuple[str, ...]]:
        return super().open_to_study(study, memories, day)[0], self.passage
