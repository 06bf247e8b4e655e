"""`compare`: two voices on one matter, side by side: what one of them held, what the other answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Statement
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import explanation, say_the_same, statement_of
from trainer.questions.families.family import Family
from trainer.questions.gate import shaky
from trainer.questions.people import cited
from trainer.questions.phrases import view_choice
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.rows import days_of, is_before, is_of_about
from trainer.questions.wording import (
    beside,
    by_whose_word,
    full_stop,
    on_issue,
    scene_of,
    upper_first,
    with_year,
)
from trainer.questions.words import word_stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Fact
    from trainer.questions.index import Index

# So many views before and after are enough to choose from.
_REACH = 24

# So many of them are enough, if they have to do with what was held.
_ENOUGH = 3


class Compare(Family[Statement]):
    """Views on other matters, and those of the answerer's own opponents."""

    template: ClassVar[str] = "compare"
    aspect: ClassVar[str] = "compare"
    kind: ClassVar[Kind] = Kind.IDEA
    demand: ClassVar[Demand] = Demand.SOURCE
    pick: ClassVar[Pick] = Pick.BY_LENGTH
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Statement]) -> str | None:
        """Refuse where the two voices are not two persons, or not told by one voice."""
        reply, index = ask.fact, ask.index
        first = _first(ask)
        if first is None:
            return "it answers no view of a person that may be asked for"
        if reply.speaker not in index.persons or reply.speaker == first.speaker:
            return "the two voices are not two persons"
        if days_of(reply) is None and days_of(first) is None:
            return "neither view has a date"
        return None

    def stems(self, ask: Ask[Statement]) -> tuple[str, ...]:
        """Set out the one view, ask for the answer."""
        reply, first, index = ask.fact, _first(ask), ask.index
        assert first is not None, "proved by `unsuitable`"
        one, other = index.persons[first.speaker].name, index.persons[reply.speaker].name
        scene = scene_of(first, index)
        held = with_year(first.position, scene, index)
        when = beside(scene, held)
        word = by_whose_word(reply, index) or by_whose_word(first, index)
        lead = ", ".join(said for said in (when, word) if said)
        view = upper_first(f"{lead}, {one} held that {held}" if lead else f"{one} held that {held}")
        return (
            f"{view}. What did {other} answer?",
            f"{view}. What was {other}'s answer?",
        )

    def key(self, ask: Ask[Statement]) -> Choice:
        """The answer."""
        return view_choice(ask.fact, cited(ask.fact.evidence), OptionSource.SAME_FACT)

    def distractors(self, ask: Ask[Statement]) -> Iterable[Choice]:
        """Views of about that time, not of the two themselves, but for what the answerer had held before."""
        reply, first, index = ask.fact, _first(ask), ask.index
        assert first is not None, "proved by `unsuitable`"
        days = days_of(reply) or days_of(first)
        if days is None:
            return
        # Nobody answers themselves; and whatever the answerer held from then on may be a part of the answer.
        speakers = index.persons.keys() - {first.speaker}
        views = [
            fact
            for fact in index.rows[Statement].near(days[0], _REACH, ask.distance.apart)
            if isinstance(fact, Statement)
            and is_of_about(fact, days[0])
            and fact.speaker in speakers
            and (fact.speaker != reply.speaker or is_before(fact, first))
            and not by_whose_word(fact, index)
        ]
        said = word_stems(first.position)
        near = [view for view in views if said & word_stems(view.position)]
        for view in near if len(near) >= _ENOUGH else views:
            yield view_choice(view, partial(_whose, view, index), OptionSource.OTHER_FACT)

    def may_be_right(self, ask: Ask[Statement], choice: Choice) -> bool:
        """On the same issue, or against the same person, only an opponent is sure to have said otherwise."""
        reply, first, index = ask.fact, _first(ask), ask.index
        other = index.facts[choice.id]
        assert first is not None, "proved by `unsuitable`"
        assert isinstance(other, Statement)
        if say_the_same(other.position, reply.position):
            return True
        if reply.speaker in other.opponents or other.speaker in reply.opponents:
            return other.speaker == reply.speaker
        answers = first.id in index.links.answered(other.id)
        if first.speaker in other.opponents or other.speaker in first.opponents:
            return True
        return answers or other.issue in {reply.issue, first.issue}

    def explanation(self, ask: Ask[Statement]) -> str:
        """Say both views, the earlier one first."""
        reply, first, index = ask.fact, _first(ask), ask.index
        assert first is not None, "proved by `unsuitable`"
        who = index.persons[reply.speaker].name
        return explanation(
            reply,
            index,
            lead=statement_of(first, index),
            more=(f"{who} answered that {reply.position}",),
        )


def _whose(statement: Statement, index: Index) -> str:
    """Say whose view it was, on what, and when."""
    issue, scene = on_issue(index, statement.issue), scene_of(statement, index)
    where = f"{scene}, on {issue}" if scene and issue else scene or (f"on {issue}" if issue else "")
    return full_stop(f"That was {index.persons[statement.speaker].name} {where}".rstrip())


def _first(ask: Ask[Statement]) -> Statement | None:
    """Return the view that was answered, if it may be told."""
    index = ask.index
    for name in index.links.answered(ask.fact.id):
        fact: Fact | None = index.facts.get(name)
        if isinstance(fact, Statement) and fact.speaker in index.persons and not shaky(fact):
            word = by_whose_word(fact, index)
            if word is None or word == by_whose_word(ask.fact, index):
                return fact
    return None


COMPARE = Compare()
