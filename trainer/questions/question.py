"""What a question is: derived, deterministic for (chapter, card, template, form, seed), never stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Count, Counts, Evidence, Importance
    from trainer.dates import Date

# What is to be given where nothing is offered: the ids of all that has to be named, a date, a count, a whole tally or
# a missing word.
Sought: TypeAlias = "tuple[str, ...] | Date | Count | Counts | Gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A word that is left out of a title or slogan, and the whole of it, which may be typed as well."""

    missing: str
    whole: str


class Kind(StrEnum):
    """What a question is about."""

    DATE = "date"
    PERSON = "person"
    VOTE = "vote"
    IDEA = "idea"


class Demand(StrEnum):
    """What a question asks of the learner."""

    RECALL = "recall"
    SEQUENCE = "sequence"
    EXPLAIN = "explain"
    SOURCE = "source"


class Form(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    TYPED = "typed"
    NUMBER = "number"
    DATE = "date"
    ORDER = "order"
    MATCH = "match"
    CLOZE = "cloze"
    RECALL = "recall"


class OptionSource(StrEnum):
    """Where an option comes from."""

    SAME_FACT = "same-fact"
    OTHER_FACT = "other-fact"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The unit of memory: one aspect of a fact, or of one subject of a fact.

    Attributes:
        id: `chapter:fact#aspect` or `chapter:fact/subject#aspect`.
        formerly: ids that the card had while its fact went by a former id.
    """

    id: str
    chapter: str
    fact: str
    subject: str | None
    aspect: str
    kind: Kind
    lesson: str | None
    importance: Importance
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice offered: the key or a distractor, with the reason that the learner reads afterwards."""

    id: str
    text: str
    correct: bool
    why: str
    source: OptionSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The key in words.

    Attributes:
        accepted: examples of what is right if it is typed, the text itself first; the judge decides.
        sought: what a typed answer is compared with; None where options are offered, or the text is free.
        pairs: of a match, each person's name with the text of the option that is theirs.
        order: of an order, the ids of its options, first to last.
    """

    text: str
    accepted: tuple[str, ...] = ()
    sought: Sought | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One way of asking a card, or several cards at once.

    Attributes:
        id: `card@template.form`; a composite question joins its cards' ids with `+`.
        card: the card, or None for a composite question.
        cards: the cards of a composite question, else the one card.
        options: of a match, what is to be matched, as shown; each is right for one of the persons. Of an order, what is
            to be put in order, as shown; all of them are correct.
        facts: the id of every fact that the question uses, options included.
        ordered: whether the options stand in an order of their own, as dates do, that must be kept.
        difficulty: from 0 (easy) to 1.
    """

    id: str
    chapter: str
    card: str | None
    cards: tuple[str, ...]
    kind: Kind
    demand: Demand
    template: str
    form: Form
    lesson: str | None
    importance: Importance
    prompt: str
    options: tuple[Option, ...]
    answer: Answer
    explanation: str
    evidence: tuple[Evidence, ...]
    facts: tuple[str, ...]
    difficulty: float
    tags: tuple[str, ...] = ()
    ordered: bool = False

    @property
    def key(self) -> Option:
        """The right option of a choice."""
        return next(option for option in self.options if option.correct)

    @property
    def in_right_order(self) -> tuple[str, ...]:
        """The ids of the options of an order, first to last, or of a match, person by person; else none."""
        if not self.answer.pairs:
            return self.answer.order
        ids = {option.text: option.id for option in self.options}
        return tuple(ids[text] for _, text in self.answer.pairs)


def choices_among(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions of which one option is to be chosen."""
    return tuple(question for question in questions if question.form is Form.CHOICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A card to be answered from memory, as on a flash card: its stem is proved unique over the chapter."""

    card: Card
    stem: str
    answer: str
    explanation: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A question that was not made, and why."""

    card: str
    template: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """All that a chapter yields for one seed.

    Attributes:
        cards: every card, in the order of the record.
        questions: every question in every form; those of one card stand together, the easiest form first.
        fronts: the questions without options as flash cards, each of a card of its own.
    """

    chapter: str
    digest: str
    seed: int
    cards: tuple[Card, ...]
    questions: tuple[Question, ...]
    fronts: tuple[Front, ...]
    withheld: tuple[Withheld, ...]

    @property
    def choices(self) -> tuple[Question, ...]:
        """The questions that offer options."""
        return choices_among(self.questions)
