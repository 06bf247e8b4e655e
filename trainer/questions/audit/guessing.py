"""What blind guessing gains: strategies that know nothing of history, tried on a whole bank.

A strategy gives each option a worth and picks the worthiest. A bank in which one of them does better than chance
rewards test-wiseness; one in which it does worse teaches what to rule out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.chapters.relations import mentions_of
from trainer.questions.audit.allegiance import allegiances
from trainer.questions.audit.chance import FEWEST, Pick, Tally, tally
from trainer.questions.audit.convergence import likeness
from trainer.questions.audit.item import Item, Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from trainer.chapters.record import Chapter

_FIGURES = re.compile(r"\d[\d,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """A way of guessing; `worths` returns a number for each option, None where it has nothing to go by."""

    name: str
    worths: Callable[[Item], Sequence[float] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What a strategy gained; `tally` is None where that cannot be judged, and `reason` says why."""

    strategy: str
    tally: Tally | None
    reason: str | None = None


def guess(items: Sequence[Item], chapters: Iterable[Chapter]) -> tuple[Guess, ...]:
    """Return what every strategy gains over a bank."""
    chapters = tuple(chapters)
    strategies = (*_OUTWARD, *_by_frequency(items), _by_note(chapters), *_partisan(chapters))
    return tuple(_try(strategy, items, len(strategies)) for strategy in strategies)


def _try(strategy: Strategy, items: Sequence[Item], many: int) -> Guess:
    picks = []
    for item in items:
        worths = strategy.worths(item)
        if worths is not None:
            best = max(worths)
            picks.append(
                Pick(
                    picked=sum(worth == best for worth in worths),
                    options=len(worths),
                    has_key=worths[item.place] == best,
                )
            )
    told = tally(picks, many)
    if told is None:
        able = sum(pick.picked < pick.options for pick in picks)
        reason = _NO_SIDES if strategy.worths is _nothing else None
        return Guess(
            strategy=strategy.name,
            tally=None,
            reason=reason or f"it can choose at {able} questions, and {FEWEST} are needed to tell",
        )
    return Guess(strategy=strategy.name, tally=told)


def _longest(item: Item) -> Sequence[float]:
    return [len(each.text) for each in item.offered]


def _shortest(item: Item) -> Sequence[float]:
    return [-len(each.text) for each in item.offered]


def _middle(item: Item) -> Sequence[float]:
    half = (len(item.offered) - 1) / 2
    return [-abs(place - half) for place in range(len(item.offered))]


def _first(item: Item) -> Sequence[float]:
    return [-place for place in range(len(item.offered))]


def _last(item: Item) -> Sequence[float]:
    return list(range(len(item.offered)))


def _roundest(item: Item) -> Sequence[float] | None:
    """Prefer figures that end in most noughts, in numbers and tallies; dates and names have no roundness."""
    if item.sorts.isdisjoint({Sort.NUMBER, Sort.TALLY}):
        return None
    return [sum(_noughts(figure) for figure in _figures(each.text)) for each in item.offered]


def _largest(item: Item) -> Sequence[float] | None:
    if item.sorts.isdisjoint({Sort.NUMBER, Sort.TALLY}):
        return None
    return [max(_figures(each.text), default=0) for each in item.offered]


def _figures(text: str) -> list[int]:
    return [int(figure.replace(",", "")) for figure in _FIGURES.findall(text)]


def _noughts(figure: int) -> int:
    text = str(figure)
    return len(text) - len(text.rstrip("0"))


def _earliest(item: Item) -> Sequence[float] | None:
    if item.sorts != {Sort.DATE}:
        return None
    return [-(each.measure or 0) for each in item.offered]


def _echoes(item: Item) -> Sequence[float]:
    return [len(each.words & item.words) for each in item.offered]


def _fewest_echoes(item: Item) -> Sequence[float]:
    return [-len(each.words & item.words) for each in item.offered]


def _lone_echo(item: Item) -> Sequence[float] | None:
    """Rule out the one option that repeats most of the stem: keys may not, so that distractors should not either."""
    echoes = _echoes(item)
    most = max(echoes)
    return [-float(each == most) for each in echoes] if echoes.count(most) == 1 else None


def _nothing(item: Item) -> None:  # noqa: ARG001  # as the others
    return None


_OUTWARD = (
    Strategy(name="longest", worths=_longest),
    Strategy(name="shortest", worths=_shortest),
    Strategy(name="middle", worths=_middle),
    Strategy(name="first", worths=_first),
    Strategy(name="last", worths=_last),
    Strategy(name="roundest figures", worths=_roundest),
    Strategy(name="largest figures", worths=_largest),
    Strategy(name="earliest", worths=_earliest),
    Strategy(name="most words of the stem", worths=_echoes),
    Strategy(name="fewest words of the stem", worths=_fewest_echoes),
    Strategy(name="any but a lone echo", worths=_lone_echo),
    Strategy(
        name="most alike the others",
        worths=lambda item: None if Sort.PERSON in item.sorts else likeness(item),
    ),
)


def _by_frequency(items: Sequence[Item]) -> tuple[Strategy, Strategy]:
    """The person whom one has met most, or least, among the options of the bank."""
    met = Counter(
        _person(item, place)
        for item in items
        for place, each in enumerate(item.offered)
        if each.sort is Sort.PERSON
    )

    def frequent(item: Item) -> Sequence[float] | None:
        if item.sorts != {Sort.PERSON}:
            return None
        return [met[_person(item, place)] for place in range(len(item.offered))]

    def rare(item: Item) -> Sequence[float] | None:
        worths = frequent(item)
        return None if worths is None else [-worth for worth in worths]

    return (
        Strategy(name="most frequent person", worths=frequent),
        Strategy(name="rarest person", worths=rare),
    )


def _by_note(chapters: Iterable[Chapter]) -> Strategy:
    """The best known person: whom most facts of the chapter name."""
    named = {chapter.id: mentions_of(chapter) for chapter in chapters}

    def known(item: Item) -> Sequence[float] | None:
        mentions = named.get(item.question.chapter)
        if item.sorts != {Sort.PERSON} or not mentions:
            return None
        return [mentions[each.option.id] for each in item.offered]

    return Strategy(name="best known person", worths=known)


_NO_SIDES = "no chapter has a narrator whose friends and foes the record tells"


def _partisan(chapters: Iterable[Chapter]) -> tuple[Strategy, Strategy]:
    """Credit to the narrator's friends, blame to his foes.

    The record does not tell praise from blame, so the two halves are tried one by one, each on all questions that
    offer a person: a bank in which neither gains gives nothing to a guesser who mixes them blindly.
    """
    sides: Mapping[str, Mapping[str, int]] = {
        chapter.id: allegiances(chapter) for chapter in chapters
    }
    if not any(sides.values()):
        return (
            Strategy(name="partisan: a friend", worths=_nothing),
            Strategy(name="partisan: a foe", worths=_nothing),
        )

    def credit(item: Item) -> Sequence[float] | None:
        known = sides.get(item.question.chapter, {})
        if item.sorts != {Sort.PERSON} or not known:
            return None
        return [known.get(each.option.id, 0) for each in item.offered]

    def blame(item: Item) -> Sequence[float] | None:
        worths = credit(item)
        return None if worths is None else [-worth for worth in worths]

    return (
        Strategy(name="partisan: a friend", worths=credit),
        Strategy(name="partisan: a foe", worths=blame),
    )


def _person(item: Item, place: int) -> tuple[str, str]:
    """Return a person of one chapter: two chapters may use one id for two."""
    return item.question.chapter, item.offered[place].option.id
