"""`reversed`: what an event, a vote or a view went back on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from trainer.chapters.record import Event, Statement
from trainer.chapters.relations import dating_of
from trainer.questions.activity import LONGEST_REASON
from trainer.questions.dating import with_style
from trainer.questions.draft import Ask, Choice, Pick
from trainer.questions.explaining import explanation, statement_of
from trainer.questions.families.family import Family
from trainer.questions.gate import shaky
from trainer.questions.people import cited
from trainer.questions.phrases import fact_choice, may_be_one, phrase, view_choice
from trainer.questions.question import Demand, Kind, OptionSource
from trainer.questions.rows import days_of, is_before, is_of_about
from trainer.questions.wording import (
    BY_THE_AUTHOR,
    beside,
    by_whose_word,
    full_stop,
    on_issue,
    scene_of,
    upper_first,
    with_year,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.chapters.record import Fact, Vote

# So many facts before are enough to choose from.
_REACH = 40


class Reversed(Family["Event | Vote | Statement"]):
    """What it went back on, beside what had come before as well: for a view, other views of the same person."""

    template: ClassVar[str] = "reversed"
    aspect: ClassVar[str] = "reversed"
    kind: ClassVar[Kind] = Kind.IDEA
    demand: ClassVar[Demand] = Demand.EXPLAIN
    pick: ClassVar[Pick] = Pick.BY_LENGTH
    gives_front: ClassVar[bool] = False

    def unsuitable(self, ask: Ask[Event | Vote | Statement]) -> str | None:
        """Refuse where nothing that was reversed may be told plainly and by the same voice."""
        if phrase(ask.fact, ask.index) is None:
            return "it is no happening"
        if not _answers(ask):
            return "nothing that it reversed may be asked for"
        if days_of(ask.fact) is None:
            return "nothing is proved to have come before it"
        return None

    def stems(self, ask: Ask[Event | Vote | Statement]) -> tuple[str, ...]:
        """Ask what it reversed, in its month; of a view, which earlier one of the same person."""
        fact, index = ask.fact, ask.index
        word, scene = by_whose_word(fact, index) or BY_THE_AUTHOR, scene_of(fact, index)
        if isinstance(fact, Statement):
            held = with_year(fact.position, scene, index)
            when = beside(scene, held)
            who = index.persons[fact.speaker].name
            lead = upper_first(f"{when}, {word}" if when else word)
            return (f"{lead}, which earlier view did {who} reverse by holding that {held}?",)
        title = with_year(phrase(fact, index) or fact.title, scene, index)
        when = beside(scene, title)
        lead = f"{when}, " if when else ""
        return (
            f"{upper_first(f'{lead}{word}')}, what did {title} reverse?",
            f"{upper_first(f'{lead}what')} did {title} reverse, {word}?",
        )

    def key(self, ask: Ask[Event | Vote | Statement]) -> Choice:
        """What it went back on."""
        return _choice(ask, _answers(ask)[0], cited(ask.fact.evidence))

    def distractors(self, ask: Ask[Event | Vote | Statement]) -> Iterable[Choice]:
        """Earlier facts of the key's sort; for a view, those of its holder."""
        answer, index = _answers(ask)[0], ask.index
        days = days_of(ask.fact)
        for fact in (
            index.rows[type(answer)].near(days[0], _REACH, ask.distance.apart) if days else ()
        ):
            if fact.id == answer.id or phrase(fact, index) is None:
                continue
            if isinstance(ask.fact, Statement) and not _is_of(fact, ask.fact.speaker):
                continue
            # Of an event or a vote of another year nobody thinks.
            if days and not isinstance(fact, Statement) and not is_of_about(fact, days[0]):
                continue
            # What a body did may be reversed; an arrival may not.
            if isinstance(answer, Event) and answer.organizations and not _bodies(fact):
                continue
            yield _choice(ask, fact, partial(_reason, ask, fact))

    def may_be_right(self, ask: Ask[Event | Vote | Statement], choice: Choice) -> bool:
        """Only what came before, and neither hangs on what was reversed nor says much the same, is proved wrong."""
        index, fact = ask.index, ask.index.facts[choice.id]
        links, undone = index.links, index.links.all_undone(ask.fact.id)
        if choice.id == ask.fact.id or choice.id in undone or not is_before(fact, ask.fact):
            return True
        near = links.beside(ask.fact.id).union(*(links.beside(name) for name in undone))
        if choice.id in near or _issue(fact) in {_issue(index.facts[name]) for name in undone}:
            return True
        # What was done together may have been undone together.
        return any(
            may_be_one(fact, index.facts[name])
            or fact.lesson == index.facts[name].lesson is not None
            for name in undone
        )

    def explanation(self, ask: Ask[Event | Vote | Statement]) -> str:
        """Tell the fact, then what it went back on."""
        before = _answers(ask)[0]
        if isinstance(before, Statement):
            when = beside(scene_of(before, ask.index), before.position)
            view = f"the view held {when}" if when else "the earlier view"
            said = full_stop(f"it went back on {view}, that {before.position}")
        else:
            said = full_stop(f"it went back on this: {statement_of(before, ask.index)}")
        return explanation(
            ask.fact, ask.index, lead=statement_of(ask.fact, ask.index), more=(said,)
        )


def _answers(ask: Ask[Event | Vote | Statement]) -> list[Fact]:
    index, fact = ask.index, ask.fact
    word = by_whose_word(fact, index)
    return [
        other
        for other in (index.facts.get(name) for name in index.links.undone(fact.id))
        if other is not None
        and not shaky(other)
        and phrase(other, index) is not None
        and by_whose_word(other, index) in {None, BY_THE_AUTHOR, word}
        and (not isinstance(fact, Statement) or _is_of(other, fact.speaker))
        and not is_before(fact, other)
    ]


def _is_of(fact: Fact, speaker: str) -> bool:
    return isinstance(fact, Statement) and fact.speaker == speaker


def _bodies(fact: Fact) -> tuple[str, ...]:
    return fact.organizations if isinstance(fact, Event) else ()


def _issue(fact: Fact) -> str:
    """Return the issue of a view, for anything else what nothing shares."""
    return fact.issue if isinstance(fact, Statement) else f"/{fact.id}"


def _choice(ask: Ask[Event | Vote | Statement], fact: Fact, why: str | partial[str]) -> Choice:
    """Return a fact as an option: a view of whoever is asked about without saying whose it is."""
    if isinstance(ask.fact, Statement) and isinstance(fact, Statement):
        return view_choice(fact, why, OptionSource.OTHER_FACT)
    return fact_choice(fact, ask.index, why, OptionSource.OTHER_FACT)


def _reason(ask: Ask[Event | Vote | Statement], fact: Fact) -> str:
    dating = dating_of(fact)
    when = with_style(dating.date, named=ask.index.two_calendars) if dating else ""
    if isinstance(fact, Statement) and (issue := on_issue(ask.index, fact.issue)):
        # The option has said the view itself.
        return full_stop(f"That was on {issue}, {when}" if when else f"That was on {issue}")
    said = statement_of(fact, ask.index)
    if len(said) <= LONGEST_REASON and said != full_stop(phrase(fact, ask.index) or ""):
        return said
    return f"That was another matter: {when}."


REVERSED = Reversed()
