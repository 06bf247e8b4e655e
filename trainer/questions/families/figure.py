"""`figure`: a number that is told of a body, at the roundness worth keeping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Vote
from trainer.questions.counted import figure_of, is_about
from trainer.questions.draft import Ask, Choice, Pick, Recall, Refusal
from trainer.questions.explaining import explanation, say_the_same
from trainer.questions.families.family import Family
from trainer.questions.numbers import SIZE, Rival, are_apart, as_choices, beside, value_of
from trainer.questions.people import cited
from trainer.questions.question import Kind, OptionSource
from trainer.questions.wording import (
    attributed,
    full_stop,
    lower_first,
    scene_of,
    upper_first,
    with_year,
)
from trainer.questions.wording import beside as scene_beside
from trainer.questions.words import fold, telling_words
from trainer.text.numerals import numerals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Count
    from trainer.questions.index import Index

# Without these a number says nothing; other units are named by the title.
_MEASURES = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})

# "children the school had" is no question: "children did the school have" is.
_UNASKED = re.compile(
    r"(?!(?:of|times)\b)\w+ (?:the|its|his|her|their|our|these|those)\b", re.IGNORECASE
)

_YEAR = re.compile(r"\b\d{4}s?\b")

# Of no body, so many words of a unit tell what is counted.
_TELLING = 3


class Figure(Family[Vote]):
    """The body's other numbers, then those of others, alike in size and roundness."""

    template: ClassVar[str] = "figure"
    aspect: ClassVar[str] = "figure"
    kind: ClassVar[Kind] = Kind.VOTE
    pick: ClassVar[Pick] = Pick.IN_ORDER

    def unsuitable(self, ask: Ask[Vote]) -> str | None:
        """Refuse a number of no certain time or body, and one that is told in several ways."""
        vote, index = ask.fact, ask.index
        if figure_of(vote) is None:
            return "only a bound of the number is told"
        if reason := _unclear(vote, index):
            return reason
        if len(index.figures_of_unit[fold(vote.unit or "")]) > 1:
            return "the record tells several numbers of the same"
        return None

    def stems(self, ask: Ask[Vote]) -> tuple[str, ...]:
        """Ask how many, with the year where the unit does not name it."""
        vote, index = ask.fact, ask.index
        scene = scene_of(vote, index)
        unit = with_year(vote.unit or "", scene, index)
        when = scene_beside(scene, unit) if not _YEAR.search(unit) else ""
        start = "About how many" if is_about(vote) else "How many"
        stem = f"{start} {unit}?"
        stem = f"{upper_first(when)}, {lower_first(stem)}" if when else stem
        return (attributed(stem, vote, index),)

    def key(self, ask: Ask[Vote]) -> Choice:
        """The number."""
        number = figure_of(ask.fact)
        assert number is not None, "unsuitable() comes first"
        own = Rival(
            value=number,
            why=cited(ask.fact.evidence),
            source=OptionSource.SAME_FACT,
            facts=(ask.fact.id,),
        )
        return as_choices([own], in_digits)[0]

    def distractors(self, ask: Ask[Vote]) -> Iterable[Choice]:
        """Three numbers, with the key at a rank of chance."""
        vote, index = ask.fact, ask.index
        key = value_of(self.key(ask))
        bodies = _bodies(vote, index)
        near = index.numbers_between(key / SIZE, key * SIZE, first_of=bodies)
        told = ask.drawn(
            (t for t in near if t.offered and t.fact != vote.id),
            lambda number: _nearness(
                key, number.value, shared=not bodies.isdisjoint(number.bodies)
            ),
        )
        rivals = (
            Rival(value=t.value, why=t.why, source=OptionSource.OTHER_FACT, facts=(t.fact,))
            for t in told
        )
        shown, limit = _numbers_in(vote.unit or ""), _limit(vote)

        def fits(value: int) -> bool:
            too_many = limit is not None and value > limit
            too_fine = value % (vote.round_to or 1) > 0
            given = value in shown
            return not (too_many or too_fine or given or _is_told_of_it(ask, value))

        return as_choices(beside(key, rivals, ask.chance, fits=fits), in_digits)

    def nearness(self, ask: Ask[Vote], key: Choice, choice: Choice) -> float:
        """Numbers are near by their size, and if they are told of the same body."""
        index, vote = ask.index, ask.fact
        bodies = _bodies(vote, index)
        told = (
            number
            for body in bodies
            for number in index.numbers_told.get((body, value_of(choice)), ())
        )
        shared = any(number.fact in choice.facts for number in told)
        return _nearness(value_of(key), value_of(choice), shared=shared)

    def may_be_right(self, ask: Ask[Vote], choice: Choice) -> bool:
        """A number too near to be wrong, or one that the record tells of the same thing elsewhere."""
        value = value_of(choice)
        return not are_apart(value_of(self.key(ask)), value) or _is_told_of_it(ask, value)

    def recall(self, ask: Ask[Vote]) -> Recall | Refusal:
        """How many? `unsuitable` has refused what is told in several ways."""
        about = "About " if is_about(ask.fact) else ""
        return Recall(stems=self.stems(ask), answer=f"{about}{self.key(ask).text}")

    def sought(self, ask: Ask[Vote], recall: Recall) -> Count | None:  # noqa: ARG002
        """The number, to be entered."""
        return ask.fact.number

    def precision(self, ask: Ask[Vote]) -> float:
        """A round number is easier to keep than an exact one."""
        return 0.4 if is_about(ask.fact) or ask.fact.round_to else 0.8

    def explanation(self, ask: Ask[Vote]) -> str:
        """Say what the number is of, what is known of it and why it matters."""
        vote, count = ask.fact, ask.fact.number
        about = "about " if is_about(vote) else ""
        more = [full_stop(count.note)] if count is not None and count.note else []
        if vote.note:
            more.append(full_stop(vote.note))
        first = (vote.unit or "").split()[0]
        unit = f" {first}" if first in _MEASURES else ""
        value = f"{about}{self.key(ask).text.lower()}{unit}"
        # A title that was made of the unit is a question.
        asks = vote.title.startswith("how many ")
        said = f"? {upper_first(value)}." if asks else f": {value}."
        lead = f"{upper_first(vote.title)}{said}"
        return explanation(vote, ask.index, lead=lead, more=more)


