"""What a change of the record does to its questions: two banks, one made before the change and one after it.

A fact that was renamed keeps its cards through `formerly`: they are carried on, neither lost nor gained.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from trainer.questions.bank import CLOZE, FRONT, ONLY_BY_REQUEST
from trainer.questions.question import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from trainer.questions.question import Card, Front, Question, Withheld


class Asked(Protocol):
    """What is compared: a bank, or a deck with what it selects."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """What there is to remember."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """In every form."""

    @property
    def fronts(self) -> tuple[Front, ...]:
        """The flash cards."""

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What is not asked, and why."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """A question that asks, or is answered, in other words than before."""

    before: Question
    after: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is withheld now and was not before, for one reason.

    Attributes:
        asked_before: whether these were asked; else they are ways of asking that a change has added in vain.
        withheld: in the order of the record.
    """

    reason: str
    asked_before: bool
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The difference between two banks.

    Attributes:
        gained: questions, in every form, that are asked now and were not.
        lost: questions that were asked and are not any more.
        reworded: questions that stay, but not word for word; other options alone do not count.
        groups: what is newly withheld, by reason: first what was asked before, then the most frequent reasons.
        cards_gained: ids.
        cards_lost: ids.
        cards_carried: the former and the present id of each card that goes on under another one.
    """

    gained: tuple[Question, ...] = ()
    lost: tuple[Question, ...] = ()
    reworded: tuple[Rewording, ...] = ()
    groups: tuple[Group, ...] = ()
    cards_gained: tuple[str, ...] = ()
    cards_lost: tuple[str, ...] = ()
    cards_carried: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return any(getattr(self, name) for name in self.__slots__)


def compare(before: Asked, after: Asked) -> Changes:
    """Return what has become of the questions and cards of `before`."""
    was, now = _ids(before.cards), _ids(after.cards)
    heirs = {
        former: card.id
        for card in after.cards
        for former in card.formerly
        if former in was and former not in now and card.id not in was
    }
    earlier = {_way(question, heirs): question for question in before.questions}
    later = {_way(question, {}): question for question in after.questions}
    return Changes(
        gained=tuple(question for way, question in later.items() if way not in earlier),
        lost=tuple(question for way, question in earlier.items() if way not in later),
        reworded=tuple(
            Rewording(earlier[way], question)
            for way, question in later.items()
            if way in earlier and _words(question) != _words(earlier[way])
        ),
        groups=_newly_withheld(before, after, heirs),
        cards_gained=tuple(card for card in now if card not in was and card not in heirs.values()),
        cards_lost=tuple(card for card in was if card not in now and card not in heirs),
        cards_carried=tuple(heirs.items()),
    )


# Which cards a question asks for, by which template, in which form.
_Way = tuple[frozenset[str], str, Form]


def _way(question: Question, heirs: Mapping[str, str]) -> _Way:
    cards = frozenset(heirs.get(card, card) for card in question.cards)
    return (cards, question.template, question.form)


def _words(question: Question) -> tuple[str, str]:
    return (question.prompt, question.answer.text)


def _ids(cards: Iterable[Card]) -> dict[str, None]:
    """Return the cards' ids, in their order."""
    return dict.fromkeys(card.id for card in cards)


def _newly_withheld(before: Asked, after: Asked, heirs: Mapping[str, str]) -> tuple[Group, ...]:
    known = {(heirs.get(each.card, each.card), each.template) for each in before.withheld}
    asked = {
        (heirs.get(card, card), name)
        for question in before.questions
        for card, name in names_of(question)
    }
    by_reason: dict[tuple[bool, str], list[Withheld]] = defaultdict(list)
    for each in after.withheld:
        way = (each.card, each.template)
        if way not in known and each.reason != ONLY_BY_REQUEST:
            by_reason[way in asked, each.reason].append(each)
    groups = [
        Group(reason=reason, asked_before=was_asked, withheld=tuple(found))
        for (was_asked, reason), found in by_reason.items()
    ]
    return tuple(sorted(groups, key=lambda group: (not group.asked_before, -len(group.withheld))))


def names_of(question: Question) -> Iterator[tuple[str, str]]:
    """Yield each card of a question with the names by which what withholds it would name the question."""
    for card in question.cards:
        match question.form:
            case Form.CHOICE:
                yield card, question.template
            case Form.CLOZE:
                yield card, CLOZE
            case _:
                yield card, FRONT
                yield card, question.template
