"""Draws the questions of a quiz, the same ones for the same seed whatever order they come in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from trainer.questions.question import Form
from trainer.questions.words import telling_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from trainer.questions.question import Front, Question

T = TypeVar("T")

CHOICES = frozenset({Form.CHOICE})

TELLING = 5  # letters from which on a word of a key is a clue

# A stem that has so much of what another tells, and no fewer words, is about the same thing.
_SHARE, _FEWEST = 0.35, 3

_WORD = re.compile(r"\w+")


def draw(
    questions: Iterable[Question],
    count: int | None,
    seed: int,
    forms: AbstractSet[Form] = CHOICES,
) -> tuple[Question, ...]:
    """Return up to `count` questions of these forms (all that go together, if None) that make a fair quiz.

    Fewer come back where the rest would ask the same card again, have the same answer on the same fact or give
    an answer away. Two questions on the same fact do not follow each other unless nothing else is left.
    """
    limit = None if count is None else max(count, 0)
    askable = [question for question in questions if question.form in forms]
    candidates = shuffled(askable, seed, _question_id)
    # Of many questions few are looked at before there are enough.
    known: dict[int, _Traits] = {}
    chosen: dict[int, _Traits] = {}
    # First what passes the plain test: no key stands in any other stem. In a small bank that would leave too
    # little, because a name is the key of one question and merely mentioned in another; there only a stem
    # about the key's own fact gives it away.
    for gives_away in (_names_the_key, _tells_the_key):
        for place, question in enumerate(candidates):
            if len(chosen) == limit:
                break
            candidate = known.get(place) or known.setdefault(place, _Traits.of(question))
            if not any(_clash(candidate, other, gives_away) for other in chosen.values()):
                chosen[place] = candidate
    in_order = [chosen[place] for place in sorted(chosen)]
    return tuple(traits.question for traits in _spread(in_order))


def draw_fronts(fronts: Iterable[Front], count: int | None, seed: int) -> tuple[Front, ...]:
    """Return up to `count` flash cards (all of them, if None) in the order that the seed gives."""
    return tuple(
        shuffled(list(fronts), seed, _front_id)[: None if count is None else max(count, 0)]
    )


def shuffled(items: Sequence[T], seed: int, name: Callable[[T], str]) -> list[T]:
    """Return the items in an order that depends on the seed and their names alone.

    Sorting by digest, unlike `random.shuffle`, gives the same order in every Python version and lets an item
    keep its place when others are added.
    """
    return sorted(items, key=lambda item: sha256(f"{seed}:{name(item)}".encode()).digest())


def gives_away(stem: Question, key: Question) -> bool:
    """Whether the stem of one question says the right answer of another."""
    return _names_the_key(_Traits.of(stem), _Traits.of(key))


@dataclass(frozen=True, slots=True)
class _Traits:
    """What must be compared of a question, worked out once."""

    question: Question
    stem: str
    keys: tuple[str, ...]
    asked: frozenset[str]
    facts: frozenset[str]
    telling: frozenset[str]

    @classmethod
    def of(cls, question: Question) -> _Traits:
        return cls(
            question=question,
            stem=_words(question.prompt),
            keys=tuple(
                map(_words, dict.fromkeys((question.answer.text, *question.answer.accepted)))
            ),
            asked=frozenset(_fact(card) for card in question.cards),
            facts=frozenset(f"{question.chapter}:{fact}" for fact in question.facts),
            telling=telling_words(question.prompt),
        )


def _clash(one: _Traits, two: _Traits, gives_away: Callable[[_Traits, _Traits], bool]) -> bool:
    shared_card = not set(one.question.cards).isdisjoint(two.question.cards)
    same_answer = one.question.answer.text == two.question.answer.text
    return (
        shared_card
        or (same_answer and not one.asked.isdisjoint(two.asked))
        or gives_away(one, two)
        or gives_away(two, one)
    )


def _names_the_key(stem: _Traits, key: _Traits) -> bool:
    return any(text in stem.stem for text in key.keys) or _tells_the_key(stem, key)


def _tells_the_key(stem: _Traits, key: _Traits) -> bool:
    """Whether the stem is about the key's own fact, or tells the same, and says the key or a telling word of it."""
    said = {word for text in key.keys for word in text.split() if len(word) >= TELLING}
    named = any(text in stem.stem for text in key.keys)
    if not named and said.isdisjoint(stem.stem.split()):
        return False
    if not key.asked.isdisjoint(stem.facts | stem.asked):
        return True
    return len(stem.telling & key.telling) >= max(_FEWEST, _SHARE * len(key.telling))


def _spread(chosen: list[_Traits]) -> list[_Traits]:
    """Keep the order as far as it goes, but part questions on one fact wherever there is room."""
    waiting = list(chosen)
    spread: list[_Traits] = []
    while waiting:
        fitting = (at for at, traits in enumerate(waiting) if _fits(traits, spread, len(spread)))
        if (place := next(fitting, None)) is None:
            break
        spread.append(waiting.pop(place))
    for traits in waiting:  # all on the fact of the last one: put them in further up
        gaps = (gap for gap in range(len(spread), -1, -1) if _fits(traits, spread, gap))
        spread.insert(next(gaps, len(spread)), traits)
    return spread


def _fits(traits: _Traits, row: list[_Traits], gap: int) -> bool:
    """Whether both neighbours of a gap are on other facts."""
    return all(traits.asked.isdisjoint(each.asked) for each in row[max(gap - 1, 0) : gap + 1])


def _words(text: str) -> str:
    """Fold the text to its words between spaces, so that `in` finds whole words only."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _fact(card: str) -> str:
    """`chapter:fact/subject#aspect` → `chapter:fact`."""
    return card.partition("#")[0].partition("/")[0]


def _question_id(question: Question) -> str:
    return question.id


def _front_id(front: Front) -> str:
    return front.card.id