def in_digits(number: int) -> str:
    """Write a number as an option."""
    return f"{number:,}" if number else "None"


def _unclear(vote: Vote, index: Index) -> str | None:
    """Return why the unit makes no question that tells of what, and of when, the number is."""
    if _UNASKED.match(vote.unit or ""):
        return "its unit is no question after “how many”: “children did the school have”"
    if _bodies(vote, index):
        if not _names_its_body(vote, index):
            return "its question would not name the body"
        if not scene_of(vote, index) and not _YEAR.search(vote.unit or ""):
            return "the record does not tell when"
    elif len(telling_words(vote.unit or "")) < _TELLING:
        return "its unit does not tell what it is a number of"
    return None


def _bodies(vote: Vote, index: Index) -> frozenset[str]:
    """Return the body of a figure and its meeting, as far as they are recorded."""
    known = (vote.organization, vote.session)
    return frozenset(name for name in known if name in index.bodies or name in index.facts)


def _names_its_body(vote: Vote, index: Index) -> bool:
    """Tell whether the unit says a telling word of the body's name, or of the meeting's."""
    said = telling_words(vote.unit or "")
    return any(
        not said.isdisjoint(telling_words(_name(index, body))) for body in _bodies(vote, index)
    )


def _name(index: Index, ident: str) -> str:
    if ident in index.bodies:
        record = index.bodies[ident]
        return " ".join((record.name, *(other.name for other in record.other_names)))
    return str(getattr(index.facts[ident], "title", ""))


def _numbers_in(unit: str) -> list[int]:
    """Return the numbers that a unit says: "of the sixteen members", "of every hundred"."""
    return [numeral.value for numeral in numerals(fold(unit).split())]


def _limit(vote: Vote) -> int | None:
    """Return what a part cannot exceed: "of the sixteen members" says of how many."""
    unit = vote.unit or ""
    said = _numbers_in(unit)
    return said[0] if unit.startswith("of ") and said else None


def _is_told_of_it(ask: Ask[Vote], value: int) -> bool:
    """Tell whether a number of the body may be of the very same thing, as far as words go."""
    vote, index = ask.fact, ask.index
    return any(
        told.fact != vote.id and say_the_same(f"{vote.unit} {vote.title}", told.of)
        for body in _bodies(vote, index)
        for told in index.numbers_told.get((body, value), ())
    )


def _nearness(key: int, other: int, *, shared: bool) -> float:
    """Return how near a number of like size lies to the key: half by size, half by being of one body."""
    ratio = max(key, other) / max(1, min(key, other))
    return max(0.0, (SIZE - ratio) / (SIZE - 1)) / 2 + shared / 2


FIGURE = Figure()
